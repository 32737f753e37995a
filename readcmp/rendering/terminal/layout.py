"""Lines of styled text, measured in terminal cells: wrap, pad, clip, set beside each other.

A span is a text and the role it plays (``quiet``, ``side0``); a line is a tuple of spans. What a role looks
like is the palette's matter, so that the same lines serve colour, plain text and pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import zip_longest

from rich.cells import cell_len, chop_cells

from readcmp.patterns import compiled

Span = tuple[str, str]
Line = tuple[Span, ...]

PLAIN = ""
"""The role of running text."""

BLANK: Line = ()

LEFT_TO_RIGHT = "\u200e"
"""Takes no room and parts columns whose texts run from right to left: else a terminal that turns those swaps them."""

_RIGHT_TO_LEFT = compiled("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")

_WIDE = "\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003fffd"
_CLOSE = "，。、；：？！）》〉”’」』】〕…％·"
_OPEN = "（《〈“‘「『【〔"


@cache
def _pieces() -> re.Pattern[str]:
    """Match what no line break may divide: a word, or a wide character with the marks that cling to it.

    Chinese and Japanese have no spaces; a line may break between any two of their characters, but no line
    begins with closing or ends with opening punctuation, nor with dots or what parts the items of a list.
    """
    close, opening = f"[{_CLOSE}]*", f"[{_OPEN}]*"
    return compiled(rf"(?:{opening}(?:[{_WIDE}]|[^\s{_WIDE}]+){close}|\S)(?: [·…](?!\S))?\s*|\s+")


def text_of(line: Line) -> str:
    """Return a line's text without its roles."""
    return "".join(text for text, _ in line)


def width_of(line: Line) -> int:
    """Return the number of cells that a line takes."""
    return sum(cell_len(text) for text, _ in line)


def wrap(line: Line, width: int, rows: int | None = None) -> list[Line]:
    """Break a line into lines of at most ``width`` cells, without spaces at their ends.

    A word that is longer than a line is cut. With ``rows``, what does not fit into so many lines is left out
    and ``…`` says so.
    """
    text = text_of(line)
    ends: list[tuple[int, int]] = []
    start, used = 0, 0
    for match in _pieces().finditer(text):
        piece = match.group()
        size = cell_len(piece.rstrip())
        if used and used + size > width:
            ends.append((start, match.start()))
            start, used = match.start(), 0
        if size > width:
            at = match.start()
            *full, rest = chop_cells(piece.rstrip(), max(width, 2))
            for part in full:
                ends.append((at, at + len(part)))
                at += len(part)
            start, used = at, cell_len(rest) + len(piece) - len(piece.rstrip())
        else:
            used += cell_len(piece)
    if start < len(text):
        ends.append((start, len(text)))
    lines = [_slice(line, start, start + len(text[start:end].rstrip())) for start, end in ends] or [BLANK]
    if rows is not None and len(lines) > rows:
        return [*lines[: rows - 1], _with_dots(lines[rows - 1], width)]
    return lines


def clip(line: Line, width: int) -> Line:
    """Cut a line at a word so that it takes at most ``width`` cells; ``…`` at its end says so."""
    return line if width_of(line) <= width else _with_dots(line, width)


def _with_dots(line: Line, width: int) -> Line:
    kept = wrap(line, max(width - 2, 2))[0]
    return (*kept, (" …", kept[-1][1] if kept else PLAIN))


def pad(line: Line, width: int) -> Line:
    """Fill a line up with spaces to ``width`` cells."""
    return (*line, (" " * max(0, width - width_of(line)), PLAIN))


def flush(left: Line, right: Line, width: int, fill: str = " ", role: str = PLAIN) -> Line:
    """Set ``right`` at the right edge of a line that begins with ``left``, the room between them filled up.

    Where they do not fit together the right part goes.
    """
    room = width - width_of(left) - width_of(right)
    if room < 0 or (right and room < 1):
        return left
    return (*left, (fill * room, role), *right)


def indent(lines: Iterable[Line], columns: int) -> list[Line]:
    """Move lines to the right; empty ones stay empty."""
    return [((" " * columns, PLAIN), *line) if line else line for line in lines]


def hang(head: Line, lines: Sequence[Line], columns: int) -> list[Line]:
    """Set ``head`` before the first line and indent the others by as many columns as the head is given."""
    return beside([[head], list(lines)], [columns])


def beside(columns: Sequence[Sequence[Line]], widths: Sequence[int]) -> list[Line]:
    """Set columns beside each other, every one but the last filled up to its width."""
    rows = []
    for cells in zip_longest(*columns, fillvalue=BLANK):
        turned = any(_RIGHT_TO_LEFT.search(text) for cell in cells for text, _ in cell)
        row: Line = ()
        for cell, width in zip(cells, widths, strict=False):
            row += (*pad(cell, width), *([(LEFT_TO_RIGHT, PLAIN)] if turned else []))
        rows.append(row + cells[-1])
    return rows


def paragraph(blocks: Iterable[Sequence[Line]], gap: int = 1) -> list[Line]:
    """Join blocks of lines with empty lines between them; empty blocks leave no gap."""
    joined: list[Line] = []
    for block in blocks:
        if block:
            joined += [BLANK] * (gap if joined else 0) + list(block)
    return joined


def _slice(line: Line, start: int, end: int) -> Line:
    """Return the spans of a line between two offsets in code points."""
    kept, at = [], 0
    for text, role in line:
        part = text[max(0, start - at) : max(0, end - at)]
        if part:
            kept.append((part, role))
        at += len(text)
    return tuple(kept)
