"""Where a sentence is split into clauses, and where in a clause a list of matters can begin.

A clause begins with a coordinated predicate ("and called for"), a subject of its own (", and the sides will"), a
reporting participle (", underscoring"), what a contact was about ("to discuss"), or an inclusion of some length.
"""

from __future__ import annotations

from itertools import chain, pairwise

from msgspec import Struct

from readcmp.segmentation.lists import find_list_boundaries
from readcmp.segmentation.sentence_tokens import SentenceTokens

_FEW = 8
"""Words within which a coordinated clause must show its verb after its subject."""
_LONG = 6
"""Words from which an inclusion ("including by ...") tells a matter of its own."""
_SHORT = 3
"""Words that a clause must have before another can begin."""
_MARKS = frozenset(",;")
"""Marks behind which a clause may begin; else one begins at a joint alone."""


class Clause(Struct, frozen=True):
    """Tokens ``start`` up to ``end``; ``opener`` is the token after which it may list matters, None if it cannot."""

    start: int
    end: int
    opener: int | None


def split_clauses(g: SentenceTokens) -> list[Clause]:
    """Return the clauses of a sentence; together they hold all its tokens, in order."""
    size = len(g.tokens)
    first = g.first_finite(0, size)
    joints, lows = g.classes.of("conjunctions"), g.lows
    starts = {0}
    for i in [i for i in range(1, size) if lows[i] and (lows[i - 1] in _MARKS or lows[i] in joints)]:
        if lows[i - 1] == ";" or (_begins(g, i, first) and not _goes_on(g, max(starts), i)):
            starts.add(i)
    if first is not None:
        starts |= _matter(g, first)
    edges = [*sorted(starts), size]
    clauses = [Clause(lo, hi, _opener(g, lo, hi)) for lo, hi in pairwise(edges)]
    return [part for clause in clauses for part in _inclusions(g, clause)]


def _begins(g: SentenceTokens, i: int, first: int | None) -> bool:
    """Return whether a clause begins at ``i``, behind a comma or at a joint."""
    if _inserted(g, i):
        return False
    if first is not None and first < i and _predicate(g, i):
        return True
    return _subject(g, i) or _participle(g, i)


def _inserted(g: SentenceTokens, i: int) -> bool:
    """Return whether ``i`` opens a few words between commas that share what follows them: "was, and will be, a ..."."""
    if g.low(i - 1) != "," or not g.verb(i - 2) or g.classes.traits.verb_last:
        return False
    closing = next((j for j in range(i + 1, i + _SHORT + 2) if g.low(j) == ","), None)
    return closing is not None and not g.of("that", closing + 1)


def _goes_on(g: SentenceTokens, start: int, i: int) -> bool:
    """Return whether only "and, in particular," or a subject stands between ``i`` and the start of a clause before."""
    subject = g.after_adverbs(start + 1)
    return 0 < start < i and (i <= g.after_joint(start) or i == _verb_after(g, subject, comma=True))


def _predicate(g: SentenceTokens, i: int) -> bool:
    """``and called for``, ``, noted that``: a further predicate of the same subject."""
    joint, comma = g.of("conjunctions", i), g.low(i - 1) == ","
    if not joint and not comma:
        return False
    verb = g.after_joint(i)
    if g.finite(i - 1):  # "reviewed and encouraged progress" has one object
        return False
    return g.finite(verb) or (joint and comma and g.of("auxiliaries", verb) and not g.of("bare_auxiliaries", verb))


def _subject(g: SentenceTokens, i: int) -> bool:
    """``, and the U.S. will``, ``and that the sides must``, ``and he emphasized``: a clause with its own subject."""
    comma = g.low(i - 1) == ","
    phrase = g.phrase("contrast_phrases", i)
    contrast = comma and (phrase > 0 or g.of("contrasts", i))
    if i < _SHORT or not (contrast or g.of("conjunctions", i)):
        return False
    if not phrase and g.of("that", i + 1):
        return not contrast
    at = g.after_adverbs(i + max(phrase, 1))
    verb = _verb_after(g, at, comma=comma)
    parallel = _after_that(g, i)
    if verb is None or not (parallel or any(map(g.verb, range(i)))):
        return False
    if not comma and g.name(i - 1) and (g.name(at) or g.names(at, verb)):
        return g.finite(verb) and _said(g, i)  # "Ukraine and NATO have": two names with one verb
    if g.finite(verb):
        return True
    return not contrast and (comma or parallel) and not g.of("resuming", at)  # "it" goes on with the same matter


