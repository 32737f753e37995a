"""What each point is about: its topics, main topic first, few and precise.

Every topic is weighed in two steps. What a point's own text says of it comes first: the terms of the lexicon, the
stems, and the vector where there is one. Then what the points around it are about. The
coefficients come from training on points marked by hand and stand in ``weights.yaml`` and the files of ``layer``.
A point that names a matter which no topic covers gets a topic named from the text.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from readcmp.annotation.disambiguation import pattern
from readcmp.annotation.features import (
    OTHER,
    Near,
    Odds,
    Signs,
    extract_context_features,
    extract_features,
    weigh,
    weigh_neighbours,
)
from readcmp.annotation.open_topics import find_open_topics
from readcmp.annotation.word_classifier import SHIPPED, coefficients, features_of, layer
from readcmp.data import parsed
from readcmp.lexicon import Lexicon, load_lexicon
from readcmp.model import Hit, Point
from readcmp.trained import folder_of
from readcmp.vocabulary import Trait

FILE = "weights.yaml"
"""The file of coefficients: written by ``python -m readcmp.training.topics``, edited by nobody."""

MOST = 3
"""A point has no more topics than this, one that is narrower than another of them apart."""

NEVER = -9.0
"""The log-probability of a topic that the layer over vectors was not trained on."""

FAINT = 1e-3
"""A topic less likely than this in the point's own text tells its neighbours nothing."""


class Weights(Struct, frozen=True):
    """The coefficients of one engine: with ``vectors`` or by ``words`` alone.

    ``text`` and ``vector`` are what the log-probabilities by words and by vector count, ``around`` the features of
    neighbours. The rest are probabilities 0..1 from which on a topic is named: the ``first``, a ``further`` one, one
    that was ``carried`` over and has no term in the point; and, as a part of the likeliest topic's, one that a strong
    term of the point ``named``.
    """

    text: float
    vector: float
    around: Mapping[str, float]
    first: float
    further: float
    named: float
    carried: float


class Context(Struct, frozen=True):
    """What is known of a readout besides its points' text: see ``topics_of``."""

    language: str
    topic_log_probabilities: Sequence[Mapping[str, float]] = ()
    hits: Sequence[Sequence[Hit]] = ()
    meeting: Set[str] = frozenset()
    paragraphs: Sequence[int] = ()
    lexicon: Lexicon = field(default_factory=load_lexicon)

    @property
    def broader(self) -> Mapping[str, str]:
        """For each topic that is part of another the id of that one."""
        return self.lexicon.broader

    @property
    def occasion(self) -> frozenset[str]:
        """The topics that carry over to no other point."""
        return self.lexicon.topics_with(Trait.OCCASION)


def coefficients_in_use() -> Mapping[str, Any]:
    """Return what the file of coefficients holds."""
    return _read(folder_of(SHIPPED))


@cache
def _read(home: Path) -> Mapping[str, Any]:
    data: Mapping[str, Any] = parsed(home / FILE)
    return data


def weights_for(engine: str) -> Weights:
    """Return the coefficients of ``words`` or ``vectors``."""
    return Weights(**coefficients_in_use()[engine])


def assign_topics(points: Sequence[Point], topical: Sequence[Sequence[Hit]], context: Context) -> list[tuple[str, ...]]:
    """Return the topics of each point of a readout, main topic first; none where a point tells nothing.

    ``topical`` are the topic hits of each point, as ``disambiguate`` leaves them; ``context`` has the language, all
    hits of each point, the actors who meet, the number of each point's paragraph, the lexicon, and the
    log-probabilities that a point's vector gives the topics, where there are any.
    """
    weights = weights_for("vectors" if context.topic_log_probabilities else "words")
    signs = [extract_features(broaden(hits, context.broader), context.language, context.lexicon) for hits in topical]
    told = [log_odds(points, n, signs[n], topical[n], context) for n in range(len(points))]
    topic_log_probabilities = context.topic_log_probabilities or [{} for _ in points]
    known = coefficients_in_use()["bias"]
    found: list[tuple[str, ...]] = []
    chosen = decide_topics(points, signs, told, topic_log_probabilities, context, weights)
    for n, (point, (topics, sure)) in enumerate(zip(points, chosen, strict=True)):
        listed = _with_list(topics, point, broaden(topical[n], context.broader), context)
        own_topics = _narrowed(tuple(t for t in listed if t != OTHER), topical[n], context.broader)
        named = () if sure else find_open_topics(point, context.language)
        carried = found[-1][:1] if n and points[n - 1].sentence == point.sentence else ()
        carried = tuple(topic for topic in carried if topic in known and topic not in context.occasion)
        found.append(named or own_topics or carried)
    return found


def log_odds(points: Sequence[Point], n: int, signs: Signs, topical: Sequence[Hit], context: Context) -> Odds:
    """Return the log-odds of topics by a point's own words; none where its language is not known and no term hits."""
    point, language = points[n], context.language
    every = context.hits[n] if context.hits else topical
    hits = [h for h in every if h.kind != "topic" or h.id in context.broader]
    if not (signs or hits or layer(language)):
        return {}
    data = coefficients_in_use()
    found = coefficients(features_of(point, signs, hits, language, context.meeting), language)
    odds = {topic: bias + found.get(topic, 0.0) for topic, bias in data["bias"].items()}
    for topic, s in signs.items():
        odds[topic] = odds.get(topic, 0.0) + weigh(s, data["signs"])
    return odds


