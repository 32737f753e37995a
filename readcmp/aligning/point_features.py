"""What a point brings to a comparison: its weighted words, topics, terms, names, numbers and place.

Worked out once a side, so that setting two points beside each other is a few look-ups.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import mul

from msgspec import Struct

from readcmp.aligning.words import bag_words, inverse_document_frequency, join_names, join_spellings
from readcmp.annotation.contents import Contents
from readcmp.encoding.words import Sense, WordVectors
from readcmp.lexicon import TopicEntry
from readcmp.model import Act, Point, Side
from readcmp.vocabulary import Trait


class PointFeatures(Struct, frozen=True):
    """One point as the aligner sees it.

    ``words`` maps stems to weights; ``sense`` is what word vectors say of it; ``length`` is the
    logarithm of how many different words it has, one more; ``matters`` and ``telling`` are topics without those that
    are quiet and those that most accounts tell; ``place`` is 0..1 through the text.
    """

    id: str
    words: Mapping[str, float]
    norm: float
    mass: float
    length: float
    context: Mapping[str, float]
    context_norm: float
    sense: Sense
    topics: tuple[str, ...]
    kin: frozenset[str]
    groups: frozenset[str]
    matters: frozenset[str]
    telling: frozenset[str]
    ceremony: bool
    terms: frozenset[tuple[str, str]]
    names: frozenset[str]
    numbers: frozenset[str]
    dates: frozenset[str]
    quotes: frozenset[str]
    act: Act | None
    joint: bool
    placeholder: bool
    sentence: int
    place: float


def extract_point_features(
    sides: Sequence[Side],
    known: Mapping[str, TopicEntry],
    contents: Contents | None = None,
    table: WordVectors | None = None,
) -> dict[str, tuple[PointFeatures, ...]]:
    """Return the features of every point, by side id; ``known`` has the topics of the lexicon by id.

    A word weighs the more the fewer points of readouts in general, and of these sides, it stands in. ``table`` are
    word vectors other than those that ship.
    """
    contents = contents or Contents(sides)
    own = {side.id for side in sides}
    bags = {side.id: [bag_words(contents[point]) for point in side.points] for side in sides}
    join_spellings(bags, {side.id: side.readout.language for side in sides})
    join_names(bags, sides)
    spread = Counter(word for side_bags in bags.values() for bag in side_bags for word in set(bag))
    here = sum(len(side_bags) for side_bags in bags.values())
    found = {}
    for side in sides:
        language = side.readout.language

        weights = {
            word: inverse_document_frequency(word, language) * math.sqrt(max(0.0, math.log((here + 1) / spread[word])))
            for word in set[str]().union(*bags[side.id])
        }
        weighted = [
            {word: value * (1 + math.log(n)) for word, n in bag.items() if (value := weights[word])}
            for bag in bags[side.id]
        ]
        senses = (
            table.encode([(point.text, point.lead) for point in side.points], language)
            if table
            else [contents[point].sense for point in side.points]
        )
        found[side.id] = tuple(
            _features(point, index, weighted, senses[index], side, own, known)
            for index, point in enumerate(side.points)
        )
    return found


def _features(
    point: Point,
    index: int,
    weighted: Sequence[Mapping[str, float]],
    sense: Sense,
    side: Side,
    own: set[str],
    known: Mapping[str, TopicEntry],
) -> PointFeatures:
    words = weighted[index]
    context: dict[str, float] = dict(words)
    for near in (index - 1, index + 1):
        if 0 <= near < len(weighted):
            for word, value in weighted[near].items():
                if value * 0.5 > context.get(word, 0.0):
                    context[word] = value * 0.5

    def of_kind(kind: str) -> frozenset[str]:
        return frozenset(figure.value for figure in point.quantities if figure.kind == kind)

    return PointFeatures(
        id=point.id,
        words=words,
        norm=_length(words),
        mass=sum(words.values()) or 1.0,
        length=math.log(len(words) + 1),
        context=context,
        context_norm=_length(context),
        sense=sense,
        topics=point.topics,
        kin=frozenset(point.topics),
        groups=frozenset(known[topic].group if topic in known else topic for topic in point.topics),
        matters=_without(Trait.QUIET, point, known),
        telling=_without(Trait.COMMON, point, known),
        ceremony=any(topic in known and Trait.CEREMONY in known[topic].traits for topic in point.topics),
        terms=frozenset((hit.id, hit.term) for hit in point.hits if hit.kind == "topic"),
        names=frozenset(hit.id for hit in point.hits if hit.kind == "actor") - own,
        numbers=of_kind("number"),
        dates=of_kind("date"),
        quotes=of_kind("quote"),
        act=point.act,
        joint=point.speaker == "both",
        placeholder=point.placeholder,
        sentence=point.sentence,
        place=_place(point, side.points),
    )


def _length(words: Mapping[str, float]) -> float:
    """Return the length of a vector of words, 1 for one without any."""
    return math.sqrt(sum(map(mul, words.values(), words.values()))) or 1.0


def _place(point: Point, points: Sequence[Point]) -> float:
    """Return how far into the account a point stands, 0..1: titles and notices around it move nothing."""
    start, end = points[0].start, points[-1].end
    return ((point.start + point.end) / 2 - start) / max(1, end - start)


def _without(trait: Trait, point: Point, known: Mapping[str, TopicEntry]) -> frozenset[str]:
    """Return the topics of a point that do not have a trait."""
    return frozenset(topic for topic in point.topics if topic not in known or trait not in known[topic].traits)
