"""The likeliest labels of an article's statements, and how likely each is."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from readcmp.data import kept_of
from readcmp.splitting.labelling.evidence import Gathered
from readcmp.splitting.labelling.features import STEPS, Article, Features, contexts, features_of, step

FILE = Path(__file__).with_name("coefficients.txt")

Coefficients = Mapping[str, float]
Rows = list[list[float]]


class Labelling(Struct, frozen=True):
    """The labels of an article's statements, and the probability 0..1 of each."""

    labels: tuple[str, ...]
    probabilities: tuple[float, ...]


@cache
def shipped() -> Coefficients:
    """Return the coefficients that ship."""
    return kept_of(FILE, lambda: read(FILE.read_text(encoding="utf-8")))


def read(text: str) -> dict[str, float]:
    """Return coefficients from lines of a number and the name of its feature; # begins a comment."""
    rows = (line.split(" ", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {name: float(value) for value, name in rows}


def label(gathered: Gathered, coefficients: Coefficients | None = None) -> Labelling:
    """Return the likeliest sequence of labels (Viterbi 1967), and the probability of each in its place."""
    article = Article(gathered)
    if not article.statements:
        return Labelling((), ())
    known = shipped() if coefficients is None else coefficients
    labels = article.labels
    odds = [[_sum(features_of(article, n, one), known) for one in labels] for n in range(len(article.statements))]
    steps = [_steps(article, n, known) for n in range(1, len(article.statements))]
    best = _best(odds, steps)
    likely = _marginals(odds, steps)
    return Labelling(tuple(labels[i] for i in best), tuple(row[i] for row, i in zip(likely, best, strict=True)))


def _sum(features: Features, known: Coefficients) -> float:
    return math.fsum(known.get(name, 0.0) * value for name, value in features)


def _steps(article: Article, n: int, known: Coefficients) -> Rows:
    """Return the log-odds of the steps to a statement, a row a label before it."""
    found = tuple(contexts(article, n))
    worth = {name: math.fsum(known.get(f"{name}: {one}", 0.0) for one in found) for name in STEPS}
    return [[worth[step(before, after)] for after in article.labels] for before in article.labels]


def _best(odds: Rows, steps: Sequence[Rows]) -> list[int]:
    """Return the places of the labels of the likeliest sequence."""
    sums, ways = odds[0], list[list[int]]()
    for row, worth in zip(odds[1:], steps, strict=True):
        columns = [
            [total + here for total, here in zip(sums, column, strict=True)] for column in zip(*worth, strict=True)
        ]
        way = [column.index(max(column)) for column in columns]
        sums = [column[i] + here for column, i, here in zip(columns, way, row, strict=True)]
        ways.append(way)
    found = [max(range(len(sums)), key=sums.__getitem__)]
    for way in reversed(ways):
        found.append(way[found[-1]])
    return found[::-1]


def _marginals(odds: Rows, steps: Sequence[Rows]) -> Rows:
    """Return the probability of each label in each place, by the sums over all sequences forward and backward."""
    places = range(len(odds[0]))
    ahead = [odds[0]]
    for row, worth in zip(odds[1:], steps, strict=True):
        ahead.append([_log_sum([ahead[-1][i] + worth[i][j] for i in places]) + row[j] for j in places])
    back = [[0.0] * len(odds[0])]
    for row, worth in zip(odds[:0:-1], reversed(steps), strict=True):
        back.append([_log_sum([worth[i][j] + row[j] + back[-1][j] for j in places]) for i in places])
    total = _log_sum(ahead[-1])
    return [
        [math.exp(a + b - total) for a, b in zip(one, two, strict=True)]
        for one, two in zip(ahead, back[::-1], strict=True)
    ]


def _log_sum(values: Sequence[float]) -> float:
    top = max(values)
    return top + math.log(math.fsum(math.exp(value - top) for value in values))