def decide_topics(
    points: Sequence[Point],
    signs: Sequence[Signs],
    told: Sequence[Odds],
    topic_log_probabilities: Sequence[Mapping[str, float]],
    context: Context,
    weights: Weights,
) -> list[tuple[tuple[str, ...], bool]]:
    """Return the topics of each point, ``other`` being one, by what its words tell, its vector and its neighbours.

    With them comes whether the main one is sure enough to stand before a name that the text itself may give.
    """
    odds = [_mixed(text, thought, weights) for text, thought in zip(told, topic_log_probabilities, strict=True)]
    likely = [_likely(row) for row in odds]
    around = extract_context_features(points, likely, context.paragraphs, context.language, context.lexicon)
    return [
        choose_topics(_with(row, near, weights.around), mine, weights, context.lexicon)
        for row, near, mine in zip(odds, around, signs, strict=True)
    ]


def choose_topics(odds: Odds, signs: Signs, weights: Weights, lexicon: Lexicon) -> tuple[tuple[str, ...], bool]:
    """Return the topics that are likely enough, the main one first, and whether that one is sure: see ``decide``.

    ``signs`` are the point's own.
    """
    told = _normalised(odds)
    likely = dict(zip(told, map(math.exp, told.values()), strict=True))
    least = min(max(likely.values(), default=0.0), weights.further, weights.carried)  # no other topic is ever named
    named = [topic for topic, p in likely.items() if p >= least or topic in signs]
    order = sorted(named, key=lambda topic: (-likely[topic], topic))
    matters = [t for t in order if "named" in signs.get(t, ()) and t not in lexicon.topics_with(Trait.OCCASION)]
    if not order or (likely[order[0]] < weights.first and not matters):
        return (), False

    def enough(topic: str) -> float:
        if topic not in signs:
            return weights.carried
        return weights.named * likely[order[0]] if "named" in signs[topic] else weights.further

    first = _first(order, matters, likely, signs, weights)
    found = [first, *(topic for topic in order if topic != first and likely[topic] >= enough(topic))][:MOST]
    if lexicon.topics_with(Trait.QUIET).issuperset(found):  # what is told besides that there was a call is not lost
        found = [*matters[:1], *found]
    sure = first != OTHER and (first in signs or likely[first] >= weights.carried)
    return tuple(found), sure


def _first(order: Sequence[str], matters: Sequence[str], likely: Odds, signs: Signs, weights: Weights) -> str:
    """Return the main topic: the likeliest, but what a strong term names before what weak ones or nothing hint at.

    ``order`` has all topics and ``matters`` those that strong terms name, the likeliest first.
    """
    best = order[0]
    if matters and likely[best] < weights.first:
        return matters[0]
    if best in signs and "named" not in signs[best]:
        return next((t for t in matters if likely[t] >= weights.further), best)
    return best


def _with_list(topics: tuple[str, ...], point: Point, hits: Sequence[Hit], context: Context) -> tuple[str, ...]:
    """Add the topics of the items of a list that has an item of a topic already: what is said of one is said of all."""
    joins, found = pattern("joins", context.language), list(topics)
    strong = sorted((h for h in hits if not h.weak and h.id not in context.occasion), key=lambda h: h.start)
    for one, other in [*pairwise(strong), *pairwise(reversed(strong))]:
        between = point.text[min(one.end, other.end) : max(one.start, other.start)]
        if one.id in found and other.id not in found and len(found) < MOST and joins.fullmatch(between):
            found.append(other.id)
    return tuple(found)


def _mixed(text: Odds, thought: Mapping[str, float], weights: Weights) -> Odds:
    """Return the log-probabilities that words and vector give together."""
    told = _normalised(text)
    if not thought:
        return _normalised(dict(zip(told, [weights.text * value for value in told.values()], strict=True)))
    both = {
        topic: weights.text * told.get(topic, NEVER if told else 0.0) + weights.vector * thought.get(topic, NEVER)
        for topic in {**told, **thought}
    }
    return _normalised(both)


def _with(odds: Odds, around: Near, weights: Mapping[str, float]) -> Odds:
    found = dict(odds)
    for topic, worth in weigh_neighbours(around, weights).items():
        found[topic] = found.get(topic, NEVER) + worth
    return found


def _likely(odds: Odds) -> Odds:
    faint = math.log(FAINT)
    return {topic: math.exp(value) for topic, value in odds.items() if value > faint}


def _normalised(odds: Mapping[str, float]) -> Odds:
    """Return log-odds as log-probabilities."""
    best = max(odds.values(), default=0.0)
    above = [value - best for value in odds.values()]
    total = math.log(math.fsum(map(math.exp, above)) or 1.0)
    return dict(zip(odds, [value - total for value in above], strict=True))


def broaden(hits: Iterable[Hit], broader: Mapping[str, str]) -> list[Hit]:
    """Return hits of narrower topics as such of the broader ones, which the coefficients know."""
    return [replace(h, id=broader[h.id]) if h.id in broader else h for h in hits]


def _narrowed(topics: tuple[str, ...], hits: Iterable[Hit], broader: Mapping[str, str]) -> tuple[str, ...]:
    """Put before a topic the narrower one that the point's terms name."""
    named = dict.fromkeys(h.id for h in hits if h.id in broader and not h.weak)
    found: list[str] = []
    for topic in topics:
        found += [narrow for narrow in named if broader[narrow] == topic]
        found.append(topic)
    return tuple(found)
