"""How a text falls into the words that terms are matched on.

Case, accents, possessive ``'s``, invisible characters and the kind of quote or hyphen make no difference; each
Chinese or Japanese character is a word of its own, so that a term of such a language matches as a stretch of
characters. So is what French elides: ``l'Ukraine`` has two words. A traditional Chinese character is the simplified
one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from readcmp.patterns import compiled
from readcmp.script import simplified
from readcmp.text import APOSTROPHES, ELIDED, INVISIBLE, MARKS, UNSPACED, plain_word

_WORD = compiled(
    r"(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?"  # U.S., D.P.R.K
    rf"|{ELIDED}"
    rf"|[^\W_]+(?:[{APOSTROPHES}{MARKS}{INVISIBLE}]+[^\W_]+)*[{MARKS}]*"
)
_JOINED = compiled(rf"[\s\-{INVISIBLE}\u2010-\u2015\u2212\"'“”„«»‘’‹›&·‧・]*")
_STOP = compiled(r"[.!?;:。！？；：…]|\n\s*\n")

_LETTERS = str.maketrans({"ß": "ss", "ґ": "г"})
"""Letters that are one with others though Unicode does not take them apart."""

JOINED, PAUSE, STOP = 0, 1, 2
"""What stands before a word: nothing that parts it from the one before; a comma or its like; a full stop."""


class Tokens(NamedTuple):
    """The words of a text: as written, folded, from where to where (code points), and what stands before each.

    ``words`` are those that are written in it, each once.
    """

    raw: tuple[str, ...]
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    breaks: tuple[int, ...]
    words: frozenset[str]


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """Return a word in lower case without accents, dots of an abbreviation and possessive ``'s``."""
    if word.isascii() and word.isalnum():
        return word.lower()
    word = plain_word(word).lower().replace(".", "")
    word = word.removesuffix("'s").removesuffix("'")
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).translate(_LETTERS)


@lru_cache(maxsize=4096)
def tokenise(text: str) -> Tokens:
    """Return the words of a text. The same text costs nothing the next time."""
    raw, folded, starts, ends, breaks = [], [], [], [], []
    text = simplified(text)
    last = 0
    for start, end in _spans(text):
        word = plain_word(text[start:end])
        raw.append(word.replace(".", ""))
        folded.append(fold(word))
        starts.append(start)
        ends.append(end - 2 if word.endswith("'s") else end)
        breaks.append(JOINED if start - last == 1 and text[last] in " -" else _break(text[last:start]))
        last = end
    return Tokens(tuple(raw), tuple(folded), tuple(starts), tuple(ends), tuple(breaks), frozenset(raw))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(text):
        start, end = match.span()
        if text.isascii() or not UNSPACED.search(word := match.group()):
            yield start, end
            continue
        at = 0
        for character in UNSPACED.finditer(word):
            if at < character.start():
                yield start + at, start + character.start()
            at = character.end()
            yield start + character.start(), start + at
        if at < len(word):
            yield start + at, end


def _break(between: str) -> int:
    if _JOINED.fullmatch(between) and "\n\n" not in between:
        return JOINED
    return STOP if _STOP.search(between) else PAUSE
