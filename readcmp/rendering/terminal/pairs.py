"""What both sides tell: linked points beside each other, with what differs marked and why they are linked."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.model import Evidence, Link
from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.clusters import Cluster, by_topic, clusters
from readcmp.rendering.terminal.layout import BLANK, Line, beside, clip, flush, hang, paragraph, wrap
from readcmp.rendering.terminal.ledger import percent
from readcmp.rendering.terminal.marks import BRACKETS, confidence, told, trimmed, unplaced
from readcmp.rendering.terminal.screen import QUIET_TOPICS, Screen

GUTTER = 5
REASONS = 5
"""So many reasons are given for a link; ``verbose`` gives all."""

DIFFERENT = "Under different topics"
"""The heading over links between points that have no topic in common."""

POSSIBLE_ROWS = 2
"""A possible pair is shown in so many lines at most; ``verbose`` shows all."""

_KINDS = {"same_act": "the same kind of act", "both_joint": "both told of both sides"}
"""Kinds of evidence without words of their own that a reader understands as they are."""


def pairs(screen: Screen) -> list[Line]:
    """Draw the links, grouped to clusters under their topics."""
    found = clusters(screen, screen.comparison.links)
    shown = [cluster for cluster in found if screen.verbose or cluster.topic not in QUIET_TOPICS]
    title = "What both tell" if screen.count == 2 else "What several tell"
    if not shown:
        return [*screen.heading(title), (("No point of one side is linked to a point of another.", "quiet"),)]
    blocks = [
        [*_subhead(screen, topic), *paragraph(_drawn(screen, cluster) for cluster in members)]
        for topic, members in by_topic(screen, shown)
    ]
    lines = [*screen.heading(title, _legend(screen)), *paragraph(blocks)]
    if len(shown) < len(found):
        number = len(found) - len(shown)
        rest = "1 more pair tells" if number == 1 else f"{number} more pairs tell"
        lines += [BLANK, ((f"{rest} only of the contact itself.", "quiet"),)]
    return lines


def possible(screen: Screen) -> list[Line]:
    """Draw the pairs that score under the threshold but not far, the likeliest first."""
    links = screen.comparison.possible
    if not screen.verbose:
        links = tuple(link for link in links if not (screen.is_quiet(link.a) or screen.is_quiet(link.b)))
    if not links:
        return []
    rows = None if screen.verbose else POSSIBLE_ROWS
    found = sorted(clusters(screen, links), key=lambda cluster: -max(link.score for link in cluster.links))
    heading = screen.heading("Possibly the same", "under the threshold, counted as not found")
    return [*heading, *paragraph(_drawn(screen, cluster, rows) for cluster in found)]


def _subhead(screen: Screen, topic: str | None) -> list[Line]:
    shares = []
    if topic is not None and topic in screen.topics:
        for n, side in enumerate(screen.comparison.sides):
            emphasis = screen.topics[topic].sides.get(side.id)
            shares.append(f"{screen.tags[n]} {percent(emphasis.share) if emphasis else '–'}")
    label: Line = ((screen.label(topic) if topic else DIFFERENT, "strong"),)
    return [flush(clip(label, screen.width), (("  ".join(shares), "quiet"),), screen.width)]


def _legend(screen: Screen) -> str:
    sign = "in colour" if screen.color else f"{BRACKETS[0]}so{BRACKETS[1]}"
    return f"● sure  ◐ likely  ○ doubtful   {sign}: only that side has it"


def _drawn(screen: Screen, cluster: Cluster, rows: int | None = None) -> list[Line]:
    return _beside(screen, cluster, rows) if screen.two_columns else _stacked(screen, cluster, rows)


def _beside(screen: Screen, cluster: Cluster, rows: int | None) -> list[Line]:
    """Set the points of two sides in two columns; the mark of a link stands between them."""
    width = (screen.width - GUTTER) // 2
    tag = _tag_width(screen)
    hub = 0 if len(cluster.sides[0]) <= len(cluster.sides[1]) else 1
    columns: list[list[Line]] = []
    gutter: list[Line] = []
    for n, points in enumerate(cluster.sides):
        column: list[Line] = []
        for point, line in zip(points, _lines(screen, cluster, points), strict=True):
            if n != hub:
                gutter += [BLANK] * (len(column) - len(gutter))
                gutter.append(((f"  {confidence(cluster.score(point))}", "quiet"),))
            column += hang(screen.tag(n), wrap(line, width - tag, rows), tag)
        columns.append(column)
    note = hang(BLANK, _notes(screen, cluster, width - tag), tag)
    if len(columns[0]) + len(note) <= len(columns[1]):
        return beside([[*columns[0], *note], gutter, columns[1]], [width, GUTTER])
    return [
        *beside([columns[0], gutter, columns[1]], [width, GUTTER]),
        *hang(BLANK, _notes(screen, cluster, screen.width - tag), tag),
    ]


def _stacked(screen: Screen, cluster: Cluster, rows: int | None) -> list[Line]:
    """Set the points of all sides under each other; the mark of a link stands before a later side's point."""
    tag = _tag_width(screen)
    first = next(n for n, points in enumerate(cluster.sides) if points)
    lines: list[Line] = []
    for n, points in enumerate(cluster.sides):
        for point, line in zip(points, _lines(screen, cluster, points), strict=True):
            mark = " " if n == first else confidence(cluster.score(point))
            head = beside([[screen.tag(n)], [((mark, "quiet"),)]], [tag])[0]
            lines += hang(head, wrap(line, screen.width - tag - 2, rows), tag + 2)
        if not points and screen.count > 2:
            lines += hang(screen.tag(n), [(("– not found", "quiet"),)], tag + 2)
    return [*lines, *hang(BLANK, _notes(screen, cluster, screen.width - tag - 2), tag + 2)]


