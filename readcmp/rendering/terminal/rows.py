"""A row of points that tell of one matter: beside each other for two sides, else under each other."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.rendering.clusters import UNMATCHED, Cluster, absent
from readcmp.rendering.differences import speakers, unplaced
from readcmp.rendering.reasons import reasons
from readcmp.rendering.terminal.layout import BLANK, Line, beside, clip, hang, text_of, wrap
from readcmp.rendering.terminal.marks import told
from readcmp.rendering.terminal.screen import Screen
from readcmp.rendering.wording import confidence, trimmed

GUTTER = 5
"""Columns between the sides, with the mark of the link in their midst."""

FAINT_ROWS = 2
"""A point of a faint row is shown in so many lines at most; ``verbose`` shows all."""


def row(screen: Screen, cluster: Cluster, *, faint: bool = False) -> list[Line]:
    """Draw a cluster with what differs marked, and quietly under it why it is one.

    A faint row is for the eye to pass over: quiet, short and without marks and reasons.
    """
    return (_beside if screen.two_columns else _stacked)(screen, cluster, faint)


def _beside(screen: Screen, cluster: Cluster, faint: bool) -> list[Line]:
    """Set the points of two sides in two columns; the mark of a link stands between them.

    The notes go under the left column where there is room beside the right one.
    """
    width = (screen.width - GUTTER) // 2
    tag = _tag_width(screen)
    hub = 0 if len(cluster.sides[0]) <= len(cluster.sides[1]) else 1
    columns: list[list[Line]] = []
    gutter: list[Line] = []
    for n, points in enumerate(cluster.sides):
        column: list[Line] = []
        for point, lines in _points(screen, cluster, points, width - tag, faint):
            if n != hub:
                gutter += [BLANK] * (len(column) - len(gutter))
                gutter.append(((f"  {confidence(cluster.score(point))}" if cluster.links else "", "quiet"),))
            column += hang(_name(screen, n, faint), lines, tag)
        columns.append(column)
    note = hang(BLANK, _notes(screen, cluster, width - tag, faint), tag)
    if len(columns[0]) + len(note) <= len(columns[1]):
        return beside([[*columns[0], *note], gutter, columns[1]], [width, GUTTER])
    note = hang(BLANK, _notes(screen, cluster, screen.width - tag, faint), tag)
    return [*beside([columns[0], gutter, columns[1]], [width, GUTTER]), *note]


def _stacked(screen: Screen, cluster: Cluster, faint: bool) -> list[Line]:
    """Set the points of all sides under each other; the mark of a link stands before a later side's point."""
    tag = _tag_width(screen)
    width = screen.width - tag - 2
    first = next(n for n, points in enumerate(cluster.sides) if points)
    drawn: list[Line] = []
    for n, points in enumerate(cluster.sides):
        for point, lines in _points(screen, cluster, points, width, faint):
            mark = " " if n == first or not cluster.links else confidence(cluster.score(point))
            head = beside([[_name(screen, n, faint)], [((mark, "quiet"),)]], [tag])[0]
            drawn += hang(head, lines, tag + 2)
        if not points and screen.count > 2 and not faint:
            drawn += hang(_name(screen, n, faint), [((f"– {absent(screen, cluster, n)}", "quiet"),)], tag + 2)
    return [*drawn, *hang(BLANK, _notes(screen, cluster, width, faint), tag + 2)]


def _points(
    screen: Screen, cluster: Cluster, points: Sequence[str], width: int, faint: bool
) -> list[tuple[str, list[Line]]]:
    """Give each point with its lines; a governing clause is not repeated from one list item to the next."""
    drawn, lead = [], ""
    for point in points:
        own = screen.points[point].lead
        line = told(screen, point, () if faint else cluster.links, short=bool(own) and own == lead)
        if faint:
            line = ((text_of(line), "quiet"),)
        drawn.append((point, wrap(line, width, FAINT_ROWS if faint and not screen.verbose else None)))
        lead = own
    return drawn


def _name(screen: Screen, side: int, faint: bool) -> Line:
    return screen.tag(side, "side" if faint else "tag")


def _tag_width(screen: Screen) -> int:
    return max(len(tag) for tag in screen.tags) + 2


def _notes(screen: Screen, cluster: Cluster, width: int, faint: bool) -> list[Line]:
    """Give the quiet lines under a row: why it is one, and what its points are linked to besides."""
    lines = wrap(((_why(screen, cluster, faint), "quiet"),), width)
    for link in () if faint else cluster.beyond:
        tag, other = screen.tags[screen.home[link.b]], trimmed(screen.points[link.b].text)
        lines.append(clip(((f"{link.score:.2f}  also {tag}: {other}", "quiet"),), width))
    return lines


def _why(screen: Screen, cluster: Cluster, faint: bool) -> str:
    """Say how sure the links are, what made them, and what differs without showing in the words."""
    scores = sorted({f"{link.score:.2f}" for link in cluster.links}) or [UNMATCHED]
    text = scores[0] if len(scores) == 1 else f"{scores[0]}–{scores[-1]}"
    if faint and not screen.verbose:
        return text
    named = reasons(screen, cluster.links, topic=cluster.topic, every=screen.verbose)
    if named:
        text += f"  {' · '.join(named)}"
    for n, points in enumerate(cluster.sides):
        apart = [words for point in points for words in unplaced(screen, point, cluster.links)]
        if apart:
            text += f"  only {screen.tags[n]}: {', '.join(dict.fromkeys(apart))}"
    return "  ".join([text, *speakers(screen, cluster.links)[: None if screen.verbose else 1]])
