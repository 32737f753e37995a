"""What breaks a text before any sentence does: boilerplate, blank lines, the items of bulleted lists."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from readcmp.loading import matter_spans, text_without_quoting
from readcmp.model import Readout
from readcmp.patterns import compiled
from readcmp.vocabulary import BoilerplateKind

_BLANK = compiled(r"\n[^\S\n]*\n\s*|[\x0b\x0c\u2029]\s*")
_BULLET = compiled(r"[^\S\n]*(?:[-*+•◦▪‣·–—]|\(?\d{1,2}[.)]|\(?[a-z]\))[^\S\n]+(?=\S)")
_CLOSED = (".", "!", "?", ":", ";", "。", "！", "？", "：", "；")


class Block(Struct, frozen=True):
    """A stretch that no sentence crosses; ``item`` where it is one of a bulleted list."""

    start: int
    end: int
    item: bool = False


def blocks_of(readout: Readout) -> list[Block]:
    """Return the blocks of the account in the order of the text; boilerplate between sentences lies in none of them.

    A single line break is a hard wrap and breaks nothing, but for a line that opens with a bullet where the line
    above is closed by its punctuation or is itself an item: a dash that a wrap has carried to the front of a
    line is no bullet.
    """
    text = text_without_quoting(readout)
    bullets = {piece.end for piece in readout.boilerplate if piece.kind is BoilerplateKind.BULLET}
    found: list[Block] = []
    for start, end in matter_spans(readout):
        before = start - len(text[:start]) + len(text[:start].rstrip())
        for n, block in enumerate(_paragraphs(text, start, end)):
            found.append(Block(block.start, block.end, block.item or (n == 0 and before in bullets)))
    return found


def _paragraphs(text: str, start: int, end: int) -> Iterator[Block]:
    while start < end:
        gap = _BLANK.search(text, start, end)
        for block in _items(text, start, gap.start() if gap else end):
            if text[block.start : block.end].strip():
                yield block
        start = gap.end() if gap else end


def _items(text: str, start: int, end: int) -> Iterator[Block]:
    """Break one paragraph before each line that opens with a bullet."""
    begin, item, closed, line = start, False, True, start
    while line < end:
        stop = text.find("\n", line, end)
        stop = end if stop < 0 else stop
        if (closed or item) and _BULLET.match(text, line, stop):
            yield Block(begin, line, item)
            begin, item = line, True
        closed = text[line:stop].rstrip().endswith(_CLOSED)
        line = stop + 1
    yield Block(begin, end, item)
