"""The three models that are trained one upon the other: pairs by their evidence, coverage of points, pairs again.

Each is trained on what the one before says of events that it had not seen. Invented contacts are harder than real ones,
so that they teach what is worth how much, while probabilities and thresholds are taken from real contacts alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import numpy as np
from msgspec import Struct

from readcmp.aligning.coverage import CoverageModel, extract_coverage_features
from readcmp.aligning.link_model import Weights
from readcmp.aligning.neighbours import KINDS, extract_neighbour_features
from readcmp.aligning.pair_features import extract_pair_features
from readcmp.aligning.point_features import PointFeatures, extract_point_features
from readcmp.encoding.vectors import closeness
from readcmp.encoding.words import WordVectors
from readcmp.lexicon import TopicEntry
from readcmp.text import word_starts
from readcmp.training.gold_pairs import Case, Pair, parts_of
from readcmp.training.regression import Rows, fit, logistic
from readcmp.vocabulary.features import OF_POINTS, OF_SENTENCES, OF_TEXTS, PairFeature

PAIR_PENALTY, POINT_PENALTY, STEP_PENALTY = 8.0, 100.0, 1.0
"""The penalties of the three models, chosen on events left out."""

REAL, FOLDS = 3.0, 5
"""What a real contact counts beside an invented one; into how many parts events are put to be left out in turn."""

LINKS, COMPETITION = (0.25, 0.3, 0.35, 0.4), (0.0, 0.3, 0.5, 0.6)
"""The thresholds that are tried: the score of a link, and its part of the best score beside it.

