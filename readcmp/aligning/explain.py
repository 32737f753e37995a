"""Why a point is linked as it is: everything that was weighed, for its best pairs and for those that lost."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from readcmp.aligning.link_model import Choice
from readcmp.aligning.neighbours import KINDS, Pair, extract_neighbour_features
from readcmp.aligning.reasons import explain_link
from readcmp.aligning.scoring import ScoredPairs, score_pairs
from readcmp.annotation.contents import Contents
from readcmp.errors import UsageError
from readcmp.lexicon import TopicEntry
from readcmp.model import Evidence, Side

if TYPE_CHECKING:
    from readcmp.encoding.vectors import Vectors

CANDIDATES = 3
"""So many pairs of a point with each other side are explained, the best first."""

LINK, POSSIBLE, LOW, RIVAL, NOTHING = "link", "possible", "low", "rival", "nothing"
"""What became of a pair: a link; a possible one; scored under the threshold; pushed out by a better pair of one
of its points; sharing neither topic nor telling word nor meaning."""


class Weighing(Struct, frozen=True):
    """One number that was weighed: its name, its value, and what it adds to the log-odds of the score."""

    name: str
    value: float
    weight: float


class Account(Struct, frozen=True):
    """The account of one pair. The weights of ``parts`` add up to the log-odds of ``score``.

    ``verdict`` is one of the words above, ``bar`` the score that was asked of the pair, ``rival`` the better pair
    that raised it, if one did; ``why`` is what the parts come from, in words.
    """

    a: str
    b: str
    score: float
    verdict: str
    bar: float
    rival: tuple[str, str] | None
    parts: tuple[Weighing, ...]
    why: tuple[Evidence, ...]


def explain(
    sides: Sequence[Side],
    topics: Mapping[str, TopicEntry],
    target: str,
    *,
    weights: Choice,
    vectors: Mapping[str, Vectors] | None = None,
    contents: Contents | None = None,
) -> tuple[Account, ...]:
    """Account for a point (``us3``: its best pairs with every other side) or a pair (``us3-ru9``, and its rivals).

    A point may also be named by words that stand in it alone. The other arguments are those of ``align``. Raises
    UsageError for a name that no point has, or several have, or for two points of one side.
    """
    ends = resolve_target(sides, target)
    accounts: list[Account] = []
    for met in score_pairs(sides, topics, weights=weights, vectors=vectors, contents=contents):
        ranks = {pair: (score,) for pair, score in met.scores.items()}
        accounts += [account_for(met, pair) for pair in asked(met, ends, ranks)]
    return tuple(accounts)


def resolve_target(sides: Sequence[Side], target: str) -> list[str]:
    """Return the ids of the point or the two points that are asked for; the errors are those of ``explain``."""
    homes = {point.id: side.id for side in sides for point in side.points}
    ends = _ids(target.split("-"), homes.keys()) or [_quoted(sides, target)]
    if len(ends) > 2 or len({homes[end] for end in ends}) < len(ends):
        raise UsageError(f"{target!r} is no pair", hint="name one point of each of two sides (us3-ru9)")
    return ends


def _ids(parts: Sequence[str], known: Collection[str]) -> list[str]:
    """Return the ids that parts make when joined by hyphens, which ids may have themselves; none if they make none."""
    for n in range(1, len(parts) + 1):
        if (first := "-".join(parts[:n])) in known:
            rest = _ids(parts[n:], known)
            if rest or n == len(parts):
                return [first, *rest]
    return []


def _quoted(sides: Sequence[Side], words: str) -> str:
    """Return the id of the one point in which these words stand."""
    wanted = " ".join(words.lower().split())
    held = [p.id for side in sides for p in side.points if wanted and wanted in " ".join(p.text.lower().split())]
    if not held:
        ids = ", ".join(f"{side.points[0].id} to {side.points[-1].id}" for side in sides if side.points)
        raise UsageError(f"no point is called {words!r} and none has these words", hint=f"there are {ids}")
    if len(held) > 1:
        raise UsageError(f"several points have the words {words!r} ({', '.join(held)})", hint="name one of them")
    return held[0]


Ranks = Mapping[Pair, tuple[float, ...]]
"""By what pairs are compared, the higher the better."""


def asked(met: ScoredPairs, ends: Sequence[str], ranks: Ranks) -> list[Pair]:
    """Return the pairs to account for: the one that is named and the best others of its points, or a point's best."""
    ours, theirs = [p.id for p in met.side.points], [p.id for p in met.other.points]
    if len(ends) == 1:
        return _best(ranks, (pair for pair in ranks if ends[0] in (ours[pair[0]], theirs[pair[1]])))[:CANDIDATES]
    a, b = ends if ends[0] in ours else ends[::-1]
    if a not in ours or b not in theirs:
        return []
    named = ours.index(a), theirs.index(b)
    beside = [_best(ranks, (pair for pair in ranks if pair != named and pair[n] == named[n]))[:1] for n in (0, 1)]
    return [named, *beside[0], *beside[1]]


def _best(ranks: Ranks, pairs: Iterable[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: (tuple(-value for value in ranks[pair]), pair))


def account_for(met: ScoredPairs, pair: Pair) -> Account:
    """Return the account of one pair."""
    weights = met.weights
    p, q = met.side.points[pair[0]], met.other.points[pair[1]]
    if pair not in met.scores:
        return Account(p.id, q.id, 0.0, NOTHING, weights.link, None, (), ())
    evidence, score = met.evidence[pair], met.scores[pair]
    odds = {near: met.odds[near] for near in _beside(met, pair)}
    _, *others = extract_neighbour_features(odds, met.coverage)[pair]
    own, *steps = weights.calibration
    parts = [
        Weighing(name, value, own * weights.coefficients.get(name, 0.0) * value) for name, value in evidence.items()
    ]
    parts += [Weighing(kind, near, step * near) for kind, near, step in zip(KINDS[1:], others, steps, strict=True)]
    parts = sorted((part for part in parts if part.weight), key=lambda part: (-abs(part.weight), part.name))
    parts.append(Weighing("any_pair", 1.0, weights.calibration_bias + own * weights.bias))
    best = max((s, other) for other, s in met.scores.items() if other[0] == pair[0] or other[1] == pair[1])
    bar = max(weights.link, weights.competition * best[0])
    pushed = best[1] if score < bar and bar > weights.link else None
    return Account(
        p.id,
        q.id,
        score,
        _verdict(met, pair, score),
        bar,
        (met.side.points[pushed[0]].id, met.other.points[pushed[1]].id) if pushed else None,
        tuple(parts),
        explain_link(met, pair),
    )


def _beside(met: ScoredPairs, pair: Pair) -> list[Pair]:
    """Return the pair and those around it that have evidence."""
    i, j = pair
    return [(m, n) for m in (i - 1, i, i + 1) for n in (j - 1, j, j + 1) if (m, n) in met.evidence]


def _verdict(met: ScoredPairs, pair: Pair, score: float) -> str:
    if pair in met.links:
        return LINK
    if score >= met.weights.link:
        return RIVAL
    return POSSIBLE if pair in met.possible else LOW


def log_odds(score: float) -> float:
    """Return the log-odds of a score, to set beside the sum of its parts; a score of 1 has those of 1 - 1e-12."""
    bounded = min(max(score, 1e-12), 1 - 1e-12)
    return math.log(bounded / (1 - bounded))
