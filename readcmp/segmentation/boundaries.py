"""Whether a proposed boundary parts two matters: what stands on either side is weighed, the unlikely one left.

The rules propose a boundary wherever a further matter can begin. Whether one does is seldom for grammar alone to say:
"and that ..." goes on with a matter as often as it begins one. So each proposal is weighed by its kind, by how much
stands before and behind it, and by whether what stands behind names a topic of its own. The weights come from
``fitting.boundaries`` and stand in ``boundaries.yaml``.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

from msgspec import Struct

from readcmp.data import parsed
from readcmp.lexicon import load_lexicon
from readcmp.model import Hit
from readcmp.segmentation.sentence_tokens import SentenceTokens

FILE = Path(__file__).parent / "boundaries.yaml"

Features = dict[str, float]

_FEW = 4
"""Words below which a stretch is short."""
_MANY = 3
"""Names beyond which more of them tell no more."""
_SAID = math.log(6 + 1) - 2.0
"""Words, as they are weighed, that a further thing said has where it is a matter of its own."""
_USUAL = 2.0
"""The logarithm of a usual number of words, so that the length of a usual stretch weighs nothing."""


class Stretch(Struct, frozen=True):
    """What a proposed boundary at token ``at`` parts: the tokens from ``start`` up to it and from it up to ``end``."""

    start: int
    at: int
    end: int


class Weights(Struct, frozen=True):
    """What each feature weighs, the least probability of a boundary, and the languages in which that is asked."""

    coefficients: Mapping[str, float]
    least: float
    languages: frozenset[str]


def select_likely(g: SentenceTokens, text: str, boundaries: Collection[int], listed: Collection[int]) -> set[int]:
    """Return those of the proposed boundaries of a sentence at which a further matter is likely enough to begin.

    ``boundaries`` are tokens, ``listed`` those of them at which a list goes on. A further thing said, of some
    length, is a matter of its own whatever its words. In a language in which the rules seldom err, or none are known,
    all stay.
    """
    weights = load_weights()
    if g.classes.language not in weights.languages:
        return set(boundaries)
    odds = odds_of(list(extract_features(g, text, boundaries, listed)), weights.coefficients)
    return {at for at, worth in odds.items() if worth >= bound_of(weights.least)}


def odds_of(boundaries: Sequence[tuple[int, Features]], weights: Mapping[str, float]) -> dict[int, float]:
    """Return the log-odds of each proposed boundary of a sentence; the matters of one list have those of their mean."""
    found: dict[int, float] = {}
    for is_list, group in groupby(boundaries, key=lambda cut: "list" in cut[1]):
        odds = {
            at: math.inf if _said(features) else sum(weights.get(name, 0.0) * value for name, value in features.items())
            for at, features in group
        }
        found |= dict.fromkeys(odds, sum(odds.values()) / len(odds)) if is_list else odds
    return found


def bound_of(least: float) -> float:
    """Return the log-odds from which a boundary is made whose probability must be ``least``."""
    return math.log(least / (1 - least)) if least else -math.inf


def _said(features: Features) -> bool:
    """Return whether a boundary begins a predicate that tells a further thing said, of some length."""
    return features.keys() >= {"predicate", "a report behind"} and features.get("words behind", 0.0) >= _SAID


def extract_features(
    g: SentenceTokens, text: str, boundaries: Collection[int], listed: Collection[int]
) -> Iterator[tuple[int, Features]]:
    """Yield each proposed boundary of a sentence with what is weighed of it."""
    if not boundaries:
        return
    start = g.tokens[0].start
    hits = load_lexicon().find(text[start : g.tokens[-1].end], g.classes.language, "topic")
    edges = [0, *sorted(boundaries), len(g.tokens)]
    named = [bisect_left(hits, g.tokens[i].start - start, key=lambda hit: hit.start) for i in edges[:-1]]
    parts = [hits[lo:hi] for lo, hi in pairwise([*named, len(hits)])]
    stretches = (Stretch(lo, at, hi) for (lo, at), (_, hi) in pairwise(pairwise(edges)))
    for stretch, (left, right) in zip(stretches, pairwise(parts), strict=True):
        kind = "list" if stretch.at in listed else kind_of(g, stretch.at)
        yield stretch.at, _features(g, stretch, kind, {"no topic in the sentence": not hits, **_topics(left, right)})


def kind_of(g: SentenceTokens, i: int) -> str:
    """Return the kind of clause that begins at ``i``."""
    if g.low(i - 1) == ";":
        return "semicolon"
    if g.of("including", i) or g.phrase("including_phrases", i):
        return "inclusion"
    for kind, name in (("adding", "participle"), ("about", "about"), ("on", "about"), ("to", "purpose")):
        if g.of(kind, i):
            return name
    if g.of("that", i + 1):
        return "that"
    return "predicate" if g.verb(g.after_joint(i)) else "subject"


def _topics(left: Sequence[Hit], right: Sequence[Hit]) -> Features:
    """Return what the topics say that are named before and behind a boundary; weak terms alone make none firm."""
    before, behind = {hit.id for hit in left}, {hit.id for hit in right}
    firm = {hit.id for hit in left if not hit.weak}, {hit.id for hit in right if not hit.weak}
    return {
        "a topic": bool(behind),
        "a firm topic": bool(firm[1]),
        "a new topic": bool(behind - before),
        "other topics": bool(before and behind) and not before & behind,
        "other firm topics": bool(firm[0] and firm[1]) and not firm[0] & firm[1],
        "a topic shared": bool(before & behind),
        "no new topic": bool(behind) and behind <= before,
    }


def _features(g: SentenceTokens, stretch: Stretch, kind: str, topics: Features) -> Features:
    lo, at, hi = stretch.start, stretch.at, stretch.end
    comma = g.low(at - 1) == ","
    before, behind = g.count(lo, at), g.count(at, hi)
    crossed = {
        "comma": float(comma),
        "words before": math.log(before + 1) - _USUAL,
        "words behind": math.log(behind + 1) - _USUAL,
        "a new topic": topics["a new topic"],
    }
    phrase = g.phrase("joint_phrases", at)
    joint = g.of("joints", at) or g.of("conjunctions", at)
    first = at + (phrase or joint)
    names = sum(map(g.name, range(at + 1, hi)))
    found: Features = {
        "always": 1.0,
        kind: 1.0,
        **crossed,
        **{f"{kind}, {name}": value for name, value in crossed.items()},
        **topics,
        "few words before": before < _FEW,
        "few words behind": behind < _FEW,
        "a joint": joint,
        "a phrase as joint": bool(phrase),
        "a report before": g.first_finite(lo, at) is not None,
        "a report behind": g.first_finite(at, hi) is not None,
        "an auxiliary behind": g.any_of("auxiliaries", at, hi),
        "a clause with that before": g.any_of("that", lo, at),
        "a subordinate clause behind": g.any_of("subordinators", at + 1, hi),
        "a figure behind": any(token.text[0].isdigit() for token in g.tokens[at:hi]),
        "names behind": min(names, _MANY) / _MANY,
        "a determiner first": g.of("determiners", first),
        "a possessive first": g.of("possessives", first),
        "a pronoun first": g.of("pronouns", first),
        "a preposition first": g.of("prepositions", first),
        "the last": hi == len(g.tokens),
    }
    return {name: float(value) for name, value in found.items() if value}


@cache
def load_weights() -> Weights:
    """Return the weights that ship."""
    data = parsed(FILE)
    coefficients = {str(name): float(value) for name, value in data["weights"].items()}
    return Weights(coefficients, float(data["least"]), frozenset(data["languages"]))
