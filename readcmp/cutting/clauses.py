"""Where a sentence is cut into clauses: coordinated predicates, new subjects, reporting participles, the matter of a contact."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.cutting.profile import Profile
from readcmp.cutting.tokens import Token

_FEW = 9
"""Words within which a coordinated clause must show its verb after its subject."""


def clause_cuts(tokens: Sequence[Token], profile: Profile) -> list[int]:
    """Give the indices of the tokens at which a new clause of the sentence starts, ascending, without 0."""
    cuts: set[int] = set()
    first = next((i for i, t in enumerate(tokens) if is_finite(tokens, i, profile)), None)
    for i, token in enumerate(tokens):
        if token.inside or i == 0:
            continue
        if token.text == ";":
            cuts.add(i + 1)
        elif first is not None and i > first and _opens_predicate(tokens, i, profile):
            cuts.add(i)
        elif _opens_subject(tokens, i, profile) or _opens_participle(tokens, i, profile):
            cuts.add(i)
    if first is not None:
        matter = _matter(tokens, first, profile)
        if matter is not None:
            cuts.add(matter)
    return sorted(cut for cut in cuts if cut < len(tokens))


def is_finite(tokens: Sequence[Token], i: int, profile: Profile) -> bool:
    """Say whether token ``i`` is a reporting verb in a past tense with a subject, not a participle after a noun."""
    token = tokens[i]
    if token.inside or token.low not in profile.finite:
        return False
    after = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if token.low.endswith("ed") and token.low not in profile.contacts and profile.has("after_participle", after):
        return False
    before = tokens[i - 1].low if i else ""
    return not profile.has("auxiliaries", before) and not profile.has("determiners", before)


def _skip_adverbs(tokens: Sequence[Token], i: int, profile: Profile) -> int:
    """Give the index of the first token from ``i`` that is no adverb and no comma around one."""
    j = i
    while j < len(tokens) and not tokens[j].inside:
        low = tokens[j].low
        comma = low == "," and j > i
        if not comma and not profile.has("adverbs", low) and not (low.endswith("ly") and len(low) > 4):
            break
        j += 1
    return j


def _after_joint(tokens: Sequence[Token], i: int, profile: Profile) -> int | None:
    """Give the index after the joint that token ``i`` opens: ``and``, or the first word after a comma."""
    if profile.has("conjunctions", tokens[i].low):
        return i + 1
    if tokens[i - 1].low == ",":
        return i
    return None


def _opens_predicate(tokens: Sequence[Token], i: int, profile: Profile) -> bool:
    """``and called for``, ``, noted that``: a further predicate of the same subject."""
    at = _after_joint(tokens, i, profile)
    if at is None:
        return False
    verb = _skip_adverbs(tokens, at, profile)
    if verb >= len(tokens) or not tokens[verb].is_word:
        return False
    if is_finite(tokens, verb, profile):
        return True
    comma = tokens[i - 1].low == "," and at == i + 1
    return comma and profile.has("auxiliaries", tokens[verb].low) and tokens[verb].low not in {"be", "do", "have"}


def _opens_subject(tokens: Sequence[Token], i: int, profile: Profile) -> bool:
    """``, and the U.S. will``, ``and that the sides must``, ``and he emphasized``: a clause with its own subject."""
    token = tokens[i]
    comma = tokens[i - 1].low == ","
    if not profile.has("conjunctions", token.low) and not (comma and token.low in {"while", "whereas"}):
        return False
    at = i + 1
    if at >= len(tokens):
        return False
    if tokens[at].low == "that" and i >= 4:
        return True
    at = _skip_adverbs(tokens, at, profile)
    for j in range(at, min(at + _FEW, len(tokens))):
        low = tokens[j].low
        if not tokens[j].is_word or profile.has("subordinators", low) or tokens[j].inside:
            return False
        if j == at:
            continue
        if is_finite(tokens, j, profile):
            return True
        if profile.has("auxiliaries", low):
            return comma or profile.has("pronouns", tokens[at].low)
    return False


def _opens_participle(tokens: Sequence[Token], i: int, profile: Profile) -> bool:
    """``, underscoring the principle``: a reporting participle that adds a further matter."""
    if tokens[i - 1].low != ",":
        return False
    at = _skip_adverbs(tokens, i + (tokens[i].low == "and"), profile)
    return at < len(tokens) and tokens[at].low in profile.gerunds


def _matter(tokens: Sequence[Token], verb: int, profile: Profile) -> int | None:
    """Give where a clause that tells of a contact goes on to what it was about; None where it does not."""
    if tokens[verb].low not in profile.contacts:
        return None
    meeting = tokens[verb].low not in {"held", "had"}
    for i in range(verb + 1, len(tokens) - 1):
        low, after = tokens[i].low, tokens[i + 1].low
        if tokens[i].inside:
            continue
        if profile.has("meetings", low):
            meeting = True
        if not meeting:
            continue
        if profile.has("about", low) or (low == "to" and after in profile.bases):
            return i
        if low == "on" and not _when_or_where(tokens, i + 1, profile):
            return i
    return None


def _when_or_where(tokens: Sequence[Token], i: int, profile: Profile) -> bool:
    return tokens[i].text[0].isdigit() or any(profile.has("not_matter", t.low) for t in tokens[i : i + 3])
