"""How a text falls into the words that terms are matched on.

Case, accents, possessive ``'s``, invisible characters and the kind of quote or hyphen make no difference; each
Chinese or Japanese character is a word of its own, so that a term of such a language matches as a stretch of
characters. So is what French elides: ``l'Ukraine`` has two words. A traditional Chinese character is the simplified
one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from readcmp.patterns import compiled
from readcmp.script import simplified
from readcmp.text import APOSTROPHES, ELIDED, INVISIBLE, MARKS, UNSPACED, plain_word, unspaced

_WORD = compiled(
    r"((?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?"  # U.S., D.P.R.K
    rf"|{ELIDED}"
    rf"|[^\W_]+(?:[{APOSTROPHES}{MARKS}{INVISIBLE}]+[^\W_]+)*[{MARKS}]*)"
)
_PLAIN_WORD = compiled(r"([^\W_]+)")
_CHARACTER = compiled(f"({UNSPACED.pattern})")
_JOINS = compiled(rf"[{APOSTROPHES}{MARKS}{INVISIBLE}]")
_DOTTED = compiled(r"[^\W\d_]\.[^\W\d_]\.")

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


@lru_cache(maxsize=1 << 13)
def fold(word: str) -> str:
    """Return a word in lower case without accents, dots of an abbreviation and possessive ``'s``."""
    if word.isascii() and word.isalnum():
        return word.lower()
    word = plain_word(word).lower().replace(".", "")
    word = word.removesuffix("'s").removesuffix("'")
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).translate(_LETTERS)


@lru_cache(maxsize=1 << 10)
def tokenise(text: str) -> Tokens:
    """Return the words of a text. The same text costs nothing the next time."""
    text = simplified(text)
    parts = (_PLAIN_WORD if _is_plain(text) else _WORD).split(text)  # what stands before, between and after words, too
    if not text.isascii() and unspaced(text):
        parts = [*_characters(parts)]
    if len(parts) == 1:
        return _NOTHING
    raw, folded, cut = zip(*map(_reading, parts[1::2]), strict=True)
    ends = [*accumulate(map(len, parts))]
    breaks = tuple(map(_break, parts[:-1:2]))
    return Tokens(raw, folded, tuple(ends[:-1:2]), tuple(map(sub, ends[1::2], cut)), breaks, frozenset(raw))


def first_word(text: str) -> str | None:
    """Return the first word of a text as written, as ``tokenise`` has it; None where there is none."""
    text = simplified(text)
    if (match := _WORD.search(text)) is None:
        return None
    word = match.group()
    if not word.isascii() and unspaced(word):
        _, word, *_ = _characters(("", word, ""))
    return _reading(word)[0]


def _is_plain(text: str) -> bool:
    """Return whether the words of a text are mere runs of letters and digits, as in most; they are read faster."""
    joined = ("'" in text or "`" in text) if text.isascii() else _JOINS.search(text) is not None
    if joined:
        return False
    return text.count(".") < 2 or _DOTTED.search(text) is None


_NOTHING = Tokens((), (), (), (), (), frozenset())


@lru_cache(maxsize=1 << 13)
def _reading(word: str) -> tuple[str, str, int]:
    """Return a word as written, folded, and how many characters at its end are a possessive."""
    plain = plain_word(word)
    return plain.replace(".", ""), fold(plain), 2 if plain.endswith("'s") else 0


def _characters(parts: Iterable[str]) -> Iterator[str]:
    """Return words, and what stands around them, with each character of a script without spaces as a word."""
    for n, part in enumerate(parts):
        if n % 2 and not part.isascii():
            first, *rest = filter(None, _CHARACTER.split(part))
            yield first
            yield from (each for word in rest for each in ("", word))
        else:
            yield part


@lru_cache(maxsize=1 << 10)
def _break(between: str) -> int:
    """Return what stands between two words; some hundred things stand between nearly all."""
    if _JOINED.fullmatch(between) and "\n\n" not in between:
        return JOINED
    return STOP if _STOP.search(between) else PAUSE
