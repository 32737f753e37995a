"""What the pairs beside a pair say of it: where two accounts run in step, links come in runs."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]

NOTHING_BESIDE = -6.0
"""The log-odds taken for a neighbour that is not there or speaks even less for a link."""

KINDS = ("own", "beside", "in_step")
"""A pair's own log-odds; the best of those that share one point and stand next on the other side; the best of
those that come next on both sides."""


def around(odds: Mapping[Pair, float]) -> dict[Pair, tuple[float, float, float]]:
    """Give for each pair the three numbers of ``KINDS``; swapping the sides of every pair changes none of them."""
    at, none = odds.get, NOTHING_BESIDE
    found = {}
    for (i, j), own in odds.items():  # written out, since it runs for every pair of points
        beside = max(none, at((i + 1, j), none), at((i - 1, j), none), at((i, j + 1), none), at((i, j - 1), none))
        in_step = max(none, at((i + 1, j + 1), none), at((i - 1, j - 1), none))
        found[i, j] = (own, beside, in_step)
    return found
