"""Whether two figures can be set against each other: they count one thing."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import islice

from readcmp.annotation.negation import empty_words
from readcmp.annotation.quantities.extraction import PLACE, are_same, extract_quantities
from readcmp.annotation.quantities.periods import length_of
from readcmp.comparing.findings.context import SURE, Pair, PairContext
from readcmp.comparing.verdict_corrections import BINDING
from readcmp.content import Quantity
from readcmp.encoding.words import stems
from readcmp.languages import load
from readcmp.lexicon.terms import split_terms
from readcmp.model import Point, Side
from readcmp.patterns import compiled
from readcmp.text import short

CERTAIN = 0.9
"""In a match of this score, 0..1, figures are of one matter where no words say what they count."""

AFTER = 3
"""So many words behind a figure may name what it counts."""

MONEY = "$€£¥₽₴%"
"""Signs that say by themselves what is counted."""


YEAR = compiled(r"(?:1[5-9]|20)\d\d")
"""A bare number that as a rule is a year."""


def differ(case: PairContext, pair: Pair, kind: str, ours: str, theirs: str) -> bool:
    """Return whether two figures, or two dates, contradict each other: neither is a part of the other."""
    if YEAR.fullmatch(ours) and YEAR.fullmatch(theirs):
        return pair.score >= SURE and _before(pair.own.text, ours) == _before(pair.other.text, theirs) != ""
    if kind == "date":
        return pair.score >= BINDING and _are_other_days(case, pair, ours, theirs)
    if _are_places(case, ours, theirs):
        return False
    ends = ((pair.own, ours, case.side), (pair.other, theirs, case.other))
    lengths = [_length(point, words, side) for point, words, side in ends]
    if None not in lengths:
        return lengths[0] != lengths[1] and pair.score >= BINDING
    return not _is_one_count(case, ours, theirs) and count_alike(case, pair, ours, theirs)


def _are_other_days(case: PairContext, pair: Pair, ours: str, theirs: str) -> bool:
    """Return whether two dates are of one thing, and not the same as far as both are exact."""
    ends = ((pair.own, ours, case.side), (pair.other, theirs, case.other))
    bounds = [
        before if (before := _before(point.text, words)) in _bounds(short(side.readout.language)) else ""
        for point, words, side in ends
    ]
    if bounds[0] != bounds[1] and case.side.readout.language == case.other.readout.language:
        return False  # "since February" is no day on which anything happened
    here, there = _figures(case, ours, theirs)
    return not any(are_same(a, b) for a in here for b in there)


@cache
def _bounds(language: str) -> frozenset[str]:
    return frozenset(split_terms(load(language).quantities.bounds))


def _length(point: Point, words: str, side: Side) -> Fraction | None:
    """Return how many days the figure of a point says that is written so, None where it counts no length of time."""
    written = (f for f in point.quantities if f.kind == "number" and point.text[f.start : f.end] == words)
    found = next(written, None)
    return length_of(found, point.text, side.readout.language) if found else None


def _are_places(case: PairContext, ours: str, theirs: str) -> bool:
    """Return whether a figure says which of a row a thing is, and not how many there are."""
    return any(figure.value.endswith(PLACE) for figures in _figures(case, ours, theirs) for figure in figures)


def _is_one_count(case: PairContext, ours: str, theirs: str) -> bool:
    """Return whether two figures are of one size, whatever they count it in: "50 billion" and "USD 50 billion"."""
    here, there = ({f.value.partition(" ")[0] for f in figures} for figures in _figures(case, ours, theirs))
    return bool(here & there)


def _figures(case: PairContext, ours: str, theirs: str) -> tuple[Sequence[Quantity], Sequence[Quantity]]:
    here, there = (
        extract_quantities(words, one.readout.language) for words, one in ((ours, case.side), (theirs, case.other))
    )
    return here, there


def _before(text: str, words: str) -> str:
    """Return the word before some words of a text: the "by" of "by 2030", which a year of something else has not."""
    return next(reversed(text[: max(0, text.find(words))].lower().split()), "")


def count_alike(case: PairContext, pair: Pair, ours: str, theirs: str) -> bool:
    """Return whether two figures, as the two points of a pair write them, count one thing."""
    if set(ours) & set(theirs) & set(MONEY):
        return True
    languages = [short(side.readout.language) for side in (case.side, case.other)]
    if languages[0] != languages[1]:
        return pair.score >= CERTAIN
    here, there = (
        _counted(text, words, languages[0]) for text, words in ((pair.own.text, ours), (pair.other.text, theirs))
    )
    return bool(here & there) or (pair.score >= CERTAIN and not (here and there))


def _counted(text: str, words: str, language: str) -> set[str]:
    """Return the stems of a figure's own words and of the next few: "500 million dollars", "30 days"."""
    at = text.find(words)
    behind = islice(stems(text[at + len(words) :], language), AFTER) if at >= 0 else ()
    own = (word for word in stems(words, language) if not word.isdigit())
    return {*own, *behind} - {*stems(" ".join(empty_words(language)), language)}
