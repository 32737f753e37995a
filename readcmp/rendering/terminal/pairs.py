"""What both sides tell, by topic, and what they possibly both tell."""

from __future__ import annotations

from readcmp.model import QUIET_TOPICS
from readcmp.rendering.clusters import by_topic, clusters
from readcmp.rendering.terminal.layout import BLANK, Line, clip, flush, paragraph
from readcmp.rendering.terminal.marks import BRACKETS
from readcmp.rendering.terminal.rows import row
from readcmp.rendering.terminal.screen import Screen
from readcmp.rendering.wording import percent

DIFFERENT = "Under different topics"
"""The heading over links between points that have no topic in common."""

MOST_POSSIBLE = 8
"""So many possible links are shown, the likeliest; ``verbose`` shows all."""


def pairs(screen: Screen) -> list[Line]:
    """Draw the links, put together to rows under their topics."""
    found = clusters(screen, screen.comparison.links)
    shown = [cluster for cluster in found if screen.verbose or cluster.topic not in QUIET_TOPICS]
    title = "What both tell" if screen.count == 2 else "What several tell"
    if not shown:
        return [*screen.heading(title), (("No point of one side is linked to a point of another.", "quiet"),)]
    blocks = [
        [*_subhead(screen, topic), *paragraph(row(screen, cluster) for cluster in members)]
        for topic, members in by_topic(screen, shown)
    ]
    lines = [*screen.heading(title, _legend(screen)), *paragraph(blocks)]
    if len(shown) < len(found):
        number = len(found) - len(shown)
        rest = "1 more pair tells" if number == 1 else f"{number} more pairs tell"
        lines += [BLANK, ((f"{rest} only of the contact itself.", "quiet"),)]
    return lines


def possible(screen: Screen) -> list[Line]:
    """Draw the pairs that score under the threshold but not far, the likeliest first, for a second look."""
    links = list(screen.comparison.possible)
    rest = 0
    if not screen.verbose:
        links = [link for link in links if not (screen.is_quiet(link.a) or screen.is_quiet(link.b))]
        links.sort(key=lambda link: (-link.score, screen.place(link.a) + screen.place(link.b)))
        rest = max(0, len(links) - MOST_POSSIBLE)
        links = links[:MOST_POSSIBLE]
    if not links:
        return []
    found = sorted(clusters(screen, links), key=lambda cluster: -max(link.score for link in cluster.links))
    lines = screen.heading("Possibly the same", "under the threshold, counted as not found")
    lines += paragraph(row(screen, cluster, faint=True) for cluster in found)
    return [*lines, *([BLANK, ((f"{rest} more with --verbose", "quiet"),)] if rest else [])]


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
    return f"● sure  ◐ likely  ○ doubtful   {sign}: what differs"
