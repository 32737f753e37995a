"""What each kind of evidence is worth: read from ``weights.yaml``, which the fit writes and nobody edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import repeat
from operator import mul
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from readcmp.aligning.coverage import CoverageModel
from readcmp.aligning.neighbours import KINDS, Pair, extract_neighbour_features, logistic
from readcmp.data import parsed
from readcmp.text import short

FILE = Path(__file__).parent / "weights.yaml"

ENGINES = ("fuzzy", "fuzzy-across", "semantic", "semantic-across")
"""What the weights are fitted for: evidence from words, topics and word vectors, or from sentence vectors as well;
between texts of one language, or ``across`` two, which have hardly a word in common."""

STRICT = 0.5
"""The link threshold for who wants no link that is more likely wrong than right; scores are probabilities."""

LOOSER = 0.6
"""A looser look takes this part of a threshold."""


Choice = Callable[[str, str], "Weights"]
"""What gives the weights for two sides by the languages of their texts."""


class Weights(Struct, frozen=True):
    """A trained model of links in two steps, and that of coverage between them.

    First ``bias`` + the sum of ``coefficients`` x evidence gives log-odds; from these and the whole other side
    ``coverage`` gives the probability that a point is told there; then ``calibration_bias`` + the sum of
    ``calibration`` (one number for each of ``neighbours.KINDS``) gives the log-odds of the score. A pair scoring
    ``link`` or more is a link if it also reaches the part ``competition`` (0..1) of the better of its ends' best
    scores; one of ``possible`` or more is a possible link.
    """

    bias: float
    coefficients: Mapping[str, float]
    coverage: CoverageModel
    calibration_bias: float
    calibration: tuple[float, ...]
    link: float
    possible: float
    competition: float

    def strict(self) -> Weights:
        """Return these weights with fewer links: those likelier right than wrong, the others being possible."""
        return replace(self, link=max(STRICT, self.link), possible=self.link, coverage=self.coverage.strict())

    def loose(self) -> Weights:
        """Return these weights with more links: those that were possible, and some more being possible."""
        loose = self.coverage.loose()
        return replace(self, link=self.possible, possible=self.possible * LOOSER, coverage=loose)

    def odds(self, evidence: Mapping[str, float]) -> float:
        """Return the log-odds that the evidence alone makes."""
        known = map(self.coefficients.get, evidence, repeat(0.0))  # not a loop, since it runs for every pair of points
        return self.bias + float(sum(map(mul, known, evidence.values())))

    def scores(self, odds: Mapping[Pair, float], coverage: Sequence[Sequence[float]]) -> dict[Pair, float]:
        """Return the probability 0..1 that each pair of points is on one matter.

        ``odds`` are those of the evidence, ``coverage`` the probabilities of the points of both sides.
        """
        numbers = extract_neighbour_features(odds, coverage).items()
        return {pair: logistic(self.calibration_bias + sum(map(mul, self.calibration, near))) for pair, near in numbers}


@cache
def shipped(engine: str) -> Weights:
    """Return the weights that ship for one of ``ENGINES``; KeyError if there are none."""
    return from_dict(parsed(FILE)["engines"][engine])


def shipped_for(engine: str, strictness: str = "") -> Choice:
    """Return what chooses the weights of ``fuzzy`` or ``semantic`` for two languages.

    ``strictness`` is ``strict``, ``loose`` or nothing.
    """

    def choice(language: str, other: str) -> Weights:
        weights = shipped(f"{engine}-across" if short(language) != short(other) else engine)
        return {"strict": weights.strict, "loose": weights.loose}.get(strictness, lambda: weights)()

    return choice


def from_dict(data: Mapping[str, Any]) -> Weights:
    """Build weights from the form that the file has; KeyError or ValueError where that is another."""
    thresholds, calibration, covered = data["thresholds"], data["calibration"], data["coverage"]
    return Weights(
        bias=float(data["bias"]),
        coefficients={str(name): float(value) for name, value in data["coefficients"].items()},
        coverage=CoverageModel(
            bias=float(covered["bias"]),
            coefficients={str(name): float(value) for name, value in covered["coefficients"].items()},
            both=float(covered["both"]),
            only=float(covered["only"]),
        ),
        calibration_bias=float(calibration["bias"]),
        calibration=tuple(float(calibration[kind]) for kind in KINDS),
        link=float(thresholds["link"]),
        possible=float(thresholds["possible"]),
        competition=float(thresholds["competition"]),
    )
