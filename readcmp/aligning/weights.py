"""What each kind of evidence is worth: read from ``weights.yaml``, which the fit writes and nobody edits."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).parent / "weights.yaml"


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted model: log-odds = ``bias`` + sum of weight x evidence; the score is its logistic.

    A pair scoring ``link`` or more is a link unless far better partners stand beside it (``rival``, the part
    0..1 of the better end's best score that it must reach); one scoring ``possible`` or more is a possible link.
    """

    bias: float
    worth: Mapping[str, float]
    link: float
    possible: float
    rival: float

    def odds(self, evidence: Mapping[str, float]) -> float:
        """Give the log-odds that a pair with this evidence tells of one matter."""
        return self.bias + sum(self.worth.get(name, 0.0) * value for name, value in evidence.items())

    def score(self, evidence: Mapping[str, float]) -> float:
        """Give the probability 0..1 that a pair with this evidence tells of one matter."""
        odds = self.odds(evidence)
        return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0


@cache
def shipped(engine: str) -> Weights:
    """Give the weights that ship for an engine; KeyError if there are none."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return from_dict(yaml.load(FILE.read_text(encoding="utf-8"), Loader=loader)["engines"][engine])


def from_dict(data: Mapping[str, object]) -> Weights:
    """Build weights from the form that the file has."""
    worth, thresholds = data["worth"], data["thresholds"]
    assert isinstance(worth, dict)
    assert isinstance(thresholds, dict)
    return Weights(
        bias=float(str(data["bias"])),
        worth={str(name): float(value) for name, value in worth.items()},
        link=float(thresholds["link"]),
        possible=float(thresholds["possible"]),
        rival=float(thresholds["rival"]),
    )
