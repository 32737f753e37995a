"""A finding on a pair of points: what differs, and the words of both that do."""

from __future__ import annotations

from readcmp.comparing.findings.candidate import Candidate, measure_substance
from readcmp.comparing.findings.context import Pair, PairContext
from readcmp.comparing.findings.headlines import names_topic
from readcmp.vocabulary import FindingKind


def make_paired(
    case: PairContext,
    kind: FindingKind,
    pair: Pair,
    headline: str,
    words: tuple[str | None, str | None] = (None, None),
    *,
    doubtful: bool | None = None,
    topic: str | None = None,
    **parts: float,
) -> Candidate:
    """Make a candidate of a pair: what differs, and the words of both points that do.

    It is doubtful where the link is, if ``doubtful`` does not say otherwise. Its topic, where none is given, is the
    one of both that is the greatest news.
    """
    if topic is None:
        shared = [t for t in pair.own.topics if t in pair.other.topics] or pair.own.topics[:1]
        topic = max(shared, key=lambda t: (names_topic(case, t, (pair.own, pair.other)), case.news(t)), default=None)
    grave = any(case.contents[point].is_grave for point in (pair.own, pair.other))
    told = {"sure": pair.score, "share": 0.0, "figures": 0.0, "names": 0.0, "unnamed": 0.0, "grave": float(grave)}
    weights = measure_substance(case, [pair.own], topic) | told | parts
    unsure = pair.doubtful if doubtful is None else doubtful
    marked = tuple((side.id, said) for side, said in zip((case.side, case.other), words, strict=True) if said)
    return Candidate(kind, case, (pair.own, pair.other), headline, weights, topic=topic, doubtful=unsure, marked=marked)
