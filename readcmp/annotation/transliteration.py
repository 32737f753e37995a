"""Names as they sound, so that one name is the same in Latin and in Cyrillic letters: Witkoff, Уиткофф, Віткофф.

The lexicon knows the usual names in every script; this is for those that it does not know. Letters and spellings
that sound alike stand in the language's ``transliteration.yaml`` and in ``sounds.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from readcmp.data import parsed
from readcmp.languages import load
from readcmp.lexicon.tokens import fold
from readcmp.text import WORD, short

SOUNDS = Path(__file__).with_name("sounds.yaml")

ALIKE = 82.0
"""The ``fuzz.ratio`` (0..100) from which on two names that are written in two scripts sound alike."""

SHORTEST = 4
"""Sounds of fewer letters are alike too often by chance."""


def sound(name: str, language: str) -> str:
    """Return a name in lower-case Latin letters, without the ending of its case, as it sounds.

    ``language`` is an ISO 639-1 code; a script for which there are no letters is left as it is.
    """
    code, word = short(language), name.lower()
    letters = _letters(code)
    if letters is not None and not word.isascii():
        ending = load(code).transliteration.endings
        if ending and len(word) > SHORTEST:
            word = re.sub(rf"(?<=\w{{3}})(?:{ending})$", "", word)
        word = letters.sub(lambda m: load(code).transliteration.letters[m.group()], word)
    return _plain(word)


def same_name(one: str, language: str, other: str, other_language: str) -> bool:
    """Whether two words, each as a language writes it, may be one name; exchanging them changes nothing."""
    from rapidfuzz import fuzz

    a, b = sound(one, language), sound(other, other_language)
    if min(len(a), len(b)) < SHORTEST:
        return a == b and len(a) > 1
    return a[0] == b[0] and fuzz.ratio(a, b) >= ALIKE


def shared_names(text: str, language: str, other: str, other_language: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of names that two texts have in common, as each writes them; none within one language.

    Names are words with a capital that do not begin a sentence.
    """
    if short(language) == short(other_language):
        return ()
    theirs = dict.fromkeys(names_in(other))
    ours = dict.fromkeys(names_in(text))
    return tuple((one, two) for one in ours for two in theirs if same_name(one, language, two, other_language))


def names_in(text: str) -> Iterator[str]:
    """Return the words with a capital that do not begin a sentence, and are no initials."""
    for match in WORD.finditer(text):
        word = match.group()
        if len(word) > 2 and word[0].isupper() and not word.isupper() and not _begins(text, match.start()):
            yield word


def _begins(text: str, at: int) -> bool:
    """Return whether a sentence or a line begins at an offset, quotation marks and brackets apart."""
    start = at
    while start > 0 and (text[start - 1].isspace() or text[start - 1] in '"“„«('):
        start -= 1
    return start == 0 or text[start - 1] in ".!?…:" or "\n" in text[start:at]


@cache
def _letters(language: str) -> re.Pattern[str] | None:
    letters: Iterable[str] = load(language).transliteration.letters
    return re.compile("|".join(sorted(letters, key=len, reverse=True))) if letters else None


@lru_cache(maxsize=1 << 12)
def _plain(word: str) -> str:
    """Return one spelling for all that sound alike."""
    word = fold(word).replace("'", "").replace("-", "")
    for spelling, stands in parsed(SOUNDS)["alike"]:
        word = re.sub(str(spelling), str(stands), word)
    return word
