"""Spelling tolerance for single words: Zelensky is Zelenskyy, coronavirsu is coronavirus.

A word that the lexicon lacks is taken for one that it has where the two are long and all but equal: names by
their likeness, ordinary words only by a slip of the hand that seldom makes another word, as most words one
letter apart are both words (ensuring, enduring).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from readcmp.data import kept
from readcmp.lexicon.terms import key_words

SHORTEST = 7
"""Words of fewer letters are never taken for others: too many ordinary words are alike."""

LONG = 10
"""From this many letters on a letter too many or too few makes no other word."""

MET = 1 << 12
"""Of so many words that texts had is kept what was found, so that memory does not grow with the number of texts."""

NAMES_ALIKE = 86.0
"""The ``fuzz.ratio`` (0..100) from which on two capitalised words are one name: Zelenskij/Zelenskiy has 89."""


class Spelling:
    """Knows the words of an index and gives a text's words as the index spells them."""

    def __init__(self, terms: Callable[[], Iterable[str]], *, names: bool, ships: str = "") -> None:
        """Take ``terms``, called when needed; ``names`` says that they are names, ``ships`` is as for ``Index``."""
        self._terms = terms
        self._names = names
        self._ships = ships
        self._known: frozenset[str] | None = None
        self._stems: tuple[str, ...] = ()
        self._near: dict[str, list[str]] = {}
        self._given: dict[tuple[str, bool], str] = {}

    def correct(self, raw: str, folded: str) -> str:
        """Return the word of the lexicon that a folded word stands for: itself, unless it is a slip for another."""
        if len(folded) < SHORTEST:
            return folded
        key = (folded, raw[:1].isupper())
        if (given := self._given.get(key)) is None:
            if len(self._given) > MET:
                self._given.clear()
            given = self._given[key] = self._look(*key)
        return given

    def _look(self, word: str, capital: bool) -> str:
        if (self._names and not capital) or not word.isalpha():
            return word
        known = self._words()
        if word in known or word.startswith(self._stems):
            return word
        near = self._near.get(word[0], ())
        if not near:
            return word
        from rapidfuzz import fuzz, process
        from rapidfuzz.distance import OSA

        if self._names:
            alike = process.extract(word, near, scorer=fuzz.ratio, score_cutoff=NAMES_ALIKE, limit=3)
            return next((str(other) for other, _, _ in alike if not _ending(word, other)), word)
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=1, limit=3)
        slips = [other for other, _, _ in found if _slip(word, other)]
        return slips[0] if len(slips) == 1 else word

    def _words(self) -> frozenset[str]:
        """Return the longer words of the terms."""
        if self._known is None:
            name = f"spelling.{'actor' if self._names else 'topic'}.{self._ships}"
            made = kept(name, self._read) if self._ships else self._read()
            self._known, self._stems, self._near = made
        return self._known

    def _read(self) -> tuple[frozenset[str], tuple[str, ...], dict[str, list[str]]]:
        """Return the longer words, stems, and words that may be meant; of names only those that stand alone may be."""
        terms = list(self._terms())
        long = {word for word in " ".join(terms).split() if len(word) >= SHORTEST}
        words = {key for word in long for key in key_words(word)}
        known = frozenset(word for word in words if not word.endswith("*"))
        meant = {k for t in terms if " " not in t for k in key_words(t)} if self._names else known
        near = defaultdict(list)
        for word in sorted(meant):
            if len(word) >= SHORTEST and word.isalpha() and word.islower():
                near[word[0]].append(word)
        return known, tuple(word[:-1] for word in words if word.endswith("*")), dict(near)


def _ending(word: str, other: str) -> bool:
    """Whether one of two words is the other with an ending; a last letter doubled is none."""
    longer, shorter = sorted((word, other), key=len, reverse=True)
    return longer.startswith(shorter) and longer != shorter + shorter[-1]


def _slip(word: str, other: str) -> bool:
    """Whether two words one step apart are so by a slip: letters exchanged, doubled or not, s for z, one of many."""
    if len(word) == len(other):
        changed = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
        return len(changed) == 2 or sorted(changed[0]) == ["s", "z"]  # two letters exchanged
    longer, shorter = sorted((word, other), key=len, reverse=True)
    at = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    if at >= len(shorter) - 1:
        return False  # an ending
    return len(shorter) >= LONG or longer[at] == longer[at - 1]
