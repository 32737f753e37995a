"""Fit what speaks for a topic: ``python -m readcmp.fitting.topics POINTS GOLD [--write]``.

POINTS is a file of readouts cut and marked by hand, one a line (``points``, each with ``text`` and
``topics``, the main one first); GOLD a folder of pairs. A conditional logit over the topics that come into
question at each point, fitted by L-BFGS with a quadratic penalty, on the readouts of all languages that the
lexicon has terms in; a further topic that an editor would accept counts for part of one. Every third readout
of a language is held out. Prints F1 over (point, topic), for each language: the main topic must be named, further
ones may be, all others are wrong; for the held-out readouts and for a six-fold run over all others.
``--write`` puts the weights into ``marking/weights.yaml``.
"""

from __future__ import annotations

import datetime
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
import yaml
from scipy.optimize import minimize

from readcmp.evaluation.gold import read_gold
from readcmp.lexicon import load_lexicon
from readcmp.marking.names import about
from readcmp.marking.signs import Signs
from readcmp.marking.topics import FILE, choose, signs_of
from readcmp.model import Hit, Point
from readcmp.text import unspaced

UNSCORED = frozenset({"contact", "agenda", "other"})
FURTHER = 0.35
"""What a further topic of a point counts against the main one's 1, tried with 0.2 to 0.5 on the folds."""

PENALTY, PENALTY_LEANING = 1.0, 2.0
"""Strength of the quadratic penalty on signs and on topics' leanings, chosen on the folds."""

ROUNDS = 3
"""Signs depend on what points by themselves are about, hence on the weights: fit, mark anew, fit again."""

FOLDS = 6
SECOND = 0.3
"""From this probability on a second topic is named, chosen on the folds."""

VECTORS = {"thought": 0.3, "thought_alone": -3.0}
"""What a log-probability by the layer over vectors counts, and what a topic that it alone names starts with; tried
with 0.2 to 1.5 and -4 to 0 on held-out readouts and on pairs, where more gains less on texts that the lexicon knows."""

START = {"named": 1.0, "hinted": 0.3}


@dataclass(frozen=True, slots=True)
class Text:
    """One readout cut and marked by hand; texts of one event stay in one fold."""

    event: str
    language: str
    points: tuple[Point, ...]
    hits: tuple[tuple[Hit, ...], ...]
    topics: tuple[tuple[str, ...], ...]


Find = Callable[[str, str], tuple[Hit, ...]]
"""Finds the topics' terms in a text of a language."""

Case = tuple[Signs, tuple[str, ...]]
Weights = dict[str, float]


