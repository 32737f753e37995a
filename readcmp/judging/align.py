"""From a model's sureness to the same alignment that weighed evidence gives, with the evidence beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readcmp.aligning import Alignment
from readcmp.aligning.explain import log_odds
from readcmp.aligning.link_model import Choice
from readcmp.aligning.reasons import explain_link
from readcmp.aligning.scoring import ScoredPairs, score_pairs
from readcmp.annotation.contents import Contents
from readcmp.finding import Nearest
from readcmp.judging.answers import Pair
from readcmp.judging.asking import Asking
from readcmp.judging.calibration import Calibration
from readcmp.lexicon import TopicEntry
from readcmp.model import Evidence, Link, Side
from readcmp.vocabulary.features import EvidenceKind

Ends = tuple[str, str]
"""A pair by the ids of its points, or a point's id and that of another side."""


def judge_alignment(
    sides: Sequence[Side],
    topics: Mapping[str, TopicEntry],
    *,
    asking: Asking,
    calibration: Calibration,
    weights: Choice,
    apart: frozenset[Ends] = frozenset(),
    contents: Contents | None = None,
) -> Alignment:
    """Find the points of different sides that a model takes for one matter.

    ``weights`` weigh the evidence that a link names beside the model's sureness; ``apart`` are pairs that are not to be
    taken, whatever the model says; ``contents`` are what the points say. Raises ModelError where the model gives no
    answer that can be used.
    """
    judged = {
        frozenset((side.id, other.id)): asking.surenesses(side, other)
        for n, side in enumerate(sides)
        for other in sides[n + 1 :]
    }
    links: list[Link] = []
    possible: list[Link] = []
    nearest: dict[Ends, Nearest] = {}
    coverage: dict[Ends, float] = {}
    for met in score_pairs(sides, topics, weights=weights, contents=contents):
        scores = _scores(judged[frozenset((met.side.id, met.other.id))], met, calibration, apart)
        taken, doubtful = _choose(scores, calibration)
        links += [_link(met, pair, scores[pair]) for pair in taken]
        possible += [_link(met, pair, scores[pair]) for pair in doubtful]
        best = _best(met, scores)
        coverage |= {key: score for key, (_, score) in best.items()}
        linked = {key for i, j in taken for key in _keys(met, (i, j))}
        nearest |= {key: Nearest(point, score) for key, (point, score) in best.items() if point and key not in linked}
    bounds = {frozenset((a.id, b.id)): calibration.bounds for a in sides for b in sides if a is not b}
    return Alignment(tuple(links), tuple(possible), nearest, apart=apart, coverage=coverage, bounds=bounds)


def _scores(
    judged: Mapping[Pair, float], met: ScoredPairs, calibration: Calibration, apart: frozenset[Ends]
) -> dict[Pair, float]:
    """Return the score of every pair that the model named, in the order of the texts."""
    found = {}
    for (i, j), sureness in sorted(judged.items()):
        ends = met.side.points[i].id, met.other.points[j].id
        if sureness > 0 and ends not in apart:
            found[i, j] = calibration.score(sureness)
    return found


def _choose(scores: Mapping[Pair, float], calibration: Calibration) -> tuple[list[Pair], list[Pair]]:
    """Return the links, and the possible ones of points that have no link."""
    taken = [pair for pair, score in scores.items() if score >= calibration.link]
    done_a, done_b = {i for i, _ in taken}, {j for _, j in taken}
    return taken, [
        (i, j)
        for (i, j), score in scores.items()
        if calibration.possible <= score < calibration.link and (i not in done_a or j not in done_b)
    ]


def _keys(met: ScoredPairs, pair: Pair) -> tuple[Ends, Ends]:
    return (met.side.points[pair[0]].id, met.other.id), (met.other.points[pair[1]].id, met.side.id)


def _best(met: ScoredPairs, scores: Mapping[Pair, float]) -> dict[Ends, tuple[str, float]]:
    """Return for each point its best candidate on the other side and the score; no candidate where none was named."""
    best = {(point.id, met.other.id): ("", 0.0) for point in met.side.points}
    best |= {(point.id, met.side.id): ("", 0.0) for point in met.other.points}
    for (i, j), score in scores.items():
        for key, candidate in zip(_keys(met, (i, j)), (met.other.points[j], met.side.points[i]), strict=True):
            if score > best[key][1]:
                best[key] = candidate.id, score
    return best


def _link(met: ScoredPairs, pair: Pair, score: float) -> Link:
    """Return a link that the model made: its sureness as the reason, and beside it what features say."""
    p, q = met.side.points[pair[0]], met.other.points[pair[1]]
    beside = explain_link(met, pair)
    return Link(p.id, q.id, score, (Evidence(EvidenceKind.MODEL, weight=log_odds(score)), *beside))
