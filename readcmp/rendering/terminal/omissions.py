"""What only one side tells, drawn: its topics at the left, the nearest candidates quietly below."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.rendering.omissions import alone, candidates, remarks
from readcmp.rendering.terminal.layout import BLANK, Line, beside, clip, hang, paragraph, wrap
from readcmp.rendering.terminal.marks import told
from readcmp.rendering.terminal.screen import SIDE_BY_SIDE, Screen
from readcmp.rendering.wording import only_in, trimmed

MOST = 4
"""So many points of one topic are shown, the weightiest; ``verbose`` shows all."""


def omissions(screen: Screen) -> list[Line]:
    """Draw, for each side, the points that no other side has, with their topics at the left."""
    return paragraph((_of_side(screen, n) for n in range(screen.count)), gap=2)


def _of_side(screen: Screen, side: int) -> list[Line]:
    found = alone(screen, side, every=screen.verbose)
    if not found.groups:
        return []
    weights = {
        point: finding.weight
        for finding in reversed(screen.comparison.findings)
        for point in finding.points
        if finding.side is not None
    }
    lines = screen.heading(only_in(screen.tags[side]), found.remark)
    lines += paragraph(_group(screen, topic, points, weights) for topic, points in found.groups)
    notes = remarks(screen, found, every=screen.verbose)
    return [*lines, *([BLANK, *wrap(((notes, "quiet"),), screen.width)] if notes else [])]


def _group(screen: Screen, topic: str | None, points: Sequence[str], weights: dict[str, float]) -> list[Line]:
    width = screen.width - screen.aside
    chosen = points
    if not screen.verbose and len(points) > MOST + 1:  # a line that says "1 more" takes the room of that one
        heavy = sorted(points, key=lambda point: -weights.get(point, 0.0))[:MOST]
        chosen = [point for point in points if point in heavy]
    rows = None if screen.verbose else 2 if screen.width >= SIDE_BY_SIDE else 3
    lines: list[Line] = []
    lead = ""
    for point, following in zip(chosen, [*chosen[1:], None], strict=True):
        own = screen.points[point].lead
        line = told(screen, point, short=bool(own) and own == lead)
        lead = own
        lines += hang((("•", f"side{screen.home[point]}"),), wrap(line, width - 2, rows), 2)
        lines += _nearest(screen, point, following, width)
    if len(chosen) < len(points):
        lines.append(((f"  {len(points) - len(chosen)} more with --verbose", "quiet"),))
    label: Line = ((screen.label(topic), "strong"),)
    if not screen.aside:
        return [*wrap(label, screen.width), *lines]
    return beside([wrap(label, screen.aside - 2), lines], [screen.aside])


def _nearest(screen: Screen, point: str, following: str | None, width: int) -> list[Line]:
    """Name what comes nearest on each other side, a line each."""
    found = candidates(screen, point, following, every=screen.verbose)
    return [
        clip(((f"  {name}: {trimmed(screen.points[nearest.point].text)}", "quiet"),), width)
        for _, name, nearest in found
    ]
