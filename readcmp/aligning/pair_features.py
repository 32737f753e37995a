"""Evidence of several kinds for and against two points telling of one matter, each small and nameable.

``extract_pair_features`` turns every pair of points of two sides into named numbers; what each is worth stands in the
weights file, trained on readouts marked by hand.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from readcmp.aligning.cosines import Cosines, Table
from readcmp.aligning.neighbours import Pair
from readcmp.aligning.point_features import PointFeatures
from readcmp.aligning.similarity import FLOOR, OUTLOOK, SENSIBLE, WORD, Meanings, Similarity, measure_similarity


def extract_pair_features(
    a: Sequence[PointFeatures],
    b: Sequence[PointFeatures],
    cosines: Table = (),
    nearness: Similarity | None = None,
) -> dict[Pair, dict[str, float]]:
    """Return the evidence for pairs of points, by their indexes; swapping the sides swaps only the indexes.

    ``cosines`` are those of the points' vectors, a row for each point of ``a``; none where the engine has none.
    ``nearness`` is worked out where it is not given.
    Pairs that share neither a topic nor a telling word nor a meaning have no evidence and are left out. A kind
    that is absent, or 0, says nothing; the numbers are mostly within -3..3.
    """
    nearness = nearness or measure_similarity(a, b)
    meaning = Meanings(Cosines(cosines))
    senses, outlooks = Meanings(nearness.vectors, WORD), Meanings(nearness.outlooks, OUTLOOK)
    fewer, more = (math.log(n) if n else 0.0 for n in sorted((len(a), len(b))))
    words = _overlap(a, b, nearness.among)
    best_a, best_b = _two_best(words, 0), _two_best(words, 1)
    crowd_a, crowd_b = _crowds(a), _crowds(b)
    of_topics: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, float]] = {}  # few, and met again and again
    found = {}
    for i, p in enumerate(a):
        for j in range(len(b)) if nearness.among is None else nearness.among[i]:
            q, overlap = b[j], words.get((i, j))
            distant = nearness.vectors.at(i, j) < SENSIBLE and not (cosines and cosines[i][j] >= FLOOR)
            if distant and overlap is None and p.kin.isdisjoint(q.topics):
                continue
            if (p.topics, q.topics) not in of_topics:
                of_topics[p.topics, q.topics] = _topics(p, q, crowd_a, crowd_b)
            evidence = of_topics[p.topics, q.topics].copy()
            if overlap is not None:
                cosine, coverage, rarest = overlap
                rival = max(_rival(best_a, i, cosine), _rival(best_b, j, cosine))
                evidence |= {
                    "words": cosine,
                    "coverage": coverage,
                    "rarest_word": rarest / 10,
                    "words_rank": float(cosine >= rival),
                    "words_margin": cosine - rival,
                }
                evidence["context"] = _cosine(p.context, p.context_norm, q.context, q.context_norm)
            if cosines:
                evidence |= meaning.of(i, j)
            evidence |= senses.of(i, j)
            evidence[OUTLOOK], evidence[f"{OUTLOOK}_margin"] = nearness.outlooks.at(i, j), outlooks.leads(i, j)[0]
            evidence["shorter"], evidence["longer"] = sorted((p.length, q.length))
            evidence["fewer_points"], evidence["more_points"] = fewer, more
            _add_particulars(evidence, p, q)
            found[i, j] = evidence
    return found


def _topics(
    p: PointFeatures, q: PointFeatures, crowd_a: Mapping[str, int], crowd_b: Mapping[str, int]
) -> dict[str, float]:
    if not p.topics or not q.topics:
        return {"topic_unknown": 1.0}
    shared = set(p.topics) & set(q.topics)
    telling = shared & p.telling
    if not telling:
        return {
            "no_topic_shared": 1.0,
            "same_group": float(bool(p.groups & q.groups)),
            "occasion": float(bool(shared)),
        }
    main = p.topics[0] == q.topics[0] and p.topics[0] in telling
    crowd = min(crowd_a[t] * crowd_b[t] for t in telling)
    return {
        "main_topic": float(main),
        "other_topic": float(not main),
        "topic_only_here": float(crowd == 1),
        "topic_crowd": math.log(crowd),
    }


def _add_particulars(evidence: dict[str, float], p: PointFeatures, q: PointFeatures) -> None:
    """Add the terms, figures and names that both have, where they stand, and what their verbs do.

    Most pairs have none of most of them, and a kind that is 0 is left out.
    """
    if not p.terms.isdisjoint(q.terms) and "topic_crowd" in evidence:
        evidence["terms"] = min(3.0, float(len(p.terms & q.terms)))
    if not p.numbers.isdisjoint(q.numbers):
        evidence["numbers"] = float(len(p.numbers & q.numbers))
    if not p.dates.isdisjoint(q.dates):
        evidence["dates"] = float(len(p.dates & q.dates))
    if not p.quotes.isdisjoint(q.quotes):
        evidence["quotes"] = float(len(p.quotes & q.quotes))
    if not p.names.isdisjoint(q.names):
        evidence["names"] = min(3.0, float(len(p.names & q.names)))
    elif p.names and q.names:
        evidence["names_differ"] = 1.0
    evidence["far_apart"] = abs(p.place - q.place)
    if p.act is not None and q.act is not None and p.act.kind == q.act.kind:
        evidence["same_act"] = 1.0
    if p.joint and q.joint:
        evidence["both_joint"] = 1.0
    if p.placeholder != q.placeholder:
        evidence["placeholder"] = 1.0


def _crowds(points: Sequence[PointFeatures]) -> Counter[str]:
    """Count the points of each topic: where each side has one, they meet; where each has ten, few pairs do."""
    return Counter(topic for point in points for topic in point.topics)


def _overlap(
    a: Sequence[PointFeatures], b: Sequence[PointFeatures], among: Sequence[Collection[int]] | None
) -> dict[Pair, tuple[float, float, float]]:
    """Return cosine 0..1, coverage of the shorter point 0..1 and the heaviest shared word, for pairs that share words.

    ``among`` has the points of ``b`` that are looked at for each of ``a``, None where all are.
    """
    where: dict[str, list[int]] = {}
    for j, q in enumerate(b):
        for word in q.words:
            where.setdefault(word, []).append(j)
    shared: dict[Pair, list[tuple[float, float]]] = {}
    for i, p in enumerate(a):
        if among is not None:
            for j in among[i]:
                if words := p.words.keys() & b[j].words.keys():
                    shared[i, j] = [(p.words[word], b[j].words[word]) for word in words]
            continue
        for word, weight in p.words.items():
            for j in where.get(word, ()):
                shared.setdefault((i, j), []).append((weight, b[j].words[word]))
    found = {}
    for (i, j), weights in shared.items():
        lesser = [min(pair) for pair in weights]
        # fsum: the same to the last digit whichever side comes first, since rivals are told apart by it
        dot, common = math.fsum([x * y for x, y in weights]), math.fsum(lesser)
        found[i, j] = (dot / (a[i].norm * b[j].norm), common / min(a[i].mass, b[j].mass), max(lesser))
    return found


def _two_best(words: Mapping[Pair, tuple[float, float, float]], end: int) -> dict[int, tuple[float, float]]:
    """Return the two highest cosines of each point of one side."""
    best: dict[int, tuple[float, float]] = {}
    for pair, (cosine, _, _) in words.items():
        first, second = best.get(pair[end], (0.0, 0.0))
        if cosine > first:
            best[pair[end]] = (cosine, first)
        elif cosine > second:
            best[pair[end]] = (first, cosine)
    return best


def _rival(best: Mapping[int, tuple[float, float]], index: int, cosine: float) -> float:
    """Return the highest cosine that the point reaches with another than this partner."""
    first, second = best.get(index, (0.0, 0.0))
    return second if cosine >= first else first


def _cosine(a: Mapping[str, float], norm_a: float, b: Mapping[str, float], norm_b: float) -> float:
    return math.fsum([a[word] * b[word] for word in a.keys() & b.keys()]) / (norm_a * norm_b)
