"""The head of the screen: which contact, who tells of it, at what length, and what each says of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from readcmp.model import Fact, Side
from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.layout import BLANK, Line, Span, beside, flush, width_of, wrap
from readcmp.rendering.terminal.screen import Screen
from readcmp.rendering.wording import FACTS, long_date, published, size_of

NARROWEST = 20
"""Where a side's column would be narrower than this, the sides stand under each other."""

def facts(screen: Screen) -> list[Line]:
    """Draw the title line and a table with a column a side."""
    comparison = screen.comparison
    return [*_title(screen), BLANK, *table(screen, _rows(screen, comparison.sides, comparison.facts))]


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
    comparison = screen.comparison
    names = [safe(side.readout.label) for side in comparison.sides]
    title = safe(comparison.event.title or "") or f"{', '.join(names[:-1])} and {names[-1]}"
    date = long_date(comparison.event.date) if comparison.event.date else ""
    heading = wrap(((title, "strong"), (f"{' · ' if date else ''}{date}", "")), screen.width)
    corner = f"engine {safe(comparison.engine)}"
    if comparison.lexicon:
        corner += f" · lexicon {safe(comparison.lexicon)[:8]}"
    remark: Line = ((corner, "quiet"),)
    if width_of(heading[-1]) + width_of(remark) < screen.width:
        return [*heading[:-1], flush(heading[-1], remark, screen.width)]
    return [*heading, *wrap(remark, screen.width)]


def _rows(screen: Screen, sides: Sequence[Side], said: Sequence[Fact]) -> list[tuple[str, Sequence[Line]]]:
    rows: list[tuple[str, Sequence[Line]]] = [
        ("", [(*screen.tag(n), (f" {safe(side.readout.label)}", "")) for n, side in enumerate(sides)])
    ]

    def add(label: str, tell: Callable[[Side], str | None]) -> None:
        told = [safe(tell(side) or "") for side in sides]
        if any(told):
            rows.append((label, [((text or "–", "" if text else "quiet"),) for text in told]))

    add("Title", lambda side: side.readout.title)
    add("Published", published)
    add("Text", size_of)
    if screen.verbose:
        add("Source", lambda side: side.readout.url or side.readout.source)
    for kind in sorted({fact.kind for fact in said}, key=lambda kind: ([*FACTS, kind].index(kind), kind)):
        here = [fact for fact in said if fact.kind == kind]
        cells = [_quoted([fact for fact in here if fact.side == side.id]) for side in sides]
        rows.append((FACTS.get(kind, safe(kind).capitalize()), cells))
    return rows


def _quoted(found: Sequence[Fact]) -> Line:
    spans: list[Span] = []
    for fact in found:
        spans += [("; ", "")] * bool(spans) + [(f"“{safe(fact.value)}”", "")]
    return tuple(spans) or (("not said", "quiet"),)
