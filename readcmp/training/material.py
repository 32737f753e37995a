"""What word vectors are trained on, as words: events with links, points and terms with topics or a concept."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import numpy as np
from msgspec import Struct, field

from readcmp.encoding.words import parts, tokens

Words = tuple[str, ...]
Rows = np.ndarray[Any, np.dtype[np.float64]]


class Event(Struct, frozen=True):
    """One contact as words: the points of its two sides with their governing clauses, and which pairs are linked."""

    name: str
    sides: tuple[list[tuple[Words, Words]], list[tuple[Words, Words]]]
    topics: list[tuple[str, ...]]
    judged: list[tuple[int, int]]
    linked: frozenset[tuple[int, int]]


class Material(Struct):
    """What is trained on: events, points and terms with their topics, terms with their concept; how often words occur.

    ``forms`` counts the forms of each word as texts and terms have them.
    """

    events: list[Event] = field(default_factory=list)
    points: list[tuple[Words, tuple[str, ...]]] = field(default_factory=list)
    terms: list[tuple[Words, tuple[str, ...]]] = field(default_factory=list)
    concepts: list[tuple[Words, str]] = field(default_factory=list)
    forms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def read(self, text: str, language: str, *, count: bool = True) -> Words:
        """Return the words of a text, and count their forms."""
        words = tuple(tokens(text, language)) if text else ()
        if count:
            spelled = parts(text)
            for n, word in enumerate(words):
                self.forms[word][spelled[n] if len(spelled) == len(words) else word.partition(":")[2]] += 1
        return words
