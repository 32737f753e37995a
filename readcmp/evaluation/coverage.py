"""Whether "both tell it" and "only one tells it" are true, counted over the points of gold pairs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec import Struct, field

from readcmp.vocabulary import Verdict

Call = tuple[bool, str, float]
"""Whether the other side tells a gold point, the verdict on it, and its coverage."""

MISSED = {True: (Verdict.ONLY, 0.0), False: (Verdict.BOTH, 1.0)}
"""What counts as called of a gold point that no point meets, by whether it is told: the wrong thing."""


class Calls(Struct):
    """What was called of each scored gold point, and the figures that follow, each 0..1."""

    rows: list[Call] = field(default_factory=list)

    def add(self, other: Calls) -> None:
        """Add the calls on other points."""
        self.rows += other.rows

    @property
    def both(self) -> float:
        """Of the points called ``both``, the part that the other side tells; 0 where none is."""
        return _part([told for told, verdict, _ in self.rows if verdict == Verdict.BOTH])

    @property
    def only(self) -> float:
        """Of the points called ``only``, the part that the other side does not tell; 0 where none is."""
        return _part([not told for told, verdict, _ in self.rows if verdict == Verdict.ONLY])

    def called(self, verdict: Verdict) -> float:
        """Return the part of the points that is called so."""
        return _part([said == verdict for _, said, _ in self.rows])

    @property
    def auc(self) -> float:
        """The chance that coverage ranks a point that is told above one that is not; 0 where either is missing."""
        told = [score for tells, _, score in self.rows if tells]
        untold = sorted(score for tells, _, score in self.rows if not tells)
        above = sum(bisect_left(untold, score) + bisect_right(untold, score) for score in told) / 2
        return above / (len(told) * len(untold)) if told and untold else 0.0

    def figures(self) -> dict[str, float]:
        """Return the figures by name; none where nothing was called."""
        if not self.rows:
            return {}
        return {
            "auc": self.auc,
            "both": self.both,
            "only": self.only,
            "called_both": self.called(Verdict.BOTH),
            "called_only": self.called(Verdict.ONLY),
        }


def _part(some: list[bool]) -> float:
    return sum(some) / len(some) if some else 0.0
