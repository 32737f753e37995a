"""The words of points as two sides can have them in common: stems, concepts, names in two scripts; and their rarity.

A bag holds the words of one point. What two sides write differently and mean the same gets one spelling in it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz, process

from readcmp.annotation.content import PointContent
from readcmp.data import kept_of
from readcmp.languages import path_of
from readcmp.model import Side

ALIKE = 86.0
"""Two rare words of six letters or more count as one from this ``fuzz.ratio`` (0..100) on: Rakhmonov, Rakhmanov."""

COMMON = 0.15
"""Words in a larger part of all points than this (the, and, president) tell nothing of what a point is about."""

CONCEPT, NAME = "=", "~"
"""What a concept's id and the sound of a name begin with, where they stand among stems."""

CONCEPTS = "concepts"
"""The name of the table in which concepts are counted."""

CONCEPTS_FILE = Path(__file__).with_name("document_frequency.concepts.txt")

UNCOUNTED = 4.0
"""The rareness of a word in a language that was never counted: that of a word in one point of fifty."""

Bags = Mapping[str, Sequence[Counter[str]]]
"""The bags of a side's points, by side id."""


@cache
def document_frequencies(language: str) -> tuple[int, Mapping[str, int]]:
    """Return how many points were counted in readouts of a language and in how many of them each stem stands.

    The table is counted by ``readcmp.training.document_frequency``; a language without one gives (0, {}).
    """
    path = CONCEPTS_FILE if language == CONCEPTS else path_of(language, "frequencies.txt")
    return (0, {}) if path is None else kept_of(path, lambda: _read(path))


def _read(path: Path) -> tuple[int, dict[str, int]]:
    total, *rest = path.read_text(encoding="utf-8").split()
    return int(total), dict(zip(rest[::2], map(int, rest[1::2]), strict=True))


def inverse_document_frequency(word: str, language: str) -> float:
    """Return how much a stem, or a concept (``=grain``), tells by its rarity in readouts: 0 for a common one, to 7.

    A concept is counted over all languages, so that it weighs alike on both sides of a comparison.
    """
    total, counts = document_frequencies(CONCEPTS if word.startswith(CONCEPT) else language)
    if not total:
        return UNCOUNTED
    count = counts.get(word, 0)
    return 0.0 if count > COMMON * total else math.log((total + 2) / (count + 1))


def bag_words(content: PointContent) -> Counter[str]:
    """Return the stems of a point, those of its lead too, and its concepts, with how often each comes."""
    bag = content.bag.copy()
    bag.update({CONCEPT + concept for concept in content.concepts})
    return bag


def join_spellings(bags: Bags, languages: Mapping[str, str]) -> None:
    """Return rare words that two sides spell almost alike one spelling, whichever side comes first.

    Words that a language's readouts use often are left as they are: "reformation" is no "information".
    """
    vocabulary = {
        side: {
            word
            for bag in side_bags
            for word in bag
            if len(word) >= 6 and word.isalpha() and document_frequencies(languages[side])[1].get(word, 0) < 2
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


def join_names(bags: Bags, sides: Sequence[Side]) -> None:
    """Return names that sound alike in two languages (Witkoff, Уиткофф) one more word that both have."""
    for side, other in combinations(sides, 2):
        if side.readout.language == other.readout.language:
            continue
        from readcmp.annotation.transliteration import shared_names, sound

        language = side.readout.language
        shared = shared_names(side.readout.text, language, other.readout.text, other.readout.language)
        for ours, theirs in shared:
            word = NAME + min(sound(ours, language), sound(theirs, other.readout.language))
            for name, end in ((ours, side), (theirs, other)):
                for point, bag in zip(end.points, bags[end.id], strict=True):
                    if name in point.text:
                        bag[word] = 1
