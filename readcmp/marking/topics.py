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

THOUGHTS = 4
"""So many topics that no word speaks for come into question by the vector of a point."""

PLAIN = math.log(0.5)
"""From this log-probability on a vector says plainly what its point is about."""

UNHEARD = -9.0
"""The log-probability of a topic that the layer over vectors was not fitted on."""

MOST = 2
"""A point has no more topics than this: the gold rarely has more that an editor would miss."""


@cache
def shipped() -> tuple[Mapping[str, float], float]:
    """Give the weights of the signs, and the probability 0..1 from which a second topic is named."""
    data = parse(FILE.read_bytes())
    weights = {name: float(value) for name, value in data["signs"].items()}
    weights |= {name: float(value) for name, value in data["vectors"].items()}
    weights |= {"leaning:" + topic: float(value) for topic, value in data["leanings"].items()}
    return weights, float(data["second"])


def topics_of(
    points: Sequence[Point],
    hits: Sequence[Sequence[Hit]],
    thoughts: Sequence[Mapping[str, float]] = (),
    language: str = "en",
) -> list[tuple[str, ...]]:
    """Give the topics of each point of a readout, main topic first; none where a point tells nothing.

    ``hits`` are the topic hits of each point, as ``names.about`` leaves them; ``thoughts`` the log-probabilities
    that its vector gives the topics, where there are vectors.
    """
    weights, second = shipped()
    topics = []
    for n, (point, signs) in enumerate(zip(points, signs_of(points, hits, weights, language), strict=True)):
        thought = thoughts[n] if thoughts else {}
        named = () if _told(signs) or max(thought.values(), default=-math.inf) > PLAIN else named_from(point)
        topics.append(named or choose(_with(thought, signs), weights, second))
    return topics


def _told(signs: Signs) -> bool:
    """Whether a point's own words, its sentence or its pointing back say what it is about."""
    return any(not name.startswith(("before", "common")) for s in signs.values() for name in s)


def _with(thought: Mapping[str, float], signs: Signs) -> Signs:
    """Give the signs with what the vector says of their topics, and with the likeliest that it alone speaks of."""
    if not thought:
        return signs
    found = {topic: {**s, "thought": thought.get(topic, UNHEARD)} for topic, s in signs.items()}
    for topic in sorted(thought, key=lambda topic: (-thought[topic], topic))[:THOUGHTS]:
        found.setdefault(topic, {"thought": thought[topic], "thought_alone": 1.0})
    return found


def signs_of(
    points: Sequence[Point], hits: Sequence[Sequence[Hit]], weights: Mapping[str, float], language: str = "en"
) -> list[Signs]:
    """Give the signs of each point of a readout; ``weights`` say what a point by itself is about."""
    owned = [own(found, language) for found in hits]
    main = [choose(signs, weights, 1.0)[:1] for signs in owned]
    return carried(points, owned, [m[0] if m else "" for m in main], language)


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
