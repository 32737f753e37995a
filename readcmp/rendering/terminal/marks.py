"""A point as it is shown: its words, with what the other side lacks marked inside the line."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.model import Link
from readcmp.rendering.differences import find, gaps_of
from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.layout import PLAIN, Line, Span
from readcmp.rendering.terminal.screen import Screen
from readcmp.rendering.wording import trimmed

BRACKETS = "‹›"
"""They stand around what differs where there is no colour; no readout uses them."""


def told(screen: Screen, point: str, links: Sequence[Link] = (), *, short: bool = False) -> Line:
    """Give a point's words, the clause that governs them first, with its gaps in ``links`` marked.

    With ``short`` the governing clause is left out.
    """
    lead, text = safe(screen.points[point].lead), trimmed(screen.points[point].text)
    before = f"{lead} … " if lead and not short else ""
    return _marked(screen, before, text, screen.home[point], [words for _, words in gaps_of(point, links)])


def _marked(screen: Screen, before: str, text: str, side: int, gaps: Sequence[str]) -> Line:
    line = before + text
    ranges = sorted(found for words in gaps if (found := find(words, line)))
    spans: list[Span] = []
    at = 0
    for start, end in ranges:
        if end <= at:
            continue
        spans += _split(line, at, max(at, start), len(before))
        words = line[max(at, start) : end]
        marked = (words, f"mark{side}") if screen.color else (f"{BRACKETS[0]}{words}{BRACKETS[1]}", PLAIN)
        spans.append(marked)
        at = end
    return (*spans, *_split(line, at, len(line), len(before)))


def _split(line: str, start: int, end: int, lead: int) -> list[Span]:
    """Give a stretch as spans: what lies in the governing clause is quiet."""
    parts = [(line[start : min(end, lead)], "quiet"), (line[max(start, lead) : end], PLAIN)]
    return [part for part in parts if part[0]]
