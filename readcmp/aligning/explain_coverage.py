"""Why a point counts as told by another side, or not: everything that was weighed for its coverage."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from readcmp.aligning.explain import Weighing
from readcmp.aligning.link_model import Choice
from readcmp.aligning.scoring import score_pairs
from readcmp.annotation.contents import Contents
from readcmp.lexicon import TopicEntry
from readcmp.model import Side

if TYPE_CHECKING:
    from readcmp.encoding.vectors import Vectors


class CoverageAccount(Struct, frozen=True):
    """The account of one point against one other side. The weights of ``parts`` add up to the log-odds of ``coverage``.

    From ``both`` on it counts as told by both, up to ``only`` as told by its own side alone where it has no link.
    """

    point: str
    other: str
    coverage: float
    both: float
    only: float
    parts: tuple[Weighing, ...]


def explain_coverage(
    sides: Sequence[Side],
    topics: Mapping[str, TopicEntry],
    points: Collection[str],
    *,
    weights: Choice,
    vectors: Mapping[str, Vectors] | None = None,
    contents: Contents | None = None,
) -> tuple[CoverageAccount, ...]:
    """Account for the coverage of some points, by id, against every other side, the weightiest parts first.

    The other arguments are those of ``align``.
    """
    accounts = []
    for met in score_pairs(sides, topics, weights=weights, vectors=vectors, contents=contents):
        model = met.weights.coverage
        for n, (one, other) in enumerate(((met.side, met.other), (met.other, met.side))):
            for point, features, coverage in zip(one.points, met.features[n], met.coverage[n], strict=True):
                if point.id not in points:
                    continue
                parts = [Weighing(name, v, model.coefficients.get(name, 0.0) * v) for name, v in features.items()]
                parts = sorted((part for part in parts if part.weight), key=lambda part: (-abs(part.weight), part.name))
                parts.append(Weighing("any_point", 1.0, model.bias))
                told = CoverageAccount(point.id, other.id, coverage, model.both, model.only, tuple(parts))
                accounts.append(told)
    return tuple(accounts)
