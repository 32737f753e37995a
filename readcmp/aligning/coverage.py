"""Coverage: how likely another side tells a point's matter at all, from the point set against that whole side.

A pair of points cannot know that a short account's points are mostly told by the long one and not the reverse, or that
a general clause may hold the matter; features of the point beside everything that the other side says can.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from operator import mul
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from readcmp.aligning.neighbours import Pair, log_odds, logistic
from readcmp.aligning.point_features import PointFeatures
from readcmp.aligning.similarity import Similarity, measure_similarity
from readcmp.vocabulary import ActClass

LOW = -8.0
"""The log-odds taken for a pair that was not scored or scored even less."""

ALONE = -0.5
"""The second highest cosine of a point that has but one other to be set beside."""

Features = Mapping[str, float]

_Lines = tuple[Sequence[Collection[float]], Sequence[Collection[float]], Sequence[float]]


class CoverageModel(Struct, frozen=True):
    """A logistic regression: ``bias`` and the sum of ``coefficients`` x feature are the log-odds of coverage.

    From ``both`` on a point is called told by both, up to ``only`` told by its own side alone; each is a probability.
    """

    bias: float
    coefficients: Mapping[str, float]
    both: float
    only: float

    def strict(self) -> CoverageModel:
        """Return this model with fewer points called either way."""
        return replace(self, both=(self.both + 1) / 2, only=self.only / 2)

    def loose(self) -> CoverageModel:
        """Return this model with more points called either way: half of those that it leaves open, by probability."""
        middle = (self.both + self.only) / 2
        return replace(self, both=(self.both + middle) / 2, only=(self.only + middle) / 2)

    def coverage(self, features: Features) -> float:
        """Return the probability 0..1 that the other side tells the point's matter; 0 for a side without points."""
        if not features:
            return 0.0
        return logistic(
            self.bias + math.fsum(self.coefficients.get(name, 0.0) * value for name, value in features.items())
        )


def extract_coverage_features(
    ours: Sequence[PointFeatures],
    theirs: Sequence[PointFeatures],
    odds: Mapping[Pair, float],
    nearness: Similarity | None = None,
) -> tuple[list[Features], list[Features]]:
    """Return the features of every point of two sides against the other side; ``odds`` are the log-odds of pairs.

    ``nearness`` is worked out where it is not given.
    """
    nearness = nearness or measure_similarity(ours, theirs)
    rows: list[dict[int, float]] = [{} for _ in ours]
    columns: list[dict[int, float]] = [{} for _ in theirs]
    for (i, j), value in odds.items():
        rows[i][j] = columns[j][i] = max(LOW, value)
    misses = {LOW: _miss(LOW)} | {value: _miss(value) for value in odds.values()}
    vectors, outlooks = nearness.vectors, nearness.outlooks
    here, there = vectors.means()
    return (
        _side(ours, theirs, _Odds(rows, columns, misses), (vectors.rows, outlooks.rows, here)),
        _side(theirs, ours, _Odds(columns, rows, misses), (vectors.columns, outlooks.columns, there)),
    )


class _Odds(NamedTuple):
    """The log-odds of the pairs that were scored, by each point of one side and of the other.

    ``misses`` has by log-odds the logarithm of the probability that a pair is none.
    """

    rows: Sequence[Mapping[int, float]]
    columns: Sequence[Mapping[int, float]]
    misses: Mapping[float, float]

    def any_of(self, row: int) -> float:
        """Return the log-odds that a point has any partner; those that were not scored count too."""
        known = self.rows[row].values()
        missed = [self.misses[value] for value in known]
        missed += [self.misses[LOW]] * (len(self.columns) - len(known))
        return log_odds(-math.expm1(math.fsum(missed)))

    def rival(self, row: int, best: float) -> float:
        """Return the highest log-odds that the best partner of a point reaches, with whomever."""
        partner = min((j for j, value in self.rows[row].items() if value == best), default=0) if best > LOW else 0
        return max(self.columns[partner].values(), default=LOW)


def _miss(odds: float) -> float:
    """Return the logarithm of the probability that a pair is none."""
    return math.log1p(-min(logistic(odds), 1 - 1e-6))


