"""Negations that one of two points has and the other has not: a statement and its contrary share all other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from readcmp.lexicon.reading import parse
from readcmp.lexicon.terms import split_terms
from readcmp.model import Gap
from readcmp.script import simplified
from readcmp.text import AFTER, BEFORE, short, stem, units

REACH = 4
"""How many words after a negator it is taken to negate: "will not be taken", "no one doubts"."""


@dataclass(frozen=True, slots=True)
class Negation:
    """A negator as it stands in a text, and the stems of the words it negates."""

    words: str
    denied: frozenset[str]


def negation_gaps(text: str, language: str, other: str, other_language: str) -> list[Gap]:
    """Give a gap for each negation that only one of two texts has.

    Negations of the same words cancel each other out. Of those left, one is told where the other text has none
    left, or says unnegated what it denies. Exchanging the texts exchanges the ends.
    """
    ours, theirs = negations(text, language), negations(other, other_language)
    left, right = _unmatched(ours, theirs), _unmatched(theirs, ours)
    said, said_there = _said(text, language), _said(other, other_language)
    gaps = [Gap("negation", n.words, None) for n in left if not right or n.denied & said_there]
    return gaps + [Gap("negation", None, n.words) for n in right if not left or n.denied & said]


@lru_cache(maxsize=4096)
def negations(text: str, language: str) -> tuple[Negation, ...]:
    """Give the negations of a text in their order; none in a language without a list of negators."""
    negator, idiom = _patterns(language)
    if negator is None:
        return ()
    plain = simplified(text)
    skip = [m.span() for m in idiom.finditer(plain)] if idiom else []
    empty = empty_words(language)
    found = []
    for match in negator.finditer(plain):
        if not any(start <= match.start() < end for start, end in skip):
            denied = frozenset(stem(word, language) for word in _next(plain, match.end()) if word not in empty)
            found.append(Negation(" ".join(text[match.start() : match.end()].split()), denied))
    return tuple(found)


def _next(text: str, start: int) -> Iterator[str]:
    """Give the words that a negator before them reaches, in lower case."""
    reached = 0.0
    for word, worth in units(text, start):
        if reached >= REACH:
            return
        reached += worth
        yield word.lower()


def _unmatched(these: Sequence[Negation], those: Sequence[Negation]) -> list[Negation]:
    """Give the negations that have no counterpart: one that denies the same."""
    return [n for n in these if not any(n.denied & other.denied for other in those)]


@lru_cache(maxsize=4096)
def _said(text: str, language: str) -> frozenset[str]:
    """Give the stems of a text that no negation of it denies."""
    denied = frozenset().union(*(n.denied for n in negations(text, language)))
    said = frozenset(stem(word.lower(), language) for word, _ in units(simplified(text)))
    return said - denied - empty_words(language)


@cache
def empty_words(language: str) -> frozenset[str]:
    """Give the words of a language that say nothing of what is negated: of, the, been."""
    return frozenset(split_terms(_data(language).get("empty", "")))


@cache
def _patterns(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    data = _data(language)
    if not data:
        return None, None
    negator, idiom = (re.compile(rf"{BEFORE}(?:{'|'.join(data[key])}){AFTER}", re.I) for key in ("negators", "idioms"))
    return negator, idiom


@cache
def _data(language: str) -> Mapping[str, Any]:
    path = Path(__file__).parent / f"negation.{short(language)}.yaml"
    return parse(path.read_bytes()) if path.is_file() else {}
