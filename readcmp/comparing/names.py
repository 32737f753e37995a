"""Whom and which places one of two points names and the other does not."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz.fuzz import token_set_ratio

from readcmp.annotation.content import TextContent
from readcmp.model import Gap, Point, Side
from readcmp.text import squeeze
from readcmp.vocabulary import GapKind

ALIKE = 80
"""Two names that agree so well, of 100, are one."""


def find_party_gaps(p: Point, q: Point, own: Collection[str]) -> list[Gap]:
    """Return the third parties named in one of two points; ``own`` are the sides, who name each other all the time."""
    ours = {h.id: h.text for h in reversed(p.hits) if h.kind == "actor" and h.id not in own}
    theirs = {h.id: h.text for h in reversed(q.hits) if h.kind == "actor" and h.id not in own}
    gaps = [Gap(GapKind.NAME, ours[i], None) for i in sorted(ours.keys() - theirs.keys())]
    gaps += [Gap(GapKind.NAME, None, theirs[i]) for i in sorted(theirs.keys() - ours.keys())]
    return list(dict.fromkeys(gaps))  # 俄乌 is one word for two of them


def find_place_gaps(p: Point, q: Point, ours: TextContent, theirs: TextContent, side: Side, other: Side) -> list[Gap]:
    """Return a gap where two points in one language say that somebody is to gather, each in a place of its own.

    A place that the other account names anywhere may be that of something else, and two in one state may be one.
    """
    if ours.language != theirs.language or not (ours.places and theirs.places):
        return []
    states = [
        {hit.id for hit in point.hits if hit.kind == "actor" and any(hit.text in place for place in content.places)}
        for point, content in ((p, ours), (q, theirs))
    ]
    if states[0] & states[1]:
        return []
    here, there = _unnamed(ours.places, theirs.text, other), _unnamed(theirs.places, ours.text, side)
    if len(here) < len(ours.places) or len(there) < len(theirs.places):
        return []
    return [Gap(GapKind.PLACE, here[0], there[0])]


def find_company_gaps(ours: TextContent, theirs: TextContent, side: Side, other: Side) -> list[Gap]:
    """Return a gap for those who take part by one of two points, and are named nowhere in the other account."""
    if ours.language != theirs.language:
        return []
    here, there = _unnamed(ours.company, theirs.text, other), _unnamed(theirs.company, ours.text, side)
    if here and there:
        return [Gap(GapKind.NAME, here[0], there[0])]
    return [Gap(GapKind.NAME, name, None) for name in here] + [Gap(GapKind.NAME, None, name) for name in there]


def _unnamed(names: Collection[str], text: str, account: Side) -> list[str]:
    """Return the names that neither a point's text nor its account has, in these words or much the same ones."""
    whole = squeeze(account.readout.text).casefold() if names else ""
    return [
        name
        for name in names
        if name.casefold() not in whole and token_set_ratio(name.casefold(), text.casefold()) < ALIKE
    ]
