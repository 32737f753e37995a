"""From marked points to links: evidence put together with fitted weights, chosen over all pairs at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from readcmp.aligning.alignment import Alignment
from readcmp.aligning.link_model import Choice
from readcmp.aligning.neighbours import Pair
from readcmp.aligning.reasons import explain_link
from readcmp.aligning.scoring import ScoredPairs, score_pairs
from readcmp.annotation.contents import Contents
from readcmp.finding import Nearest
from readcmp.lexicon import TopicEntry
from readcmp.model import Link, Side

if TYPE_CHECKING:
    from readcmp.encoding.vectors import Vectors

__all__ = ["Alignment", "align"]


def align(
    sides: Sequence[Side],
    topics: Mapping[str, TopicEntry],
    *,
    weights: Choice,
    vectors: Mapping[str, Vectors] | None = None,
    apart: frozenset[tuple[str, str]] = frozenset(),
    contents: Contents | None = None,
) -> Alignment:
    """Find the points of different sides that tell of the same matter.

    ``topics`` are those of the lexicon by id; ``weights`` gives the weights for the languages of two sides;
    ``vectors`` has a row for each point, by side id, where the engine that they were fitted for has any.
    ``apart`` are pairs of points, by their ids in the order of the sides, that are not to be weighed at all.
    ``contents`` are what the points say, for whoever asks for them again later.
    Every side is set against every other; exchanging the sides exchanges nothing but the ends of each link.
    """
    links: list[Link] = []
    possible: list[Link] = []
    nearest: dict[tuple[str, str], Nearest] = {}
    coverage: dict[tuple[str, str], float] = {}
    bounds: dict[frozenset[str], tuple[float, float]] = {}
    for met in score_pairs(sides, topics, weights=weights, vectors=vectors, apart=apart, contents=contents):

        def link(pair: Pair, met: ScoredPairs = met) -> Link:
            ends = met.side.points[pair[0]].id, met.other.points[pair[1]].id
            return Link(*ends, met.scores[pair], explain_link(met, pair))

        links += [link(pair) for pair in met.links]
        possible += [link(pair) for pair in met.possible]
        nearest |= _nearest(met.side, met.other, met.scores, {i for i, _ in met.links}, {j for _, j in met.links})
        for one, other, values in ((met.side, met.other, met.coverage[0]), (met.other, met.side, met.coverage[1])):
            coverage |= {(point.id, other.id): value for point, value in zip(one.points, values, strict=True)}
        bounds[frozenset((met.side.id, met.other.id))] = met.weights.coverage.both, met.weights.coverage.only
    return Alignment(tuple(links), tuple(possible), nearest, apart, coverage, bounds=bounds)


def _nearest(
    side: Side, other: Side, scores: Mapping[tuple[int, int], float], done_a: set[int], done_b: set[int]
) -> dict[tuple[str, str], Nearest]:
    """Find each unlinked point's best candidate; of equals the first in the text."""
    best: dict[tuple[str, str], Nearest] = {}
    for (i, j), score in sorted(scores.items()):
        for done, point, home, candidate in (
            (i in done_a, side.points[i], other, other.points[j]),
            (j in done_b, other.points[j], side, side.points[i]),
        ):
            key = (point.id, home.id)
            if not done and (key not in best or score > best[key].score):
                best[key] = Nearest(candidate.id, score)
    return best
