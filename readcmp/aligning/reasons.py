"""Why two points are linked, in the terms that made it."""

from __future__ import annotations

from readcmp.aligning.neighbours import Pair
from readcmp.aligning.scoring import ScoredPairs
from readcmp.aligning.words import CONCEPT, inverse_document_frequency
from readcmp.annotation.content import PointContent
from readcmp.model import Evidence, Point
from readcmp.vocabulary.features import EvidenceKind, Family, PairFeature

WORTH_SAYING = 0.05
"""Evidence that moves the log-odds less than this is left out."""

PLAIN_WORDS = 3
"""How many shared words a reason names, the rarest first."""


_OF = {family: [str(feature) for feature in PairFeature if feature.family is family] for family in Family}
_LENGTH = frozenset(_OF[Family.LENGTH])


def explain_link(met: ScoredPairs, pair: Pair) -> tuple[Evidence, ...]:
    """Return what speaks for and against the link of a pair, the weightiest first.

    The topic's several numbers are put together to one reason each topic, those of words to one a word, those of the
    vectors to one; how long the points are is no reason. The weights are those of the pair's own evidence, before its
    neighbours correct it.
    """
    p, q, evidence = met.side.points[pair[0]], met.other.points[pair[1]], met.evidence.get(pair, {})
    weighed = {
        name: met.weights.coefficients.get(name, 0.0) * value for name, value in evidence.items() if name not in _LENGTH
    }
    found: list[Evidence] = []
    topics = [topic for topic in p.topics if topic in q.topics]
    topics.sort(key=lambda topic: (p.topics.index(topic) + q.topics.index(topic), topic))
    of_topic = sum(weighed.pop(name, 0.0) for name in _OF[Family.TOPIC])
    for n, topic in enumerate(topics):
        found.append(Evidence(EvidenceKind.TOPIC, id=topic, weight=of_topic if n == 0 else 0.0))
    of_words = sum(weighed.pop(name, 0.0) for name in _OF[Family.WORDS])
    shared = _shared_words(p, q, met.contents[p], met.contents[q])[:PLAIN_WORDS]
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
        names = [name for name in names if name not in (met.side.id, met.other.id)]
        weight = weighed.pop("names", 0.0)
        found += [Evidence(EvidenceKind.ACTOR, id=name, weight=weight / len(names)) for name in names]
    found += [Evidence(name, weight=value) for name, value in weighed.items() if abs(value) >= WORTH_SAYING]
    return tuple(sorted(found, key=lambda e: (-e.weight, e.kind, e.id or "", e.a or "")))


def _shared_words(p: Point, q: Point, here: PointContent, there: PointContent) -> list[tuple[str, str]]:
    """Return the words and concepts that both points have, as each writes them, the rarest first."""
    ours, theirs = here.spellings | _by_concept(p), there.spellings | _by_concept(q)
    rare = {word: inverse_document_frequency(word, here.language) for word in ours.keys() & theirs.keys()}
    pairs = [(ours[word], theirs[word]) for word in sorted(rare, key=lambda word: (-rare[word], word)) if rare[word]]
    return [pair for n, pair in enumerate(pairs) if pair not in pairs[:n]]


def _by_concept(point: Point) -> dict[str, str]:
    return {CONCEPT + hit.id: hit.text for hit in reversed(point.hits) if hit.kind == "concept"}


def _same_quantities(p: Point, q: Point, kind: str) -> list[tuple[str, str]]:
    theirs = {f.value: q.text[f.start : f.end] for f in q.quantities if f.kind == kind}
    return [(p.text[f.start : f.end], theirs[f.value]) for f in p.quantities if f.kind == kind and f.value in theirs]
