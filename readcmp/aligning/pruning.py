"""Which pairs of points of two long texts come into question at all: some for each point, found by few numbers.

Two texts of 5,000 words have 200,000 pairs of points, and nearly all have nothing to do with each other. Only pairs
that share a word, a topic or what their words likely mean are looked at, and of these the nearest are weighed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import TypeVar

from readcmp.aligning.cosines import NearCosines, measure_near
from readcmp.aligning.point_features import PointFeatures

Key = TypeVar("Key")

MANY = 20_000
"""From more pairs on than this not each is weighed: 140 points against 140, which readouts seldom have."""

KEPT = 16
"""So many partners of each point are weighed."""

TOPIC = 0.3
"""What a topic in common counts beside a cosine of words and one of their vectors."""

OFTEN = 0.04
"""A word in a larger part of the points than this, by the geometric mean of both texts, says nothing of any two."""

Scores = list[dict[int, float]]

Words = Mapping[str, Sequence[tuple[int, float]]]
"""The points that have a word, by their indexes, with its part in each."""


def prune_pairs(a: Sequence[PointFeatures], b: Sequence[PointFeatures]) -> tuple[list[set[int]], NearCosines]:
    """Return for each point of ``a`` the points of ``b``, by index, that are among the nearest of either.

    Near are those that share words, topics that say something, and meaning; the cosines of that come with them.
    Exchanging the sides exchanges nothing but the indexes.
    """
    words = _find_words(a, b)
    cosines = measure_near([p.sense.vector for p in a], [q.sense.vector for q in b], _find_candidates(a, b, words))
    kept: list[set[int]] = []
    columns: Scores = [{} for _ in b]
    for i, (p, row) in enumerate(zip(a, cosines.near, strict=True)):
        alike = _measure_words(p, words)
        scores = {
            j: cosine + alike.get(j, 0.0) + (0.0 if p.telling.isdisjoint(b[j].telling) else TOPIC)
            for j, cosine in row.items()
        }
        kept.append(set(_best(scores)))
        for j, score in scores.items():
            columns[j][i] = score
    for j, column in enumerate(columns):
        for i in _best(column):
            kept[i].add(j)
    return kept, cosines


def _find_words(a: Sequence[PointFeatures], b: Sequence[PointFeatures]) -> Words:
    """Return the words of the points of ``b`` that are not everywhere, with the points that have them."""
    most = OFTEN**2 * len(a) * len(b)
    counts = Counter(word for p in a for word in p.words)
    found: dict[str, list[tuple[int, float]]] = {}
    for j, q in enumerate(b):
        for word, weight in q.words.items():
            found.setdefault(word, []).append((j, weight / q.norm))
    return {word: points for word, points in found.items() if counts[word] * len(points) <= most}


def _measure_words(point: PointFeatures, others: Words) -> Mapping[int, float]:
    """Return what the words of a point add to its cosine with those of others, by the indexes of these."""
    alike: defaultdict[int, float] = defaultdict(float)
    for word in sorted(point.words):  # a sum in another order differs in its last digits
        share = point.words[word] / point.norm
        for j, other in others.get(word, ()):
            alike[j] += share * other
    return alike


def _find_candidates(a: Sequence[PointFeatures], b: Sequence[PointFeatures], words: Words) -> list[list[int]]:
    """Return for each point of ``a`` the points of ``b`` that it has something to do with, or all where few have.

    They have a word in common that is not everywhere, or a topic, or what one of them most likely means by its words
    is among the two things that the other may mean.
    """
    having = {word: [j for j, _ in points] for word, points in words.items()}
    topics = _where(q.telling for q in b)
    meant = [_meanings(q) for q in b]
    first, second = _where(q[:1] for q in meant), _where(q[1:] for q in meant)
    near = []
    for p in a:
        one, *other = _meanings(p)
        found = (first.get(one, ()), second.get(one, ()), *(first.get(n, ()) for n in other))
        found += (*(having.get(word, ()) for word in p.words), *(topics.get(topic, ()) for topic in p.telling))
        near.append(set[int]().union(*found))
    met = Counter(j for row in near for j in row)
    lonely = {j for j in range(len(b)) if met[j] < KEPT}
    return [sorted(row | lonely) if len(row) >= KEPT else list(range(len(b))) for row in near]


def _meanings(point: PointFeatures) -> list[int]:
    """Return the numbers of the two topics that the words of a point most likely mean."""
    likely = point.sense.topics
    return nlargest(2, range(len(likely)), key=likely.__getitem__)


def _where(rows: Iterable[Iterable[Key]]) -> dict[Key, list[int]]:
    """Return in which rows each key stands."""
    found: dict[Key, list[int]] = {}
    for n, row in enumerate(rows):
        for key in row:
            found.setdefault(key, []).append(n)
    return found


def _best(row: dict[int, float]) -> list[int]:
    """Return the indexes of the highest of some scores, of equals the first."""
    return nlargest(KEPT, row, key=row.__getitem__)
