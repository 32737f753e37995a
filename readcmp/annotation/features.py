"""What speaks for each topic that a point may be about: features, each a number that training gives a coefficient.

The terms of the lexicon that a point has are one kind of them; the words themselves are another, see ``layer``; what
the points around it are about is the third.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from readcmp.annotation.disambiguation import names_place, pattern
from readcmp.lexicon import Lexicon, topics_with
from readcmp.model import Hit, Point
from readcmp.script import simplified
from readcmp.text import words_worth
from readcmp.vocabulary import Trait

Signs = dict[str, dict[str, float]]
"""For each topic that comes into question, its features by name."""

Odds = dict[str, float]
"""For each topic, a log-probability or a probability."""

Near = dict[str, Odds]
"""For each feature by which a neighbour speaks for topics, what it counts for each."""

OTHER = "other"
"""A matter that no topic covers: what training calls it, and no output shows."""

FADE = 0.9
"""Each further term of a point counts this much less than the one before: the matter comes first."""


def extract_features(hits: Sequence[Hit], language: str, lexicon: Lexicon | None = None) -> Signs:
    """Return the features that a point's own terms are."""
    signs: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    fade = 1.0
    seen = set()
    for hit in hits:
        if (key := (hit.id, hit.text.lower())) in seen:
            continue
        seen.add(key)
        if hit.weak:
            signs[hit.id]["hinted"] += 1
            continue
        signs[hit.id]["named"] += fade * (1 + 0.35 * min(words_worth(hit.text) - 1, 3))
        fade *= FADE
    occasion = topics_with(Trait.OCCASION, lexicon=lexicon)
    matter = any(s["named"] and topic not in occasion for topic, s in signs.items())
    for topic, s in signs.items():
        s["named"], s["hinted"] = math.log1p(s["named"]), math.log1p(s["hinted"])
        if not (s["named"] or matter):
            s["hinted_alone"] = 1
        if all(names_place(h, language, lexicon) and " " not in h.text for h in hits if h.id == topic):
            s["country"] = 1
    return {topic: {name: value for name, value in s.items() if value} for topic, s in signs.items()}


def extract_context_features(
    points: Sequence[Point],
    likely: Sequence[Odds],
    paragraphs: Sequence[int],
    language: str,
    lexicon: Lexicon | None = None,
) -> list[Near]:
    """Return for each point what the points around it are about, as features of topics.

    ``likely`` are the probabilities of topics that each point's own text gives, ``paragraphs`` the number of the
    paragraph that each stands in: nothing reaches from one into the next. ``back`` are features of a point that
    points back by a word of its ``language``. Those that end in ``_silent`` count as far as the point's own text
    leaves its topic open.
    """
    idle = {*topics_with(Trait.OCCASION, lexicon=lexicon), OTHER}
    matters = [{t: p for t, p in row.items() if t not in idle} for row in likely]
    found: list[Near] = []
    sentence: Odds = {}
    for n, point in enumerate(points):
        around: Near = {}
        silent = 1 - max(matters[n].values(), default=0.0)
        if n and points[n - 1].sentence == point.sentence:
            for topic, p in matters[n - 1].items():
                sentence[topic] = max(p, sentence.get(topic, 0.0))
            around |= _told("sentence", dict(sentence), silent)
        else:
            sentence = {}
            if n and _together(paragraphs, n - 1, n):
                around |= _told("before", matters[n - 1], silent)
                if pattern("back", language).search(simplified(point.text)):
                    around |= _told("back", matters[n - 1], silent)
        if n + 1 < len(points) and matters[n + 1] and _together(paragraphs, n, n + 1):
            around["after"] = matters[n + 1]
        found.append(around)
    return found


def weigh(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the weighted sum of one topic's features, in log-odds against the point's other topics."""
    return sum([weights.get(name, 0.0) * value for name, value in signs.items()])


def weigh_neighbours(around: Near, weights: Mapping[str, float]) -> Odds:
    """Return for each topic the weighted sum of what the points around a point say for it."""
    odds: defaultdict[str, float] = defaultdict(float)
    for name, likely in around.items():
        weight = weights.get(name, 0.0)
        for topic, p in likely.items():
            odds[topic] += weight * p
    return odds


def _told(name: str, likely: Odds, silent: float) -> Near:
    return {name: likely, f"{name}_silent": {topic: p * silent for topic, p in likely.items()}}


def _together(paragraphs: Sequence[int], one: int, other: int) -> bool:
    return not paragraphs or paragraphs[one] == paragraphs[other]
