"""Why two points are linked, in the terms that made it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from readcmp.aligning.weights import Weights
from readcmp.aligning.words import CONCEPT, inverse_document_frequency
from readcmp.languages.stemming import stem
from readcmp.model import Evidence, Point, Side
from readcmp.text import WORD
from readcmp.vocabulary.features import EvidenceKind, Family, PairFeature

WORTH_SAYING = 0.05
"""Evidence that moves the log-odds less than this is left out."""

PLAIN_WORDS = 3
"""How many shared words a reason names, the rarest first."""


_OF = {family: [feature for feature in PairFeature if feature.family is family] for family in Family}


def explain_link(
    p: Point, q: Point, side: Side, other: Side, evidence: Mapping[str, float], weights: Weights
) -> tuple[Evidence, ...]:
    """Return what speaks for and against the link, the weightiest first.

    The topic's several numbers are put together to one reason each topic, those of words to one a word, those of the
    vectors to one; how long the points are is no reason. The weights are those of the pair's own evidence, before its
    neighbours correct it.
    """
    weighed = {
        name: weights.coefficients.get(name, 0.0) * value
        for name, value in evidence.items()
        if name not in _OF[Family.LENGTH]
    }
    found: list[Evidence] = []
    topics = [topic for topic in p.topics if topic in q.topics]
    topics.sort(key=lambda topic: (p.topics.index(topic) + q.topics.index(topic), topic))
    of_topic = sum(weighed.pop(name, 0.0) for name in _OF[Family.TOPIC])
    for n, topic in enumerate(topics):
        found.append(Evidence(EvidenceKind.TOPIC, id=topic, weight=of_topic if n == 0 else 0.0))
    of_words = sum(weighed.pop(name, 0.0) for name in _OF[Family.WORDS])
    shared = _shared_words(p, q, side.readout.language, other.readout.language)[:PLAIN_WORDS]
    for a, b in shared:
        found.append(Evidence(EvidenceKind.TERM, a=a, b=b, weight=of_words / len(shared)))
    if not shared and abs(of_words) >= WORTH_SAYING:
        found.append(Evidence(EvidenceKind.WORDS, weight=of_words))  # short ones, or two spellings of one
    if abs(of_meaning := sum(weighed.pop(name, 0.0) for name in _OF[Family.MEANING])) >= WORTH_SAYING:
        found.append(Evidence(EvidenceKind.MEANING, weight=of_meaning))
    for kind, plural in (
        (EvidenceKind.NUMBER, "numbers"),
        (EvidenceKind.DATE, "dates"),
        (EvidenceKind.QUOTE, "quotes"),
    ):
        weight = weighed.pop(plural, 0.0)
        if plural in evidence:
            same = _same_quantities(p, q, kind)
            found += [Evidence(kind, a=a, b=b, weight=weight / len(same)) for a, b in same]
    if "names" in evidence:
        names = sorted({h.id for h in p.hits if h.kind == "actor"} & {h.id for h in q.hits if h.kind == "actor"})
        names = [name for name in names if name not in (side.id, other.id)]
        weight = weighed.pop("names", 0.0)
        found += [Evidence(EvidenceKind.ACTOR, id=name, weight=weight / len(names)) for name in names]
    found += [Evidence(name, weight=value) for name, value in weighed.items() if abs(value) >= WORTH_SAYING]
    return tuple(sorted(found, key=lambda e: (-e.weight, e.kind, e.id or "", e.a or "")))


def _shared_words(p: Point, q: Point, language: str, other_language: str) -> list[tuple[str, str]]:
    """Return the words and concepts that both points have, as each writes them, the rarest first."""
    ours, theirs = _by_stem(p.text, language) | _by_concept(p), _by_stem(q.text, other_language) | _by_concept(q)
    rare = {word: inverse_document_frequency(word, language) for word in ours.keys() & theirs.keys()}
    pairs = [(ours[word], theirs[word]) for word in sorted(rare, key=lambda word: (-rare[word], word)) if rare[word]]
    return [pair for n, pair in enumerate(pairs) if pair not in pairs[:n]]


def _by_concept(point: Point) -> dict[str, str]:
    return {CONCEPT + hit.id: hit.text for hit in reversed(point.hits) if hit.kind == "concept"}


@lru_cache(4096)  # a point stands in many pairs
def _by_stem(text: str, language: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for match in WORD.finditer(text):
        word = match.group()
        if len(word) > 4 or (len(word) > 1 and not word.islower()):  # short plain words are of every text
            words.setdefault(stem(word.lower().replace("’", "'").removesuffix("'s"), language), word)
    return words


def _same_quantities(p: Point, q: Point, kind: str) -> list[tuple[str, str]]:
    theirs = {f.value: q.text[f.start : f.end] for f in q.quantities if f.kind == kind}
    return [(p.text[f.start : f.end], theirs[f.value]) for f in p.quantities if f.kind == kind and f.value in theirs]
