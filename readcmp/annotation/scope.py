"""How far a thing goes in a text, and on what terms: "full", "X and Y", "provided that".

The words stand in a language's ``scope.yaml``; in a language without one nothing of the kind is found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from readcmp.annotation.negation import empty_words
from readcmp.content import Extent
from readcmp.languages import load
from readcmp.languages.stemming import stem
from readcmp.patterns import compiled
from readcmp.text import WORD, squeeze

Spans = Sequence[tuple[int, int]]

WORDS_ONLY = compiled(r"[\s\w-]{1,12}")
"""What may stand between an extent and what it is said of: "all (of the) troops", and no comma."""


class ScopeWords(Struct, frozen=True):
    """The words of one language that say how far a thing goes and on what terms."""

    extents: tuple[tuple[str, re.Pattern[str]], ...]
    any_extent: re.Pattern[str]
    idle: re.Pattern[str]
    passed: frozenset[str]
    contrary: frozenset[tuple[str, str]]
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    time: re.Pattern[str] | None
    order: re.Pattern[str] | None
    unless: re.Pattern[str]
    joined: re.Pattern[str]
    joiners: str


def find_extents(text: str, language: str) -> tuple[Extent, ...]:
    """Return the words of a text that say how far a thing goes, each with the word it is said of."""
    known = scope_words(language)
    if known is None or known.any_extent.search(text) is None:
        return ()
    empty, found, idle = empty_words(language), [], _spans(known.idle, text)
    for kind, pattern in known.extents:
        for match in pattern.finditer(text):
            if _within(match.start(), idle):
                continue
            after = next((w for w in WORD.finditer(text, match.end()) if w.group().lower() not in empty), None)
            if after is not None and after.group().lower() in known.passed:
                continue
            near = after is not None and WORDS_ONLY.fullmatch(text, match.end(), after.start()) is not None
            end = after.end() if after and near else match.end()
            head = stem(after.group().lower(), language) if after and near else ""
            found.append(Extent(kind, squeeze(text[match.start() : end]), head))
    return tuple(found)


def find_strong_condition(text: str, language: str) -> str | None:
    """Return the words that make a text hang on a condition, None if it has none; mere ifs are none."""
    known = scope_words(language)
    return _find_condition(text, known.strong, known.unless) if known else None


def find_time_condition(text: str, language: str) -> str | None:
    """Return the words for a time that may be a condition, None where a text has none."""
    known = scope_words(language)
    return _find_condition(text, known.time, known.unless) if known and known.time else None


def find_weak_condition(text: str, language: str) -> str | None:
    """Return the words, such as a mere if, that may make a text hang on a condition; None if it has none."""
    known = scope_words(language)
    return _find_condition(text, known.weak, known.unless) if known else None


def _find_condition(text: str, pattern: re.Pattern[str], unless: re.Pattern[str]) -> str | None:
    spans: Spans | None = None
    for match in pattern.finditer(text):
        spans = _spans(unless, text) if spans is None else spans
        if not _within(match.start(), spans):
            return squeeze(match.group())
    return None


def sets_order(text: str, language: str) -> bool:
    """Return whether a text says that one thing has to come before another."""
    known = scope_words(language)
    return known is not None and known.order is not None and known.order.search(text) is not None


def _spans(pattern: re.Pattern[str], text: str) -> Spans:
    return [match.span() for match in pattern.finditer(text)]


def _within(place: int, spans: Spans) -> bool:
    return any(start <= place < end for start, end in spans)


def find_joined(text: str, language: str) -> tuple[tuple[str, str, str], ...]:
    """Return the pairs of words that a text joins by "and" or "or": the first, the second, the words as they stand."""
    known = scope_words(language)
    matches = known.joined.finditer(text) if known else ()
    return tuple((match["first"].lower(), match["second"].lower(), squeeze(match.group())) for match in matches)


@cache
def scope_words(language: str) -> ScopeWords | None:
    """Return the words of extent and condition of a language, None where it has none."""
    if not load(language).has("scope"):
        return None
    scope = load(language).scope
    edge = r"\b" if load(language).traits.spaced else ""

    def any_of(words: Sequence[str]) -> str:
        return "|".join(word.replace(" ", r"\s+") for word in sorted(words, key=len, reverse=True))

    def whole(words: Sequence[str]) -> re.Pattern[str]:
        return compiled(rf"{edge}(?:{any_of(words)}){edge}", re.I)

    joiners = any_of(scope.joiners)
    return ScopeWords(
        extents=tuple((kind, whole(words)) for kind, words in scope.extents.items()),
        any_extent=whole([word for words in scope.extents.values() for word in words]),
        idle=whole(scope.idle),
        passed=frozenset(word.lower() for word in scope.passed),
        contrary=frozenset(pair for a, b in scope.contrary for pair in ((a, b), (b, a))),
        strong=whole(scope.conditions["strong"]),
        weak=whole(scope.conditions["weak"]),
        time=whole(scope.conditions["time"]) if "time" in scope.conditions else None,
        order=whole(scope.conditions["order"]) if "order" in scope.conditions else None,
        unless=whole(scope.unless),
        joined=compiled(rf"\b(?P<first>\w+)\s+(?:{joiners})\s+(?P<second>\w+)\b", re.I),
        joiners=joiners,
    )
