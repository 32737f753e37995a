"""How far a thing goes, and on what terms: "full" against "partial", "X and Y" against "X Y", "provided that".

The words stand in a language's ``scope.yaml``; a language without one has no such gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from readcmp.comparing.negation import empty_words
from readcmp.languages import load
from readcmp.languages.stemming import stem
from readcmp.model import Gap
from readcmp.patterns import compiled
from readcmp.text import WORD, squeeze
from readcmp.vocabulary import GapKind

WORDS_ONLY = compiled(r"[\s\w-]{1,12}")
"""What may stand between an extent and what it is said of: "all (of the) troops", and no comma."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A word that says how far a thing goes: its class, the words with what it is said of, the stem of that."""

    kind: str
    words: str
    head: str


@dataclass(frozen=True, slots=True)
class _Words:
    extents: tuple[tuple[str, re.Pattern[str]], ...]
    idle: re.Pattern[str]
    passed: frozenset[str]
    contrary: frozenset[tuple[str, str]]
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    order: re.Pattern[str] | None
    unless: re.Pattern[str]
    joined: re.Pattern[str]
    joiners: str


def find_scope_gaps(text: str, language: str, other: str, other_language: str) -> list[Gap]:
    """Return the gaps in extent between two texts: said of the same words, or the contrary of each other.

    Within one language, an extent counts where the other text says the same without one of its class; across
    languages, where one side says but the one and the other side but its contrary.
    """
    ours, theirs = find_extents(text, language), find_extents(other, other_language)
    known = _words(language)
    if known is None or _words(other_language) is None:
        return []
    gaps = []
    first = {e.kind: e for e in reversed(ours)}  # one gap a class, whichever side comes first
    for one in first.values():
        against = next((e for e in theirs if (one.kind, e.kind) in known.contrary), None)
        if against and not {e.kind for e in theirs} & {one.kind} and not {e.kind for e in ours} & {against.kind}:
            gaps.append(Gap(GapKind.SCOPE, one.words, against.words))
    met = {words for gap in gaps for words in (gap.a, gap.b)}
    if language == other_language:
        said, said_there = _stems(text, language), _stems(other, language)
        left, right = _alone(ours, theirs), _alone(theirs, ours)
        gaps += [Gap(GapKind.SCOPE, e.words, None) for e in left if e.words not in met and e.head in said_there]
        gaps += [Gap(GapKind.SCOPE, None, e.words) for e in right if e.words not in met and e.head in said]
        gaps += _joined(text, other, known)
    return list(dict.fromkeys(gaps))


@lru_cache(maxsize=4096)
def find_extents(text: str, language: str) -> tuple[Extent, ...]:
    """Return the words of a text that say how far a thing goes, each with the word it is said of."""
    known = _words(language)
    if known is None:
        return ()
    empty, found = empty_words(language), []
    idle = [match.span() for match in known.idle.finditer(text)]
    for kind, pattern in known.extents:
        for match in pattern.finditer(text):
            if any(start <= match.start() < end for start, end in idle):
                continue
            after = next((w for w in WORD.finditer(text, match.end()) if w.group().lower() not in empty), None)
            if after is not None and after.group().lower() in known.passed:
                continue
            near = after is not None and WORDS_ONLY.fullmatch(text, match.end(), after.start()) is not None
            end = after.end() if after and near else match.end()
            head = stem(after.group().lower(), language) if after and near else ""
            found.append(Extent(kind, squeeze(text[match.start() : end]), head))
    return tuple(found)


@lru_cache(maxsize=4096)
def condition(text: str, language: str, *, strong: bool = False) -> str | None:
    """Return the words that make a text hang on a condition, None if it has none; ``strong`` leaves mere ifs aside."""
    known = _words(language)
    if known is None:
        return None
    skip = [m.span() for m in known.unless.finditer(text)]
    for pattern in (known.strong,) if strong else (known.strong, known.weak):
        for match in pattern.finditer(text):
            if not any(start <= match.start() < end for start, end in skip):
                return squeeze(match.group())
    return None


def is_conditional(text: str, language: str) -> bool:
    """Return whether a text hangs on anything at all, be it that one thing has to come before another."""
    known = _words(language)
    later = known is not None and known.order is not None and known.order.search(text) is not None
    return later or condition(text, language) is not None


def find_condition_gaps(text: str, language: str, other: str, other_language: str) -> list[Gap]:
    """Return a gap where one of two texts hangs on a condition and the other does not."""
    ours, theirs = condition(text, language), condition(other, other_language)
    if bool(ours) == bool(theirs) or _words(language) is None or _words(other_language) is None:
        return []
    return [Gap(GapKind.CONDITION, ours, theirs)]


def joined(text: str, language: str) -> Iterator[tuple[str, str, str]]:
    """Return the pairs of words that a text joins by "and" or "or": the first, the second, the words as they stand."""
    known = _words(language)
    for match in known.joined.finditer(text) if known else ():
        yield match["first"].lower(), match["second"].lower(), squeeze(match.group())


def _joined(text: str, other: str, known: _Words) -> list[Gap]:
    """Two words that one side joins by "and" or "or" and the other sets side by side, or joins otherwise."""
    found = []
    for here, there, ours in ((text, other, True), (other, text, False)):
        plain = squeeze(there.lower())
        for match in known.joined.finditer(here):
            first, second = match["first"].lower(), match["second"].lower()
            met = re.search(rf"\b{re.escape(first)}(?: (?:{known.joiners}))? {re.escape(second)}\b", plain)
            if met is None or met.group() == squeeze(match.group().lower()):
                continue
            bare = known.joined.fullmatch(met.group()) is None
            if ours or bare:  # "and" against "or" is met from both ends
                ends = (squeeze(match.group()), met.group())
                found.append(Gap(GapKind.SCOPE, *(ends if ours else ends[::-1])))
    return found


def _alone(these: tuple[Extent, ...], those: tuple[Extent, ...]) -> list[Extent]:
    """Return the extents of whose class and head the other text has none."""
    have = {(e.kind, e.head) for e in those}
    return [e for e in these if e.head and (e.kind, e.head) not in have]


@lru_cache(maxsize=4096)
def _stems(text: str, language: str) -> frozenset[str]:
    return frozenset(stem(w.group().lower(), language) for w in WORD.finditer(text))


@cache
def _words(language: str) -> _Words | None:
    if not load(language).has("scope"):
        return None
    scope = load(language).scope
    edge = r"\b" if load(language).traits.spaced else ""

    def any_of(words: Sequence[str]) -> str:
        return "|".join(word.replace(" ", r"\s+") for word in sorted(words, key=len, reverse=True))

    def whole(words: Sequence[str]) -> re.Pattern[str]:
        return compiled(rf"{edge}(?:{any_of(words)}){edge}", re.I)

    joiners = any_of(scope.joiners)
    return _Words(
        extents=tuple((kind, whole(words)) for kind, words in scope.extents.items()),
        idle=whole(scope.idle),
        passed=frozenset(word.lower() for word in scope.passed),
        contrary=frozenset(pair for a, b in scope.contrary for pair in ((a, b), (b, a))),
        strong=whole(scope.conditions["strong"]),
        weak=whole(scope.conditions["weak"]),
        order=whole(scope.conditions["order"]) if "order" in scope.conditions else None,
        unless=whole(scope.unless),
        joined=compiled(rf"\b(?P<first>\w+)\s+(?:{joiners})\s+(?P<second>\w+)\b", re.I),
        joiners=joiners,
    )
