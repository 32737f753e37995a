"""What breaks a text before any sentence does: furniture, blank lines, the items of bulleted lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readcmp.model import Readout

_BLANK = re.compile(r"\n[^\S\n]*\n\s*|[\x0b\x0c\u2029]\s*")
_BULLET = re.compile(r"[^\S\n]*(?:[-*+•◦▪‣·–—]|\(?\d{1,2}[.)]|\(?[a-z]\))[^\S\n]+(?=\S)")
_CLOSED = (".", "!", "?", ":", ";", "。", "！", "？", "：", "；")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch that no sentence crosses; ``item`` where it is one of a bulleted list."""

    start: int
    end: int
    item: bool = False


def blocks_of(readout: Readout) -> list[Block]:
    """Give the blocks of the account in the order of the text; furniture lies in none of them.

    A single line break is a hard wrap and breaks nothing, but for a line that opens with a bullet where the line
    above is closed by its punctuation or is itself an item: a dash that a wrap has carried to the front of a
    line is no bullet. Furniture within a line (``**``) breaks nothing either, yet its characters stay in the
    block; the words around it are one sentence.
    """
    text, found = readout.text, []
    start = 0
    for piece in sorted(readout.furniture, key=lambda f: f.start):
        if not any(c.isalnum() for c in text[piece.start : piece.end]) and _within_line(text, piece.start, piece.end):
            continue
        found += _paragraphs(text, start, piece.start)
        start = max(start, piece.end)
    return found + _paragraphs(text, start, len(text))


def _within_line(text: str, start: int, end: int) -> bool:
    """Whether a stretch has words before or after it on its own line, and no line break in it."""
    if "\n" in text[start:end]:
        return False
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return bool(text[line:start].strip() or text[end : len(text) if stop < 0 else stop].strip())


def _paragraphs(text: str, start: int, end: int) -> list[Block]:
    found: list[Block] = []
    while start < end:
        gap = _BLANK.search(text, start, end)
        stop = gap.start() if gap else end
        found += _items(text, start, stop)
        start = gap.end() if gap else end
    return [block for block in found if text[block.start : block.end].strip()]


def _items(text: str, start: int, end: int) -> list[Block]:
    """Break one paragraph before each line that opens with a bullet."""
    found: list[Block] = []
    begin, item, closed, line = start, False, True, start
    while line < end:
        stop = text.find("\n", line, end)
        stop = end if stop < 0 else stop
        bullet = _BULLET.match(text, line, stop)
        if bullet and (closed or item):
            found.append(Block(begin, line, item))
            begin, item = line, True
        closed = text[line:stop].rstrip().endswith(_CLOSED)
        line = stop + 1
    found.append(Block(begin, end, item))
    return found
