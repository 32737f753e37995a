"""Train links and coverage: ``python -m readcmp.training.links GOLD [GOLD ...] [--engine E] [--folds DIR] [--write]``.

Every GOLD is a folder of pairs marked by hand; those that are kept for measuring are trained on by none. Events are
put into parts and each part is judged by models that were trained without it, thresholds and calibration included:
these are the figures printed first. ``--write`` puts models trained on everything into ``aligning/weights.yaml``. DIR
has the topics and word vectors that ``readcmp.training.topics`` and ``readcmp.training.vectors`` trained with
``--folds``, without each pair; without it the shipped ones are taken, which know too well what they were trained on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import numpy as np

from readcmp.aligning import align
from readcmp.aligning.coverage import extract_coverage_features
from readcmp.aligning.link_model import ENGINES, Weights
from readcmp.aligning.verdicts import decide_verdicts
from readcmp.comparing import build_comparison
from readcmp.encoding import words
from readcmp.encoding.words import WordVectors
from readcmp.evaluation import Scores, score_pair
from readcmp.lexicon import TopicEntry, load_lexicon
from readcmp.training import models
from readcmp.training.calibration import calibration
from readcmp.training.gold_pairs import PARTS, Case, home_of, parts_of, prepare_all
from readcmp.training.models import FOLDS, Measured
from readcmp.training.writing import write_weights


def suits(case: Case, engine: str) -> bool:
    """Return whether an engine's weights are trained on a case: those for one language on that alone, others on all.

    What two languages have in common says the same of two points as what one language has, so that pairs in one
    language, of which there are more, help to weigh it; where words are at hand they deserve weights of their own.
    """
    return engine.endswith("-across") or not case.across


def used(case: Case, engine: str) -> bool:
    """Return whether an engine's weights are used on a case, and so judged by it."""
    return engine.endswith("-across") == case.across


def measured(cases: Sequence[Case], engine: str, folds: Path | None) -> list[Measured]:
    """Measure cases, invented ones with word vectors that have not seen their event where there are such."""
    topics = load_lexicon().topics
    parts = parts_of((case.gold.name for case in cases if not case.real), PARTS)
    tables: dict[str, WordVectors] = {}
    for part in map(str, range(PARTS) if folds else ()):
        tables[part] = words.read(*((folds or Path()) / part / file.name for file in (words.NAMES, words.ROWS)))
    return [models.measure_case(case, topics, engine, tables.get(home_of(case.gold, parts))) for case in cases]


def score(case: Case, weights: Weights, topics: Mapping[str, TopicEntry]) -> Scores:
    """Judge a case as the program would compare it with these weights."""
    vectors = dict(case.vectors) if case.vectors else None
    alignment = decide_verdicts(align(case.sides, topics, weights=lambda *_: weights, vectors=vectors), case.sides)
    return score_pair(case.gold, build_comparison(case.sides, alignment, lexicon=load_lexicon(), engine=""))


def scores_of(m: Measured, weights: Weights) -> tuple[np.ndarray, np.ndarray]:
    """Return the scores of a case's judged pairs, and which of them are links."""
    names = models.names_of("semantic" if m.case.vectors else "fuzzy")
    odds = np.array([weights.odds(dict(zip(names, row, strict=True))) for row in m.rows.tolist()])
    covered = tuple(
        [weights.coverage.coverage(one) for one in side]
        for side in extract_coverage_features(*m.features, dict(zip(m.pairs, odds.tolist(), strict=True)))
    )
    scores = weights.scores(dict(zip(m.pairs, odds.tolist(), strict=True)), covered)
    return np.array([scores[pair] for pair in m.pairs])[m.judged], m.linked[m.judged]


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--engine", type=click.Choice(ENGINES), default="fuzzy", show_default=True)
@click.option("--folds", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--cache", type=click.Path(path_type=Path, dir_okay=False), help="Keep sentence vectors here.")
@click.option("--write", is_flag=True, help="Write the weights that ship.")
def main(folders: tuple[Path, ...], engine: str, folds: Path | None, cache: Path | None, write: bool) -> None:
    """Train the models of an engine on GOLD folders and print figures of events left out."""
    topics = load_lexicon().topics
    every = prepare_all(folders, engine.partition("-")[0], folds=folds, cache=cache)
    cases = [m for m in measured(every, engine, folds) if suits(m.case, engine)]
    if pinned := [case for case in every if case.gold.asked is not None]:
        kind = "unsure matches" if any(case.gold.unsure_only for case in pinned) else "some matches"
        click.echo(f"{len(pinned)} pairs have pins alone: only {kind} were asked about, so that they teach links alone")
    parts = parts_of((m.case.event for m in cases), FOLDS)
    unseen: dict[str, Scores] = {}
    believed: list[tuple[np.ndarray, np.ndarray]] = []
    for part in range(FOLDS):
        weights = models.complete([m for m in cases if parts[m.case.event] != part], engine)
        for m in (m for m in cases if parts[m.case.event] == part and m.case.real and used(m.case, engine)):
            one = score(m.case, weights, topics)
            believed.append(scores_of(m, weights))
            click.echo(f"{m.case.gold.name:45} {_line(one)}")
            for kind in (f"{m.case.folder}, {tag}" for tag in m.case.gold.tags):
                unseen.setdefault(kind, Scores()).add(one)
    for kind, scores in sorted(unseen.items()):
        click.echo(f"events left out, {kind:32} {_line(scores)}")
    table = calibration(*(np.concatenate(column) for column in zip(*believed, strict=True)))
    click.echo("how often pairs of a score are links, events left out")
    for row in table:
        click.echo("  {from:.2f} to {to:.2f}: {pairs:5} pairs, mean {mean:.2f}, right {right:.2f}".format(**row))
    weights = models.complete(cases, engine)
    click.echo(
        f"link {weights.link} rival {weights.competition} both {weights.coverage.both} only {weights.coverage.only}"
    )
    click.echo(f"steps {weights.calibration_bias:.2f} {[round(value, 2) for value in weights.calibration]}")
    for coefficients in (weights.coefficients, weights.coverage.coefficients):
        click.echo(
            " ".join(f"{name} {value:+.2f}" for name, value in sorted(coefficients.items(), key=lambda w: -abs(w[1])))
        )
    if write:
        write_weights(engine, weights, [m.case.gold.name for m in cases], unseen, table)


def _line(scores: Scores) -> str:
    return " ".join(f"{name} {value:.3f}" for name, value in scores.figures().items())


if __name__ == "__main__":
    main()
