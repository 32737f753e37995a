"""What speaks for each topic that a point may be about: signs, each a number that the fit gives a weight.

A topic may be told of in the point itself (``named``, ``hinted``) or carried over: from earlier in its
sentence, from the point before, from what the whole readout is about.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from readcmp.marking.names import names_place, pattern
from readcmp.model import Hit, Point
from readcmp.script import simplified
from readcmp.text import words_worth

Signs = dict[str, dict[str, float]]
"""For each topic that comes into question, its signs by name."""

OCCASION = frozenset({"contact", "agenda", "tone", "courtesies", "previous-contacts", "next-steps"})
"""Topics that say how the talk went, not what it was about: they carry over to no other point."""

FADE = 0.9
"""Each further term of a point counts this much less than the one before: the matter comes first."""

COMMON = 0.15
"""From this share of the points a topic is one that the readout as a whole is about."""


def own(hits: Sequence[Hit], language: str = "en") -> Signs:
    """Give the signs that a point's own terms are."""
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
    matter = any(s["named"] and topic not in OCCASION for topic, s in signs.items())
    for topic, s in signs.items():
        s["named"], s["hinted"] = math.log1p(s["named"]), math.log1p(s["hinted"])
        if s["named"]:
            s["leaning:" + topic] = 1
        elif not matter:
            s["hinted_alone"] = 1
        if all(names_place(h, language) and " " not in h.text for h in hits if h.id == topic):
            s["country"] = 1
    return {topic: {name: value for name, value in s.items() if value} for topic, s in signs.items()}


def carried(points: Sequence[Point], owned: Sequence[Signs], main: Sequence[str], language: str = "en") -> list[Signs]:
    """Give each point's own signs together with those that its neighbours and the whole readout are.

    ``owned`` are the points' own signs, ``main`` the topic that each by itself is most likely about, or "".
    """
    share = Counter(t for t in main if t and t not in OCCASION)
    common = {t: n / len(points) for t, n in share.most_common(2) if n / len(points) >= COMMON}
    result: list[Signs] = []
    before = in_sentence = ""
    sentence = -1
    for point, signs, topic in zip(points, owned, main, strict=True):
        if point.sentence != sentence:
            sentence, in_sentence = point.sentence, ""
        silent = not any("named" in s and t not in OCCASION for t, s in signs.items())
        together: Signs = {t: dict(s) for t, s in signs.items()}
        if in_sentence:
            _note(together, in_sentence, "sentence", 1, silent)
        elif before:
            _note(together, before, "before", 1, silent)
            if pattern("back", language).search(simplified(point.text)):
                together[before]["back"] = 1
        for t, part in common.items():
            _note(together, t, "common", part, silent)
        result.append(together)
        if topic and topic not in OCCASION:
            before, in_sentence = topic, in_sentence or topic
    return result


def worth(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Give the weighted sum of one topic's signs, in log-odds against the point's other topics."""
    return sum(weights.get(name, 0.0) * value for name, value in signs.items())


def _note(signs: Signs, topic: str, name: str, value: float, silent: bool) -> None:
    about = signs.setdefault(topic, {})
    about[name] = value
    if silent:
        about[name + "_silent"] = value
