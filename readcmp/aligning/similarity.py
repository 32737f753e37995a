"""Evidence from vectors: how near two points are in meaning, and how much nearer than their rivals.

The cosine alone says little, since all points of a contact are of one kind; by how much a pair beats the next
candidate of either of its points says more.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from readcmp.aligning.cosines import Cosines, NearCosines, measure_all
from readcmp.aligning.point_features import PointFeatures
from readcmp.aligning.pruning import MANY, prune_pairs

SENTENCE, WORD, OUTLOOK = "meaning", "sense", "outlook"
"""What is set beside each other: sentence vectors, word vectors, the topics that word vectors make likely."""

PARTS = ("", "_rank", "_margin", "_lead", "_in_step")
"""The cosine; how many of the two points have no nearer partner (0..2); the lesser and the greater of the two
leads over the next candidate of each point; the better cosine of the pairs that come before and after on both sides."""

NOTHING_BESIDE = -0.2
"""The cosine taken for the pairs beyond the first and the last points."""

FLOOR, SENSIBLE = 0.35, 0.2
"""Pairs that share neither topic nor word come into question from this cosine of sentence or word vectors on."""


class Similarity(NamedTuple):
    """The cosines of word vectors, and of the topics that they make likely, of the points of two sides.

    ``among`` has the points of the second side that are weighed with each of the first, by index, None where all are;
    the topics of the others are not compared.
    """

    vectors: Cosines
    outlooks: Cosines
    among: Sequence[Collection[int]] | None = None


def measure_similarity(a: Sequence[PointFeatures], b: Sequence[PointFeatures]) -> Similarity:
    """Return how near the points of two sides are by their words."""
    ours, theirs = [p.sense.outlook for p in a], [q.sense.outlook for q in b]
    if len(a) * len(b) <= MANY:
        vectors = measure_all([p.sense.vector for p in a], [q.sense.vector for q in b])
        return Similarity(vectors, measure_all(ours, theirs))
    among, near = prune_pairs(a, b)
    return Similarity(near, NearCosines(ours, theirs, [sorted(row) for row in among]), among)


class Meanings:
    """The evidence of vectors for pairs of points, each kind begun with ``name``, from the cosines of all with all."""

    def __init__(self, cosines: Cosines, name: str = SENTENCE) -> None:
        """Take the cosines; there are none where an engine has no vectors."""
        self.cosines = cosines
        self._rows = [_two_best(row) for row in cosines.rows]
        self._columns = [_two_best(column) for column in cosines.columns]
        self._names = tuple(name + part for part in PARTS)

    def leads(self, i: int, j: int) -> tuple[float, float]:
        """Return by how much a pair leads over the next candidate of either point, the lesser lead first."""
        cosine = self.cosines.at(i, j)
        first_a, second_a = self._rows[i]
        first_b, second_b = self._columns[j]
        lead_a = cosine - (second_a if cosine >= first_a else first_a)
        lead_b = cosine - (second_b if cosine >= first_b else first_b)
        return (lead_a, lead_b) if lead_a <= lead_b else (lead_b, lead_a)

    def of(self, i: int, j: int) -> dict[str, float]:
        """Return the evidence for a pair."""
        lesser, greater = self.leads(i, j)
        rank = float((lesser >= 0) + (greater >= 0))
        in_step = max(self._at(i - 1, j - 1), self._at(i + 1, j + 1))
        return dict(zip(self._names, (self.cosines.at(i, j), rank, lesser, greater, in_step), strict=True))

    def _at(self, i: int, j: int) -> float:
        return self.cosines.at(i, j) if 0 <= i < len(self._rows) and 0 <= j < len(self._columns) else NOTHING_BESIDE


def _two_best(values: Collection[float]) -> tuple[float, float]:
    """Return the two highest values, 0 for one that is not there."""
    every = [*values, 0.0, 0.0]
    best = max(every)
    every.remove(best)
    return best, max(every)