Where scores can be taken at their word, F1 is best at half of the F1 that can be reached, so that there is little to
choose; a wider choice on a few dozen contacts would follow chance."""

POSSIBLE = 0.6
"""A pair that reaches this part of the link threshold is a possible link."""

BOTH_RIGHT, ONLY_RIGHT = 0.9, 0.84
"""How often what is called ``both`` shall be told by both, and what is called ``only`` by one side alone."""


class Measured(Struct):
    """A case as numbers: its pairs of points with their evidence, and its gold points with the point that meets each.

    ``hits`` and ``sizes`` say how many links of the gold a link of each pair stands for, and how many pairs of points.
    ``told`` has for each gold point side, index of the point, and whether the other side tells it.
    """

    case: Case
    features: tuple[Sequence[PointFeatures], Sequence[PointFeatures]]
    pairs: list[Pair]
    rows: Rows
    judged: Rows
    linked: Rows
    hits: Rows
    sizes: Rows
    told: list[tuple[int, int, bool]]


def names_of(engine: str) -> tuple[PairFeature, ...]:
    """Return the features that an engine has."""
    return OF_TEXTS + OF_SENTENCES if engine.startswith("semantic") else OF_TEXTS


def measure_case(
    case: Case, topics: Mapping[str, TopicEntry], engine: str, table: WordVectors | None = None
) -> Measured:
    """Measure the evidence of every pair of a case; ``table`` are word vectors that have not seen it."""
    ids = [side.id for side in case.sides]
    features = extract_point_features(case.sides, topics, table=table)
    cosines = closeness(case.vectors[ids[0]], case.vectors[ids[1]]) if case.vectors else ()
    evidence = extract_pair_features(features[ids[0]], features[ids[1]], cosines)
    pairs, judged, names = sorted(evidence), set(case.judged()), names_of(engine)
    return Measured(
        case,
        (features[ids[0]], features[ids[1]]),
        pairs,
        np.array([[evidence[pair].get(name, 0.0) for name in names] for pair in pairs]).reshape(len(pairs), len(names)),
        np.array([pair in judged for pair in pairs]),
        np.array([float(pair in case.linked) for pair in pairs]),
        np.array([float(sum(link in case.gold.links for link in _stands_for(case, pair))) for pair in pairs]),
        np.array([float(len(_stands_for(case, pair))) for pair in pairs]),
        list(_told(case)),
    )


def _stands_for(case: Case, pair: Pair) -> list[tuple[str, str]]:
    """Return the pairs of scored gold points that a link of a pair of points stands for."""
    ours, theirs = (
        [point.id for point in case.gold.points[n] if point.scored and point.id in case.met[n][pair[n]]] for n in (0, 1)
    )
    return [(a, b) for a in ours for b in theirs]


def _told(case: Case) -> Sequence[tuple[int, int, bool]]:
    """Return what is known of the gold points; nothing where only some pairs were asked about."""
    if case.gold.asked is not None:
        return []
    linked = {end for link in case.gold.links for end in link}
    found = []
    for n, side in enumerate(case.sides):
        words = [word_starts(side.readout.text, p.start, p.end) for p in side.points]
        for point in case.gold.points[n]:
            best = max(range(len(words)), key=lambda i: len(words[i] & point.words), default=None)
            if point.scored and best is not None and words[best] & point.words:
                found.append((n, best, point.id in linked))
    return found


def _shares(cases: Sequence[Measured], sizes: Sequence[int]) -> Rows:
    """Return what each row counts: every pair of readouts by the root of its rows, a real one more."""
    return np.concatenate(
        [np.full(n, (REAL if m.case.real else 1.0) / np.sqrt(max(1, n))) for m, n in zip(cases, sizes, strict=True)]
    )


def fit_pairs(cases: Sequence[Measured], engine: str) -> tuple[float, Rows]:
    """Train the first model: what each kind of evidence is worth."""
    rows = np.vstack([m.rows[m.judged] for m in cases])
    right = np.concatenate([m.linked[m.judged] for m in cases])
    shares = _shares(cases, [int(m.judged.sum()) for m in cases])
    signs = [feature.sign for feature in names_of(engine)]
    return fit(rows, right, shares, signs=signs, penalty=PAIR_PENALTY)


T = TypeVar("T")

Odds = Mapping[tuple[str, str], Rows]
Covered = Mapping[tuple[str, str], tuple[Rows, Rows]]


def point_rows(m: Measured, odds: Rows) -> tuple[Rows, Rows]:
    """Return a row of coverage features for each point of both sides, from log-odds of the pairs."""
    features = extract_coverage_features(*m.features, dict(zip(m.pairs, odds.tolist(), strict=True)))
    first, second = (
        np.array([[one.get(name, 0.0) for name in OF_POINTS] for one in side]).reshape(len(side), -1)
        for side in features
    )
    return first, second


def fit_coverage(cases: Sequence[Measured], odds: Odds) -> tuple[float, Rows]:
    """Train the second model: whether the other side tells a point."""
    rows, right, sizes = [], [], []
    for m in cases:
        sides = point_rows(m, odds[m.case.key])
        rows += [sides[n][i] for n, i, _ in m.told]
        right += [float(told) for *_, told in m.told]
        sizes.append(len(m.told))
    return fit(np.array(rows), np.array(right), _shares(cases, sizes), penalty=POINT_PENALTY)


def step_rows(m: Measured, odds: Rows, covered: tuple[Rows, Rows]) -> Rows:
    """Return a row of ``neighbours.KINDS`` for each pair."""
    near = extract_neighbour_features(
        dict(zip(m.pairs, odds.tolist(), strict=True)), [side.tolist() for side in covered]
    )
    return np.array([near[pair] for pair in m.pairs]).reshape(len(m.pairs), len(KINDS))


def fit_steps(cases: Sequence[Measured], odds: Odds, covered: Covered) -> tuple[float, Rows]:
    """Train the third model: a pair's own log-odds, those around it, and the coverage of its ends."""
    rows = np.vstack([step_rows(m, odds[m.case.key], covered[m.case.key])[m.judged] for m in cases])
    right = np.concatenate([m.linked[m.judged] for m in cases])
    shares = _shares(cases, [int(m.judged.sum()) for m in cases])
    return fit(rows, right, shares, signs=[1, 1, 1, 0, 0, 0], penalty=STEP_PENALTY)


def unseen(cases: Sequence[Measured], train: Callable[[Sequence[Measured]], T]) -> dict[tuple[str, str], T]:
    """Return for each case what was trained without its event."""
    parts = parts_of((m.case.event for m in cases), FOLDS)
    found: dict[tuple[str, str], T] = {}
    for part in sorted(set(parts.values())):
        model = train([m for m in cases if parts[m.case.event] != part])
        found |= {m.case.key: model for m in cases if parts[m.case.event] == part}
    return found


