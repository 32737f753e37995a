"""A passage as the screen shows it: wording that differs is coloured, or stands in brackets."""

from __future__ import annotations

from collections.abc import Iterable

from readcmp.rendering.marked_passage import LEAD, MARK, Words
from readcmp.rendering.terminal.layout import PLAIN, Line, Span
from readcmp.rendering.terminal.screen import Screen

BRACKETS = "‹›"
"""They stand around what differs where there is no colour; no readout uses them."""


def drawn(screen: Screen, side: int, words: Iterable[Words]) -> Line:
    """Return a passage's words as spans, what differs in the colour of its side, the governing clause quiet."""

    def span(text: str, what: str) -> Span:
        if what == MARK:
            return (text, f"mark{side}") if screen.color else (f"{BRACKETS[0]}{text}{BRACKETS[1]}", PLAIN)
        return text, "quiet" if what == LEAD else PLAIN

    return tuple(span(text, what) for text, what in words)
