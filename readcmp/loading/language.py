"""The language of a readout: checked where it is named, guessed from script and function words where not."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from readcmp.text import WORD

KNOWN = ("en", "ru", "uk", "zh", "fr", "de", "es")
"""The languages that can be guessed, and in which file names may name one (``us.en.txt``)."""

WESTERN = ("en", "fr", "de", "es")

_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)
_SAMPLE = 4000


def language_code(value: str) -> str | None:
    """Give the language's own part of a code in lower case (``zh-Hans`` is ``zh``); None for what is no code."""
    match = _CODE.fullmatch(value.strip())
    return match.group(1).lower() if match else None


def guess_language(text: str) -> str:
    """Guess the language of a text of some words; ``en`` where nothing speaks for another.

    A text that is Chinese or Cyrillic by a tenth of its letters counts as such, for foreign names are often in
    Latin letters; within a script the language whose function words come most often wins.
    """
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample) or 1
    if len(_CHINESE.findall(sample)) > letters / 10:
        return "zh"
    if len(_CYRILLIC.findall(sample)) > letters / 4:
        return "uk" if _UKRAINIAN.search(sample) and _most(sample, ("ru", "uk")) == "uk" else "ru"
    return _most(sample, WESTERN)


def western_share(text: str) -> float:
    """Give the share 0..1 of words that are function words of English, French, German or Spanish, the best one's."""
    words = [word.lower() for word in WORD.findall(text[:_SAMPLE])]
    best = _by_language()[_most(text[:_SAMPLE], WESTERN)]
    return sum(word in best for word in words) / (len(words) or 1)


def _most(sample: str, among: tuple[str, ...]) -> str:
    """Give the language of most function words; the first where none has any."""
    words = [word.lower() for word in WORD.findall(sample)]
    return max(among, key=lambda code: sum(word in _by_language()[code] for word in words))


@cache
def function_words() -> frozenset[str]:
    """Give the function words of all languages, in lower case."""
    return frozenset().union(*_by_language().values())


@cache
def _by_language() -> dict[str, frozenset[str]]:
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    table = yaml.load(Path(__file__).with_name("languages.yaml").read_text("utf-8"), Loader=loader)
    return {code: frozenset(words) for code, words in table.items()}
