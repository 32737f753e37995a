"""A row of passages on one matter: beside each other for two sides, else under each other."""

from __future__ import annotations

from readcmp.rendering.report.passages import Match, Passage
from readcmp.rendering.terminal.layout import BLANK, Line, beside, clip, hang, text_of, wrap
from readcmp.rendering.terminal.marked_text import drawn
from readcmp.rendering.terminal.screen import Screen

GUTTER = 5
"""Columns between the sides, with the mark of the match in their midst."""

FAINT_ROWS = 2
"""A passage of a faint row is shown in so many lines at most; ``verbose`` shows all."""


def row(screen: Screen, match: Match, *, faint: bool = False) -> list[Line]:
    """Draw a match with what differs marked, and quietly under it why it is one.

    A faint row is for the eye to pass over: quiet and short.
    """
    return (_beside if screen.two_columns else _stacked)(screen, match, faint)


def _beside(screen: Screen, match: Match, faint: bool) -> list[Line]:
    """Set the passages of two sides in two columns; the mark of a match stands between them.

    The notes go under the left column where there is room beside the right one.
    """
    width = (screen.width - GUTTER) // 2
    tag = _tag_width(screen)
    hub = 0 if len(match.sides[0]) <= len(match.sides[1]) else 1
    columns: list[list[Line]] = []
    gutter: list[Line] = []
    for n, passages in enumerate(match.sides):
        column: list[Line] = []
        for passage in passages:
            if n != hub:
                gutter += [BLANK] * (len(column) - len(gutter))
                gutter.append(((f"  {passage.mark}", "quiet"),))
            column += hang(_name(screen, n, faint), _words(screen, passage, width - tag, faint), tag)
        columns.append(column)
    note = hang(BLANK, _notes(match, width - tag), tag)
    if len(columns[0]) + len(note) <= len(columns[1]):
        return beside([[*columns[0], *note], gutter, columns[1]], [width, GUTTER])
    note = hang(BLANK, _notes(match, screen.width - tag), tag)
    return [*beside([columns[0], gutter, columns[1]], [width, GUTTER]), *note]


def _stacked(screen: Screen, match: Match, faint: bool) -> list[Line]:
    """Set the passages of all sides under each other; the mark of a match stands before a later side's passage."""
    tag = _tag_width(screen)
    width = screen.width - tag - 2
    first = next(n for n, passages in enumerate(match.sides) if passages)
    lines: list[Line] = []
    for n, passages in enumerate(match.sides):
        for passage in passages:
            mark = " " if n == first or not passage.mark else passage.mark
            head = beside([[_name(screen, n, faint)], [((mark, "quiet"),)]], [tag])[0]
            lines += hang(head, _words(screen, passage, width, faint), tag + 2)
        if match.absent[n]:
            lines += hang(_name(screen, n, faint), [((f"– {match.absent[n]}", "quiet"),)], tag + 2)
    return [*lines, *hang(BLANK, _notes(match, width), tag + 2)]


def _words(screen: Screen, passage: Passage, width: int, faint: bool) -> list[Line]:
    line = drawn(screen, passage.n, passage.words)
    if faint:
        line = ((text_of(line), "quiet"),)
    return wrap(line, width, FAINT_ROWS if faint and not screen.verbose else None)


def _name(screen: Screen, side: int, faint: bool) -> Line:
    return screen.tag(side, "side" if faint else "tag")


def _tag_width(screen: Screen) -> int:
    return max(len(tag) for tag in screen.tags) + 2


def _notes(match: Match, width: int) -> list[Line]:
    """Return the quiet lines under a row: why it is one, and what its passages match besides."""
    why = "  ".join(filter(None, (match.scores, " · ".join(match.reasons), *match.apart)))
    lines = wrap(((why, "quiet"),), width)
    return [*lines, *(clip(((f"{one.name}: {one.text}", "quiet"),), width) for one in match.beyond)]
