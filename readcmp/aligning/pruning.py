"""Which pairs of points of two long texts come into question at all: some for each point, found by few numbers.

Two texts of 5,000 words have 200,000 pairs of points, and nearly all have nothing to do with each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from readcmp.aligning.point_features import PointFeatures

Table = Sequence[Sequence[float]]
"""A number for every point of one side, a row each, with every point of the other."""

MANY = 20_000
"""From more pairs on than this not each is weighed: 140 points against 140, which readouts seldom have."""

KEPT = 16
"""So many partners of each point are weighed."""

TOPIC = 0.3
"""What a topic in common counts beside a cosine of words and one of their vectors."""


def prune_pairs(a: Sequence[PointFeatures], b: Sequence[PointFeatures], vectors: Table) -> list[set[int]]:
    """Return for each point of ``a`` the points of ``b``, by index, that are among the nearest of either.

    Near are those that share words, topics that say something, and meaning, ``vectors`` being the cosines of that.
    Exchanging the sides exchanges nothing but the indexes.
    """
    scores = [list(row) for row in vectors]
    ours, theirs = _by_word(a), _by_word(b)
    for word in sorted(ours.keys() & theirs.keys()):  # a sum in another order differs in its last digits
        others = theirs[word]
        for i, share in ours[word]:
            row = scores[i]
            for j, other in others:
                row[j] += share * other
    about: dict[str, list[int]] = {}
    for j, q in enumerate(b):
        for topic in q.telling:
            about.setdefault(topic, []).append(j)
    for p, row in zip(a, scores, strict=True):
        for j in {j for topic in p.telling for j in about.get(topic, ())}:
            row[j] += TOPIC
    kept = [set(_best(row)) for row in scores]
    for j, column in enumerate(zip(*scores, strict=True)):
        for i in _best(column):
            kept[i].add(j)
    return kept


def _by_word(points: Sequence[PointFeatures]) -> dict[str, list[tuple[int, float]]]:
    """Return the points that have a word, with its part in each, by the word."""
    found: dict[str, list[tuple[int, float]]] = {}
    for n, point in enumerate(points):
        for word, weight in point.words.items():
            found.setdefault(word, []).append((n, weight / point.norm))
    return found


def _best(row: Sequence[float]) -> list[int]:
    """Return the indexes of the highest of some scores, of equals the first."""
    return nlargest(KEPT, range(len(row)), key=row.__getitem__)
