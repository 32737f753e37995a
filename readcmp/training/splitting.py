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

from readcmp.evaluation.articles import MarkedArticle, find_misses, read_articles, statement_at
from readcmp.splitting import finish, read_article
from readcmp.splitting.labelling import decoding
from readcmp.splitting.labelling.evidence import Gathered
from readcmp.splitting.labelling.features import NOBODY, STEPS, Article, contexts, features_of, step
from readcmp.splitting.memory import ALL
from readcmp.splitting.model import Split, Statement
from readcmp.training.sequences import Chain, fit_chains

PENALTY = 2.0
"""The penalty on the squares of the coefficients."""

ROUNDS = 45
"""Rounds of the fit; more fit the articles at hand better and others worse."""

KNOWN = 0.6
"""What an article counts with which the rules were made, beside one that they never met."""

COMMON = 40
"""Articles in which a stem stands at least that has a coefficient."""


class Case(Struct, frozen=True):
    """An article to fit on: what is marked, and the evidence in it."""

    editor: str
    marked: MarkedArticle
    read: tuple[Statement, ...]
    gathered: Gathered

    def labels(self) -> Iterator[str | None]:
        """Return the label of each statement as it is marked; None where nobody says."""
        by_statement: dict[int, list[frozenset[str] | None]] = {}
        for one in self.marked.sentences:
            by_statement.setdefault(statement_at(one, self.read), []).append(one.sides)
        for n in range(len(self.read)):
            sides = next(iter(by_statement.get(n, [None])))
            yield None if sides is None else NOBODY if not sides else ALL if len(sides) > 1 else next(iter(sides))


def cases_of(folders: Sequence[Path]) -> Iterator[Case]:
    """Return the cases in some folders."""
    for home in folders:
        for marked in read_articles(home):
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
    article = Article(case.gathered)
    labels, count = article.labels, len(case.read)
    features, steps = list[tuple[int, int, int, float]](), list[tuple[int, int, int, float]]()
    for n in range(count):
        for i, label in enumerate(labels):
            for name, value in features_of(article, n, label):
                if (number := numbers.number(name)) is not None:
                    features.append((n, i, number, value))
        for context in contexts(article, n) if n else ():
            steps += [
                (n, i, numbers.of.setdefault(f"{kind}: {context}", len(numbers.of)), 1.0)
                for i, kind in enumerate(STEPS)
            ]
    table = [[STEPS.index(step(before, label)) for label in labels] for before in labels]
    right = [[labels.index(one)] if one in labels else list(range(len(labels))) for one in case.labels()]
    return Chain(count, len(labels), features, steps, table, right, KNOWN if case.editor == "known" else 1.0)


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Return the coefficients that fit some cases."""
    counts = Counter(
        f"{case.gathered.language}:{stem}"
        for case in cases
        for stem in {stem for one in case.gathered.statements for stem in one.stems}
    )
    numbers = Numbers(frozenset(stem for stem, count in counts.items() if count >= COMMON))
    chains = [chain_of(case, numbers) for case in cases]
    found = fit_chains(chains, features=len(numbers.of), kinds=len(STEPS), penalty=PENALTY, rounds=ROUNDS)
    return {name: float(found[number]) for name, number in numbers.of.items()}


def split_of(case: Case, coefficients: Mapping[str, float]) -> Split:
    """Return a case's article as these coefficients split it."""
    return finish(case.marked.article, case.read, case.gathered, coefficients=coefficients)


SMALL = 0.001
"""Coefficients below this are not written."""

FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command()
@click.argument("folders", metavar="FOLDER...", nargs=-1, required=True, type=FOLDER)
@click.option("--write", is_flag=True, help="Write the coefficients that ship.")
def main(folders: Sequence[Path], *, write: bool) -> None:
    """Train whose account a sentence tells on articles marked by hand, and measure each editor's left out."""
    cases = list(cases_of(folders))
    right, counted = Counter[str](), Counter[str]()
    for editor in dict.fromkeys(case.editor for case in cases if case.editor != "known"):
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
        head = f"# Whose account a sentence tells, in log-odds. Written by readcmp.training.splitting on {day}.\n"
        decoding.FILE.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
