"""A trend on a terminal: a heat map of topics, what changed, what is left out, set phrases."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.layout import clip, pad, text_of, wrap
from readcmp.rendering.wording import long_date
from readcmp.trend.trend import Trend
from readcmp.trend.words import Map, firsts_of, gaps_of, maps_of, name_of, steps_of, title_of

SHADES = " ░▒▓█"
"""From no share to a large one: a quarter of the words and more is full."""

FULL = 0.25

LABEL = 34
"""Columns of a topic's name."""

INDENT = "    "
"""What stands before what a line goes on with."""

TOPICS, STEPS, RATES, PHRASES = 12, 4, 4, 8


def render_terminal(trend: Trend, *, width: int) -> str:
    """Return the trend as lines of at most ``width`` columns, without colour."""
    return "\n".join(part for line in _lines(trend, width) for part in _wrapped(line, width)) + "\n"


def _lines(trend: Trend, width: int) -> Iterator[str]:
    yield title_of(trend)
    yield ", ".join(f"{name_of(side)}: {count:,}" for side, count in trend.sides[:8])
    if trend.undated:
        yield f"{trend.undated:,} more without a day are not counted"
    step = 2 if trend.by != "day" else 3
    for one in maps_of(trend, most=TOPICS, widest=max(1, (width - LABEL - 2) // step)):
        yield ""
        yield from _map(one, step)
    yield f"Share of the account’s words: {' '.join(f'{s} {p}' for s, p in zip(SHADES[1:], _bounds(), strict=True))}"
    yield from _steps(trend, width)
    yield from _gaps(trend)
    firsts = firsts_of(trend)
    if firsts:
        yield ""
        yield "PUBLISHED FIRST, where both times are known (95% interval)"
        yield from firsts
    yield from _phrases(trend, width)


def _bounds() -> list[str]:
    size = FULL / (len(SHADES) - 2)
    return [f"over {n * size * 100:.0f}%" for n in range(len(SHADES) - 1)]


def shade(share: float | None) -> str:
    """Return the sign for a share 0..1; a dot where there is no readout."""
    if share is None:
        return "·"
    size = FULL / (len(SHADES) - 2)
    return SHADES[0] if share <= 0 else SHADES[min(len(SHADES) - 1, 1 + int(share / size))]


def _map(one: Map, step: int) -> Iterator[str]:
    yield f"TOPICS: {one.name.upper()}   {one.periods[0]} to {one.periods[-1]}, a column each"
    for row in one.rows:
        cells = "".join(shade(share) * (step - 1) + " " for share in row.shares)
        yield f"{_fitted(row.label, LABEL)}  {cells}".rstrip()


def _fitted(text: str, room: int) -> str:
    return text_of(pad(clip(((text, ""),), room), room))


def _steps(trend: Trend, width: int) -> Iterator[str]:
    steps = steps_of(trend, most=STEPS)
    if not steps:
        return
    yield ""
    yield "NEW AND DROPPED since the side’s account before, of the same countries"
    for step in steps:
        yield f"{step.name}, {step.date}"
        for sign, labels in (("+", step.new), ("−", step.dropped)):
            if labels:
                yield from _wrapped(f"  {sign} {', '.join(labels)}", width)


def _gaps(trend: Trend) -> Iterator[str]:
    gaps = gaps_of(trend, most=RATES)
    if not gaps:
        return
    yield ""
    yield "LEFT OUT, a topic and event each; where one cannot be sure it counts as neither (95% interval)"
    for gap in gaps[:6]:
        yield gap.sentence
        for label, rate, *_ in gap.topics:
            yield f"  {_fitted(label, LABEL)}{rate}"


def _phrases(trend: Trend, width: int) -> Iterator[str]:
    if not trend.formulae:
        return
    yield ""
    yield "SET PHRASES"
    for formula in trend.formulae[:PHRASES]:
        days = f"{formula.events:,} events, {long_date(formula.first)} to {long_date(formula.last)}"
        yield f"{name_of(formula.side)}, {formula.state} ({days})"
        yield from _wrapped(f"  “{safe(formula.text)}”", width)
        if formula.now:
            yield from _wrapped(f"  now “{safe(formula.now)}”", width)


def _wrapped(text: str, width: int) -> list[str]:
    """Break a line by columns, of which a Chinese character takes two; what follows the first is set in."""
    if cell_len(text) <= width:
        return [text]
    first, *rest = map(text_of, wrap(((text, ""),), width - len(INDENT)))
    return [first, *(INDENT + line for line in rest)]