def read_points(path: Path, find: Find) -> Iterator[Text]:
    """Read the readouts of a file of points."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        texts = [p["text"] for p in record["points"]]
        points, sentence, start = [], 0, 0
        for n, text in enumerate(texts):
            points.append(Point(str(n), start, start + len(text), text, sentence))
            start += len(text) + 1
            abbreviated = re.search(r"\b(?:Dr|Mr|Ms|Jr|Gen|Lt|[A-Z])\.\s*$", text)
            sentence += bool(re.search(r"[.!?。！？][\"”’')]*\s*$", text)) and not abbreviated
        topics = (tuple(p["topics"]) for p in record["points"])
        yield _text(f"points {number}", record["language"], points, topics, find)


def read_pairs(folder: Path, find: Find) -> Iterator[Text]:
    """Read the sides of gold pairs, cut as the gold cuts them."""
    for pair in read_gold(folder):
        for readout, gold in zip(pair.readouts, pair.points, strict=True):
            found = re.finditer(r"(?<!Jr)(?<!Mr)(?<!U\.S)[.!?][\"”]?\s|[。！？]", readout.text)
            ends = [m.end() for m in found]
            points, topics = [], []
            for g in sorted(gold, key=lambda g: min(g.words)):
                start, last = min(g.words), max(g.words)
                end = last + 1 if unspaced(readout.text[last]) else _end_of_word(readout.text, last)
                points.append(Point(g.id, start, end, readout.text[start:end], sum(e <= start for e in ends)))
                topics.append(g.topics)
            yield _text(pair.name, readout.language, points, topics, find)


def _end_of_word(text: str, start: int) -> int:
    word = re.compile(r"\S+").match(text, start)
    return word.end() if word else start


def _text(event: str, language: str, points: Sequence[Point], topics: Iterable[tuple[str, ...]], find: Find) -> Text:
    hits = about(points, [find(p.text, language) for p in points], language=language)
    return Text(event, language, tuple(points), tuple(hits), tuple(topics))


def cases(texts: Sequence[Text], weights: Mapping[str, float]) -> list[Case]:
    """Give the signs of every marked point, with its topics."""
    return [
        (signs, topics)
        for text in texts
        for signs, topics in zip(
            signs_of(text.points, text.hits, weights, text.language), text.topics, strict=True
        )
        if topics
    ]


def fit(texts: Sequence[Text]) -> Weights:
    """Fit the weights of signs and leanings."""
    weights: Weights = dict(START)
    for _ in range(ROUNDS):
        weights = _fit_once([c for c in cases(texts, weights) if c[1][0] in c[0]])
    return weights


def _fit_once(data: Sequence[Case]) -> Weights:
    names = sorted({name for signs, _ in data for s in signs.values() for name in s})
    column = {name: i for i, name in enumerate(names)}
    rows, group, wanted = [], [], []
    for number, (signs, topics) in enumerate(data):
        for topic, s in signs.items():
            row = np.zeros(len(names))
            for name, value in s.items():
                row[column[name]] = value
            rows.append(row)
            group.append(number)
            wanted.append(1.0 if topic == topics[0] else FURTHER if topic in topics else 0.0)
    x, g, y = np.array(rows), np.array(group), np.array(wanted)
    y = y / np.bincount(g, y)[g]
    penalty = np.array([PENALTY_LEANING if ":" in name else PENALTY for name in names])

    def loss(w: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        z = x @ w
        top = np.full(len(data), -np.inf)
        np.maximum.at(top, g, z)
        e = np.exp(z - top[g])
        p = e / np.bincount(g, e)[g]
        value = -(y * np.log(p + 1e-12)).sum() + (penalty * w * w).sum() / 2
        return float(value), x.T @ (p - y) + penalty * w

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return dict(zip(names, (float(v) for v in best.x), strict=True))


def figures(texts: Sequence[Text], weights: Mapping[str, float], second: float = SECOND) -> np.ndarray[Any, Any]:
    """Count (point, topic) right, wrong and missed: the main topic must be named, further ones may be."""
    right = wrong = missed = 0
    for signs, topics in cases(texts, weights):
        if topics[0] in UNSCORED:
            continue
        have = set(choose(signs, weights, second)) - UNSCORED
        right += topics[0] in have
        missed += topics[0] not in have
        wrong += len(have - set(topics))
    return np.array([right, wrong, missed])


def f1(counts: np.ndarray[Any, Any]) -> float:
    """F1 of right, wrong and missed."""
    return float(2 * counts[0] / (2 * counts[0] + counts[1] + counts[2]))


def folds(texts: Sequence[Text]) -> Iterator[tuple[list[Text], list[Text]]]:
    """Give what to fit on and what to score, event by event, the same ones on every run."""
    events = sorted({t.event for t in texts})
    random.Random(3).shuffle(events)
    for n in range(FOLDS):
        out = set(events[n::FOLDS])
        yield [t for t in texts if t.event not in out], [t for t in texts if t.event in out]


@click.command(help=(__doc__ or "").splitlines()[0])
@click.argument("points", type=click.Path(exists=True, path_type=Path))
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.option("--write", is_flag=True, help="Put the weights into marking/weights.yaml.")
def main(points: Path, gold: Path, write: bool) -> None:
    """Fit, print the figures, and write the weights where asked."""
    lexicon = load_lexicon()

    def find(text: str, language: str) -> tuple[Hit, ...]:
        return lexicon.find(text, language, "topic")

    every = list(read_points(points, find))
    held = [t for language in {t.language for t in every} for t in [t for t in every if t.language == language][2::3]]
    known = [t for t in every if t not in held]
    pairs = list(read_pairs(gold, find))
    counts: defaultdict[str, np.ndarray[Any, Any]] = defaultdict(lambda: np.zeros(3))
    for some, out in folds([*known, *pairs]):
        weights = fit(some)
        for text in out:
            of = "points" if text.event.startswith("points") else "pairs"
            counts[f"folds, {of}, {text.language}"] += figures([text], weights)
    weights = fit([*known, *pairs])
    for text in held:
        counts[f"held out, {text.language}"] += figures([text], weights)
    report = {name: round(f1(found), 3) for name, found in sorted(counts.items())}
    for name, value in report.items():
        click.echo(f"{name:20} F1 {value:.3f}")
    if write:
        rounded = {name: round(value, 2) for name, value in sorted(weights.items()) if abs(value) >= 0.01}
        data = {
            "fitted": datetime.date.today().isoformat(),
            "figures": report,
            "second": SECOND,
            "signs": {name: value for name, value in rounded.items() if ":" not in name},
            "vectors": VECTORS,
            "leanings": {name.split(":")[1]: value for name, value in rounded.items() if ":" in name},
        }
        head = "# What speaks for a topic, in log-odds. Written by `python -m readcmp.fitting.topics`.\n"
        FILE.write_text(head + yaml.safe_dump(data, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
