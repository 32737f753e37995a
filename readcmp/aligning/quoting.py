"""The words by which a pin names a point, such that they are found again in that point and in no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readcmp.model import Point, Side
from readcmp.text import letters_of

ENOUGH = 90
"""A point is quoted by its first words, so many letters or some more, where these are found in no other."""


def quotes_of(side: Side) -> Mapping[str, str]:
    """Return by the ids of a side's points the words that name each; a point that no words name alone is not in it."""
    letters = letters_of(side.readout.text)[0]
    found = ((point.id, _first(side, point, letters)) for point in side.points)
    return {point: words for point, words in found if words is not None}


def quote_of(side: Side, point: Point) -> str | None:
    """Return words for a point on one line: its first ones, else all of it, else with what stands around it.

    None where no words are found in this point alone, as when an account says the same twice in the same surroundings.
    """
    return _first(side, point, letters_of(side.readout.text)[0])


def _first(side: Side, point: Point, letters: str) -> str | None:
    return next((words for words in _tries(side, point) if _stand_once(words, letters)), None)


def _tries(side: Side, point: Point) -> Iterator[str]:
    text, start, end = side.readout.text, point.start, point.end
    space = text.find(" ", start + ENOUGH, end)
    if space > start:
        yield _line(text[start:space])
    yield _line(text[start:end])
    room = (end - start) // 2  # more of the words must stand in this point than in its neighbours
    for more in sorted({room // 4, room // 2, room} - {0}):
        yield _line(text[max(0, start - more) : end])
        yield _line(text[start : end + more])


def _line(text: str) -> str:
    return " ".join(text.split())


def _stand_once(words: str, letters: str) -> bool:
    wanted = letters_of(words)[0]
    first = letters.find(wanted) if wanted else -1
    return first >= 0 and letters.find(wanted, first + 1) < 0
