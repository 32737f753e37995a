"""What only one side tells, with the nearest that another side has: "not found in", never "left out by"."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.model import Nearest
from readcmp.rendering.terminal.layout import BLANK, Line, beside, clip, hang, paragraph, wrap
from readcmp.rendering.terminal.marks import told
from readcmp.rendering.terminal.screen import SIDE_BY_SIDE, Screen
from readcmp.rendering.wording import trimmed
from readcmp.text import count_words

MOST = 4
"""So many points of one topic are shown, the weightiest; ``verbose`` shows all."""

NEAR = 0.10
"""A candidate under this score has little to do with the point; ``verbose`` names it nevertheless."""


def omissions(screen: Screen) -> list[Line]:
    """Draw, for each side, the points that no other side has, with their topics at the left."""
    return paragraph((_of_side(screen, n) for n in range(screen.count)), gap=2)


def _of_side(screen: Screen, side: int) -> list[Line]:
    here = screen.comparison.sides[side]
    linked = {end for link in screen.comparison.links for end in (link.a, link.b)}
    weights = {
        point: finding.weight
        for finding in reversed(screen.comparison.findings)
        for point in finding.points
        if finding.kind == "omission"
    }
    alone = [point.id for point in here.points if point.id not in linked]
    shown = [point for point in alone if point in weights or screen.verbose]
    if not shown:
        return []
    others = " or ".join(tag for n, tag in enumerate(screen.tags) if n != side)
    lines = screen.heading(
        f"Only {screen.tags[side]} tells", f"{len(shown)} of {len(here.points)} points, not found in {others}"
    )
    groups: dict[str | None, list[str]] = {}
    for point in shown:
        groups.setdefault(next(iter(screen.points[point].topics), None), []).append(point)
    ordered = sorted(groups.items(), key=lambda item: (-_words(screen, item[1]), item[0] or ""))
    lines += paragraph(_group(screen, topic, points, weights) for topic, points in ordered)
    notes = _notes(screen, shown, len(alone) - len(shown), others)
    return [*lines, *([BLANK, *wrap(((notes, "quiet"),), screen.width)] if notes else [])]


def _words(screen: Screen, points: Sequence[str]) -> int:
    return sum(count_words(screen.points[point].text) for point in points)


def _group(screen: Screen, topic: str | None, points: list[str], weights: dict[str, float]) -> list[Line]:
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
    """Name what comes nearest on each other side, unless the next point has the same and will name it."""
    lines: list[Line] = []
    for n, side in enumerate(screen.comparison.sides):
        nearest = screen.comparison.nearest.get((point, side.id))
        if nearest is None or not _is_near(screen, nearest):
            continue
        after = screen.comparison.nearest.get((following, side.id)) if following else None
        if after is not None and after.point == nearest.point and _is_near(screen, after):
            continue
        lines.append(clip(_candidate(screen, n, nearest), width))
    return lines


def _is_near(screen: Screen, nearest: Nearest) -> bool:
    return screen.verbose or nearest.score >= NEAR


def _candidate(screen: Screen, side: int, nearest: Nearest) -> Line:
    candidate = screen.points[nearest.point]
    note = "may be covered by" if candidate.placeholder else "nearest in"
    return ((f"  {note} {screen.tags[side]}, {nearest.score:.2f}: {trimmed(candidate.text)}", "quiet"),)


def _notes(screen: Screen, shown: Sequence[str], rest: int, others: str) -> str:
    """Say what the table does not: that nothing comes near some points, and how many are no news."""
    notes = []
    nearest = screen.comparison.nearest
    if any(not _is_near(screen, near) for (point, _), near in nearest.items() if point in shown):
        notes.append(f"Where none is named, the nearest in {others} scores under {NEAR:.2f}.")
    if rest:
        more, tell, name = ("point", "tells", "names") if rest == 1 else ("points", "tell", "name")
        notes.append(f"{rest} more {more} {tell} only of the contact itself or {name} no topic.")
    return " ".join(notes)
