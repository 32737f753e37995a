"""Short lists: the topics that the reader asked for, and what was left out of the comparison."""

from __future__ import annotations

from readcmp.rendering.terminal.layout import Line, hang, indent, wrap
from readcmp.rendering.terminal.screen import Screen
from readcmp.rendering.wording import LEFT_OUT, WATCH_LIST

NARROW = 60
"""Under this many columns headings stand above what they head, not beside it."""


def watched(screen: Screen) -> list[Line]:
    """Draw the topics that the reader asked for, by who mentions them."""
    found = screen.report.watch
    lines = screen.heading(WATCH_LIST) if found else []
    width = max((len(heading) for heading, _ in found), default=0) + 2
    for heading, labels in found:
        topics: Line = ((", ".join(labels), ""),)
        if screen.width < NARROW:
            lines += [*wrap(((heading, "quiet"),), screen.width), *indent(wrap(topics, screen.width - 2), 2)]
        else:
            lines += hang(((heading, "quiet"),), wrap(topics, screen.width - width), width)
    return lines


def remainder(screen: Screen) -> list[Line]:
    """Draw what is no part of the accounts, and remarks on the files: for ``verbose``."""
    found = screen.report.left_out
    lines = screen.heading(LEFT_OUT) if found else []
    width = max(len(tag) for tag in screen.tags) + 2
    for n, text in found:
        lines += hang(screen.tag(n), wrap(((text, "quiet"),), screen.width - width), width)
    return lines
