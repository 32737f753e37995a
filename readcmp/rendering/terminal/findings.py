"""The findings that open the screen, and what the reader asked to see besides."""

from __future__ import annotations

from readcmp.rendering.findings import remainder as left_out
from readcmp.rendering.findings import weightiest
from readcmp.rendering.terminal.layout import Line, hang, wrap
from readcmp.rendering.terminal.screen import Screen
from readcmp.rendering.watching import watching
from readcmp.rendering.wording import WATCH_LIST

HEADING = 24
"""Columns for who mentions a topic: ``Not found in US or RU``."""


def findings(screen: Screen) -> list[Line]:
    """Draw the findings that matter most, as many as the reader wants; none where he wants none."""
    title, remark, shown = weightiest(screen, screen.findings)
    lines = screen.heading(title, remark) if shown else []
    width = len(str(len(shown))) + 2
    for number, text in enumerate(shown, start=1):
        lines += hang(((f"{number}", "quiet"),), wrap(((text, ""),), screen.width - width), width)
    return lines


def watched(screen: Screen) -> list[Line]:
    """Draw the topics that the reader watches for, by who mentions them."""
    found = watching(screen)
    lines = screen.heading(WATCH_LIST) if found else []
    for heading, labels in found:
        lines += hang(((heading, "quiet"),), wrap(((", ".join(labels), ""),), screen.width - HEADING), HEADING)
    return lines


def remainder(screen: Screen) -> list[Line]:
    """Draw what is no part of the accounts, and remarks on the files: for ``verbose``."""
    found = left_out(screen)
    lines = screen.heading("Left out of the comparison") if found else []
    width = max(len(tag) for tag in screen.tags) + 2
    for n, text in found:
        lines += hang(screen.tag(n), wrap(((text, "quiet"),), screen.width - width), width)
    return lines