def complete(cases: Sequence[Measured], engine: str) -> Weights:
    """Train all three models; calibration and thresholds come from real events that they had not seen."""
    bias, coefficients = fit_pairs(cases, engine)
    first = unseen(cases, lambda some: fit_pairs(some, engine))
    odds = {m.case.key: first[m.case.key][0] + m.rows @ first[m.case.key][1] for m in cases}
    cover_bias, cover_coefficients = fit_coverage(cases, odds)
    second = unseen(cases, lambda some: fit_coverage(some, odds))
    loose = {m.case.key: _covered(m, odds[m.case.key], second[m.case.key]) for m in cases}
    real = [m for m in cases if m.case.real]
    said = np.concatenate([[loose[m.case.key][n][i] for n, i, _ in m.told] for m in real])
    told = np.concatenate([[float(t) for *_, t in m.told] for m in real])
    shift, (scale,) = fit(said[:, None], told, np.ones(len(told)), signs=[1])
    covered = {key: (logistic(shift + scale * a), logistic(shift + scale * b)) for key, (a, b) in loose.items()}
    steps = fit_steps(cases, odds, covered)
    third = unseen(cases, lambda some: fit_steps(some, odds, covered))
    raw = {
        m.case.key: third[m.case.key][0] + step_rows(m, odds[m.case.key], covered[m.case.key]) @ third[m.case.key][1]
        for m in cases
    }
    judged = np.concatenate([raw[m.case.key][m.judged] for m in real])
    right = np.concatenate([m.linked[m.judged] for m in real])
    moved, (stretched,) = fit(judged[:, None], right, np.ones(len(right)), signs=[1])
    scores = {key: logistic(moved + stretched * value) for key, value in raw.items()}
    link, competition = max(itertools.product(LINKS, COMPETITION), key=lambda both: _quality(cases, scores, *both))
    both, only = thresholds(logistic(shift + scale * said))
    return Weights(
        bias=bias,
        coefficients=_named(names_of(engine), coefficients),
        coverage=CoverageModel(shift + scale * cover_bias, _named(OF_POINTS, scale * cover_coefficients), both, only),
        calibration_bias=moved + stretched * steps[0],
        calibration=tuple(float(stretched * value) for value in steps[1]),
        link=link,
        possible=link * POSSIBLE,
        competition=competition,
    )


def _covered(m: Measured, odds: Rows, model: tuple[float, Rows]) -> tuple[Rows, Rows]:
    first, second = (model[0] + rows @ model[1] if len(rows) else np.zeros(0) for rows in point_rows(m, odds))
    return first, second


def thresholds(coverage_of: Rows) -> tuple[float, float]:
    """Return from which coverage on points may be called told by both, and up to which by one side alone.

    Coverage is a probability that was calibrated on points of real events left out; so its mean over the points that
    are called is how often the call is right. To count right calls instead would follow the chance of a few dozen.
    """
    order = np.sort(coverage_of)
    falling = np.cumsum(order[::-1]) / np.arange(1, len(order) + 1)
    rising = np.cumsum(order) / np.arange(1, len(order) + 1)
    both = order[::-1][falling >= BOTH_RIGHT]
    only = order[rising <= 1 - ONLY_RIGHT]
    return max(float(both[-1]) if len(both) else 1.0, 0.5), min(float(only[-1]) if len(only) else 0.0, 0.5)


def _named(names: Sequence[str], values: Rows) -> dict[str, float]:
    return {name: float(value) for name, value in zip(names, values, strict=True) if abs(value) > 1e-4}


def _quality(cases: Sequence[Measured], scores: Mapping[tuple[str, str], Rows], link: float, rival: float) -> float:
    """Return the F1 of links over the points of the gold, as a comparison is judged, real contacts counted more."""
    hit = chosen = wanted = 0.0
    for m in cases:
        ours = scores[m.case.key]
        best: tuple[dict[int, float], dict[int, float]] = ({}, {})
        for pair, score in zip(m.pairs, ours, strict=True):
            for n in (0, 1):
                best[n][pair[n]] = max(best[n].get(pair[n], 0.0), float(score))
        taken = ours >= np.array([max(link, rival * max(best[0][i], best[1][j])) for i, j in m.pairs])
        scored = [{point.id for point in m.case.gold.points[n] if point.scored} for n in (0, 1)]
        share = REAL if m.case.real else 1.0
        hit += share * float(m.hits[taken].sum())
        chosen += share * float(m.sizes[taken].sum())
        wanted += share * sum(a in scored[0] and b in scored[1] for a, b in m.case.gold.links)
    return 2 * hit / max(1.0, chosen + wanted)
