"""The head of the full screen: which call, whose accounts, at what length, and what each says of the call."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.rendering.header import rows_of
from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.layout import BLANK, Line, beside, wrap
from readcmp.rendering.terminal.screen import Screen

NARROWEST = 20
"""Where a side's column would be narrower than this, the sides stand under each other."""


def facts(screen: Screen) -> list[Line]:
    """Draw the title line and a table with a column a side."""
    drawn = [*_title(screen), BLANK, *table(screen, _rows(screen))]
    for caution in screen.report.header.cautions:
        drawn += [BLANK, *wrap(((caution, ""),), screen.width)]
    return drawn


def table(screen: Screen, rows: Sequence[tuple[str, Sequence[Line]]]) -> list[Line]:
    """Draw labelled rows with a cell for each side, or cell under cell where the screen is too narrow."""
    margin = max(len(label) for label, _ in rows) + 3
    width = (screen.width - margin) // screen.count
    if width < NARROWEST:
        drawn: list[Line] = []
        for n in range(screen.count):
            drawn += [BLANK] * bool(n)
            drawn += _column(screen, [(label, cells[n]) for label, cells in rows])
        return drawn
    lines = []
    for label, cells in rows:
        columns = [wrap(cell, width - 2) for cell in cells]
        lines += beside([[((label, "quiet"),)], *columns], [margin, *[width] * (len(columns) - 1)])
    return lines


def _column(screen: Screen, rows: Sequence[tuple[str, Line]]) -> list[Line]:
    head, *others = (cell for _, cell in rows)
    lines = [head]
    for (label, _), cell in zip(rows[1:], others, strict=True):
        width = max(len(label) for label, _ in rows) + 4
        lines += beside([[((f"  {label}", "quiet"),)], wrap(cell, screen.width - width)], [width])
    return lines


def _title(screen: Screen) -> list[Line]:
    known = screen.report.header
    return wrap(((known.title, "strong"), (f"{' · ' if known.date else ''}{known.date}", "")), screen.width)


def _rows(screen: Screen) -> list[tuple[str, Sequence[Line]]]:
    sides = screen.comparison.sides
    names: list[Line] = [(*screen.tag(n), (f" {safe(side.readout.label)}", "")) for n, side in enumerate(sides)]
    rows: list[tuple[str, Sequence[Line]]] = [("", names)]
    for row in rows_of(screen, address=screen.verbose):
        rows.append((row.label, [((cell, "") if cell else (row.absent, "quiet"),) for cell in row.cells]))
    return rows
