"""What counts as a word, for every stage that counts words or compares them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from readcmp.data import ROOT, kept
from readcmp.patterns import compiled

INVISIBLE = "\u00ad\u200b\u2060\ufeff"
"""What is not seen and parts no word: the soft hyphen, and three spaces without width."""

APOSTROPHES = "'’‘ʼ´`"
"""Whatever stands for an apostrophe between two letters."""

MARKS = "\u0300-\u036f"
"""Accents that stand as characters of their own, a range for a class of characters."""


def _elisions() -> str:
    """Return a pattern for what any language elides, in small letters or with a capital, as its files say.

    They are read line by line, as even the help for a command needs this module and should load no parser.
    """
    files = (path.read_text("utf-8") for path in (ROOT / "languages").glob("*/language.yaml"))
    lines = (line.partition("elisions:") for file in files for line in file.split("\n"))
    words = {word.strip(" \"'") for key, _, value in lines if not key for word in value.split(",")} - {""}
    found = sorted({form for word in words for form in (word, word.capitalize())})
    longer = (word for word in found if len(word) > 1)
    return "|".join((f"[{''.join(word for word in found if len(word) == 1)}]", *longer))


ELIDED = rf"\b(?:{kept('elisions', _elisions)})(?=[{APOSTROPHES}][^\W\d_][{MARKS}]*[^\W\d_])"
"""What is elided before a vowel, a word of its own: the l of ``l'Ukraine``, the qu of ``qu'elle``."""

_UNSEEN = rf"[{MARKS}{INVISIBLE}]"
WHOLE = rf"[^\W_]+(?:(?:{_UNSEEN}+|{_UNSEEN}*[{APOSTROPHES}\-]{_UNSEEN}*)[^\W_]+)*[{MARKS}]*"
"""A word with all that apostrophes join, elided or not."""

WORD = compiled(rf"{ELIDED}|{WHOLE}")
"""A word: letters and digits, with apostrophes and hyphens inside."""

_DROPPED = str.maketrans(dict.fromkeys(INVISIBLE))
_FULL_WIDTH = {0xFF10 + n: str(n) for n in range(10)}
_ALIKE = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys("‐‑", "-") | _FULL_WIDTH)
_RUN = compiled(r"(?:[^\S ]|\s{2})\s*")
_CLUSTER = compiled(rf"[^{INVISIBLE}][{MARKS}]*")


class Plain(NamedTuple):
    """A text as it is matched, with each character's place in the text as written: from ``starts`` to ``ends``."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``text[start:end]`` stands in the text as written."""
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=1 << 10)
def plain(text: str) -> Plain:
    """Return a text in NFC, without invisible characters, with one kind of apostrophe and hyphen and ASCII digits."""
    if text.isascii():
        return Plain(text.replace("`", "'"), range(len(text)), range(1, len(text) + 1))
    if unicodedata.is_normalized("NFC", text) and not any(c in text for c in INVISIBLE):
        return Plain(text.translate(_ALIKE), range(len(text)), range(1, len(text) + 1))
    found, starts, ends = [], [], []
    for match in _CLUSTER.finditer(text):
        for character in unicodedata.normalize("NFC", match.group()):
            found.append(character)
            starts.append(match.start())
            ends.append(match.end())
    return Plain("".join(found).translate(_ALIKE), starts, ends)


def squeezed(text: str) -> Plain:
    """Return a text as ``plain`` does, and with one space for every run of white space."""
    read = plain(text)
    found: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for match in _RUN.finditer(read.text):  # white space that is no single space
        start, end = match.span()
        found += (read.text[done:start], " ")
        starts += (*read.starts[done:start], read.starts[start])
        ends += (*read.ends[done:start], read.ends[end - 1])
        done = end
    if not found:
        return read
    return Plain("".join((*found, read.text[done:])), (*starts, *read.starts[done:]), (*ends, *read.ends[done:]))


