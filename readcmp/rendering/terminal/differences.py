"""The key differences, drawn: a number, a headline and its kicker, and a quotation from each side."""

from __future__ import annotations

from msgspec.structs import replace
from rich.cells import cell_len

from readcmp.rendering.report.parts import Difference, Quote
from readcmp.rendering.report.quotes import ROOM, cut
from readcmp.rendering.terminal.layout import BLANK, Line, flush, hang, indent, paragraph, text_of, width_of, wrap
from readcmp.rendering.terminal.marked_text import drawn
from readcmp.rendering.terminal.screen import Detail, Screen
from readcmp.rendering.wording import DIFFERENCES, KEY_DIFFERENCES, NO_MATCH

SLACK = 8
"""Columns that a row of running text leaves empty, as words are not divided."""

MARGIN, LEAST = 20, 30
"""Columns that a quotation has at the least, and under which the closest passage is not worth naming."""


def differences(screen: Screen, detail: Detail) -> list[Line]:
    """Draw as many differences as the reader wants; none where there are none, or none are wanted."""
    found = screen.report.differences
    shown = found[: screen.findings]
    if not shown:
        return []
    all_shown = len(shown) == len(found)
    title, remark = (
        (DIFFERENCES, "") if all_shown else (KEY_DIFFERENCES, f"{len(shown)} of {len(found)} · --findings N for more")
    )
    number = len(str(len(shown))) + 2
    blocks = []
    for n, difference in enumerate(shown, start=1):
        quotes = _quotes(screen, difference, number, detail)
        blocks.append([*_heading(screen, difference, n, number, detail), *quotes])
        detail = replace(detail, longer=detail.longer - len(difference.quotes))
    return [screen.heading(title, remark)[0], *paragraph(blocks)]


def _heading(screen: Screen, difference: Difference, n: int, indented: int, detail: Detail) -> list[Line]:
    """Draw the headline, with the kicker at the right if there is room.

    Else the kicker stands above it, if the headline needs one and there are rows for it.
    """
    room = screen.width - indented
    lines = wrap(((difference.headline, "strong"),), room)
    kicker: Line = ((f"  {difference.kicker}", "quiet"),)
    if width_of(lines[-1]) + width_of(kicker) <= room:
        lines[-1] = flush(lines[-1], kicker, room)
    elif detail.kickers and difference.needs_kicker:
        lines = [*wrap(((difference.kicker, "quiet"),), room), *lines]
    return hang(((str(n), "quiet"),), lines, indented)


def _quotes(screen: Screen, difference: Difference, indented: int, detail: Detail) -> list[Line]:
    width = max((len(screen.tags[quote.n]) for quote in difference.quotes), default=0) + 2
    room = screen.width - indented - width
    lines: list[Line] = []
    before = -1
    for place, quote in enumerate(difference.quotes):
        rows = 1 if quote.weak and not screen.verbose else detail.rows_of(place)
        tag = screen.tag(quote.n) if quote.n != before else BLANK
        lines += hang(tag, _quote(screen, quote, room, rows), width)
        before = quote.n
    return indent(lines, indented)


def _quote(screen: Screen, quote: Quote, width: int, rows: int | None) -> list[Line]:
    """Draw a quotation on so many rows, cut so that what is marked stays; the closest passage quietly."""
    note: Line = ((f"{quote.note} " if quote.words else quote.note, "quiet"),) if quote.note else ()
    room = ROOM if rows is None else min(ROOM, rows * width - width_of(note) - 2 - SLACK * (rows - 1))
    if quote.weak and room < LEAST and NO_MATCH in quote.note:
        return wrap(((NO_MATCH, "quiet"),), width, rows)
    text = "".join(words for words, _ in quote.words)
    letters = room * len(text) // max(1, cell_len(text))  # wide characters take two columns
    words = drawn(screen, quote.n, cut(quote.words, max(letters, MARGIN)))
    if quote.weak:
        words = ((f"“{text_of(words)}”", "quiet"),)
    return wrap((*note, *words), width, rows)
