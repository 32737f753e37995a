"""Coverage: how likely another side tells a point's matter at all, and the verdict that follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from readcmp.aligning.alignment import Alignment
from readcmp.model import Link, Side
from readcmp.vocabulary import Verdict

LIKELY = 0.5
"""A link of this score, 0..1, or more is likelier right than wrong."""

Key = tuple[str, str]


def cover(alignment: Alignment, sides: Sequence[Side]) -> Alignment:
    """Return the alignment with its coverage and verdicts, for every point and every side but its own.

    Call it after pins are applied: a link made by hand covers its ends, and a pair held apart covers nothing.
    """
    home = {point.id: side.id for side in sides for point in side.points}
    keys = [(point.id, other.id) for side in sides for point in side.points for other in sides if other is not side]
    linked = _best(alignment.links, home)
    possible = _best(alignment.possible, home)
    near = {
        key: found.score
        for key, found in alignment.nearest.items()
        if not {(key[0], found.point), (found.point, key[0])} & alignment.apart
    }
    coverage = {key: max(scores.get(key, 0.0) for scores in (linked, possible, near)) for key in keys}
    return replace(alignment, coverage=coverage, verdicts={key: _verdict(key, linked, possible) for key in keys})


def _verdict(key: Key, linked: Mapping[Key, float], possible: Mapping[Key, float]) -> Verdict:
    if linked.get(key, 0.0) >= LIKELY:
        return Verdict.BOTH
    return Verdict.UNSURE if key in linked or key in possible else Verdict.ONLY


def _best(links: Sequence[Link], home: Mapping[str, str]) -> dict[Key, float]:
    """Return the best score of each point's links to each other side."""
    best: dict[Key, float] = {}
    for link in links:
        for end, other in ((link.a, link.b), (link.b, link.a)):
            key = end, home[other]
            best[key] = max(best.get(key, 0.0), link.score)
    return best
