"""Fit which proposed cuts part two matters: ``python -m readcmp.training.boundaries GOLD [GOLD ...] [--write]``.

Every GOLD is a folder of pairs marked by hand; of invented pairs (files) one in three is set aside and only measured.
A logistic regression with a quadratic penalty says of every cut that the rules propose how likely an editor cut there
too. Folders of real pairs are measured event by event with weights fitted without it. Prints the F1 of the points for
several thresholds, and with ``--write`` puts the weights into ``segmentation/boundaries.yaml``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np
import yaml
from msgspec import Struct
from scipy.optimize import minimize

from readcmp.evaluation import read_gold
from readcmp.evaluation.corpus import set_aside
from readcmp.evaluation.metrics import Counts
from readcmp.evaluation.pairs import GoldPoint
from readcmp.evaluation.scoring import count_cuts
from readcmp.model import Readout
from readcmp.segmentation import propose_boundaries, segment
from readcmp.segmentation.boundaries import FILE, Features, bound_of, odds_of
from readcmp.text import word_starts

PENALTY = 1.0
"""Strength of the quadratic penalty, chosen of 1 and 4 on the pairs set aside."""

LEAST = 0.2
"""The probability from which a cut is made: on real pairs, which count most, a higher one loses right cuts."""

ENOUGH = 5
"""Wrong cuts of the rules from which it is worth asking in a language."""

TRIED = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
"""Thresholds that are measured; at 0 every proposed cut is made."""

Rows = np.ndarray[Any, np.dtype[np.float64]]


class Text(Struct, frozen=True):
    """One marked readout: its kinds, its event, an editor's points, each sentence's proposed cuts, the right ones."""

    kinds: tuple[str, ...]
    event: str
    aside: bool
    readout: Readout
    points: tuple[GoldPoint, ...]
    sentences: tuple[list[tuple[int, Features]], ...]
    right: frozenset[int]

    @property
    def cuts(self) -> list[tuple[int, Features]]:
        """The proposed cuts of all sentences."""
        return [cut for cuts in self.sentences for cut in cuts]


def prepare(folder: Path) -> Iterator[Text]:
    """Yield the readouts of a folder with the cuts that the rules propose for them."""
    for pair in read_gold(folder):
        invented = not (folder / pair.name).is_dir()
        aside = invented and set_aside(pair.name)
        name = f"{folder}, set aside" if aside else str(folder)
        for readout, points in zip(pair.readouts, pair.points, strict=True):
            sentences = tuple(propose_boundaries(readout))
            starts = sorted(word_starts(readout.text))
            edges = {start for point in points for start in _edges(point, starts)}
            right = frozenset(at for cuts in sentences for at, _ in cuts if _word(at, starts) in edges)
            kinds = (name, *(f"{name}, {tag}" for tag in pair.tags))
            yield Text(kinds, "" if invented else pair.name[:10], aside, readout, points, sentences, right)


def _edges(point: GoldPoint, starts: Sequence[int]) -> tuple[int, int]:
    """Return where a point begins, and where the word behind it does."""
    return min(point.words), _word(max(point.words) + 1, starts)


def _word(at: int, starts: Sequence[int]) -> int:
    """Return where the first word from ``at`` on begins; beyond the last none does."""
    n = int(np.searchsorted(starts, at))
    return starts[n] if n < len(starts) else -1


def fit(texts: Sequence[Text], penalty: float = PENALTY) -> dict[str, float]:
    """Return what each feature weighs for the cuts of the texts."""
    names = sorted({name for text in texts for _, features in text.cuts for name in features})
    x = np.array([[features.get(name, 0.0) for name in names] for text in texts for _, features in text.cuts])
    y = np.array([float(at in text.right) for text in texts for at, _ in text.cuts])

    def loss(weights: Rows) -> tuple[float, Rows]:
        odds = x @ weights
        value = float((np.logaddexp(0, odds) - y * odds).sum() + penalty / 2 * (weights**2).sum())
        return value, x.T @ (1 / (1 + np.exp(-odds)) - y) + penalty * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {name: round(float(weight), 3) for name, weight in zip(names, found, strict=True)}


def languages_of(texts: Sequence[Text]) -> frozenset[str]:
    """Return the languages in which the rules cut wrongly often enough for the weights to be asked."""
    wrong = Counter(t.readout.language for t in texts for at, _ in t.cuts if at not in t.right)
    return frozenset(language for language, n in wrong.items() if n >= ENOUGH)


def measure(
    texts: Sequence[Text], weights: Mapping[str, Mapping[str, float]], languages: Collection[str], least: float
) -> dict[str, Counts]:
    """Return the figures of the points by kind of pair; ``weights`` are by the event that they were fitted without."""
    found: dict[str, Counts] = {}
    for text in texts:
        bound = bound_of(least if text.readout.language in languages else 0.0)
        odds = {at: worth for cuts in text.sentences for at, worth in odds_of(cuts, weights[text.event]).items()}
        points: list[tuple[int, int]] = []
        for point in segment(text.readout, every=True):
            if points and odds.get(point.start, math.inf) < bound:
                points[-1] = points[-1][0], point.end
            else:
                points.append((point.start, point.end))
        got = [word_starts(text.readout.text, lo, hi) for lo, hi in points]
        for kind in text.kinds:
            count_cuts(found.setdefault(kind, Counts()), text.points, got)
    return found


def write(weights: Mapping[str, float], languages: Collection[str]) -> None:
    """Put the weights into the file that ships, the heaviest first."""
    ranked = sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0]))
    data = {"languages": sorted(languages), "least": LEAST, "weights": {name: value for name, value in ranked if value}}
    text = yaml.safe_dump(data, sort_keys=False, width=110)
    FILE.write_text(
        "# Written by python -m readcmp.training.boundaries; what each number is stands there.\n" + text, "utf-8"
    )


@click.command(help=(__doc__ or "").splitlines()[0])
@click.argument("gold", type=click.Path(exists=True, path_type=Path), nargs=-1, required=True)
@click.option("--write", "to_write", is_flag=True, help="Put the weights into segmentation/boundaries.yaml.")
def main(gold: tuple[Path, ...], to_write: bool) -> None:
    """Fit, print the figures, and write the weights where asked."""
    texts = [text for folder in gold for text in prepare(folder)]
    known = [text for text in texts if not text.aside]
    weights = {event: fit([t for t in known if t.event != event or not event]) for event in {t.event for t in texts}}
    languages = languages_of(known)
    for least in (LEAST,) if to_write else TRIED:
        for kind, tally in sorted(measure(texts, weights, languages, least).items()):
            click.echo(f"{least:.2f}  {kind}: cut F1 {tally.f1:.4f} (P {tally.precision:.3f} R {tally.recall:.3f})")
    if to_write:
        write(fit(known), languages)


if __name__ == "__main__":
    main()
