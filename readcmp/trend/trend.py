"""What a trend consists of: plain rows, from which every output is drawn."""

from __future__ import annotations

import math

from msgspec import Struct

Z = 1.959964
"""The 97.5th percentile of the normal distribution: intervals are of 95 in a hundred."""


class Share(Struct, frozen=True):
    """How much a side gives a topic in a period: the mean share 0..1 of its words over ``events`` of them."""

    period: str
    side: str
    topic: str
    label: str
    share: float
    events: int


class Change(Struct, frozen=True):
    """A topic that a side has and did not have in its readout before of the same countries, or the reverse.

    ``kind`` is ``new`` or ``dropped``; ``before`` is the event of the readout before.
    """

    event: str
    date: str
    before: str
    side: str
    topic: str
    label: str
    kind: str


class Left(Struct, frozen=True):
    """How often a side lacks a topic that another tells: in ``lacking`` of ``told`` events in which that is known.

    Events in which one cannot be sure count as neither; ``topic`` is empty for all topics together.
    """

    side: str
    other: str
    topic: str
    label: str
    lacking: int
    told: int

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% interval 0..1 of the rate."""
        return interval_of(self.lacking, self.told)


class Published(Struct, frozen=True):
    """How often a side's account was published before another's: ``first`` of the ``known`` events with both times."""

    side: str
    other: str
    first: int
    known: int

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% interval 0..1 of the rate."""
        return interval_of(self.first, self.known)


def interval_of(count: int, total: int) -> tuple[float, float]:
    """Return the 95% interval 0..1 of a rate by Wilson's score (1927, https://doi.org/10.2307/2276774)."""
    n, p = total, count / total
    middle = p + Z * Z / (2 * n)
    spread = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return max(0.0, (middle - spread) / (1 + Z * Z / n)), min(1.0, (middle + spread) / (1 + Z * Z / n))


class Formula(Struct, frozen=True):
    """A phrase that a side repeats: in how many of its events, from when to when.

    ``state`` is ``kept`` where the side's last readout has it, ``first seen`` where it came up in the later half only,
    ``altered`` where another wording took its place (``now``), and ``gone`` otherwise.
    """

    side: str
    text: str
    events: int
    first: str
    last: str
    state: str
    now: str = ""


class Trend(Struct, frozen=True):
    """All of it, for so many events from one day to another; ``undated`` of them have no day and are not counted."""

    events: int
    undated: int
    first: str
    last: str
    by: str
    sides: tuple[tuple[str, int], ...]
    shares: tuple[Share, ...]
    changes: tuple[Change, ...]
    left: tuple[Left, ...]
    formulae: tuple[Formula, ...]
    published: tuple[Published, ...] = ()