def plain_word(word: str) -> str:
    """Return a word in NFC, without invisible characters and with one kind of apostrophe."""
    if word.isascii():
        return word.replace("`", "'")
    return unicodedata.normalize("NFC", word.translate(_DROPPED)).translate(_ALIKE)


CLAUSE_BREAK = compiled(r"[,;:()]|\s[–—-]\s")
"""What parts a clause from what is put into it or follows it, where words are parted by spaces."""

CHARACTERS = 2
"""How many characters a word has in a script without spaces, as a rule."""

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Chinese characters, ranges for a class of characters."""

_RANGES = rf"{HAN}\u3040-\u30ff"
UNSPACED = compiled(f"[{_RANGES}]")
"""A character of a script that puts no spaces between words: Chinese or Japanese."""

BEFORE, AFTER = rf"(?-i:(?<![^\W{_RANGES}]))", rf"(?-i:(?![^\W{_RANGES}]))"
"""What parts a pattern from the words beside it: as ``\\b``, but nothing need part it where there are no spaces.

These scripts have no case, and to compile their ranges as if they had one takes far longer."""


def unspaced(text: str) -> bool:
    """Whether a text has a character of a script that puts no spaces between words: Chinese or Japanese."""
    return not text.isascii() and UNSPACED.search(text) is not None


@cache
def capitals() -> str:
    """Return the capital letters of the Latin, Greek and Cyrillic alphabets, for a class of characters."""
    return "".join(c for c in map(chr, range(0x530)) if c.isupper())


def word_starts(text: str, start: int = 0, end: int | None = None) -> set[int]:
    """Return the offsets at which the words in ``text[start:end]`` begin, each Chinese or Japanese character's too."""
    found: set[int] = set()
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        if unspaced(match.group()):
            found.update(range(match.start(), match.end()))
        else:
            found.add(match.start())
    return found


def count_words(text: str, start: int = 0, end: int | None = None) -> int:
    """Count the words that begin in ``text[start:end]``; each Chinese or Japanese character counts as one."""
    if not unspaced(text[start:end]):
        return len(WORD.findall(text, start, len(text) if end is None else end))
    return len(word_starts(text, start, end))


def words_worth(term: str) -> float:
    """Return how many words a term comes to; a Chinese or Japanese word has two characters as a rule."""
    unspaced = len(UNSPACED.findall(term))
    return max(1.0, unspaced / CHARACTERS) if unspaced else float(len(term.split()))


def units(text: str, start: int = 0) -> Iterator[tuple[str, float]]:
    """Return the words of a text from an offset on, and how many words each is worth.

    Where no spaces part words every two neighbours stand for one that they may be, each worth half a word, as they
    overlap.
    """
    for match in WORD.finditer(text, start):
        word = plain_word(match.group())
        if unspaced(word):
            yield from ((word[i : i + CHARACTERS], 1 / CHARACTERS) for i in range(max(1, len(word) - CHARACTERS + 1)))
        else:
            yield word, 1.0


def short(language: str) -> str:
    """Return the language itself of a tag, in lower case: ``en`` of ``en-GB``, ``zh`` of ``zh_Hant``."""
    return language.replace("_", "-").partition("-")[0].lower()


def squeeze(text: str) -> str:
    """Return the text on one line: every run of white space becomes one space, none at the ends."""
    return " ".join(text.split())


_PLAIN_MARKS = str.maketrans(dict.fromkeys("’‘ʼ", "'") | dict.fromkeys("“”«»„", '"') | dict.fromkeys("–—‑", "-"))


def letters_of(text: str) -> tuple[str, list[int]]:
    """Return a text as quotes from it are looked for, and where each of its characters stands.

    It is without white space and invisible characters, in small letters and with plain marks.
    """
    at = [i for i, c in enumerate(text) if not c.isspace() and c not in INVISIBLE]
    return "".join(low if len(low := text[i].lower()) == 1 else text[i] for i in at).translate(_PLAIN_MARKS), at
