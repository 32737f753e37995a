"""Spelling tolerance for single words: Zelensky is Zelenskyy, coronavirsu is coronavirus.

A word that the lexicon lacks is taken for one that it has where the two are long and all but equal: names by
their likeness, ordinary words only by one slip of the hand inside the word, so that an inflected form or another
word of the language is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from readcmp.lexicon.terms import key_words

SHORTEST = 7
"""Words of fewer letters are never taken for others: too many ordinary words are alike."""

NAMES_ALIKE = 86.0
"""The ``fuzz.ratio`` (0..100) from which on two capitalised words are one name: Zelenskiy/Zelenskyy has 89."""


class Spelling:
    """Knows the words of an index and gives a text's words as the index spells them."""

    def __init__(self, terms: Callable[[], Iterable[str]], *, names: bool) -> None:
        """``terms`` gives the terms when first asked; ``names`` says that they are names."""
        self._terms = terms
        self._names = names
        self._known: set[str] | None = None
        self._stems: tuple[str, ...] = ()
        self._near: dict[str, list[str]] = {}
        self._given: dict[tuple[str, bool], str] = {}

    def correct(self, raw: str, folded: str) -> str:
        """Give the word of the lexicon that a folded word stands for: itself, unless it is a slip for another."""
        if len(folded) < SHORTEST:
            return folded
        key = (folded, raw[:1].isupper())
        if (given := self._given.get(key)) is None:
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
            best = process.extractOne(word, near, scorer=fuzz.ratio, score_cutoff=NAMES_ALIKE)
            return best[0] if best else word
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=1, limit=3)
        slips = [other for other, _, _ in found if _slip(word, other)]
        return slips[0] if len(slips) == 1 else word

    def _words(self) -> set[str]:
        if self._known is None:
            long = {word for word in " ".join(self._terms()).split() if len(word) >= SHORTEST}
            words = {key for word in long for key in key_words(word)}
            self._known = {word for word in words if not word.endswith("*")}
            self._stems = tuple(word[:-1] for word in words if word.endswith("*"))
            near = defaultdict(list)
            for word in sorted(self._known):
                if len(word) >= SHORTEST and word.isalpha() and word.islower():
                    near[word[0]].append(word)
            self._near = dict(near)
        return self._known


def _slip(word: str, other: str) -> bool:
    """Whether two words one step apart differ inside, where endings are not made."""
    same = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    return same < min(len(word), len(other)) - 2 or sorted(word) == sorted(other)
