"""Which words of texts begin terms: asked once a text for all indices that share the answer, not by each of them.

A set of indices is a number with a bit for each, so that those of a text are found by joining those of its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_

from readcmp.lexicon.spelling import MET
from readcmp.lexicon.terms import opening_keys
from readcmp.lexicon.tokens import fold


class Openers(dict[str, int]):
    """The words of texts so far, each with the indices that have a term which begins with it."""

    def __init__(self, read: Callable[[str], str] = fold) -> None:
        """Take what says how a word of a text is looked up."""
        super().__init__()
        self._read = read
        self._count = 0
        self._by_key: dict[str, int] = {}
        self._texts: dict[frozenset[str], int] = {}

    def add(self, keys: Iterable[str]) -> int:
        """Take the words that the terms of an index begin with; return the bit of that index."""
        bit = 1 << self._count
        self._count += 1
        known = self._by_key
        known.update({key: known.get(key, 0) | bit for key in keys})
        self.clear()
        self._texts.clear()
        return bit

    def __missing__(self, word: str) -> int:
        if len(self) > MET:  # names never end: over many texts there is no end of words
            self.clear()
        known = self._by_key
        found = 0
        for key in opening_keys(word, self._read(word)):
            if key in known:
                found |= known[key]
        self[word] = found
        return found

    def of_text(self, words: frozenset[str]) -> int:
        """Return the indices that have a term which begins with any word of a text."""
        found = self._texts.get(words)
        if found is None:
            if len(self._texts) > MET:
                self._texts.clear()
            found = self._texts[words] = reduce(or_, map(self.__getitem__, words), 0)
        return found
