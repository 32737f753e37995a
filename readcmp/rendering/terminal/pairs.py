"""What is in both accounts, by topic, and what is possibly in both."""

from __future__ import annotations

from readcmp.rendering.report.passages import Matter
from readcmp.rendering.terminal.layout import BLANK, Line, clip, flush, paragraph
from readcmp.rendering.terminal.marked_text import BRACKETS
from readcmp.rendering.terminal.rows import row
from readcmp.rendering.terminal.screen import Screen
from readcmp.rendering.wording import DIFFERS, LIKELY_MATCHES, NO_MATCHES, WEAK_MATCH


def pairs(screen: Screen) -> list[Line]:
    """Draw the matches under their topics."""
    found = screen.report.both
    if not found.matters:
        return [*screen.heading(found.heading), ((NO_MATCHES, "quiet"),)]
    blocks = [
        [*_subhead(screen, matter), *paragraph(row(screen, match) for match in matter.matches)]
        for matter in found.matters
    ]
    lines = [*screen.heading(found.heading, _legend(screen)), *paragraph(blocks)]
    return [*lines, *([BLANK, ((found.rest, "quiet"),)] if found.rest else [])]


def possible(screen: Screen) -> list[Line]:
    """Draw what is possibly in both, each passage with its best candidate, the likeliest first, for a second look."""
    found = screen.report.possible
    if not found.matters:
        return []
    lines = screen.heading(found.heading, WEAK_MATCH)
    lines += paragraph(row(screen, match, faint=True) for matter in found.matters for match in matter.matches)
    return [*lines, *([BLANK, ((found.rest, "quiet"),)] if found.rest else [])]


def _subhead(screen: Screen, matter: Matter) -> list[Line]:
    label: Line = ((matter.label, "strong"),)
    return [flush(clip(label, screen.width), (("  ".join(matter.shares), "quiet"),), screen.width)]


def _legend(screen: Screen) -> str:
    sign = "in colour" if screen.color else f"{BRACKETS[0]}…{BRACKETS[1]}"
    return f"{LIKELY_MATCHES}   {sign}: {DIFFERS}"
