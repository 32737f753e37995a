"""Train what pairs readouts: ``python -m readcmp.training.pairing CORPUS [--write]``.

CORPUS is a folder of pairs marked by hand. The accounts of one event are a pair; those of two events are none, where
one names the other's state or both a third one, whether they are set on one day or on two. Events that are kept for
measuring are not trained on; the figures printed are theirs.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import click
import numpy as np
import yaml

from readcmp.evaluation import GoldPair, read_gold
from readcmp.pairing import matching
from readcmp.pairing.cards import Card, described
from readcmp.pairing.matching import FEATURES, Rarity, are_named, features_of
from readcmp.pairing.records import Record
from readcmp.training.regression import fit, logistic

DAY_APART = 0.1
"""How often two accounts of one contact bear different days."""

RIVALS = 1.0
"""How many readouts of other contacts that name one's state stand on the same day as one of a pair, and how many on the
next."""

FILE = Path(matching.__file__).with_name("coefficients.yaml")


def cards_of(pair: GoldPair) -> tuple[Card, Card]:
    """Return the cards of a pair's accounts, all on one day."""
    one, other = (
        described(
            Record(pair.name, readout.side),
            readout.text,
            title=readout.title,
            day="2024-05-03",
            side=readout.side,
            language=readout.language,
        )
        for readout in pair.readouts
    )
    return one, other


def rows_of(cards: Sequence[tuple[Card, Card]], rarity: Rarity) -> Iterator[tuple[list[float], float, float]]:
    """Return features, whether it is a pair, and what it counts: of each event's accounts, and of them and others'."""
    for first in cards:
        rivals = [
            (one, other)
            for second in cards
            if second is not first
            for one, other in product(first, second)
            if one.side != other.side and are_named(one, other)
        ]
        share = RIVALS / max(1, len(rivals))
        for pair, same, days in ((first, 1.0, (1 - DAY_APART, DAY_APART)), *((r, 0.0, (share, share)) for r in rivals)):
            found = features_of(*pair, rarity)
            for same_day, counts in zip((1.0, 0.0), days, strict=True):
                yield [(found | {"same_day": same_day})[name] for name in FEATURES], same, counts


@click.command()
@click.argument("corpus", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--write", is_flag=True, help="Write the coefficients that ship.")
def main(corpus: Path, write: bool) -> None:
    """Train the coefficients of pairing on a CORPUS of pairs marked by hand."""
    pairs = list(read_gold(corpus))
    cards = {pair.name: cards_of(pair) for pair in pairs}
    rarity = Rarity(card for both in cards.values() for card in both)
    kept = list(rows_of([cards[pair.name] for pair in pairs if not pair.aside], rarity))
    rows, right, shares = (np.array(column) for column in zip(*kept, strict=True))
    bias, found = fit(rows, right, shares, signs=[1, 1, 1, 1, 1, 0], penalty=0.5)
    rows, right, shares = (
        np.array(column)
        for column in zip(*rows_of([cards[pair.name] for pair in pairs if pair.aside], rarity), strict=True)
    )
    said = logistic(bias + rows @ found) >= 0.5
    hit = float(shares[said & (right == 1)].sum())
    precision, recall = hit / max(1e-9, float(shares[said].sum())), hit / float(shares[right == 1].sum())
    click.echo(f"kept for measuring: precision {precision:.3f}, recall {recall:.3f}")
    data = {"bias": bias, **dict(zip(FEATURES, found.tolist(), strict=True))}
    click.echo(", ".join(f"{name} {value:+.2f}" for name, value in data.items()))
    if write:
        head = (
            "# What speaks for two readouts being of one contact, in log-odds. Written by readcmp.training.pairing.\n"
        )
        content = {
            "trained": datetime.date.today().isoformat(),
            "coefficients": {name: round(float(value), 3) for name, value in data.items()},
        }
        FILE.write_text(head + yaml.safe_dump(content, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
