"""Negations that one of two points has and the other has not: a statement and its contrary share all other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from readcmp.languages import load
from readcmp.languages.stemming import stem
from readcmp.lexicon.terms import split_terms
from readcmp.model import Gap
from readcmp.patterns import compiled
from readcmp.script import simplified
from readcmp.text import AFTER, BEFORE, squeezed, units
from readcmp.vocabulary import GapKind

REACH = 4
"""How many words after a negator it is taken to negate: "will not be taken", "no one doubts"."""


WINDOW = 200
"""And how many characters, as where no spaces part words a run of them has no end."""


@dataclass(frozen=True, slots=True)
class Negation:
    """A negator as it stands in a text, and the stems of the words it negates.

    ``told`` is false where a verb only implies it, as "prevent" does: it answers a negation and is none by itself.
    """

    words: str
    denied: frozenset[str]
    told: bool = True


def find_negation_gaps(text: str, language: str, other: str, other_language: str) -> list[Gap]:
    """Return a gap for each negation that only one of two texts has.

    Negations of the same words cancel each other out. Of those left, one is told where the other text has none
    left, or says unnegated what it denies. Exchanging the texts exchanges the ends.
    """
    ours, theirs = denials(text, language), denials(other, other_language)
    left, right = _unmatched(ours, theirs), _unmatched(theirs, ours)
    said, said_there = _said(text, language), _said(other, other_language)
    gaps = [Gap(GapKind.NEGATION, n.words, None) for n in left if n.told and (not right or n.denied & said_there)]
    return gaps + [Gap(GapKind.NEGATION, None, n.words) for n in right if n.told and (not left or n.denied & said)]


def find_negations(text: str, language: str) -> tuple[Negation, ...]:
    """Return the negations of a text in their order; none in a language without a list of negators."""
    return tuple(negation for negation in denials(text, language) if negation.told)


@lru_cache(maxsize=4096)
def denials(text: str, language: str) -> tuple[Negation, ...]:
    """Return the negations of a text and what implies one, in their order."""
    patterns, read = _patterns(language), squeezed(text)
    if patterns is None:
        return ()
    clear, empty = simplified(read.text), empty_words(language)
    idle = {at for match in patterns.idioms.finditer(clear) for at in range(*match.span())}
    found = []
    for match in patterns.negators.finditer(clear):
        if match.start() not in idle:
            denied = frozenset(stem(word, language) for word in _next(clear, match.end()) if word not in empty)
            start, end = read.span(*match.span())
            found.append(Negation(" ".join(text[start:end].split()), denied, told=match["implied"] is None))
    return tuple(found)


def _next(text: str, start: int) -> Iterator[str]:
    """Return the words that a negator before them reaches, in lower case."""
    reached = 0.0
    for word, worth in units(text[start : start + WINDOW]):
        if reached >= REACH:
            return
        reached += worth
        yield word.lower()


def _unmatched(these: Sequence[Negation], those: Sequence[Negation]) -> list[Negation]:
    """Return the negations that have no counterpart: one that denies the same."""
    denied = frozenset[str]().union(*(other.denied for other in those))
    return [n for n in these if n.denied.isdisjoint(denied)]


@lru_cache(maxsize=4096)
def _said(text: str, language: str) -> frozenset[str]:
    """Return the stems of a text that no negation of it denies."""
    denied = frozenset[str]().union(*(n.denied for n in denials(text, language)))
    said = frozenset(stem(word.lower(), language) for word, _ in units(simplified(text)))
    return said - denied - empty_words(language)


@cache
def empty_words(language: str) -> frozenset[str]:
    """Return the words of a language that say nothing of what is negated: of, the, been."""
    return frozenset(split_terms(load(language).negation.empty))


class _Patterns(NamedTuple):
    """What negates in a language, what implies it, and where the same words do neither."""

    negators: re.Pattern[str]
    idioms: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns | None:
    known = load(language).negation
    if not known.negators:
        return None
    implied = "|".join(known.implied) or r"(?!)"
    negators = f"{'|'.join(known.negators)}|(?P<implied>{implied})"
    idioms = "|".join(known.idioms)
    return _Patterns(*(compiled(rf"{BEFORE}(?:{said}){AFTER}", re.I) for said in (negators, idioms)))