def _verb_after(g: SentenceTokens, at: int, *, comma: bool) -> int | None:
    """Return the verb of the subject that begins at ``at``; None where none does, or no verb follows it soon."""
    opens = g.of("determiners", at) or g.of("pronouns", at) or (g.word(at) and g.name(at))
    if not opens and not (comma and (g.finite(at + 1) or g.finite(at + 2))):
        return None
    aside = _insertion(g, at + 1)
    for j in chain(range(at + 1, aside.start), range(aside.stop, aside.stop + at + _FEW - aside.start)):
        if not g.word(j) or g.of("subordinators", j) or (g.of("conjunctions", j) and g.verb(g.after_adverbs(j + 1))):
            return None
        if g.verb(j):
            return j
    return None


def _insertion(g: SentenceTokens, at: int) -> range:
    """Return the tokens of a phrase between commas that parts a subject from its verb, ", for his part,"; or none."""
    opening = next((i for i in range(at, at + _SHORT) if g.low(i) == ","), at)
    if g.low(opening) != "," or not g.of("prepositions", opening + 1):
        return range(at, at)
    closing = next((i for i in range(opening + 1, opening + _FEW) if g.low(i) == ","), opening - 1)
    return range(opening, closing + 1)


def _said(g: SentenceTokens, i: int) -> bool:
    """Return whether a verb of report stands between ``i`` and the joint before it."""
    for j in range(i - 1, -1, -1):
        if g.finite(j):
            return True
        if g.low(j) == "," or g.of("conjunctions", j):
            return False
    return False


def _after_that(g: SentenceTokens, i: int) -> bool:
    """Return whether a whole clause with ``that`` stands before ``i``, so that another may be coordinated to it."""
    that = next((j for j in range(i - 1, 0, -1) if g.of("that", j)), None)
    return that is not None and g.any_of("auxiliaries", that + 2, i) and not g.of("auxiliaries", i - 1)


def _participle(g: SentenceTokens, i: int) -> bool:
    """``, underscoring the principle``: a reporting participle that adds a further matter."""
    if g.low(i - 1) != "," or g.of("that", i - 2):
        return False
    return g.of("adding", g.after_adverbs(i + g.of("joints", i))) and any(map(g.verb, range(i)))


def _matter(g: SentenceTokens, verb: int) -> set[int]:
    """Return where a clause that tells of a contact goes on to what it was about."""
    if g.low(verb) not in g.classes.contacts:
        return set()
    about = _about(g, verb, len(g.tokens))
    if about is None or g.after_adverbs(verb + 1) == about or g.any_of("views", verb, about):
        return set()  # "exchanged views on" tells of the matter itself
    if g.of("meetings", about - 1):
        return set()  # and so does "had an exchange on"
    return {_back_to(g, about)}


def _about(g: SentenceTokens, verb: int, end: int) -> int | None:
    """Return the index of the word that leads from a verb of contact to the matter: ``about``, ``on``, ``to``."""
    meeting = g.of("talking", verb)
    if g.low(verb) in g.classes.reports and not _person(g, verb + 1):
        return None  # "welcomed efforts to", not "welcomed President ... to"
    at = g.after_adverbs(verb + 1)
    if g.of("of", at) and meeting:
        return at
    for i in range(verb + 1, g.first_finite(verb + 1, end - 1) or end - 1):
        if g.of("meetings", i) and g.of("on", i + 1) and not _when_or_where(g, i + 2):
            return i + 1
        if not g.low(i) or g.of("prepositions", i + 1):
            continue
        meeting = meeting or g.of("meetings", i)
        if g.of("to", i) and g.infinitive(i + 1):
            return g.after_adverbs(i + 1)
        on = g.of("on", i) and not g.gerund(i - 1) and not _when_or_where(g, i + 1)
        if meeting and (g.of("about", i) or on):
            return i
    return None


def _person(g: SentenceTokens, i: int) -> bool:
    """Return whether a name or office begins at ``i``, and not what is theirs: "Israel's plans", "French plans"."""
    i += g.of("determiners", i)
    end = next((j for j in range(i, len(g.tokens)) if not g.name(j) or g.owned(j)), len(g.tokens))
    return end > i and (not g.word(end) or g.of("prepositions", end))


def _back_to(g: SentenceTokens, i: int) -> int:
    """Return the index of the ``to`` before the infinitive at ``i``, or ``i`` itself."""
    return next((j for j in (i - 1, i - 2) if g.infinitive(i) and g.of("to", j)), i)


