"""Things that two points call differently."""

from __future__ import annotations

from readcmp.model import Gap, Point
from readcmp.vocabulary import GapKind


def find_variant_gaps(p: Point, q: Point) -> list[Gap]:
    """Return a gap for each thing that two points call differently, none where they have a way in common."""
    gaps = []
    for thing in sorted({n.thing for n in p.variants} & {n.thing for n in q.variants}):
        here, there = ([n for n in point.variants if n.thing == thing] for point in (p, q))
        if not {n.way for n in here} & {n.way for n in there}:
            gaps.append(Gap(GapKind.NAMING, here[0].words, there[0].words, thing))
    return gaps
