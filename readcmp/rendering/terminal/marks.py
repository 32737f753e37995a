"""A point as it is shown: its words, with what the other side lacks marked inside the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_letters

from readcmp.model import Link
from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.layout import PLAIN, Line, Span
from readcmp.rendering.terminal.screen import Screen

SURE, LIKELY = 0.75, 0.5
"""From these scores on a link is shown as sure and as likely; 0.75 is right three times in four."""

BRACKETS = "‹›"
"""They stand around what differs where there is no colour; no readout uses them."""

Words = tuple[str, str]


def confidence(score: float) -> str:
    """Give the small mark of a link's score 0..1."""
    return "●" if score >= SURE else "◐" if score >= LIKELY else "○"


def told(screen: Screen, point: str, links: Sequence[Link] = (), *, short: bool = False) -> Line:
    """Give a point's words, the clause that governs them first, with its gaps in ``links`` marked.

    With ``short`` the governing clause is left out.
    """
    lead, text = safe(screen.points[point].lead), trimmed(screen.points[point].text)
    before = f"{lead} … " if lead and not short else ""
    return _marked(screen, before, text, screen.home[point], [words for _, words in gaps_of(point, links)])


def trimmed(text: str) -> str:
    """Give a point's words fit to show, without the commas that its sentence leaves at its ends."""
    return safe(text).strip(" ,;，；")


def unplaced(screen: Screen, point: str, links: Sequence[Link]) -> list[str]:
    """Give the words of gaps that are not found in the point as it is shown."""
    shown = f"{safe(screen.points[point].lead)} … {safe(screen.points[point].text)}"
    return [words for _, words in gaps_of(point, links) if not _find(words, shown)]


def gaps_of(point: str, links: Sequence[Link]) -> list[Words]:
    """Give what a point has and none of its partners has, as (kind, words), each once."""
    each = []
    for link in links:
        if point in (link.a, link.b):
            gaps = [(gap.kind, gap.a if point == link.a else gap.b) for gap in link.gaps]
            each.append([(kind, safe(words)) for kind, words in gaps if words])
    if not each:
        return []
    return list(dict.fromkeys(gap for gap in each[0] if all(gap in gaps for gaps in each[1:]) and gap[1]))


def _marked(screen: Screen, before: str, text: str, side: int, gaps: Sequence[str]) -> Line:
    line = before + text
    ranges = sorted(found for words in gaps if (found := _find(words, line)))
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


def _find(words: str, line: str) -> tuple[int, int] | None:
    """Find words in a line, preferably whole and in their own case; None if they are not there."""
    exact = re.escape(words)
    for pattern, flags in ((rf"(?<!\w){exact}(?!\w)", 0), (rf"(?<!\w){exact}(?!\w)", re.I), (exact, re.I)):
        match = re.search(pattern, line, flags)
        if match:
            start, end = match.span()
            if words[0].isascii() and words[0].isalpha():  # "n't" is shown as "don't"
                start = len(line[:start].rstrip(ascii_letters))
            return start, end
    return None