def _side(
    ours: Sequence[PointFeatures], theirs: Sequence[PointFeatures], odds: _Odds, cosines: _Lines
) -> list[Features]:
    """Return the features of points, from the log-odds of their pairs and from how near they are to the others.

    ``cosines`` are by point those of words, those of the topics that these make likely, and the mean of the first.
    """
    if not ours or not theirs:
        return [{} for _ in ours]
    there = _Account(theirs)
    top = [(*sorted(row.values(), reverse=True), LOW, LOW, LOW)[:3] for row in odds.rows]
    likely = [logistic(best) for best, _, _ in top]
    whole = {
        "side_told": sum(likely) / len(likely),
        "side_sure": sum(value >= 0.5 for value in likely) / len(likely),
        "points_here": math.log(len(ours)),
        "points_there": math.log(len(theirs)),
        "ratio": math.log(there.words / max(1, sum(len(p.words) for p in ours))),
    }
    found: list[Features] = []
    vectors, outlooks, means = cosines
    for i, (point, (first, second, third)) in enumerate(zip(ours, top, strict=True)):
        found.append(
            whole
            | {
                "best": first,
                "second": second,
                "third": third,
                "any": odds.any_of(i),
                "best_score": likely[i],
                "before": likely[max(0, i - 1)],
                "after": likely[min(len(ours) - 1, i + 1)],
                "contested": logistic(odds.rival(i, first)) - likely[i],
            }
            | _matter(point, there)
            | _senses(vectors[i], outlooks[i], means[i])
            | _kind(point)
        )
    return found


class _Account:
    """What a whole side says: its topics, groups, words, names, and how general its points are."""

    def __init__(self, points: Sequence[PointFeatures]) -> None:
        self.topics = frozenset(topic for p in points for topic in p.topics)
        self.groups = frozenset(group for p in points for group in p.groups)
        self.stems = frozenset(word for p in points for word in p.words)
        self.names = frozenset(name for p in points for name in p.names)
        self.words = max(1, sum(len(p.words) for p in points))
        self.placeholders = sum(p.placeholder for p in points) / len(points)
        self.outlook = [max(values) for values in zip(*(p.sense.topics for p in points), strict=True)]


def _matter(point: PointFeatures, there: _Account) -> dict[str, float]:
    topics = point.matters
    told = [weight for word, weight in point.words.items() if word in there.stems]
    missing = [weight for word, weight in point.words.items() if word not in there.stems]
    likely = sum(point.sense.topics)
    return {
        "topic_told": float(bool(topics & there.topics)),
        "topics_told": len(topics & there.topics) / len(topics) if topics else 0.0,
        "main_topic_told": float(bool(point.topics) and point.topics[0] in there.topics),
        "group_told": float(bool(point.groups & there.groups)),
        "no_topic": float(not point.topics),
        "light": float(point.ceremony),
        "words_told": math.fsum(told) / (math.fsum(told) + math.fsum(missing) or 1.0),
        "rarest_told": max(told, default=0.0),
        "rarest_missing": max(missing, default=0.0),
        "names_told": float(len(point.names & there.names)),
        "names_missing": float(len(point.names - there.names)),
        "placeholder_there": float(there.placeholders > 0),
        "placeholder_part": there.placeholders,
        "outlook_told": math.fsum(map(mul, point.sense.topics, there.outlook)) / likely if likely else 0.0,
    }


def _senses(vectors: Collection[float], outlooks: Collection[float], mean: float) -> dict[str, float]:
    best, second = (*sorted(vectors, reverse=True), ALONE)[:2]
    return {"sense_best": best, "sense_second": second, "sense_mean": mean, "outlook_best": max(outlooks)}


def _kind(point: PointFeatures) -> dict[str, float]:
    act = point.act
    return {
        "length": point.length,
        "place": point.place,
        "placeholder": float(point.placeholder),
        "report": float(act is not None and act.kind == ActClass.REPORT),
        "fact": float(act is not None and act.kind == ActClass.FACT),
        "strength": float(act.strength) if act else 0.0,
        "joint": float(point.joint),
    }
