"""Scores of pairs of readouts: how likely they are two accounts of one contact, from days, states and content.

Only pairs of different archives are scored, of a day before to a day after, where one of them names the other's state
in its head, or both a third one, as far as states are known. The coefficients stand in ``coefficients.yaml``, which
``python -m readcmp.training.pairing`` writes.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from readcmp.data import parsed
from readcmp.pairing.cards import Card

NEAR = 1
"""Days that two accounts of one contact may differ: it is night in Beijing when it is noon in Washington."""

RIVALS = 2.0
"""The coefficients are those of readouts that have so many rivals: others near them that may be of the same contact."""

NO_RIVALS = 0.3
"""So many rivals are taken to be there where none is: an account may be missing from an archive."""

FEATURES = ("same_day", "both_named", "third_named", "matters", "words", "words_known")


class Pair(Struct, frozen=True):
    """Two cards by their numbers, the smaller first, and the probability 0..1 that they are of one contact."""

    a: int
    b: int
    score: float


class Rarity:
    """How much it says that two readouts share something: by how few of all have it."""

    def __init__(self, cards: Iterable[Card]) -> None:
        """Count in how many cards everything stands."""
        self._counts: Counter[str] = Counter()
        self._total = 0
        for card in cards:
            self._counts.update(card.matters)
            self._counts.update(card.words)
            self._total += 1

    def of(self, thing: str) -> float:
        """Return the inverse document frequency of a matter or a word."""
        return math.log((self._total + 1) / (self._counts[thing] + 0.5))

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the cosine 0..1 of two sets, rare things counting more."""
        shared = sum(self.of(thing) ** 2 for thing in one & other)
        if not shared:
            return 0.0
        lengths = (math.sqrt(sum(self.of(thing) ** 2 for thing in some)) for some in (one, other))
        return shared / math.prod(lengths)


def features_of(one: Card, other: Card, rarity: Rarity) -> dict[str, float]:
    """Return the features of a pair of cards, each 0..1, by name."""
    named = [1.0 if b.side in a.states else 0.5 if b.side is None else 0.0 for a, b in ((one, other), (other, one))]
    same = one.language == other.language
    return {
        "same_day": float(one.day == other.day),
        "both_named": sum(named) / 2,
        "third_named": float(bool(_third(one, other))),
        "matters": rarity.overlap(one.matters, other.matters),
        "words": rarity.overlap(one.words, other.words) if same else 0.0,
        "words_known": float(same),
    }


@cache
def coefficients() -> Mapping[str, float]:
    """Return the coefficient of each feature, and the ``bias``."""
    data: Mapping[str, Mapping[str, float]] = parsed(Path(__file__).with_name("coefficients.yaml"))
    return data["coefficients"]


def log_odds_of(one: Card, other: Card, rarity: Rarity) -> float:
    """Return the log-odds that two cards with as many rivals as in training are of one contact."""
    known = coefficients()
    return known["bias"] + sum(known[name] * value for name, value in features_of(one, other, rarity).items())


def candidates(cards: Sequence[Card]) -> Iterator[Pair]:
    """Return the pairs that may be of one contact, each once, scored; a card without a day or with an error in none.

    The more others a readout could be paired with, the less likely is any one of them.
    """
    found = list(_near(cards))
    rivals = Counter(n for a, b, _ in found for n in (a, b))
    for a, b, odds in found:
        others = (rivals[a] + rivals[b]) / 2 - 1
        yield Pair(a, b, 1 / (1 + math.exp(-odds - math.log(RIVALS / (NO_RIVALS + others)))))


def _near(cards: Sequence[Card]) -> Iterator[tuple[int, int, float]]:
    """Return the pairs that may be of one contact, with their log-odds."""
    rarity = Rarity(cards)
    usable = [n for n, card in enumerate(cards) if card.day is not None and card.error is None]
    index: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for n in usable:
        for state in _announced(cards[n]):
            index[cards[n].day or 0, state].append(n)
    for n in usable:
        card = cards[n]
        found: set[int] = set()
        for day in range((card.day or 0) - NEAR, (card.day or 0) + NEAR + 1):
            for state in _announced(card):
                found.update(m for m in index[day, state] if m > n)
        for m in sorted(found):
            if _may_be_one(card, cards[m]):
                yield n, m, log_odds_of(card, cards[m], rarity)


def _announced(card: Card) -> frozenset[str]:
    """Return the states that stand for a readout in the index: its own, and those it names in its head."""
    return card.states | {card.side} if card.side else card.states


def _may_be_one(one: Card, other: Card) -> bool:
    if one.record.archive == other.record.archive or (one.side is not None and one.side == other.side):
        return False
    return are_named(one, other)


def are_named(one: Card, other: Card) -> bool:
    """Return whether one of two cards names the other's state in its head, or both name a third one.

    True also where no state of theirs is known.
    """
    named = [b.side in a.states for a, b in ((one, other), (other, one)) if b.side is not None]
    return any(named) or not named or bool(_third(one, other))


def _third(one: Card, other: Card) -> frozenset[str]:
    """Return the states that both name in their heads and that neither speaks for: at a table of three they may."""
    return (one.states & other.states) - {one.side, other.side}
