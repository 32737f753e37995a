"""Calibrating a language model: its sureness set against pairs marked by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from readcmp.errors import UsageError
from readcmp.judging.calibration import Calibration

FEWEST = 30
"""With fewer judged pairs than this nothing is calibrated."""

CROWD = 10
"""So many pairs at least make a corner of the curve."""

BOTH_RIGHT, ONLY_RIGHT = 0.9, 0.85
"""The part that must be right of what is called told by both, and of what is called told by one alone."""


class Answers(Struct):
    """What a model said of gold pairs.

    ``named``: of each pair of points that it named its sureness, and whether it is right. ``links``: of each gold link
    the best sureness that any pair on it got, 0 where none did. ``points``: of each point its best sureness, and
    whether the other side tells it.
    """

    named: list[tuple[float, bool]] = field(default_factory=list)
    links: list[float] = field(default_factory=list)
    points: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, other: Answers) -> None:
        """Add the answers on another pair."""
        self.named += other.named
        self.links += other.links
        self.points += other.points


def calibrate(answers: Answers, model: str) -> Calibration:
    """Return the calibration that fits what a model said. Raises UsageError where that is too little.

    ``link`` is where the F1 of links is best; ``both`` and ``only`` call as much as they can and stay right in the
    parts asked for, and are left as they are for any model where no threshold does.
    """
    if len(answers.named) < FEWEST:
        what = f"the model {model} judged {len(answers.named)} pairs of points here, too few to calibrate it by"
        raise UsageError(what, hint=f"give gold in which it judges {FEWEST} or more")
    plain = Calibration(curve=_curve(answers.named), model=model)
    named = [(plain.score(value), right) for value, right in answers.named]
    links = [plain.score(value) for value in answers.links]
    points = [(plain.score(value), told) for value, told in answers.points]
    link = max(_steps(named), key=lambda step: (_f1(named, links, step), step))
    both = _lowest(points, BOTH_RIGHT, plain.both)
    only = min(_highest(points, ONLY_RIGHT, plain.only), both)
    return Calibration(plain.curve, link, min(link, only), both, only, model)


class _Block(Struct):
    """Neighbours in sureness: their sum, how many of them are right, and how many they are."""

    total: float = 0.0
    right: int = 0
    count: int = 0

    def add(self, other: _Block) -> None:
        self.total += other.total
        self.right += other.right
        self.count += other.count

    @property
    def corner(self) -> tuple[float, float]:
        """The mean sureness and the part that is right, which is never quite 0 or 1 by so few."""
        return round(self.total / self.count, 4), round((self.right + 0.5) / (self.count + 1), 4)


def _curve(named: Iterable[tuple[float, bool]]) -> tuple[tuple[float, float], ...]:
    """Return a rising curve: crowds of neighbours, joined where the surer are not more often right."""
    by_value: dict[float, _Block] = {}
    for value, right in sorted(named):
        if value > 0:
            by_value.setdefault(value, _Block()).add(_Block(value, right, 1))
    blocks: list[_Block] = []
    for block in by_value.values():
        if blocks and blocks[-1].count < CROWD:
            blocks[-1].add(block)
        else:
            blocks.append(block)
    if len(blocks) > 1 and blocks[-1].count < CROWD:
        last = blocks.pop()
        blocks[-1].add(last)
    rising: list[_Block] = []
    for block in blocks:
        rising.append(block)
        while len(rising) > 1 and rising[-2].corner[1] >= rising[-1].corner[1]:
            last = rising.pop()
            rising[-1].add(last)
    return tuple(block.corner for block in rising)


def _steps(rows: Iterable[tuple[float, bool]]) -> list[float]:
    """Return every score at which a threshold makes a difference."""
    return sorted({score for score, _ in rows})


def _f1(named: Sequence[tuple[float, bool]], links: Sequence[float], step: float) -> float:
    taken = [right for score, right in named if score >= step]
    precision = sum(taken) / len(taken) if taken else 0.0
    recall = sum(score >= step for score in links) / len(links) if links else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _lowest(points: Sequence[tuple[float, bool]], part: float, default: float) -> float:
    """Return the lowest score such that of the points that reach it this part is told."""
    for step in _steps(points):
        told = [tells for score, tells in points if score >= step]
        if step > 0 and sum(told) >= part * len(told):
            return step
    return default


def _highest(points: Sequence[tuple[float, bool]], part: float, default: float) -> float:
    """Return the highest score such that of the points that do not reach it this part is not told."""
    for step in reversed(_steps(points)):
        told = [tells for score, tells in points if score < step]
        if told and len(told) - sum(told) >= part * len(told):
            return step
    return default
