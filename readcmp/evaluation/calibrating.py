"""Calibrating a language model: its sureness set against pairs marked by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from readcmp.errors import UsageError
from readcmp.judging.calibration import Calibration

FEWEST = 30
"""With fewer judged pairs than this nothing is calibrated."""

CROWD = 10
"""So many pairs at least make a corner of the curve."""

BOTH_RIGHT, ONLY_RIGHT = 0.9, 0.85
"""The part that must be right of what is called told by both, and of what is called told by one alone."""


@dataclass(slots=True)
class Answers:
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


def _curve(named: Iterable[tuple[float, bool]]) -> tuple[tuple[float, float], ...]:
    """Return a rising curve by pooling neighbours that fall, or that are too few to say anything."""
    blocks: list[list[float]] = []  # sum of sureness, right, count
    for value, right in sorted(named):
        if value <= 0:
            continue
        if blocks and blocks[-1][0] == value * blocks[-1][2]:
            blocks[-1] = [blocks[-1][0] + value, blocks[-1][1] + right, blocks[-1][2] + 1]
        else:
            blocks.append([value, float(right), 1.0])
    pooled: list[list[float]] = []
    for block in blocks:
        pooled.append(block)
        while len(pooled) > 1 and (_falls(*pooled[-2:]) or pooled[-2][2] < CROWD):
            _join(pooled)
    if len(pooled) > 1 and pooled[-1][2] < CROWD:
        _join(pooled)
    return tuple((round(total / n, 4), round((right + 0.5) / (n + 1), 4)) for total, right, n in pooled)


def _falls(before: Sequence[float], after: Sequence[float]) -> bool:
    return (before[1] + 0.5) / (before[2] + 1) >= (after[1] + 0.5) / (after[2] + 1)


def _join(blocks: list[list[float]]) -> None:
    last = blocks.pop()
    blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]


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
