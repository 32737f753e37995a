"""Fit what each kind of evidence is worth: ``python -m readcmp.fitting.links GOLD [GOLD ...] [--engine E] [--write]``.

Every GOLD is a folder of pairs marked by hand. A logistic regression with a quadratic penalty, in which evidence
may only speak for what it can speak for (``SIGNS``), is fitted on all pairs of points; each event is scored with
weights that were fitted without it, and so are the thresholds and the calibration. Prints the figures of that,
and how often links of each score were right, then the figures of the weights fitted on everything, which
``--write`` puts into ``aligning/weights.yaml`` for its engine.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import numpy as np
from scipy.optimize import minimize

from readcmp.aligning import align, meaning
from readcmp.aligning.evidence import NAMES, measure
from readcmp.aligning.neighbours import Pair, around
from readcmp.aligning.traits import traits_of
from readcmp.aligning.weights import ENGINES, Weights
from readcmp.comparing import put_together
from readcmp.encoding import closeness
from readcmp.evaluation import GoldPair, Scores, judge, read_gold
from readcmp.evaluation.judge import covers
from readcmp.fitting.calibration import calibration
from readcmp.fitting.writing import write_weights
from readcmp.lexicon import load_lexicon
from readcmp.model import Side
from readcmp.pipeline import sides_of
from readcmp.text import word_starts

SIGNS = {
    "no_topic_shared": -1,
    "topic_unknown": 0,
    "topic_crowd": -1,
    "names_differ": -1,
    "far_apart": -1,
    "placeholder": -1,
    "same_group": 1,
}
"""-1: may only speak against a link; 0: either way; every other kind may only speak for one."""

PENALTY = 8.0
"""Strength of the quadratic penalty on standardised evidence, chosen by leaving one event out."""

LINKS, RIVALS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55), (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""The thresholds that are tried: the score of a link, and its part of the best score beside it.

None is under a quarter: where three in four are wrong, a better figure for links is no better for a reader."""

POSSIBLE = 0.6
"""A pair that reaches this part of the link threshold is a possible link."""

Rows = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Case:
    """A gold pair made ready for fitting: its evidence as rows, and which rows are links."""

    gold: GoldPair
    folder: str
    event: str
    sides: tuple[Side, ...]
    vectors: dict[str, Any] | None
    names: tuple[str, ...]
    pairs: tuple[Pair, ...]
    rows: Rows
    linked: Rows

    @property
    def key(self) -> str:
        """A name that no other case has: a pair and its restatement can be called alike."""
        return f"{self.folder} {self.gold.name}"

    @property
    def kinds(self) -> list[str]:
        """What its figures are added up under: the folder it stands in and each of its tags."""
        return [f"{self.folder}, {tag}" for tag in self.gold.tags]


def prepare(gold: GoldPair, folder: str, groups: Mapping[str, str], engine: str) -> Case:
    """Cut, mark and measure a gold pair; a row is a link where both its points cover points that are linked."""
    ids = [readout.side for readout in gold.readouts]
    sides, vectors = sides_of(gold.readouts, engine=engine)
    traits = traits_of(sides, groups)
    cosines = closeness(vectors[ids[0]], vectors[ids[1]]) if vectors else ()
    evidence = measure(traits[ids[0]], traits[ids[1]], cosines)
    names = NAMES + meaning.NAMES if vectors else NAMES
    met = [
        [
            {g.id for g in gold.points[n] if covers(word_starts(side.readout.text, p.start, p.end), g.words)}
            for p in side.points
        ]
        for n, side in enumerate(sides)
    ]
    pairs = tuple(pair for pair in evidence if met[0][pair[0]] and met[1][pair[1]])
    return Case(
        gold,
        folder,
        gold.name[:10],
        sides,
        vectors,
        names,
        pairs,
        np.array([[evidence[pair].get(name, 0.0) for name in names] for pair in pairs]),
        np.array([float(any((a, b) in gold.links for a in met[0][i] for b in met[1][j])) for i, j in pairs]),
    )


def suits(pair: GoldPair, engine: str) -> bool:
    """Say whether an engine's weights are fitted on a pair: those for one language on that alone, others on all.

    What two languages have in common says the same of two points as what one language has, so that pairs in one
    language, of which there are more, help to weigh it; where words are at hand they deserve weights of their own.
    """
    return engine != "fuzzy" or not across(pair)


