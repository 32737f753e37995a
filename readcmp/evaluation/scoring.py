"""One comparison against its gold pair, counted word by word so that different cuts can be set against each other."""

from __future__ import annotations

from collections.abc import Sequence, Set

from readcmp.evaluation.coverage import MISSED
from readcmp.evaluation.metrics import Counts, Scores
from readcmp.evaluation.pairs import GoldPair, GoldPoint, unscored
from readcmp.model import Comparison, Point, Side
from readcmp.text import word_starts

Words = Set[int]
Cut = tuple[Point, Words]


def _unnamed() -> frozenset[str]:
    """Return what stands for no matter that has a name."""
    return unscored() | {"other"}


def score_pair(pair: GoldPair, comparison: Comparison) -> Scores:
    """Count what the comparison of a gold pair got right.

    ``link``: pairs of gold points; a program's link stands for every pair of gold points that it covers by half.
    ``told``/``untold``: words that the other side tells of. ``topic``: (topic, the sides that mention it).
    ``mark``: (gold point, its main topic). ``speaker``, ``act``: as those of the point with most words in common.
    ``cut``: points cut alike, half of both in common. ``calls``: verdict and coverage of the point with most words in
    common, as they are printed, against whether the gold point has a link. Of a pair of which only some pairs of points
    were ``asked`` about, only the links among these are counted.
    """
    cuts = tuple(_words_of(side) for side in comparison.sides)
    if pair.asked is not None:
        return _judge_asked(pair, comparison, cuts)
    scores = Scores()
    for gold, got in zip(pair.points, cuts, strict=True):
        count_cuts(scores.cut, gold, [words for _, words in got])
        _judge_marks(scores, gold, got)
    ids = [side.id for side in comparison.sides]
    for n in (0, 1):
        _judge_speech(scores, pair.points[n], cuts[n], {ids[n]: "own", ids[1 - n]: "other"})
        if comparison.verdicts:
            _judge_calls(scores, pair, n, comparison, cuts[n])
    _judge_links(scores, pair, comparison, cuts)
    _judge_topics(scores, pair, comparison)
    return scores


def covers(cut: Words, gold: Words) -> bool:
    """Return whether half of the smaller of the two lies in the other."""
    smaller = min(len(cut), len(gold))
    return smaller > 0 and 2 * len(cut & gold) >= smaller


def _words_of(side: Side) -> list[Cut]:
    return [(point, word_starts(side.readout.text, point.start, point.end)) for point in side.points]


def count_cuts(tally: Counts, gold: tuple[GoldPoint, ...], got: Sequence[Words]) -> None:
    """Count the points that were cut as an editor cuts them: half of the words of both in common."""

    def alike(a: Words, b: Words) -> bool:
        return 2 * len(a & b) >= len(a | b) > 0

    met = sum(any(alike(point.words, cut) for cut in got) for point in gold)
    right = sum(any(alike(point.words, cut) for point in gold) for cut in got if cut)
    tally.right += (met + right) / 2
    tally.missed += len(gold) - met
    tally.wrong += sum(bool(cut) for cut in got) - right


def _judge_marks(scores: Scores, gold: tuple[GoldPoint, ...], got: list[Cut]) -> None:
    for point in gold:
        main, *further = point.topics
        if main in _unnamed():
            continue
        best = max(got, key=lambda cut: len(cut[1] & point.words), default=None)
        have = set(best[0].topics) - _unnamed() if best and best[1] & point.words else set()
        scores.mark.right += main in have
        scores.mark.missed += main not in have
        scores.mark.wrong += len(have - {main, *further})


def _judge_speech(scores: Scores, gold: tuple[GoldPoint, ...], got: list[Cut], names: dict[str, str]) -> None:
    for point in gold:
        if not point.speaker:
            continue
        best = max(got, key=lambda cut: len(cut[1] & point.words), default=None)
        speaker = names.get(best[0].speaker, best[0].speaker) if best else ""
        scores.speaker.tell(right=speaker == point.speaker)
        scores.act.tell(right=best is not None and best[0].act is not None and best[0].act.kind == point.act)


def _judge_calls(scores: Scores, pair: GoldPair, n: int, comparison: Comparison, got: list[Cut]) -> None:
    other = comparison.sides[1 - n].id
    linked = {end for link in pair.links for end in link}
    for point in pair.points[n]:
        if not point.scored:
            continue
        told = point.id in linked
        best = max(got, key=lambda cut: len(cut[1] & point.words), default=None)
        if best and best[1] & point.words:
            key = best[0].id, other
            scores.calls.rows.append((told, comparison.verdicts[key], round(comparison.coverage[key], 3)))
        else:
            scores.calls.rows.append((told, *MISSED[told]))


def _judge_links(scores: Scores, pair: GoldPair, comparison: Comparison, cuts: tuple[list[Cut], ...]) -> None:
    by_id = {point.id: words for side in cuts for point, words in side}
    unscored = {point.id for side in pair.points for point in side if not point.scored}
    got: set[tuple[str, str]] = set()
    linked: tuple[set[int], set[int]] = (set(), set())
    for link in comparison.links:
        ends = by_id[link.a], by_id[link.b]
        for n in (0, 1):
            linked[n].update(ends[n])
        met = [[p.id for p in pair.points[n] if covers(ends[n], p.words)] for n in (0, 1)]
        got |= {(a, b) for a in met[0] for b in met[1]}
    scores.link.count(
        {link for link in got if not unscored & set(link)},
        {link for link in pair.links if not unscored & set(link)},
    )
    shared = {end for link in pair.links for end in link}
    every, want, have = set(), set(), set()
    for n in (0, 1):
        for point in pair.points[n]:
            if point.scored:
                every |= {(n, word) for word in point.words}
                if point.id in shared:
                    want |= {(n, word) for word in point.words}
                have |= {(n, word) for word in point.words & linked[n]}
    scores.told.count(have, want)
    scores.untold.count(every - have, every - want)


def _judge_asked(pair: GoldPair, comparison: Comparison, cuts: Sequence[list[Cut]]) -> Scores:
    """Count which of the pairs that were asked about are links, as was said of them."""
    words = {point.id: own for side in cuts for point, own in side}
    gold = {point.id: point.words for side in pair.points for point in side}
    scores = Scores(partial=True)
    got = {
        (a, b)
        for a, b in pair.asked or ()
        if any(covers(words[link.a], gold[a]) and covers(words[link.b], gold[b]) for link in comparison.links)
    }
    scores.link.count(got, pair.links)
    return scores


def _judge_topics(scores: Scores, pair: GoldPair, comparison: Comparison) -> None:
    must: dict[str, set[int]] = {}
    may: dict[str, set[int]] = {}
    for n in (0, 1):
        for point in pair.points[n]:
            must.setdefault(point.topics[0], set()).add(n)
            for topic in point.topics:
                may.setdefault(topic, set()).add(n)
    ids = [side.id for side in comparison.sides]
    found = {t.id: {n for n in (0, 1) if t.sides[ids[n]] is not None} for t in comparison.topics}
    for topic in (must.keys() | found.keys()) - _unnamed():
        need, allowed, have = must.get(topic, set()), may.get(topic, set()), found.get(topic, set())
        if have and not need and have <= allowed:
            continue
        right = bool(have) and need <= have <= allowed
        scores.topic.right += right
        scores.topic.wrong += bool(have) and not right
        scores.topic.missed += bool(need) and not right
