"""Train whose account a sentence of an article tells: ``python -m readcmp.training.splitting FOLDER... [--write]``.

Each FOLDER holds the articles of one editor, marked by hand. Each editor's are measured with what was fitted on all
others'. Articles in a folder of the name ``known`` count less and are not measured: the rules were made with them.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click
from msgspec import Struct

from readcmp.evaluation.articles import MarkedArticle, find_misses, read_marked_articles, statement_at
from readcmp.splitting import finish, read_article
from readcmp.splitting.labelling import decoding
from readcmp.splitting.labelling.evidence import ArticleEvidence
from readcmp.splitting.labelling.features import (
    JOURNALIST,
    TRANSITIONS,
    Context,
    features_of,
    transition,
    transition_features,
)
from readcmp.splitting.memory import ALL
from readcmp.splitting.model import Split, Statement
from readcmp.training.sequences import Chain, fit_chains

L2 = 2.0
"""The penalty on the squares of the coefficients."""

ITERATIONS = 45
"""Iterations of the fit; more fit the articles at hand better and others worse."""

RULES = "known"
"""The folder of the articles with which the rules were made."""

KNOWN = 0.6
"""What an article of that folder counts, beside one that the rules never met."""

COMMON = 40
"""Articles in which a stem stands at least that has a coefficient."""

SMALL = 0.001
"""Coefficients below this are not written."""

TWO = 2
"""Editors at least whose articles are fitted on, so that each can be left out."""


class Case(Struct, frozen=True):
    """An article to fit on: what is marked, and the evidence in it."""

    editor: str
    marked: MarkedArticle
    read: tuple[Statement, ...]
    evidence: ArticleEvidence

    @property
    def weight(self) -> float:
        """How much it counts in the loss."""
        return KNOWN if self.editor == RULES else 1.0

    def labels(self) -> Iterator[str | None]:
        """Return the label of each statement as it is marked, by its first sentence; None where nobody says."""
        marked: dict[int, frozenset[str] | None] = {}
        for one in self.marked.sentences:
            marked.setdefault(statement_at(one, self.read), one.sides)
        for sides in map(marked.get, range(len(self.read))):
            yield None if sides is None else JOURNALIST if not sides else ALL if len(sides) > 1 else next(iter(sides))


def cases_of(folders: Sequence[Path]) -> Iterator[Case]:
    """Return the cases in some folders."""
    for home in folders:
        for marked in read_marked_articles(home):
            yield Case(home.name, marked, *read_article(marked.article))


class Numbers:
    """The numbers of features, given out as they come."""

    def __init__(self, stems: frozenset[str]) -> None:
        """Begin with none; of stems only these have one."""
        self._stems = stems
        self.of: dict[str, int] = {}

    def number(self, name: str) -> int | None:
        """Return the number of a feature; None for a rare stem."""
        _, stem, word = name.partition(" stem ")
        if stem and word not in self._stems:
            return None
        return self.of.setdefault(name, len(self.of))


def chain_of(case: Case, numbers: Numbers) -> Chain:
    """Return a case as it is fitted."""
    context = Context(case.evidence)
    labels, count = context.labels, len(case.read)
    features, steps = list[tuple[int, int, int, float]](), list[tuple[int, int, int, float]]()
    for n in range(count):
        for i, label in enumerate(labels):
            for name, value in features_of(context, n, label):
                if (number := numbers.number(name)) is not None:
                    features.append((n, i, number, value))
        names = tuple(transition_features(context, n)) if n else ()
        for i, kind in enumerate(TRANSITIONS):
            for name in names:
                if (number := numbers.number(f"{kind}: {name}")) is not None:
                    steps.append((n, i, number, 1.0))
    table = [[TRANSITIONS.index(transition(before, label)) for label in labels] for before in labels]
    right = [[labels.index(one)] if one in labels else list(range(len(labels))) for one in case.labels()]
    return Chain(count, len(labels), features, steps, table, right, case.weight)


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Return the coefficients that fit some cases."""
    counts = Counter(
        f"{case.evidence.language}:{stem}"
        for case in cases
        for stem in {stem for one in case.evidence.statements for stem in one.stems}
    )
    numbers = Numbers(frozenset(stem for stem, count in counts.items() if count >= COMMON))
    chains = [chain_of(case, numbers) for case in cases]
    found = fit_chains(chains, features=len(numbers.of), kinds=len(TRANSITIONS), l2=L2, iterations=ITERATIONS)
    return {name: float(found[number]) for name, number in numbers.of.items()}


def split_of(case: Case, coefficients: Mapping[str, float]) -> Split:
    """Return a case's article as these coefficients split it."""
    return finish(case.marked.article, case.read, case.evidence, coefficients=coefficients)


FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command()
@click.argument("folders", metavar="FOLDER...", nargs=-1, required=True, type=FOLDER)
@click.option("--write", is_flag=True, help="Write the coefficients that ship.")
def main(folders: Sequence[Path], *, write: bool) -> None:
    """Train whose account a sentence tells on articles marked by hand, and measure each editor's left out."""
    cases = list(cases_of(folders))
    if len({case.editor for case in cases} - {RULES}) < TWO:
        raise click.UsageError("give the articles of two editors or more, so that each can be left out")
    right, counted = Counter[str](), Counter[str]()
    for editor in dict.fromkeys(case.editor for case in cases if case.editor != RULES):
        known = fit([case for case in cases if case.editor != editor])
        for case in (case for case in cases if case.editor == editor):
            misses = find_misses(case.marked, split_of(case, known))
            right[editor] += case.marked.counted - len(misses)
            counted[editor] += case.marked.counted
        click.echo(f"{editor}, left out: {right[editor]} of {counted[editor]} ({right[editor] / counted[editor]:.3f})")
    click.echo(f"all, left out: {right.total()} of {counted.total()} ({right.total() / counted.total():.3f})")
    if write:
        found = fit(cases)
        rows = [f"{value:.3f} {name}" for name, value in sorted(found.items()) if abs(value) >= SMALL]
        day = datetime.datetime.now(tz=datetime.UTC).date()
        head = f"# What tells whose account a sentence is, as readcmp.training.splitting wrote it on {day}.\n"
        decoding.FILE.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
