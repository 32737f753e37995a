"""Gaps: what differs inside a link. A high score means the same matter, never the same claim."""

from __future__ import annotations

import re

from readcmp.comparing.negation import negation_gaps
from readcmp.marking.figures import Figure, figures
from readcmp.model import Gap, Point, Side

STEPS_APART = 2
"""Two acts of one class differ from this many steps of the ladder on."""

Told = tuple[Point, Side]


def gaps_between(a: Told, b: Told) -> tuple[Gap, ...]:
    """Give the differences between two linked points, each as the words of the side that has them.

    Numbers, dates and quoted words that the other side does not have; third parties that only one side names;
    a negation on one side only; acts of different class or step. Exchanging the points exchanges the ends.
    """
    (p, side), (q, other) = a, b
    gaps = [
        *_figures(p, q, side.readout.language, other.readout.language),
        *_names(p, q, {side.id, other.id}),
        *_joined(p, q),
    ]
    gaps += negation_gaps(p.text, side.readout.language, q.text, other.readout.language)
    if p.act and q.act and (p.act.kind != q.act.kind or abs(p.act.strength - q.act.strength) >= STEPS_APART):
        gaps.append(Gap("act", p.act.term, q.act.term))
    return tuple(gaps)


def _figures(p: Point, q: Point, language: str, other_language: str) -> list[Gap]:
    ours, theirs = figures(p.text, language), figures(q.text, other_language)

    def lacking(these: tuple[Figure, ...], those: tuple[Figure, ...], text: str) -> list[tuple[str, str]]:
        have = {(f.kind, f.value) for f in those}
        return [(f.kind, text[f.start : f.end]) for f in these if (f.kind, f.value) not in have]

    return [Gap(kind, words, None) for kind, words in lacking(ours, theirs, p.text)] + [
        Gap(kind, None, words) for kind, words in lacking(theirs, ours, q.text)
    ]


def _names(p: Point, q: Point, own: set[str]) -> list[Gap]:
    """Third parties named on one side only; the sides themselves name each other all the time."""
    ours = {h.id: h.text for h in reversed(p.hits) if h.kind == "actor" and h.id not in own}
    theirs = {h.id: h.text for h in reversed(q.hits) if h.kind == "actor" and h.id not in own}
    return [Gap("name", ours[i], None) for i in sorted(ours.keys() - theirs.keys())] + [
        Gap("name", None, theirs[i]) for i in sorted(theirs.keys() - ours.keys())
    ]


_AND = re.compile(r"\b(\w+)\s+(and|or)\s+(\w+)\b", re.I)


def _joined(p: Point, q: Point) -> list[Gap]:
    """Two words that one side joins by "and" or "or" and the other sets side by side: another scope."""
    found = []
    for text, against, ours in ((p.text, q.text, True), (q.text, p.text, False)):
        plain = " ".join(against.lower().split())
        for match in _AND.finditer(text):
            first, _, second = (word.lower() for word in match.groups())
            other = re.search(rf"\b{re.escape(first)}(?: (?:and|or))? {re.escape(second)}\b", plain)
            if other is not None and other.group() != " ".join(match.group().lower().split()):
                ends = (" ".join(match.group().split()), other.group())
                if ours or f" {ends[1]} ".count(" and ") + f" {ends[1]} ".count(" or ") == 0:
                    found.append(Gap("scope", *(ends if ours else ends[::-1])))
    return found