def used(pair: GoldPair, engine: str) -> bool:
    """Say whether an engine's weights are used on a pair, and so judged by it."""
    return suits(pair, engine) and (engine != "fuzzy-across" or across(pair))


def across(pair: GoldPair) -> bool:
    """Say whether the accounts of a pair are in two languages."""
    return len({readout.language for readout in pair.readouts}) > 1


def fit(cases: Sequence[Case], penalty: float = PENALTY) -> tuple[float, Rows]:
    """Give the bias and the worth of each kind of evidence; every pair of readouts counts alike."""
    rows = np.vstack([case.rows for case in cases])
    linked = np.concatenate([case.linked for case in cases])
    even = np.concatenate([np.full(len(c.rows), 1 / np.sqrt(len(c.rows))) for c in cases])
    even *= len(even) / even.sum()
    scale = rows.std(axis=0)
    scale[scale == 0] = 1.0
    x = rows / scale

    def loss(params: Rows) -> tuple[float, Rows]:
        odds = params[0] + x @ params[1:]
        wrong = even * (1 / (1 + np.exp(-odds)) - linked)
        value = float((even * (np.logaddexp(0, odds) - linked * odds)).sum() + penalty / 2 * (params[1:] ** 2).sum())
        return value, np.concatenate([[wrong.sum()], x.T @ wrong + penalty * params[1:]])

    names = cases[0].names
    bounds = [(None, None)] + [{-1: (None, 0), 0: (None, None), 1: (0, None)}[SIGNS.get(n, 1)] for n in names]
    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", bounds=bounds)
    return float(found.x[0]), found.x[1:] / scale


def without(cases: Sequence[Case], penalty: float = PENALTY) -> dict[str, Rows]:
    """Give each case's log-odds under weights that were fitted on the other events."""
    found: dict[str, Rows] = {}
    for event in {case.event for case in cases}:
        bias, worth = fit([c for c in cases if c.event != event], penalty)
        found |= {c.key: bias + c.rows @ worth for c in cases if c.event == event}
    return found


def correct(cases: Sequence[Case], odds: Mapping[str, Rows]) -> tuple[float, Rows]:
    """Give the shift and the step that turn log-odds and those beside them into log-odds that can be believed.

    Fitted without penalty on log-odds of events that the first step had not seen, so that of the pairs scored
    0.8, 8 in 10 are right; this is Platt's scaling with the neighbours as further inputs.
    """
    x = np.vstack([neighbours(case, odds[case.key]) for case in cases])
    linked = np.concatenate([case.linked for case in cases])

    def loss(params: Rows) -> tuple[float, Rows]:
        scaled = params[0] + x @ params[1:]
        wrong = 1 / (1 + np.exp(-scaled)) - linked
        return (
            float((np.logaddexp(0, scaled) - linked * scaled).sum()),
            np.concatenate([[wrong.sum()], x.T @ wrong]),
        )

    bounds = [(None, None)] + [(0, None)] * x.shape[1]
    found = minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds)
    return float(found.x[0]), found.x[1:]


def neighbours(case: Case, odds: Rows) -> Rows:
    """Give a row for each pair: its own log-odds, the best beside it, the best in step with it."""
    near = around(dict(zip(case.pairs, (float(value) for value in odds), strict=True)))
    return np.array([near[pair] for pair in case.pairs])


def complete(cases: Sequence[Case], penalty: float = PENALTY) -> Weights:
    """Fit weights, calibration and thresholds; the last two on log-odds of events that the fit had not seen."""
    bias, worth = fit(cases, penalty)
    unseen = without(cases, penalty)
    shift, step = correct(cases, unseen)
    scores = {case.key: 1 / (1 + np.exp(-(shift + neighbours(case, unseen[case.key]) @ step))) for case in cases}
    link, rival = max(itertools.product(LINKS, RIVALS), key=lambda both: _quality(cases, scores, *both))
    return Weights(
        bias=bias,
        worth={name: float(value) for name, value in zip(cases[0].names, worth, strict=True) if abs(value) > 1e-4},
        shift=shift,
        step=tuple(float(value) for value in step),
        link=link,
        possible=link * POSSIBLE,
        rival=rival,
    )


