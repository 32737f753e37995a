"""The words by which a pin names a point, such that they are found again in that point and in no other."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.aligning.pins import find_point
from readcmp.model import Point, Side

ENOUGH = 90
"""A point is quoted by its first words, so many letters or some more, where these are found in no other."""


def quote_of(side: Side, point: Point) -> str | None:
    """Return words for a point on one line: its first ones, else all of it, else with what stands around it.

    None where no words are found in this point alone, as when an account says the same twice in the same surroundings.
    """
    return next((words for words in _tries(side, point) if _names(side, words, point)), None)


def _tries(side: Side, point: Point) -> Iterator[str]:
    text, start, end = side.readout.text, point.start, point.end
    space = text.find(" ", start + ENOUGH)
    if start < space < end:
        yield _line(text[start:space])
    yield _line(text[start:end])
    room = (end - start) // 2  # more of the words must stand in this point than in its neighbours
    for more in sorted({room // 4, room // 2, room} - {0}):
        yield _line(text[max(0, start - more) : end])
        yield _line(text[start : end + more])


def _line(text: str) -> str:
    return " ".join(text.split())


def _names(side: Side, words: str, point: Point) -> bool:
    """Return whether a pin of these words is one of this point."""
    if not words:
        return False
    try:
        return find_point(side, words) == point.id
    except LookupError:
        return False
