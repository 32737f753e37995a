"""What a point brings to a comparison: its weighted words, topics, terms, names, numbers and place.

Worked out once a side, so that setting two points beside each other is a few look-ups.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz, process

from readcmp.marking.figures import figures
from readcmp.model import Act, Point, Side
from readcmp.text import WORD, stem

ALIKE = 86.0
"""Two rare words of six letters or more count as one from this ``fuzz.ratio`` (0..100) on: Zelensky, Zelenskyy."""


COMMON = 0.15
"""Words in a larger part of all points than this (the, and, president) tell nothing of what a point is about."""


CONCEPT = "="
"""What the id of a concept begins with among the words: what two languages can have in common stands beside stems."""

CONCEPTS = "concepts"
"""The name of the table in which concepts are counted."""

UNCOUNTED = 4.0
"""The rareness of a word in a language that was never counted: that of a word in one point of fifty."""


@dataclass(frozen=True, slots=True)
class Traits:
    """One point as the aligner sees it. ``words`` maps stems to weights; ``place`` is 0..1 through the text."""

    id: str
    words: Mapping[str, float]
    norm: float
    mass: float
    context: Mapping[str, float]
    context_norm: float
    topics: tuple[str, ...]
    kin: frozenset[str]
    groups: frozenset[str]
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


@cache
def rarity(language: str) -> tuple[int, Mapping[str, int]]:
    """Give how many points were counted in readouts of a language and in how many of them each stem stands.

    The table is counted by ``readcmp.fitting.rarity``; a language without one gives (0, {}).
    """
    path = Path(__file__).parent / f"rarity.{language}.txt"
    if not path.is_file():
        return 0, {}
    total, *rest = path.read_text(encoding="utf-8").split()
    return int(total), dict(zip(rest[::2], map(int, rest[1::2]), strict=True))


def rareness(word: str, language: str) -> float:
    """Give how much a stem, or a concept (``=grain``), tells by its rarity in readouts: 0 for a common one, to 7.

    A concept is counted over all languages, so that it weighs alike on both sides of a comparison.
    """
    total, counts = rarity(CONCEPTS if word.startswith(CONCEPT) else language)
    if not total:
        return UNCOUNTED
    count = counts.get(word, 0)
    return 0.0 if count > COMMON * total else math.log((total + 2) / (count + 1))


def traits_of(sides: Sequence[Side], group_of: Mapping[str, str]) -> dict[str, tuple[Traits, ...]]:
    """Give the traits of every point, by side id; ``group_of`` maps topic ids to their groups.

    A word weighs the more the fewer points of readouts in general, and of these sides, it stands in.
    """
    own = {side.id for side in sides}
    bags = {side.id: [_bag(point, side.readout.language) for point in side.points] for side in sides}
    _join_spellings(bags, {side.id: side.readout.language for side in sides})
    spread = Counter(word for side_bags in bags.values() for bag in side_bags for word in set(bag))
    here = sum(len(side_bags) for side_bags in bags.values())
    found = {}
    for side in sides:
        language = side.readout.language

        def weight(word: str, language: str = language) -> float:
            local = math.log((here + 1) / spread[word])
            return rareness(word, language) * math.sqrt(max(0.0, local))

        weighted = [
            {word: value * (1 + math.log(n)) for word, n in bag.items() if (value := weight(word))}
            for bag in bags[side.id]
        ]
        found[side.id] = tuple(
            _traits(point, index, weighted, side, own, group_of) for index, point in enumerate(side.points)
        )
    return found


def stems(text: str, language: str) -> list[str]:
    """Give the stems of a text's words, hyphenated words as their parts, in their order."""
    found = []
    for match in WORD.finditer(text.lower().replace("’", "'")):
        for part in match.group().removesuffix("'s").split("-"):
            if len(part) > 1:
                found.append(stem(part, language))
    return found


def _bag(point: Point, language: str) -> Counter[str]:
    bag = Counter(stems(f"{point.lead} {point.text}" if point.lead else point.text, language))
    bag.update({CONCEPT + hit.id for hit in point.hits if hit.kind == "concept"})
    return bag


def _join_spellings(bags: Mapping[str, Sequence[Counter[str]]], languages: Mapping[str, str]) -> None:
    """Give rare words that two sides spell almost alike one spelling, whichever side comes first.

    Words that a language's readouts use often are left as they are: "reformation" is no "information".
    """
    vocabulary = {
        side: {
            word
            for bag in side_bags
            for word in bag
            if len(word) >= 6 and word.isalpha() and rarity(languages[side])[1].get(word, 0) < 2
        }
        for side, side_bags in bags.items()
    }
    spelling: dict[str, str] = {}
    for side, other in combinations(sorted(bags), 2):
        theirs = sorted(vocabulary[other] - vocabulary[side])
        for word in sorted(vocabulary[side] - vocabulary[other]):
            for twin, _, _ in process.extract(word, theirs, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None):
                one, two = spelling.get(word, word), spelling.get(twin, twin)
                chosen = min(one, two)
                spelling |= dict.fromkeys((word, twin, one, two), chosen)
    for side_bags in bags.values():
        for bag in side_bags:
            for word in [w for w in bag if spelling.get(w, w) != w]:
                bag[spelling[word]] += bag.pop(word)


def _traits(
    point: Point,
    index: int,
    weighted: Sequence[Mapping[str, float]],
    side: Side,
    own: set[str],
    group_of: Mapping[str, str],
) -> Traits:
    words = weighted[index]
    context: dict[str, float] = dict(words)
    for near in (index - 1, index + 1):
        if 0 <= near < len(weighted):
            for word, value in weighted[near].items():
                context[word] = max(context.get(word, 0.0), value * 0.5)
    said = figures(point.text, side.readout.language)

    def of_kind(kind: str) -> frozenset[str]:
        return frozenset(figure.value for figure in said if figure.kind == kind)

    return Traits(
        id=point.id,
        words=words,
        norm=math.sqrt(sum(v * v for v in words.values())) or 1.0,
        mass=sum(words.values()) or 1.0,
        context=context,
        context_norm=math.sqrt(sum(v * v for v in context.values())) or 1.0,
        topics=point.topics,
        kin=frozenset(point.topics),
        groups=frozenset(group_of.get(topic, topic) for topic in point.topics),
        terms=frozenset((hit.id, hit.term) for hit in point.hits if hit.kind == "topic"),
        names=frozenset(hit.id for hit in point.hits if hit.kind == "actor") - own,
        numbers=of_kind("number"),
        dates=of_kind("date"),
        quotes=of_kind("quote"),
        act=point.act,
        joint=point.speaker == "both",
        placeholder=point.placeholder,
        sentence=point.sentence,
        place=(point.start + point.end) / 2 / max(1, len(side.readout.text)),
    )
