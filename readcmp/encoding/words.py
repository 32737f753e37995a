"""Word vectors of readcmp's own: what a point is about, in numbers, from its words alone and in seven languages.

A point's vector is the mean of the vectors of its words, each with a weight of its own, scaled to unit length. Words
and weights were trained so that points that an editor matched lie near each other, and points of one topic near that
topic's vector; synonyms and translations come near each other by that (``readcmp.training.vectors``). ``words.txt``
names the rows of ``words.bin``, 8-bit numbers, each with what it is multiplied by; a topic's with its bias too.
"""

from __future__ import annotations

import math
import struct
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from operator import mul
from pathlib import Path
from typing import Any

from msgspec import Struct

from readcmp.languages.stemming import stem
from readcmp.patterns import compiled
from readcmp.script import simplified
from readcmp.text import HAN, WORD, short, units, unspaced

NAMES, ROWS = Path(__file__).with_name("words.txt"), Path(__file__).with_name("words.bin")

TOPIC = "topic:"
"""What the name of a topic's row begins with."""

LEAD = 0.5
"""What a word of the governing clause counts beside one of the point itself."""

MANY = 1 << 12
"""How many words are remembered."""

Row = tuple[float, ...]


class Sense(Struct, frozen=True):
    """What word vectors say of a point: its ``vector``, and the probability 0..1 of each topic.

    The vector has unit length, or is all zeros where no word of the point is known; ``topics`` come in the order of the
    topics' ids, and ``outlook`` is the same scaled to unit length.
    """

    vector: Row
    topics: Row
    outlook: Row


def parts(text: str) -> list[str]:
    """Return a text's words in their order, in lower case, hyphenated words as their parts."""
    return [part for word in lower_words(text) for part in parts_of_word(word)]


def stems(text: str, language: str) -> list[str]:
    """Return the stems of a text's words in their order, hyphenated words as their parts."""
    return [word for whole in lower_words(text) for word in _stems_of_word(whole, language)]


@lru_cache(maxsize=1 << 10)
def lower_words(text: str) -> tuple[str, ...]:
    """Return a text's words in their order, in lower case, with plain apostrophes; several stages ask for them."""
    return tuple(WORD.findall(text.lower().replace("’", "'")))


def parts_of_word(word: str) -> list[str]:
    """Return the parts of a hyphenated word, or the word, without those of one letter."""
    return [part for part in word.removesuffix("'s").split("-") if len(part) > 1]


@lru_cache(maxsize=1 << 13)
def _stems_of_word(word: str, language: str) -> tuple[str, ...]:
    return tuple(stem(part, language) for part in parts_of_word(word))


_HAN = compiled(f"[{HAN}]")


def tokens(text: str, language: str) -> list[str]:
    """Return the names of a text's words as the table has them: ``en:ceasefir``; in Chinese, pairs and characters."""
    known = short(language)
    if not unspaced(text):
        return [f"{known}:{word}" for word in stems(text, known)]
    plain = simplified(text)
    pairs = [word for word, _ in units(plain)]
    return [f"{known}:{word.lower()}" for word in (*pairs, *_HAN.findall(plain))]


class WordVectors:
    """A table of word vectors: a row for each name."""

    def __init__(self, names: Sequence[str], rows: bytes) -> None:
        """Take the names, and their rows one after the other as ``packed`` makes them."""
        self._at = dict(zip(names, range(len(names)), strict=True))
        self._rows = rows
        self._width = len(rows) // max(1, len(names)) - struct.calcsize("<ff")
        self._row = struct.Struct(f"<ff{self._width}b")
        self._weighted = lru_cache(maxsize=MANY)(self._weighted_row)  # a text has few words, each again and again
        self._topics = sorted(name for name in names if name.startswith(TOPIC))
        self.topics = tuple(name.removeprefix(TOPIC) for name in self._topics)
        """The ids of the topics, in the order of ``Sense.topics``."""

    def encode(self, points: Sequence[tuple[str, str]], language: str) -> tuple[Sense, ...]:
        """Return the sense of each point, given as its text and its governing clause (which may be empty)."""
        return tuple(self._sense(text, lead, language) for text, lead in points)

    def _sense(self, text: str, lead: str, language: str) -> Sense:
        rows = [
            self._weighted(word, share * (1 + math.log(count)))
            for part, share in ((text, 1.0), (lead, LEAD))
            for word, count in Counter(tokens(part, language) if part else ()).items()
            if word in self._at
        ]
        vector = _unit(list(map(sum, zip(*rows, strict=True))) if rows else [0.0] * self._width)
        own = float(any(vector))  # the square of its length
        exp, dist = math.exp, math.dist
        topics = tuple(
            [
                1 / (1 + exp(-(bias + factor * (size + own - dist(row, vector) ** 2) / 2)))
                for factor, bias, row, size in self._of_topics
            ]
        )
        return Sense(vector, topics, _unit(topics))

    def _weighted_row(self, name: str, weight: float) -> Row:
        """Return the row of a word times what the word counts."""
        factor, _, *row = self._row_of(name)
        weight = factor * weight
        return tuple([weight * value for value in row])

    def _row_of(self, name: str) -> tuple[Any, ...]:
        return self._row.unpack_from(self._rows, self._at[name] * self._row.size)

    @cached_property
    def _of_topics(self) -> Sequence[tuple[float, float, Row, float]]:
        """Factor, bias, row and the square of its length for each topic.

        The product of two vectors follows from their distance, which takes a fifth of the time without a library.
        """
        rows = ((factor, bias, tuple(map(float, row))) for factor, bias, *row in map(self._row_of, self._topics))
        return [(factor, bias, row, math.fsum(map(mul, row, row))) for factor, bias, row in rows]


def _unit(values: Sequence[float]) -> Row:
    length = math.sqrt(math.fsum([value * value for value in values]))
    return tuple([value / length for value in values]) if length else tuple(values)


@cache
def shipped() -> WordVectors:
    """Return the word vectors that ship."""
    return read(NAMES, ROWS)


def read(names: Path, rows: Path) -> WordVectors:
    """Read a table from its two files, ``words.txt`` with a name a line and ``words.bin`` with a row for each."""
    return WordVectors(names.read_text(encoding="utf-8").splitlines(), rows.read_bytes())


def packed(row: Sequence[int], factor: float, bias: float) -> bytes:
    """Return a row as ``words.bin`` has it: what its numbers are multiplied by, a bias, then the numbers."""
    return struct.pack(f"<ff{len(row)}b", factor, bias, *row)
