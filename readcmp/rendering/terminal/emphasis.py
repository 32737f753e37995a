"""The topics: a row each, with the share of its own words that each side gives it."""

from __future__ import annotations

from readcmp.model import Emphasis, Topic
from readcmp.rendering.terminal.layout import BLANK, PLAIN, Line, beside, indent, wrap
from readcmp.rendering.terminal.screen import Screen
from readcmp.rendering.topics import Tellers, absent, left_out, told_by
from readcmp.rendering.wording import SHARES, percent

EIGHTHS = " ▏▎▍▌▋▊▉"
"""One eighth of a cell to seven, by index."""

_FIGURES = 11
"""Cells for what follows a bar: ``  41%  #3``."""


def emphasis(screen: Screen) -> list[Line]:
    """Draw the topics in the groups, and the order, that the report has."""
    groups = screen.report.topics
    if not groups:
        return []
    largest = max((e.share for _, rows in groups for topic in rows for e in topic.sides.values() if e), default=0.0)
    lines = screen.heading("Topics", SHARES)
    if screen.has_grid:
        lines[-1:] = beside(
            [[BLANK], *[[screen.tag(n)] for n in range(screen.count)]],
            [screen.margin, *[_column(screen)] * (screen.count - 1)],
        )
    for group, members in groups:
        lines += _group(screen, group, members, largest or 1.0)
    return [*lines, *_left_out(screen)]


def bar(share: float, width: int) -> str:
    """Return a bar of ``share`` 0..1 of ``width`` cells, in eighths of a cell; never nothing for something."""
    eighths = round(share * width * 8)
    if share > 0:
        eighths = max(eighths, 1)
    return ("█" * (eighths // 8) + EIGHTHS[eighths % 8]).rstrip()


def _group(screen: Screen, group: Tellers, members: list[Topic], largest: float) -> list[Line]:
    lines = [_name(screen, group)]
    for topic in members:
        cells = [topic.sides.get(side.id) for side in screen.comparison.sides]
        if screen.has_grid:
            lines += _row(screen, topic, cells, largest, absent(group))
        else:
            lines += _stacked(screen, topic, cells, largest)
    return lines


def _row(screen: Screen, topic: Topic, cells: list[Emphasis | None], largest: float, none: str) -> list[Line]:
    label = wrap(((screen.label(topic.id), ""),), screen.margin - 4)
    bars = [[_cell(n, given, largest, _room(screen)) if given else ((none, "quiet"),)] for n, given in enumerate(cells)]
    return beside([indent(label, 2), *bars], [screen.margin, *[_column(screen)] * (screen.count - 1)])


def _stacked(screen: Screen, topic: Topic, cells: list[Emphasis | None], largest: float) -> list[Line]:
    widest = max(len(tag) for tag in screen.tags) + 1
    lines = indent(wrap(((screen.label(topic.id), ""),), screen.width - 2), 2)
    for n, given in enumerate(cells):
        if given is not None:
            bars = _cell(n, given, largest, screen.width - widest - 6)
            lines += indent(beside([[screen.tag(n)], [bars]], [widest]), 4)
    return lines


def _cell(side: int, given: Emphasis, largest: float, room: int) -> Line:
    drawn = bar(given.share / largest, room - _FIGURES)
    space = " " * (room - _FIGURES - len(drawn))
    share = f"{space}{percent(given.share):>5}"
    return ((drawn, f"side{side}"), (share, PLAIN), (f"  #{given.rank}", "quiet"))


def _column(screen: Screen) -> int:
    return (screen.width - screen.margin) // screen.count


def _room(screen: Screen) -> int:
    return _column(screen) - 2


def _name(screen: Screen, group: Tellers) -> Line:
    return tuple((words, "quiet" if n is None else f"side{n}") for words, n in told_by(screen, group))


def _left_out(screen: Screen) -> list[Line]:
    """Describe what the table leaves out."""
    left = left_out(screen)
    return [BLANK, *wrap(((left, "quiet"),), screen.width)] if left else []
