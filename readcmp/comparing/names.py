"""Whom and which places one of two points names and the other does not."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.fuzz import token_set_ratio

from readcmp.comparing.told import Told
from readcmp.model import Gap
from readcmp.vocabulary import GapKind

ALIKE = 80
"""Two names that agree so well, of 100, are one."""


def find_party_gaps(a: Told, b: Told) -> list[Gap]:
    """Return the third parties named in one of two points; the sides themselves name each other all the time."""
    own = {a.side.id, b.side.id}
    ours, theirs = (
        {h.id: h.text for h in reversed(told.point.hits) if h.kind == "actor" and h.id not in own} for told in (a, b)
    )
    gaps = [Gap(GapKind.NAME, ours[i], None) for i in sorted(ours.keys() - theirs.keys())]
    gaps += [Gap(GapKind.NAME, None, theirs[i]) for i in sorted(theirs.keys() - ours.keys())]
    return list(dict.fromkeys(gaps))  # 俄乌 is one word for two of them


def find_place_gaps(a: Told, b: Told) -> list[Gap]:
    """Return a gap where two points in one language say that somebody is to gather, each in a place of its own.

    A place that the other account names anywhere may be that of something else, and two in one state may be one.
    """
    ours, theirs = a.content, b.content
    if ours.language != theirs.language or not (ours.places and theirs.places) or _states(a) & _states(b):
        return []
    here, there = _unnamed(ours.places, b), _unnamed(theirs.places, a)
    if len(here) < len(ours.places) or len(there) < len(theirs.places):
        return []
    return [Gap(GapKind.PLACE, here[0], there[0])]


def find_company_gaps(a: Told, b: Told) -> list[Gap]:
    """Return a gap for those who take part by one of two points, and are named nowhere in the other account."""
    if a.content.language != b.content.language:
        return []
    here, there = _unnamed(a.content.company, b), _unnamed(b.content.company, a)
    if here and there:
        return [Gap(GapKind.NAME, here[0], there[0])]
    return [Gap(GapKind.NAME, name, None) for name in here] + [Gap(GapKind.NAME, None, name) for name in there]


def _states(told: Told) -> set[str]:
    """Return the states in which the places of a point are, as far as the lexicon knows."""
    actors = (hit for hit in told.point.hits if hit.kind == "actor")
    return {hit.id for hit in actors if any(hit.text in place for place in told.content.places)}


def _unnamed(names: Iterable[str], other: Told) -> list[str]:
    """Return the names that the other account has nowhere, nor its point in much the same words."""
    return [
        name
        for name in names
        if name.casefold() not in other.account.folded
        and token_set_ratio(name.casefold(), other.content.text.casefold()) < ALIKE
    ]
