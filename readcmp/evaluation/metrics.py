"""Counts of right, wrong and missed, and the figures drawn from them, each 0..1."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from msgspec import Struct, field

from readcmp.evaluation.coverage import Calls


class Counts(Struct):
    """Right, wrong and missed of one kind; its figure is the F1 of the three."""

    right: float = 0.0
    wrong: float = 0.0
    missed: float = 0.0

    def count(self, got: Set[Any], want: Set[Any]) -> None:
        """Count what was found against what should have been."""
        self.right += len(got & want)
        self.wrong += len(got - want)
        self.missed += len(want - got)

    def add(self, other: Counts) -> None:
        """Add another tally of the same kind."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    def tell(self, *, right: bool) -> None:
        """Count one question that has one answer; the F1 of such is the share of right answers."""
        self.right += right
        self.wrong += not right
        self.missed += not right

    @property
    def precision(self) -> float:
        """Right of those found; 1 where nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Right of those to be found; 1 where there was nothing to find."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing found."""
        every = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / every if every else 1.0


class Scores(Struct):
    """The figures of one pair or of many.

    ``told`` and ``untold`` count words that the other side tells of and does not; their mean F1 is the omission
    figure, so that calling everything untold earns little. ``calls`` are verdicts and coverage of the points.
    ``speaker`` and ``act`` are counted where the gold has them. Of ``partial`` scores only links were counted, and of
    these only some.
    """

    link: Counts = field(default_factory=Counts)
    told: Counts = field(default_factory=Counts)
    untold: Counts = field(default_factory=Counts)
    topic: Counts = field(default_factory=Counts)
    mark: Counts = field(default_factory=Counts)
    cut: Counts = field(default_factory=Counts)
    speaker: Counts = field(default_factory=Counts)
    act: Counts = field(default_factory=Counts)
    calls: Calls = field(default_factory=Calls)
    partial: bool = False

    def add(self, other: Scores) -> None:
        """Add the counts of another pair."""
        for name in ("link", "told", "untold", "topic", "mark", "cut", "speaker", "act", "calls"):
            getattr(self, name).add(getattr(other, name))

    @property
    def omission(self) -> float:
        """The mean F1 of the words told of and not told of by the other side."""
        return (self.told.f1 + self.untold.f1) / 2

    def figures(self) -> dict[str, float]:
        """Return the figures by name, rounded to four places; of calls, speaker and act where they were counted."""
        if self.partial:
            return {"link": round(self.link.f1, 4)}
        found = {name: getattr(self, name).f1 for name in ("link", "topic", "mark", "cut")}
        found["omission"] = self.omission
        figures = {name: found[name] for name in ("link", "omission", "topic", "mark", "cut")}
        counted = {name: getattr(self, name) for name in ("speaker", "act")}
        figures |= {name: tally.f1 for name, tally in counted.items() if tally.right + tally.wrong}
        return {name: round(figure, 4) for name, figure in (figures | self.calls.figures()).items()}
