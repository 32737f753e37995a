"""The cosines of the points of two sides: those of all with all, or of those alone that come into question.

A vector has unit length, or is all zeros where nothing is known of a point; such a one is near to nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import repeat
from math import dist, fsum
from operator import mul

Vector = Sequence[float]

Table = Sequence[Sequence[float]]
"""A number for every point of one side, a row each, with every point of the other."""

Means = tuple[Sequence[float], Sequence[float]]


class Cosines:
    """The cosines of all points of one side with all of the other.

    ``rows`` has those of each point of the first side, ``columns`` those of each of the second.
    """

    def __init__(self, table: Table) -> None:
        """Take the cosines; there are none where an engine has no vectors."""
        self._table = table
        self.rows: Sequence[Collection[float]] = table
        self.columns: Sequence[Collection[float]] = list(zip(*table, strict=True))

    def __bool__(self) -> bool:
        return bool(self.rows)

    def at(self, i: int, j: int) -> float:
        """Return the cosine of two points by their indexes."""
        return self._table[i][j]

    def means(self) -> Means:
        """Return the mean cosine of each point of both sides with all of the other."""
        lines = self.rows, self.columns
        ours, theirs = ([fsum(values) / len(values) if values else 0.0 for values in line] for line in lines)
        return ours, theirs


class NearCosines(Cosines):
    """The cosines of some pairs; that of another is worked out when it is asked for."""

    def __init__(
        self, ours: Sequence[Vector], theirs: Sequence[Vector], near: Sequence[Sequence[int]], means: Means = ((), ())
    ) -> None:
        """Take the vectors, and for each of the first side's the indexes of those of the second to set it beside.

        ``means`` are what ``means`` returns.
        """
        self._ours, self._theirs, self._means = ours, theirs, means
        unknown = {j for j, vector in enumerate(theirs) if not any(vector)}
        self.near: list[dict[int, float]] = []
        for vector, among in zip(ours, near, strict=True):
            values = dict(zip(among, _cosines(vector, [theirs[j] for j in among]), strict=True))
            self.near.append(values | dict.fromkeys(unknown & values.keys(), 0.0) if unknown else values)
        self.rows = [row.values() for row in self.near]
        self.columns = turned(self.near, len(theirs))

    def at(self, i: int, j: int) -> float:
        """Return the cosine of two points by their indexes."""
        found = self.near[i].get(j)
        if found is None:
            found = _cosines(self._ours[i], [self._theirs[j]])[0] if any(self._theirs[j]) else 0.0
        return found

    def means(self) -> Means:
        """Return the mean cosine of each point of both sides with all of the other."""
        return self._means


def measure_all(ours: Sequence[Vector], theirs: Sequence[Vector]) -> Cosines:
    """Return the cosines of every vector with every other."""
    unknown = [j for j, vector in enumerate(theirs) if not any(vector)]
    table = [_cosines(vector, theirs) for vector in ours]
    for row in table:
        for j in unknown:
            row[j] = 0.0
    return Cosines(table)


def measure_near(ours: Sequence[Vector], theirs: Sequence[Vector], near: Sequence[Sequence[int]]) -> NearCosines:
    """Return the cosines of each vector with those others that are near; the means follow from sums of vectors."""
    means = _mean_cosines(ours, theirs), _mean_cosines(theirs, ours)
    return NearCosines(ours, theirs, near, means)


def turned(rows: Sequence[dict[int, float]], width: int) -> list[list[float]]:
    """Return what the columns of some rows hold."""
    columns: list[list[float]] = [[] for _ in range(width)]
    for row in rows:
        for j, value in row.items():
            columns[j].append(value)
    return columns


def _cosines(vector: Vector, others: Sequence[Vector]) -> list[float]:
    """Return the cosines of a vector with others that are not all zeros.

    They follow from distances, which takes a fifth of the time that products do without a library.
    """
    if not any(vector):
        return [0.0] * len(others)
    return [1 - far**2 / 2 for far in map(dist, repeat(vector), others)]


def _mean_cosines(vectors: Sequence[Vector], others: Sequence[Vector]) -> list[float]:
    total = [fsum(values) for values in zip(*others, strict=True)]
    return [fsum(map(mul, vector, total)) / len(others) for vector in vectors]