def _lines(screen: Screen, cluster: Cluster, points: Sequence[str]) -> list[Line]:
    """Give each point's line; a governing clause is not repeated from one list item to the next."""
    lines, lead = [], ""
    for point in points:
        own = screen.points[point].lead
        lines.append(told(screen, point, cluster.links, short=bool(own) and own == lead))
        lead = own
    return lines


def _notes(screen: Screen, cluster: Cluster, width: int) -> list[Line]:
    """Give the quiet lines under a row: why it is one, and what its points are linked to besides."""
    lines = wrap(_why(screen, cluster), width)
    for link in cluster.beyond:
        other = f"{link.score:.2f}  also {screen.tags[screen.home[link.b]]}: {trimmed(screen.points[link.b].text)}"
        lines.append(clip(((other, "quiet"),), width))
    return lines


def _why(screen: Screen, cluster: Cluster) -> Line:
    """Say quietly how sure the links are, what made them, and what differs without showing in the words."""
    scores = sorted({f"{link.score:.2f}" for link in cluster.links})
    text = scores[0] if len(scores) == 1 else f"{scores[0]}–{scores[-1]}"
    reasons = _reasons(screen, cluster)
    if reasons:
        text += f"  {' · '.join(reasons)}"
    for n, points in enumerate(cluster.sides):
        apart = [words for point in points for words in unplaced(screen, point, cluster.links)]
        if apart:
            text += f"  only {screen.tags[n]}: {', '.join(dict.fromkeys(apart))}"
    return ((text, "quiet"),)


def _reasons(screen: Screen, cluster: Cluster) -> list[str]:
    """Name what made the links, the weightiest first, each thing once, but not the topic in the heading."""
    found: dict[str, float] = {}
    for link in cluster.links:
        for evidence in link.why:
            name = _name(screen, link, evidence)
            if name and (evidence.weight > 0 or evidence.kind == "topic") and evidence.id != cluster.topic:
                found[name] = max(found.get(name, 0.0), evidence.weight)
    names = sorted(found, key=lambda name: (-found[name], name))
    return names if screen.verbose else names[:REASONS]


def _name(screen: Screen, link: Link, evidence: Evidence) -> str:
    if evidence.kind == "topic":
        return screen.label(evidence.id)
    if evidence.kind == "actor":
        hits = (hit for end in (link.a, link.b) for hit in screen.points[end].hits)
        return next((safe(hit.text) for hit in hits if hit.id == evidence.id), safe(evidence.id or ""))
    a, b = safe(evidence.a or ""), safe(evidence.b or "")
    if a and b:
        return a if a.casefold() == b.casefold() else f"{a} ≈ {b}"
    unnamed = safe(evidence.kind).replace("_", " ") if screen.verbose else ""
    return a or b or _KINDS.get(evidence.kind, unnamed)


def _tag_width(screen: Screen) -> int:
    return max(len(tag) for tag in screen.tags) + 2


