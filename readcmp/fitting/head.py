"""Fit the topic layer over sentence vectors: ``python -m readcmp.fitting.head POINTS [--write]``.

POINTS is a file of readouts marked by hand, one a line, in any languages. A multinomial logistic regression with
a quadratic penalty; a further topic of a point counts for part of one. Every third readout is held out, and of it
the part of points whose likeliest topic is one that an editor accepts is printed; ``--write`` then fits on all of
them and puts the layer into ``marking/head.npz``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
from scipy.optimize import minimize

from readcmp.encoding import encode
from readcmp.marking.head import FILE, pairs

FURTHER = 0.35
"""What a further topic of a point counts against the main one's 1, as in ``fitting.topics``."""

PENALTY = 0.03
"""Strength of the quadratic penalty, chosen of 0.03 to 0.3 on the readouts held out; they differ by 0.01."""

UNIT = 800.0
"""The vectors come as whole numbers; divided by this they are nearly of unit length."""

Rows = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Text:
    """One readout: its language, a row of numbers for each point, and each point's topics, main one first."""

    language: str
    rows: Rows
    topics: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """What is fitted: for each topic a column of weights and a bias."""

    topics: tuple[str, ...]
    weights: Rows
    bias: Rows


def read(path: Path) -> list[Text]:
    """Read and encode the readouts of a file of points."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    vectors = encode({str(n): [p["text"] for p in record["points"]] for n, record in enumerate(records)})
    return [
        Text(r["language"], pairs(vectors[str(n)]) / UNIT, tuple(tuple(p["topics"]) for p in r["points"]))
        for n, r in enumerate(records)
    ]


def fit(texts: Sequence[Text], penalty: float = PENALTY) -> Layer:
    """Fit the layer on all marked points of the texts."""
    topics = tuple(sorted({topic for text in texts for marked in text.topics for topic in marked}))
    marked = [(row, ts) for text in texts for row, ts in zip(text.rows, text.topics, strict=True) if ts]
    x = np.array([row for row, _ in marked])
    y = np.array([[FURTHER * (t in ts[1:]) or float(t == ts[0]) for t in topics] for _, ts in marked])
    y /= y.sum(axis=1, keepdims=True)
    size, kinds = x.shape[1], len(topics)

    def loss(params: Rows) -> tuple[float, Rows]:
        weights, bias = params[: size * kinds].reshape(size, kinds), params[size * kinds :]
        odds = x @ weights + bias
        odds -= odds.max(axis=1, keepdims=True)
        likely = odds - np.log(np.exp(odds).sum(axis=1, keepdims=True))
        wrong = np.exp(likely) - y
        value = float(-(y * likely).sum() + penalty / 2 * (weights**2).sum())
        return value, np.concatenate([(x.T @ wrong + penalty * weights).ravel(), wrong.sum(axis=0)])

    start = np.zeros(size * kinds + kinds)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 80}).x
    return Layer(topics, best[: size * kinds].reshape(size, kinds), best[size * kinds :])


def accepted(texts: Sequence[Text], layer: Layer) -> dict[str, tuple[int, int]]:
    """Count by language the points whose likeliest topic is accepted, and all points that have one."""
    right, every = Counter[str](), Counter[str]()
    for text in texts:
        for odds, topics in zip(text.rows @ layer.weights + layer.bias, text.topics, strict=True):
            if topics:
                every[text.language] += 1
                right[text.language] += layer.topics[int(odds.argmax())] in topics
    return {language: (right[language], n) for language, n in every.items()}


def write(layer: Layer) -> None:
    """Put the layer into the file that ships, rounded to 8 bits a weight."""
    scale = np.abs(layer.weights).max(axis=0) / 127
    whole = np.rint(layer.weights / scale).astype(np.int8)
    np.savez_compressed(
        FILE,
        topics=np.array(layer.topics),
        weights=whole,
        scale=(scale / UNIT).astype(np.float32),
        bias=layer.bias.astype(np.float32),
    )


@click.command(help=(__doc__ or "").splitlines()[0])
@click.argument("points", type=click.Path(exists=True, path_type=Path))
@click.option("--write", "to_write", is_flag=True, help="Put the layer into marking/head.npz.")
def main(points: Path, to_write: bool) -> None:
    """Fit, print the figures, and write the layer where asked."""
    texts = read(points)
    known = [text for n, text in enumerate(texts) if n % 3 != 2]
    held = [text for n, text in enumerate(texts) if n % 3 == 2]
    for language, (right, every) in accepted(held, fit(known)).items():
        click.echo(f"held out, {language}: {right} of {every} accepted, {right / every:.3f}")
    if to_write:
        write(fit(texts))


if __name__ == "__main__":
    main()
