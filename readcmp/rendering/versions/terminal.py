"""Two versions on a screen: each change with its old and its new words one above the other."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.rendering.terminal.layout import BLANK, PLAIN, Line, hang, paragraph, wrap
from readcmp.rendering.terminal.palette import paint
from readcmp.rendering.versions.blocks import Block, Pieces, VersionsReport

__all__ = ["lines_of", "paint"]

WIDEST = 120
_MARGIN = 5


def lines_of(report: VersionsReport, width: int) -> list[Line]:
    """Return the whole screen as lines; what only one version says stands in ‹ › and in that version's colour."""
    width = min(width, WIDEST)
    heads = [
        line
        for name, text, role in (("Old", report.versions[0], "tag0"), ("New", report.versions[1], "tag1"))
        for line in hang(((name, role),), wrap(((text, PLAIN),), width - _MARGIN), _MARGIN)
    ]
    top = [*wrap(((report.title, "strong"),), width), *heads, BLANK, *wrap(((report.summary, PLAIN),), width)]
    return paragraph([top, *(list(_block(block, width)) for block in report.blocks)])


def _block(block: Block, width: int) -> Iterator[Line]:
    label = block.label[:1].upper() + block.label[1:]
    yield from wrap(((label, "strong"),), width)
    for name, pieces, n in (("Old", block.old, 0), ("New", block.new, 1)):
        if pieces:
            lines = wrap(_marked(pieces, n, whole=len(pieces) == 1), width - _MARGIN)
            yield from hang(((name, f"tag{n}"),), lines, _MARGIN)
    if block.what:
        yield from hang(((("", PLAIN)),), wrap(((f"Changes {block.what}", "quiet"),), width - _MARGIN), _MARGIN)


def _marked(pieces: Pieces, n: int, *, whole: bool) -> Line:
    if whole:
        return ((pieces[0][0], PLAIN),)
    return tuple((f"‹{words}›" if mark else words, f"mark{n}" if mark else PLAIN) for words, mark in pieces)
