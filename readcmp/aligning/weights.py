"""What each kind of evidence is worth: read from ``weights.yaml``, which the fit writes and nobody edits."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from operator import mul
from pathlib import Path
from typing import Any

from readcmp.aligning.neighbours import KINDS, Pair, around
from readcmp.lexicon.reading import parse
from readcmp.text import short

FILE = Path(__file__).parent / "weights.yaml"

ENGINES = ("fuzzy", "fuzzy-across", "semantic")
"""What the weights are fitted for: evidence from words and topics alone, between texts of one language or
across two, which have no words in common; or from vectors as well, whatever the languages."""

STRICT = 0.5
"""The link threshold for who wants no link that is more likely wrong than right; scores are probabilities."""

LOOSER = 0.6
"""A looser look takes this part of a threshold."""


Choice = Callable[[str, str], "Weights"]
"""What gives the weights for two sides by the languages of their texts."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted model in two steps: evidence gives log-odds, then those of the pairs beside it correct them.

    First ``bias`` + the sum of ``worth`` x evidence, then ``shift`` + the sum of ``step`` (one number for each
    of ``neighbours.KINDS``) x log-odds; the score is the logistic of that. A pair scoring ``link`` or more is a
    link if it also reaches the part ``rival`` (0..1) of the better of its ends' best scores; one scoring
    ``possible`` or more is a possible link.
    """

    bias: float
    worth: Mapping[str, float]
    shift: float
    step: tuple[float, ...]
    link: float
    possible: float
    rival: float

    def strict(self) -> Weights:
        """Give these weights with fewer links: those likelier right than wrong, the others being possible."""
        return replace(self, link=max(STRICT, self.link), possible=self.link)

    def loose(self) -> Weights:
        """Give these weights with more links: those that were possible, and some more being possible."""
        return replace(self, link=self.possible, possible=self.possible * LOOSER)

    def odds(self, evidence: Mapping[str, float]) -> float:
        """Give the log-odds that the evidence alone makes."""
        return self.bias + sum([self.worth.get(name, 0.0) * value for name, value in evidence.items()])

    def scores(self, evidence: Mapping[Pair, Mapping[str, float]]) -> dict[Pair, float]:
        """Give the probability 0..1 that each pair of points tells of one matter."""
        odds = {pair: self.odds(found) for pair, found in evidence.items()}
        return {pair: _logistic(self.shift + sum(map(mul, self.step, near))) for pair, near in around(odds).items()}


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-odds)) if odds > -700 else 0.0


@cache
def shipped(engine: str) -> Weights:
    """Give the weights that ship for one of ``ENGINES``; KeyError if there are none."""
    return from_dict(parse(FILE.read_bytes())["engines"][engine])


def shipped_for(engine: str, strictness: str = "") -> Choice:
    """Give what chooses the weights of ``fuzzy`` or ``semantic`` for two languages.

    ``strictness`` is ``strict``, ``loose`` or nothing.
    """

    def choice(language: str, other: str) -> Weights:
        across = engine == "fuzzy" and short(language) != short(other)
        weights = shipped("fuzzy-across" if across else engine)
        return {"strict": weights.strict, "loose": weights.loose}.get(strictness, lambda: weights)()

    return choice


def from_dict(data: Mapping[str, Any]) -> Weights:
    """Build weights from the form that the file has; KeyError or ValueError where that is another."""
    thresholds, step = data["thresholds"], data["step"]
    return Weights(
        bias=float(data["bias"]),
        worth={str(name): float(value) for name, value in data["worth"].items()},
        shift=float(step["shift"]),
        step=tuple(float(step[kind]) for kind in KINDS),
        link=float(thresholds["link"]),
        possible=float(thresholds["possible"]),
        rival=float(thresholds["rival"]),
    )
