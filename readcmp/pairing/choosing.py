"""From scored pairs to groups: readouts of different archives that are of one contact, the surest pairs first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from readcmp.pairing.cards import Card
from readcmp.pairing.matching import Pair

ENOUGH = 0.2
"""A pair of this score, 0..1, or more is taken. It is below one half since readouts compete: that neither has a better
partner speaks for a pair too, and no score knows of it."""

CLOSE = 0.15
"""A pair that was not taken is told of from this score on."""

FEW = 3
"""Of so many of them at most."""


class Group(Struct, frozen=True):
    """One contact: an id, its cards by number, the least score 0..1 that joined one, and pairs that came close."""

    id: str
    cards: tuple[int, ...]
    score: float
    close: tuple[Pair, ...]


def choose(cards: Sequence[Card], pairs: Iterable[Pair], *, threshold: float = ENOUGH) -> list[Group]:
    """Return the groups, by day and id: the surest pair first, and of every archive one readout in a group."""
    ordered = sorted(pairs, key=lambda pair: (-pair.score, pair.a, pair.b))
    group_of: dict[int, set[int]] = {}
    least: dict[int, float] = {}
    for pair in ordered:
        if pair.score < threshold:
            break
        one, other = (group_of.get(n, {n}) for n in (pair.a, pair.b))
        if one is other or _meet(cards, one, other):
            continue
        joined = one | other
        score = min(pair.score, *(least.get(n, 1.0) for n in joined))
        for n in joined:
            group_of[n], least[n] = joined, score
    close: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in ordered:
        if pair.score >= CLOSE and group_of.get(pair.a) is not group_of.get(pair.b):
            for n in (pair.a, pair.b):
                close[n].append(pair)
    found = sorted({id(group): tuple(sorted(group)) for group in group_of.values()}.values())
    names = _names([[cards[n] for n in group] for group in found])
    groups = [
        Group(
            name,
            group,
            least[group[0]],
            tuple(sorted({p for n in group for p in close[n]}, key=lambda p: -p.score))[:FEW],
        )
        for name, group in zip(names, found, strict=True)
    ]
    return sorted(groups, key=lambda group: group.id)


def _meet(cards: Sequence[Card], one: set[int], other: set[int]) -> bool:
    """Return whether two groups have readouts of one archive."""
    return bool({cards[n].record.archive for n in one} & {cards[n].record.archive for n in other})


def _names(groups: Sequence[Sequence[Card]]) -> list[str]:
    """Return an id for each group, ``2024-05-03-ru-us``, numbered where several would have it."""
    seen: dict[str, int] = {}
    names = []
    for group in groups:
        day = date.fromordinal(min(card.day or 1 for card in group)).isoformat()
        name = "-".join([day, *sorted(card.side or "x" for card in group)])
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names
