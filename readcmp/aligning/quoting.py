"""Words of a point that a file of pins can quote, so that they name this point and no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readcmp.model import Point, Side
from readcmp.text import letters_of

STEP = 8
"""So many letters more are quoted on each side while the words stand in another place too."""


def quotes_of(side: Side) -> Mapping[str, str]:
    """Return by the ids of a side's points the words that name each: its own, where need be with some around them.

    A point that no words name alone is not in it.
    """
    text = letters_of(side.readout.text)[0]
    found = {}
    for point in side.points:
        for quote in _longer(side.readout.text, point):
            wanted = letters_of(quote)[0]
            if wanted and text.find(wanted, text.find(wanted) + 1) < 0:
                found[point.id] = " ".join(quote.split())
                break
    return found


def _longer(text: str, point: Point) -> Iterator[str]:
    """Return a point's words, then with ever more around them, as long as most of the words are its own."""
    yield text[point.start : point.end]
    for more in range(STEP, (point.end - point.start) // 2, STEP):
        yield text[max(point.start - more, 0) : point.end + more]
