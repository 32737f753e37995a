"""A point as the screen shows it: what the other side lacks is coloured, or stands in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.model import Link
from readcmp.rendering import differences
from readcmp.rendering.differences import LEAD, MARK
from readcmp.rendering.terminal.layout import PLAIN, Line, Span
from readcmp.rendering.terminal.screen import Screen

BRACKETS = "‹›"
"""They stand around what differs where there is no colour; no readout uses them."""


def told(screen: Screen, point: str, links: Sequence[Link] = (), *, short: bool = False) -> Line:
    """Give a point's words, the clause that governs them first, with its gaps in ``links`` marked.

    With ``short`` the governing clause is left out.
    """
    side = screen.home[point]

    def span(words: str, what: str) -> Span:
        if what == MARK:
            return (words, f"mark{side}") if screen.color else (f"{BRACKETS[0]}{words}{BRACKETS[1]}", PLAIN)
        return words, "quiet" if what == LEAD else PLAIN

    return tuple(span(words, what) for words, what in differences.told(screen, point, links, short=short))