def _when_or_where(g: SentenceTokens, i: int) -> bool:
    day = i + g.of("determiners", i)
    return (g.word(day) and g.tokens[day].text[0].isdigit()) or g.any_of("not_matter", i, i + 3)


def _opener(g: SentenceTokens, start: int, end: int) -> int | None:
    """Return the token after which a clause may list matters; None where it tells a whole clause (``that ...``)."""
    verb = g.first_finite(start, end)
    if verb is None:
        return _opener_without_verb(g, start, end)
    on = g.after_adverbs(verb + 1)
    if g.low(verb) in g.classes.contacts - g.classes.reports:
        return on if g.of("list_prepositions", on) else _about(g, verb, end)
    verb = g.main(verb)
    if g.of("hearing", verb):  # "thanked the King, his government and people for": persons are no matters
        return next((i for i in range(verb + 1, end) if g.of("hearing_of", i)), None)
    on = g.after_adverbs(verb + 1)
    if _tells_clause(g, verb, end) or (g.of("particles", on) and g.low(on + 1) == ","):
        return None
    after_views = (i for i in range(on, on + _SHORT + 1) if i == on or g.of("speech_nouns", i - 1))
    return next((i for i in after_views if g.of("list_prepositions", i)), verb)


def _tells_clause(g: SentenceTokens, verb: int, end: int) -> bool:
    """Return whether a verb is followed by a whole clause: ``noted that``, ``noted the United States has``."""
    at = g.after_adverbs(verb + 1)
    if g.of("that", at + (g.low(at) == ",")):
        return True
    if g.low(at) == ",":  # "noted, in part, that"
        at = next((i + 1 for i in range(at + 1, at + _FEW) if g.low(i) == ","), at)
    for i in range(at, min(at + _FEW, end)):
        if g.of("that", i):
            aside = g.low(i - 1) == "," or g.of("clear", i - 1)
            return i == at or aside or g.of("telling", verb) or g.of("speech_nouns", i - 1)
        if g.of("auxiliaries", i):
            return True
        if g.of("subordinators", i) or (g.of("prepositions", i) and not g.of("telling", verb)):
            return False
    return False


def _opener_without_verb(g: SentenceTokens, start: int, end: int) -> int | None:
    at = start + g.of("conjunctions", start)
    if g.of("to", at) and g.infinitive(at + 1):
        return g.after_adverbs(at + 1)
    if g.of("about", at) or g.of("on", at):
        return at
    participle = g.after_adverbs(at)
    if g.of("adding", participle):
        return None if g.any_of("that", participle + 1, participle + 3) else participle
    return next(
        (i for i in range(at, end) if g.of("copulas", i) and g.any_of("themes", start, i)),
        None,
    )


def _resumed(g: SentenceTokens, i: int, end: int) -> bool:
    """Return whether the clause goes on behind an inclusion that begins at ``i``: ", including ..., were"."""
    closing = next((j for j in range(i, end) if g.low(j) == ","), end)
    if g.classes.traits.verb_last and any(map(g.verb, range(closing, end))):
        return True
    return any(
        g.low(j) == "," and (g.verb(at := g.after_adverbs(j + 1)) or (g.of("to", at) and g.infinitive(at + 1)))
        for j in range(i + 1, end - 1)
    )


def _examples(g: SentenceTokens, clause: Clause) -> int | None:
    """Return the last word of "such as" where matters are listed behind it and none before."""
    openings = g.classes.openings("such_as")
    for i in range(clause.start + _SHORT, clause.end):
        if g.lows[i] in openings and (size := g.phrase("such_as", i)):
            before = [] if clause.opener is None else find_list_boundaries(g, clause.opener + 1, i)
            return i + size - 1 if not before and find_list_boundaries(g, i + size, clause.end) else None
    return None


def _inclusions(g: SentenceTokens, clause: Clause) -> list[Clause]:
    """Part from a clause the long inclusion at its end, in which matters are listed anew."""
    examples = _examples(g, clause)
    if examples is not None:
        return [Clause(clause.start, clause.end, examples)]
    for i in range(clause.start + _SHORT, clause.end):
        if g.lows[i - 1] != ",":
            continue
        opens = g.of("including", i) or g.phrase("including_phrases", i)
        if opens and g.count(i, clause.end) >= _LONG and any(map(g.verb, range(i))) and not _resumed(g, i, clause.end):
            return [Clause(clause.start, i, clause.opener), Clause(i, clause.end, i)]
    return [clause]