def _quality(cases: Sequence[Case], scores: Mapping[str, Rows], link: float, rival: float) -> float:
    """F1 over rows, each pair of readouts counted alike: quick, and near enough to the link figure to choose by."""
    total = 0.0
    for case in cases:
        ours = scores[case.key]
        best: tuple[dict[int, float], dict[int, float]] = ({}, {})
        for pair, score in zip(case.pairs, ours, strict=True):
            for n in (0, 1):
                best[n][pair[n]] = max(best[n].get(pair[n], 0.0), float(score))
        bar = np.array([max(link, rival * max(best[0][i], best[1][j])) for i, j in case.pairs])
        chosen = (ours >= bar).astype(float)
        total += 2 * float((chosen * case.linked).sum()) / max(1.0, float(chosen.sum() + case.linked.sum()))
    return total / len(cases)


def score(case: Case, weights: Weights, groups: Mapping[str, str]) -> Scores:
    """Judge a case as the program would link it with these weights."""
    alignment = align(case.sides, groups, weights=lambda *_: weights, vectors=case.vectors)
    return judge(case.gold, put_together(case.sides, alignment, lexicon=load_lexicon(), engine=""))


def scores_of(case: Case, weights: Weights) -> Rows:
    """Give the score of every row of a case."""
    found = [dict(zip(case.names, map(float, row), strict=True)) for row in case.rows]
    scores = weights.scores(dict(zip(case.pairs, found, strict=True)))
    return np.array([scores[pair] for pair in case.pairs])


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--engine", type=click.Choice(ENGINES), default="fuzzy", show_default=True)
@click.option("--penalty", default=PENALTY, show_default=True)
@click.option("--write", is_flag=True, help="Write the weights that ship.")
def main(folders: tuple[Path, ...], engine: str, penalty: float, write: bool) -> None:
    """Fit the weights of an engine on GOLD folders and print cross-validated figures."""
    groups = {topic: entry.group for topic, entry in load_lexicon().topics.items()}
    cases = [
        prepare(pair, f"{folder.parent.name}/{folder.name}", groups, engine)
        for folder in folders
        for pair in read_gold(folder)
        if suits(pair, engine)
    ]
    unseen: dict[str, Scores] = {}
    believed: list[tuple[Rows, Rows]] = []
    for event in sorted({case.event for case in cases}):
        weights = complete([case for case in cases if case.event != event], penalty)
        for case in cases:
            if case.event == event and used(case.gold, engine):
                one = score(case, weights, groups)
                believed.append((scores_of(case, weights), case.linked))
                click.echo(f"{case.gold.name:45} {_line(one)}  link from {weights.link} rival {weights.rival}")
                for kind in case.kinds:
                    unseen.setdefault(kind, Scores()).add(one)
    for kind, scores in unseen.items():
        click.echo(f"unseen, {kind:37} {_line(scores)}")
    table = calibration(*(np.concatenate(column) for column in zip(*believed, strict=True)))
    click.echo("how often pairs of a score are links, events that the fit had not seen")
    for row in table:
        click.echo("  {from:.2f} to {to:.2f}: {pairs:5} pairs, mean {mean:.2f}, right {right:.2f}".format(**row))
    weights = complete(cases, penalty)
    seen: dict[str, Scores] = {}
    for case in (case for case in cases if used(case.gold, engine)):
        for kind in case.kinds:
            seen.setdefault(kind, Scores()).add(score(case, weights, groups))
    for kind, scores in seen.items():
        click.echo(f"seen, {kind:39} {_line(scores)}")
    click.echo(f"bias {weights.bias:.2f} step {weights.step} link {weights.link} rival {weights.rival}")
    for name, value in sorted(weights.worth.items(), key=lambda item: -abs(item[1])):
        click.echo(f"  {name:20} {value:+.2f}")
    if write:
        write_weights(engine, weights, [case.gold.name for case in cases], unseen, table)


def _line(scores: Scores) -> str:
    return " ".join(f"{name} {value:.3f}" for name, value in scores.figures().items())


if __name__ == "__main__":
    main()
