"""Which sentence of one version is which of the other: the same, or reworded; and which have moved.

Exchanging the versions gives the same pairs.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from readcmp.comparing.versions.model import Sentence
from readcmp.text import count_words, plain, squeeze, word_starts

ALIKE = 0.5
"""The share of words in common from which on a sentence is another one reworded."""

SHARED = 0.3
"""The share of the shorter one's words that two sentences must have in common to be set beside each other at all."""

_ALIKE_SIGNS = str.maketrans({**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("–—", "-"), "…": "...", "\u00a0": " "})

Pair = tuple[int, int, float]
"""The places of a sentence in the old and the new version, and how alike they are."""


def matched(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Pair]:
    """Return the pairs of sentences that are one, in the order of the old version; 1.0 is for the same words.

    Marks and spaces that only look otherwise are the same.
    """
    same = list(_same([_as_read(one.text) for one in old], [_as_read(one.text) for one in new]))
    before, after = {i for i, _, _ in same}, {j for _, j, _ in same}
    free = {i: words_of(one.text) for i, one in enumerate(old) if i not in before}
    other = {j: words_of(one.text) for j, one in enumerate(new) if j not in after}
    return sorted([*same, *_reworded(free, other)])


def moved(pairs: Sequence[Pair], old: Sequence[Sentence], new: Sequence[Sentence]) -> set[tuple[int, int]]:
    """Return the pairs that stand elsewhere: those besides the ones that keep their order and have the most words."""
    order = sorted((i, j) for i, j, _ in pairs)
    if all(a[1] < b[1] for a, b in pairwise(order)):
        return set()
    best: list[tuple[float, int]] = []
    for n, (i, j) in enumerate(order):
        before = max(((best[m][0], m) for m in range(n) if order[m][1] < j), default=(0.0, -1))
        best.append((before[0] + _worth(old[i].text, new[j].text), before[1]))
    at = max(range(len(order)), key=lambda n: best[n][0])
    kept = set()
    while at >= 0:
        kept.add(order[at])
        at = best[at][1]
    return set(order) - kept


def words_of(text: str) -> list[str]:
    """Return the words of a sentence as they are compared, each Chinese or Japanese character by itself."""
    read = plain(squeeze(text)).text
    starts = [*sorted(word_starts(read)), len(read)]
    return [read[a:b].strip(" ,.;:!?\"'()") for a, b in pairwise(starts)]


def _worth(a: str, b: str) -> float:
    """Return how many words a pair has, with a fraction of its own, so that no choice between two is left to chance."""
    return count_words(a) + count_words(b) + zlib.crc32("\n".join(sorted((a, b))).encode()) / 2**33


def _as_read(text: str) -> str:
    return squeeze(plain(text).text.translate(_ALIKE_SIGNS))


def _same(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    places = defaultdict[str, deque[int]](deque)
    for j, text in enumerate(new):
        places[text].append(j)
    for i, text in enumerate(old):
        if places[text]:
            yield i, places[text].popleft(), 1.0


def _reworded(old: Mapping[int, Sequence[str]], new: Mapping[int, Sequence[str]]) -> Iterator[Pair]:
    """Find the pairs that are alike enough, the likest first, each sentence once."""
    found = []
    for i, j in _beside(old, new):
        score = Indel.normalized_similarity(old[i], new[j])
        if score >= ALIKE:
            found.append((-score, abs(i - j), sorted((" ".join(old[i]), " ".join(new[j]))), i, j))
    before, after = set[int](), set[int]()
    for score, _, _, i, j in sorted(found):
        if i not in before and j not in after:
            before.add(i)
            after.add(j)
            yield i, j, min(-score, 0.999)


def _beside(old: Mapping[int, Sequence[str]], new: Mapping[int, Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Find the pairs that have enough words in common to be worth setting beside each other."""
    having = defaultdict[str, list[int]](list)
    for j, words in new.items():
        for word in set(words):
            having[word].append(j)
    for i, words in old.items():
        shared = Counter(j for word in set(words) for j in having.get(word, ()))
        for j, count in shared.items():
            if count >= SHARED * min(len(set(words)), len(set(new[j]))):
                yield i, j
