"""What both sides tell, by topic, and what they possibly both tell."""

from __future__ import annotations

from readcmp.rendering.clusters import DIFFERENT, linked, shares
from readcmp.rendering.clusters import possible as likeliest
from readcmp.rendering.terminal.layout import BLANK, Line, clip, flush, paragraph
from readcmp.rendering.terminal.marks import BRACKETS
from readcmp.rendering.terminal.rows import row
from readcmp.rendering.terminal.screen import Screen
from readcmp.rendering.wording import in_both, possibly


def pairs(screen: Screen) -> list[Line]:
    """Draw the links, put together to rows under their topics."""
    found, rest = linked(screen, every=screen.verbose)
    title = in_both(screen.count)
    if not found:
        return [*screen.heading(title), (("No passage of one account has a likely match in another.", "quiet"),)]
    blocks = [
        [*_subhead(screen, topic), *paragraph(row(screen, cluster) for cluster in members)] for topic, members in found
    ]
    lines = [*screen.heading(title, _legend(screen)), *paragraph(blocks)]
    return [*lines, *([BLANK, ((rest, "quiet"),)] if rest else [])]


def possible(screen: Screen) -> list[Line]:
    """Draw what is possibly in both, each passage with its best candidate, the likeliest first, for a second look."""
    found, rest = likeliest(screen, every=screen.verbose)
    if not found:
        return []
    lines = screen.heading(possibly(screen.count), "○ weak matches")
    lines += paragraph(row(screen, cluster, faint=True) for cluster in found)
    return [*lines, *([BLANK, ((f"{rest} more with --verbose", "quiet"),)] if rest else [])]


def _subhead(screen: Screen, topic: str | None) -> list[Line]:
    label: Line = ((screen.label(topic) if topic else DIFFERENT, "strong"),)
    return [flush(clip(label, screen.width), (("  ".join(shares(screen, topic)), "quiet"),), screen.width)]


def _legend(screen: Screen) -> str:
    sign = "in colour" if screen.color else f"{BRACKETS[0]}so{BRACKETS[1]}"
    return f"● strong  ◐ likely match   {sign}: wording that differs"
