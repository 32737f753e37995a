"""What each point is about: its topics, main topic first, few and precise.

Every topic that a point's words, its neighbours or the whole readout bring into question is weighed by its
signs; the weights come from fitting on points marked by hand and stand in ``weights.yaml``. A point that
names a matter which no topic covers gets a topic named from the text.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from readcmp.lexicon.reading import parse
from readcmp.marking.naming import named_from
from readcmp.marking.signs import Signs, carried, own, worth
from readcmp.model import Hit, Point

FILE = Path(__file__).parent / "weights.yaml"
"""The weights that ship: written by ``python -m readcmp.fitting.topics``, edited by nobody."""

MOST = 2
"""A point has no more topics than this: the gold rarely has more that an editor would miss."""


@cache
def shipped() -> tuple[Mapping[str, float], float]:
    """Give the weights of the signs, and the probability 0..1 from which a second topic is named."""
    data = parse(FILE.read_bytes())
    weights = {name: float(value) for name, value in data["signs"].items()}
    weights |= {"leaning:" + topic: float(value) for topic, value in data["leanings"].items()}
    return weights, float(data["second"])


def topics_of(points: Sequence[Point], hits: Sequence[Sequence[Hit]]) -> list[tuple[str, ...]]:
    """Give the topics of each point of a readout, main topic first; none where a point tells nothing.

    ``hits`` are the topic hits of each point, as ``names.about`` leaves them.
    """
    weights, second = shipped()
    topics = []
    for point, signs in zip(points, signs_of(points, hits, weights), strict=True):
        named = () if _told(signs) else named_from(point)
        topics.append(named or choose(signs, weights, second))
    return topics


def _told(signs: Signs) -> bool:
    """Whether a point's own words, its sentence or its pointing back say what it is about."""
    return any(not name.startswith(("before", "common")) for s in signs.values() for name in s)


def signs_of(points: Sequence[Point], hits: Sequence[Sequence[Hit]], weights: Mapping[str, float]) -> list[Signs]:
    """Give the signs of each point of a readout; ``weights`` say what a point by itself is about."""
    owned = [own(found) for found in hits]
    main = [choose(signs, weights, 1.0)[:1] for signs in owned]
    return carried(points, owned, [m[0] if m else "" for m in main])


def choose(signs: Signs, weights: Mapping[str, float], second: float) -> tuple[str, ...]:
    """Give the likeliest topic, and the next one where its probability reaches ``second``."""
    odds = {topic: worth(s, weights) for topic, s in signs.items()}
    if not odds:
        return ()
    best = max(odds.values())
    likely = {topic: math.exp(value - best) for topic, value in odds.items()}
    total = sum(likely.values())
    order = sorted(likely, key=lambda topic: (-likely[topic], topic))
    return tuple(t for i, t in enumerate(order[:MOST]) if i == 0 or likely[t] / total >= second)
