"""A point as it is shown: its words, and in them what its partners lack or say otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import ascii_letters

from readcmp.model import BOTH, NONE, THIRD, Link
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.rendering.wording import trimmed
from readcmp.vocabulary import GapKind

Words = tuple[str, str]

PLAIN, LEAD, MARK = "", "lead", "mark"
"""What a stretch of a shown point is: its own words, the clause that governs it, what its partners lack."""


def told(view: View, point: str, links: Sequence[Link] = (), *, short: bool = False) -> list[Words]:
    """Return a point's words as (words, what they are), the governing clause first, with its gaps in ``links`` marked.

    With ``short`` the governing clause is left out.
    """
    lead, text = safe(view.points[point].lead), trimmed(view.points[point].text)
    before = f"{lead} … " if lead and not short else ""
    line = before + text
    found = sorted(place for _, words in gaps_of(point, links) if (place := find(words, line)))
    pieces: list[Words] = []
    at = 0
    for start, end in found:
        if end > at:
            pieces += [*_split(line, at, max(at, start), len(before)), (line[max(at, start) : end], MARK)]
            at = end
    return [*pieces, *_split(line, at, len(line), len(before))]


def _split(line: str, start: int, end: int, lead: int) -> list[Words]:
    """Return a stretch without marks: what lies in the governing clause, and the rest."""
    parts = [(line[start : min(end, lead)], LEAD), (line[max(start, lead) : end], PLAIN)]
    return [part for part in parts if part[0]]


def unplaced(view: View, point: str, links: Sequence[Link]) -> list[str]:
    """Return the words of gaps that are not found in the point as it is shown."""
    shown = f"{safe(view.points[point].lead)} … {safe(view.points[point].text)}"
    return [words for _, words in gaps_of(point, links) if not find(words, shown)]


def speakers(view: View, links: Sequence[Link]) -> list[str]:
    """Name who is said to speak at each end of links that differ in it: ``US: both sides · RU: Russia alone``."""
    found = []
    for link in links:
        for gap in link.gaps:
            if gap.kind is GapKind.SPEAKER:
                ends = ((gap.a, view.tags[view.home[link.a]]), (gap.b, view.tags[view.home[link.b]]))
                found.append(" · ".join(f"{tag}: {_who(view, who)}" for who, tag in ends))
    return list(dict.fromkeys(found))


def _who(view: View, who: str | None) -> str:
    known: dict[str, str] = {BOTH: "both sides", THIRD: "someone else", NONE: "nobody named"}
    known |= {side.id: f"{safe(side.readout.label)} alone" for side in view.comparison.sides}
    return known.get(who or NONE, safe(who or "").upper())


def gaps_of(point: str, links: Sequence[Link]) -> list[Words]:
    """Return what a point has and none of its partners has, as (kind, words), each once; speakers stand apart."""
    each = []
    for link in links:
        if point in (link.a, link.b):
            gaps = [(g.kind, g.a if point == link.a else g.b) for g in link.gaps if g.kind is not GapKind.SPEAKER]
            each.append([(kind, safe(words)) for kind, words in gaps if words])
    if not each:
        return []
    return list(dict.fromkeys(gap for gap in each[0] if all(gap in gaps for gaps in each[1:]) and gap[1]))


def find(words: str, line: str) -> tuple[int, int] | None:
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
