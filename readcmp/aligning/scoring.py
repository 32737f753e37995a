"""Two sides set against each other: the evidence of their pairs of points, its scores, and what is chosen of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from readcmp.aligning.coverage import Features, extract_coverage_features
from readcmp.aligning.link_model import Choice, Weights
from readcmp.aligning.neighbours import Pair
from readcmp.aligning.pair_features import extract_pair_features
from readcmp.aligning.point_features import extract_point_features
from readcmp.aligning.selection import select_links
from readcmp.aligning.similarity import measure_similarity
from readcmp.annotation.contents import Contents
from readcmp.encoding.vectors import closeness
from readcmp.lexicon import TopicEntry
from readcmp.model import Side

if TYPE_CHECKING:
    from readcmp.encoding.vectors import Vectors


class ScoredPairs(Struct, frozen=True):
    """Two sides, and by pairs of indexes into their points what was found with which ``weights``.

    ``odds`` are those of the evidence alone. ``features`` and ``coverage`` are those of the points of both sides, each
    against the other side. ``links`` and ``possible`` are in the order of the texts.
    """

    side: Side
    other: Side
    contents: Contents
    evidence: Mapping[Pair, Mapping[str, float]]
    odds: Mapping[Pair, float]
    features: tuple[Sequence[Features], Sequence[Features]]
    coverage: tuple[Sequence[float], Sequence[float]]
    scores: Mapping[Pair, float]
    links: Sequence[Pair]
    possible: Sequence[Pair]
    weights: Weights


def score_pairs(
    sides: Sequence[Side],
    topics: Mapping[str, TopicEntry],
    *,
    weights: Choice,
    vectors: Mapping[str, Vectors] | None = None,
    apart: Collection[tuple[str, str]] = (),
    contents: Contents | None = None,
) -> Iterator[ScoredPairs]:
    """Set every side against every other; the arguments are those of ``align``."""
    contents = contents or Contents(sides)
    point_features = extract_point_features(sides, topics, contents)
    for side, other in combinations(sides, 2):
        cosines = closeness(vectors[side.id], vectors[other.id]) if vectors else ()
        nearness = measure_similarity(point_features[side.id], point_features[other.id])
        evidence = extract_pair_features(point_features[side.id], point_features[other.id], cosines, nearness)
        if apart:
            ends = [[point.id for point in one.points] for one in (side, other)]
            evidence = {(i, j): e for (i, j), e in evidence.items() if (ends[0][i], ends[1][j]) not in apart}
        chosen = weights(side.readout.language, other.readout.language)
        odds = {pair: chosen.odds(found) for pair, found in evidence.items()}
        features = extract_coverage_features(point_features[side.id], point_features[other.id], odds, nearness)
        ours, theirs = ([chosen.coverage.coverage(one) for one in several] for several in features)
        scores = chosen.scores(odds, (ours, theirs))
        links, possible = select_links(scores, chosen)
        yield ScoredPairs(
            side, other, contents, evidence, odds, features, (ours, theirs), scores, links, possible, chosen
        )
