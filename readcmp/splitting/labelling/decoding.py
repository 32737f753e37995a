"""The likeliest labels of an article's statements (Viterbi) and how likely each is (forward-backward algorithm)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from readcmp.data import kept_of
from readcmp.splitting.labelling.evidence import ArticleEvidence
from readcmp.splitting.labelling.features import (
    TRANSITIONS,
    Context,
    Features,
    features_of,
    transition,
    transition_features,
)

FILE = Path(__file__).with_name("coefficients.txt")

Coefficients = Mapping[str, float]
Rows = Sequence[Sequence[float]]


class Labelling(Struct, frozen=True):
    """The labels of an article's statements, and for each statement the probability 0..1 of every label by its name."""

    labels: tuple[str, ...]
    probabilities: tuple[Mapping[str, float], ...]


@cache
def shipped() -> Coefficients:
    """Return the coefficients that ship."""
    return kept_of(FILE, lambda: parse_coefficients(FILE.read_text(encoding="utf-8")))


def parse_coefficients(text: str) -> dict[str, float]:
    """Return coefficients from lines of a number and the name of its feature; # begins a comment."""
    rows = (line.split(" ", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {name: float(value) for value, name in rows}


def find_labels(article: ArticleEvidence, coefficients: Coefficients | None = None) -> Labelling:
    """Return the likeliest sequence of labels, and how likely every label is in each place."""
    context = Context(article)
    if not context.statements:
        return Labelling((), ())
    known = shipped() if coefficients is None else coefficients
    names, numbers = context.labels, range(len(context.statements))
    scores = [[_sum(features_of(context, n, one), known) for one in names] for n in numbers]
    steps = [_transition_scores(context, n, known) for n in numbers[1:]]
    likely = (dict(zip(names, row, strict=True)) for row in marginals(scores, steps))
    return Labelling(tuple(names[i] for i in viterbi(scores, steps)), tuple(likely))


def _sum(features: Features, known: Coefficients) -> float:
    return math.fsum(known.get(name, 0.0) * value for name, value in features)


def _transition_scores(context: Context, n: int, known: Coefficients) -> list[list[float]]:
    """Return the scores of the transitions to a statement, a row a label before it."""
    found = tuple(transition_features(context, n))
    scores = {name: math.fsum(known.get(f"{name}: {one}", 0.0) for one in found) for name in TRANSITIONS}
    return [[scores[transition(before, after)] for after in context.labels] for before in context.labels]


def viterbi(scores: Rows, steps: Sequence[Rows]) -> list[int]:
    """Return the numbers of the labels of the likeliest sequence (Viterbi 1967).

    ``scores`` has a row a position and a column a label, ``steps`` for each position but the first a row a label before
    it and a column a label.
    """
    sums, ways = list(scores[0]), list[list[int]]()
    for row, step in zip(scores[1:], steps, strict=True):
        columns = [
            [total + here for total, here in zip(sums, column, strict=True)] for column in zip(*step, strict=True)
        ]
        way = [column.index(max(column)) for column in columns]
        sums = [column[i] + here for column, i, here in zip(columns, way, row, strict=True)]
        ways.append(way)
    found = [sums.index(max(sums))]
    for way in reversed(ways):
        found.append(way[found[-1]])
    return found[::-1]


def marginals(scores: Rows, steps: Sequence[Rows]) -> list[list[float]]:
    """Return the probability of each label in each position, from the sums over all sequences before and after it."""
    labels = range(len(scores[0]))
    forward = [list(scores[0])]
    for row, step in zip(scores[1:], steps, strict=True):
        forward.append([_log_sum([forward[-1][i] + step[i][j] for i in labels]) + row[j] for j in labels])
    backward = [[0.0] * len(labels)]
    for row, step in zip(scores[:0:-1], reversed(steps), strict=True):
        backward.append([_log_sum([step[i][j] + row[j] + backward[-1][j] for j in labels]) for i in labels])
    total = _log_sum(forward[-1])
    pairs = zip(forward, reversed(backward), strict=True)
    return [[math.exp(a + b - total) for a, b in zip(*both, strict=True)] for both in pairs]


def _log_sum(values: Sequence[float]) -> float:
    top = max(values)
    return top + math.log(math.fsum(math.exp(value - top) for value in values))
