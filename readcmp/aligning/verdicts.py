"""Verdicts: what follows from coverage and links for each point and every other side.

The two models are bound to each other, so that no output can say two things of one point: a point that is linked is
never called ``only``, and what is called ``only`` is in no list of possible matches.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from readcmp.aligning.alignment import Alignment
from readcmp.model import Link, Side
from readcmp.vocabulary import Verdict

LIKELY = 0.5
"""A link of this score, 0..1, or more is likelier right than wrong."""

Key = tuple[str, str]


def decide_verdicts(alignment: Alignment, sides: Sequence[Side]) -> Alignment:
    """Return the alignment with coverage and verdict for every point and every side but its own.

    Call it after pins are applied: a link made by hand covers its ends for certain. Where two sides were not weighed by
    a model of coverage, a point's best link, possible link or nearest candidate stands for it.
    """
    home = {point.id: side.id for side in sides for point in side.points}
    linked, possible = _best(alignment.links, home), _best(alignment.possible, home)
    coverage: dict[Key, float] = {}
    verdicts: dict[Key, Verdict] = {}
    keys = ((point.id, other.id) for side in sides for point in side.points for other in sides if other is not side)
    for key in keys:
        if linked.get(key) == 1.0:
            coverage[key], verdicts[key] = 1.0, Verdict.BOTH
        elif (bounds := alignment.bounds.get(frozenset((home[key[0]], key[1])))) is not None:
            coverage[key] = alignment.coverage[key]
            verdicts[key] = _verdict(coverage[key], *bounds, linked=key in linked)
        else:
            near = alignment.nearest.get(key)
            apart = near is None or bool({(key[0], near.point), (near.point, key[0])} & alignment.apart)
            near_score = 0.0 if near is None or apart else near.score
            coverage[key] = max(linked.get(key, 0.0), possible.get(key, 0.0), near_score)
            best = linked.get(key, possible.get(key, 0.0))
            verdicts[key] = _verdict(best, LIKELY, 0.0, linked=key in linked)
    alone = {key for key, verdict in verdicts.items() if verdict is Verdict.ONLY}
    kept = tuple(link for link in alignment.possible if not {(link.a, home[link.b]), (link.b, home[link.a])} & alone)
    return replace(alignment, coverage=coverage, verdicts=verdicts, possible=kept)


def _verdict(coverage: float, both: float, only: float, *, linked: bool) -> Verdict:
    if coverage >= both:
        return Verdict.BOTH
    return Verdict.ONLY if coverage <= only and not linked else Verdict.UNSURE


def _best(links: Sequence[Link], home: Mapping[str, str]) -> dict[Key, float]:
    """Return the best score of each point's links to each other side."""
    best: dict[Key, float] = {}
    for link in links:
        for end, other in ((link.a, link.b), (link.b, link.a)):
            key = end, home[other]
            best[key] = max(best.get(key, 0.0), link.score)
    return best
