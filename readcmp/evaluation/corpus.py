"""Invented pairs: one file a contact, ``NAME.pair``, both accounts in it point by point, as an editor marked them.

A file reads::

    # Invented: no such contact took place.
    2023-05-11  phone call between the President of the United States and the President of Brazil

    [us en]
    u1  own   fact     contact         | The President spoke today by phone with the President of Brazil
    -                                  | to discuss
    u2  both  report   climate,energy  | the Amazon Fund,

    u3  own   commit   climate         | The President announced that ...

    [br en]
    ...

    [links]
    u2  b4  both: the Amazon Fund

A point is id, speaker, act and topics (the main one first) before the bar, its words behind it; ``-`` is text of no
point; a blank line between two pieces is a new paragraph. Pieces are joined by one space, by none before closing marks
and between Chinese characters. A link may bear a note. ``#`` begins a line for readers alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from msgspec import Struct, field

SUFFIX = ".pair"

_CLOSING = re.compile(r"[,.;:)!?”’»]")
_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


class MarkedPoint(Struct, frozen=True):
    """A point as it was marked: ``text[start:end]`` of its side says it."""

    id: str
    speaker: str
    act: str
    topics: tuple[str, ...]
    start: int
    end: int


class MarkedSide(Struct):
    """One side's account, put together piece by piece."""

    id: str
    language: str
    text: str = ""
    points: list[MarkedPoint] = field(default_factory=list)

    def add(self, piece: str, *, paragraph: bool) -> int:
        """Add a piece of text, on a new paragraph or not, and return where it begins."""
        if self.text and paragraph:
            self.text += "\n\n"
        elif self.text and not (_CLOSING.match(piece) or (_CHINESE.match(self.text[-1]) and _CHINESE.match(piece))):
            self.text += " "
        start = len(self.text)
        self.text += piece
        return start


class MarkedPair(Struct, frozen=True):
    """An invented contact: when and what it was, its two accounts, and links as two point ids and a note."""

    date: str
    event: str
    sides: tuple[MarkedSide, ...]
    links: tuple[tuple[str, str, str], ...]


def set_aside(name: str) -> bool:
    """Return whether a pair of this name is kept for measuring alone: one in three, whatever else is added."""
    return int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def parse_pair(text: str) -> MarkedPair:
    """Read a file of the form above; raise ValueError, with the line, for what cannot be read."""
    lines = [(n, line.strip()) for n, line in enumerate(text.splitlines(), 1) if not line.startswith("#")]
    date, event = "", ""
    sides: list[MarkedSide] = []
    links: list[tuple[str, str, str]] = []
    section, paragraph = "", False
    for number, line in lines:
        if not line:
            paragraph = True
            continue
        header = re.fullmatch(r"\[(\w+)(?: (\w+))?\]", line)
        if header:
            section = header[1]
            if header[2]:
                sides.append(MarkedSide(header[1], header[2]))
        elif not section:
            date, _, event = line.partition("  ")
        elif section == "links":
            links.append(_link(line, number))
        else:
            _add_piece(sides[-1], line, number, paragraph=paragraph)
        paragraph = False
    for side in sides:
        side.text += "\n"
    return MarkedPair(date, event, tuple(sides), tuple(_ordered(sides, links)))


def _link(line: str, number: int) -> tuple[str, str, str]:
    found = re.fullmatch(r"(\w+)\s+(\w+)(?:\s\s+(.*))?", line)
    if not found:
        raise ValueError(f"line {number} is no link: two ids, then two spaces and a note if there is one")
    return found[1], found[2], found[3] or ""


def _add_piece(side: MarkedSide, line: str, number: int, *, paragraph: bool) -> None:
    head, bar, piece = line.partition(" | ")
    marks = head.split()
    if not bar or (marks != ["-"] and len(marks) != 4):
        raise ValueError(f"line {number} is no point: id, speaker, act and topics (or '-'), then ' | ' and its words")
    start = side.add(piece, paragraph=paragraph)
    if marks != ["-"]:
        name, speaker, act, topics = marks
        end = start + len(piece)
        side.points.append(MarkedPoint(name, speaker, act, tuple(topics.split(",")), start, end))


def _ordered(sides: Iterable[MarkedSide], links: Iterable[tuple[str, str, str]]) -> Iterable[tuple[str, str, str]]:
    """Return the links with the point of the first side first."""
    sides = list(sides)
    ids = [point.id for side in sides for point in side.points]
    if len(sides) != 2 or len(set(ids)) != len(ids):
        raise ValueError("two sides are needed, and ids that are all different")
    home = {point.id: n for n, side in enumerate(sides) for point in side.points}
    for a, b, note in links:
        if {home.get(a), home.get(b)} != {0, 1}:
            raise ValueError(f"the link {a} {b} does not join points of the two sides")
        yield (a, b, note) if home[a] == 0 else (b, a, note)
