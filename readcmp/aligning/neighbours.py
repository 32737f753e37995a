"""What the pairs beside a pair say of it: where two accounts run in step, links come in runs."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[int, int]

NOTHING_BESIDE = -6.0
"""The log-odds taken for a neighbour that is not there or speaks even less for a link."""

KINDS = ("own", "beside", "in_step")
"""A pair's own log-odds; the best of those that share one point and stand next on the other side; the best of
those that come next on both sides."""

_BESIDE = ((1, 0), (-1, 0), (0, 1), (0, -1))
_IN_STEP = ((1, 1), (-1, -1))


def around(odds: Mapping[Pair, float]) -> dict[Pair, tuple[float, float, float]]:
    """Give for each pair the three numbers of ``KINDS``; swapping the sides of every pair changes none of them."""

    def best(i: int, j: int, steps: tuple[Pair, ...]) -> float:
        return max(NOTHING_BESIDE, *(odds.get((i + x, j + y), NOTHING_BESIDE) for x, y in steps))

    return {(i, j): (own, best(i, j, _BESIDE), best(i, j, _IN_STEP)) for (i, j), own in odds.items()}
