"""Matters of dispute on which each account gives its own side's position, whether or not any words are contrary."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import SURE, Pair, PairContext
from readcmp.comparing.findings.headlines import names, on
from readcmp.comparing.findings.paired import pair_draft
from readcmp.comparing.findings.words import put
from readcmp.model import Point, Side
from readcmp.vocabulary import ActClass, FindingKind

DISPUTING = (ActClass.REQUEST, ActClass.OPPOSE, ActClass.CONCERN, ActClass.WARN)
"""Classes of acts by which a side says that it wants something to be otherwise."""

STATING = (*DISPUTING, ActClass.ASSERT, ActClass.FACT, ActClass.COMMIT)
"""Classes of acts by which a side says what it holds."""

FIRM = 3
"""What is said with an act of this step of the ladder or more says that something must be."""

GREAT = 1.0
"""Of a topic of this news value whatever the two sides state is a position."""

NEWS = 0.4
"""From this news value of its topic on, 0..1, what the sides hold on a matter is worth telling without a match."""


def positions(case: PairContext) -> Iterator[Candidate]:
    """Find, for each topic, what each side holds on it; call it for one of both ways."""
    scores = {(pair.own.id, pair.other.id): pair for own in case.candidates.values() for pair in own}
    for topic in sorted({t for point in case.side.points for t in point.topics}):
        if case.news(topic) < NEWS:
            continue
        ours, theirs = (_holders(case, side, topic) for side in (case.side, case.other))
        firm = FIRM if case.news(topic) < GREAT else 0
        told = (scores.get((mine.id, yours.id)) for mine in ours for yours in theirs)
        pairs = [pair for pair in told if pair is not None and _is_disputed(pair, firm)]
        if pairs:
            best = max(pairs, key=lambda pair: (pair.score, _firmness(pair), -pair.own.start, -pair.other.start))
            called = next((ends for ends in best.words("naming") if all(ends)), (None, None))
            text = f"{case.ours} and {case.theirs} each put their case{on(case, topic, [best.own, best.other])}"
            if called[0] and called[1]:
                text = f"{case.ours} says {put(called[0])}, {case.theirs} {put(called[1])}"
            yield pair_draft(
                case, FindingKind.STANCE, best, text, called, topic=topic, act=_firmness(best), doubtful=False
            )


def _holders(case: PairContext, side: Side, topic: str) -> list[Point]:
    """Return the points in which a side says itself what it holds on a topic, their main one or one they name."""
    return [
        point
        for point in side.points
        if topic in point.topics
        and (topic == point.topics[0] or names(case, topic, [point]))
        and point.speaker == side.id
        and point.act is not None
        and point.act.kind in STATING
        and not point.placeholder
        and not point.quiet
    ]


def _is_disputed(pair: Pair, firm: int) -> bool:
    """Return whether one end of a pair wants something, or states it firmly, and the two do not want the same."""
    acts = [point.act for point in (pair.own, pair.other) if point.act]
    same = pair.score >= SURE and (acts[0].kind == acts[-1].kind or not {act.kind for act in acts} & {*DISPUTING})
    return not same and any(act.kind in DISPUTING or act.strength >= firm for act in acts)


def _firmness(pair: Pair) -> float:
    return max((point.act.strength for point in (pair.own, pair.other) if point.act), default=0) / 5
