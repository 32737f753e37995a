"""The stem of a word: by Snowball, or by endings where a language's ``language.yaml`` has them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from readcmp.languages import load
from readcmp.patterns import compiled
from readcmp.text import plain_word


@lru_cache(maxsize=1 << 13)
def stem(word: str, language: str) -> str:
    """Return the stem of a lower-case word; the word itself in a language without stemmer and endings."""
    word = plain_word(word)
    if (endings := _endings(language)) is not None:
        return endings.sub("", word)
    stemmer = _stemmer(language)
    if stemmer is None:
        return word
    try:
        return str(stemmer.stemWord(word))
    except UnicodeEncodeError:  # half of a pair of code units: what is damaged has no stem
        return word


@cache
def _endings(language: str) -> re.Pattern[str] | None:
    endings = load(language).traits.stem_endings
    return compiled(endings.replace(" ", "")) if endings else None


@cache
def _stemmer(language: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the library is untyped
    name = load(language).traits.stemmer
    if not name:
        return None
    import Stemmer

    return Stemmer.Stemmer(name, 0)  # without its cache: ours also spares the way to it
