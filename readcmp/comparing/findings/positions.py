"""Matters of dispute on which each account gives its own side's position, whether or not any words are contrary."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import SURE, Pair, PairContext
from readcmp.comparing.findings.headlines import names_topic, say_on
from readcmp.comparing.findings.making import make_paired
from readcmp.comparing.findings.words import quote_words
from readcmp.comparing.verdict_corrections import BINDING
from readcmp.model import Point, Side
from readcmp.vocabulary import ActClass, FindingKind

DISPUTING = (ActClass.REQUEST, ActClass.OPPOSE, ActClass.CONCERN, ActClass.WARN)
"""Classes of acts by which a side says that it wants something to be otherwise."""

STATING = (*DISPUTING, ActClass.ASSERT, ActClass.FACT, ActClass.COMMIT)
"""Classes of acts by which a side says what it holds."""

FIRM = 3
"""What is said with an act of this step of the ladder or more says that something must be."""

NEWS, GREAT = 0.4, 1.0
"""From these news values of its topic on, 0..1, what the sides hold on a matter is told, and how each words it."""

ALIKE = 0.5
"""Two passages that have so many of their words in common, 0..1, word a matter alike."""


def find_positions(case: PairContext) -> Iterator[Candidate]:
    """Find, for each topic, what each side holds on it; call it for one of both ways."""
    links = {(pair.own.id, pair.other.id): pair for pair in case.pairs if pair.score >= BINDING}
    for topic in sorted({t for point in case.side.points for t in point.topics}):
        if case.news(topic) < NEWS:
            continue
        ours, theirs = (_holders(case, side, topic) for side in (case.side, case.other))
        pairs = [pair for mine in ours for yours in theirs if (pair := links.get((mine.id, yours.id))) is not None]
        disputed = [pair for pair in pairs if _is_disputed(pair)]
        worded = [pair for pair in pairs if _is_worded(case, pair)] if case.news(topic) >= GREAT else []
        if disputed or worded:
            found = disputed or worded
            best = max(found, key=lambda pair: (pair.score, _firmness(pair), -pair.own.start, -pair.other.start))
            yield _draft(case, topic, best, worded=not disputed)


def _draft(case: PairContext, topic: str, pair: Pair, *, worded: bool) -> Candidate:
    does = "word it differently" if worded else "each put their case"
    text = f"{case.ours} and {case.theirs} {does}{say_on(case, topic, [pair.own, pair.other])}"
    called = next((ends for ends in pair.words("naming") if all(ends)), (None, None))
    if called[0] and called[1]:
        text = f"{case.ours} says {quote_words(called[0])}, {case.theirs} {quote_words(called[1])}"
    candidate = make_paired(
        case, FindingKind.STANCE, pair, text, called, topic=topic, act=_firmness(pair), doubtful=False
    )  # fmt: skip
    return replace(candidate, called=FindingKind.NAMING) if worded or called[0] else candidate


def _holders(case: PairContext, side: Side, topic: str) -> list[Point]:
    """Return the points in which a side says itself what it holds on a topic, their main one or one they name."""
    return [
        point
        for point in side.points
        if topic in point.topics
        and (topic == point.topics[0] or names_topic(case, topic, [point]))
        and point.speaker == side.id
        and point.act is not None
        and point.act.kind in STATING
        and not point.placeholder
        and not point.quiet
    ]


def _is_disputed(pair: Pair) -> bool:
    """Return whether one end of a pair wants something, or states it firmly, and the two do not say the same."""
    acts = [point.act for point in (pair.own, pair.other) if point.act]
    kinds = {act.kind for act in acts}
    if pair.score < SURE and ActClass.FACT in kinds:
        return False  # of a wide topic each may have its own matter
    if pair.score >= SURE and (len(kinds) == 1 or not kinds & {*DISPUTING}):
        return False
    return any(act.kind in DISPUTING or act.strength >= FIRM for act in acts)


def _is_worded(case: PairContext, pair: Pair) -> bool:
    """Return whether a sure pair states a matter, not only what happened, and each end in words of its own."""
    kinds = {point.act.kind for point in (pair.own, pair.other) if point.act}
    if pair.score < SURE or ActClass.ASSERT not in kinds or not kinds <= {ActClass.ASSERT, ActClass.FACT}:
        return False
    ours, theirs = case.contents[pair.own].words, case.contents[pair.other].words
    return len(ours & theirs) < ALIKE * min(len(ours), len(theirs))


def _firmness(pair: Pair) -> float:
    return max((point.act.strength for point in (pair.own, pair.other) if point.act), default=0) / 5
