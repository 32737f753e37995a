"""What stands around a pair: the pairs beside it, and whether its two points are told by the other side at all."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Pair = tuple[int, int]

NOTHING_BESIDE = -6.0
"""The log-odds taken for a neighbour that is not there or speaks even less for a link."""

KINDS = ("own", "beside", "in_step", "told_least", "told_most", "told_mean")
"""A pair's own log-odds; the best of those that share one point and stand next on the other side; the best of
those that come next on both sides, since where two accounts run in step, links come in runs; the lesser and the greater
log-odds of its two points' coverage, and those of the mean coverage of all points."""

Numbers = tuple[float, float, float, float, float, float]


def extract_neighbour_features(odds: Mapping[Pair, float], coverage: Sequence[Sequence[float]]) -> dict[Pair, Numbers]:
    """Return for each pair the numbers of ``KINDS``; swapping the sides of every pair changes none of them.

    ``coverage`` has the probability 0..1 of each point of the first side, and of each of the second.
    """
    at, none = odds.get, NOTHING_BESIDE
    told = [[log_odds(value) for value in side] for side in coverage]
    every = [value for side in coverage for value in side]
    mean = log_odds(math.fsum(every) / len(every)) if every else 0.0
    found = {}
    for (i, j), own in odds.items():  # written out, since it runs for every pair of points
        beside = max(none, at((i + 1, j), none), at((i - 1, j), none), at((i, j + 1), none), at((i, j - 1), none))
        in_step = max(none, at((i + 1, j + 1), none), at((i - 1, j - 1), none))
        ours, theirs = told[0][i], told[1][j]
        found[i, j] = (own, beside, in_step, min(ours, theirs), max(ours, theirs), mean)
    return found


def log_odds(probability: float) -> float:
    """Return the log-odds of a probability, within those of 0.0001 and 0.9999."""
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))


def logistic(odds: float) -> float:
    """Return the probability of log-odds."""
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0
