"""The language of a readout: checked where it is named, heard by CLD3 where not.

CLD3 errs on a few words in a script of many languages; a text as short as that goes by its function words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from readcmp.languages import known, load
from readcmp.patterns import compiled
from readcmp.text import HAN, WORD

NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene", "sr": "Serbian", "sv": "Swedish", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""What languages are called, by ISO 639-1 code. A file's name may name one (``us.en.txt``)."""

COMMONEST = ("en", "ru")
"""The language of each script in which most readouts are written."""

_CODE = compiled(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_CHINESE = compiled(f"[{HAN}]")
_CYRILLIC = compiled(r"[\u0400-\u04ff]")
_MANY = compiled(r"[A-Za-z\u0400-\u04ff]")
_SAMPLE = 4000

SHORT = 150
"""From so many bytes of UTF-8 on CLD3 is asked in any script. It knew 9 in 10 pieces of English of 60 to 100."""

OLD_CODES = {"iw": "he"}


def language_code(value: str) -> str | None:
    """Return the language's own part of a code in lower case (``zh-Hans`` is ``zh``); None for what is no code."""
    match = _CODE.fullmatch(value.strip())
    return match.group(1).lower() if match else None


def name_of(language: str) -> str:
    """Return the name of a language by its code; the code itself where there is none."""
    return NAMES.get(language, language)


def guess_language(text: str, told: str | None = None) -> str:
    """Guess the language of a text as an ISO 639-1 code; ``en`` where nothing speaks for another.

    ``told`` is the language that a page gives; it counts where CLD3 is not sure.
    """
    found = _heard(text) or (told if told in NAMES else None)
    return _by_words(text) if found is None else OLD_CODES.get(found, found)


def _heard(text: str) -> str | None:
    """Return the language that CLD3 is sure of; None for a mixed or a short text, and where there is no CLD3."""
    try:
        from gcld3 import NNetLanguageIdentifier
    except ImportError:  # there are no wheels for every machine, see setup.cfg
        return None
    least = SHORT if _MANY.search(text) else 0
    result = NNetLanguageIdentifier(min_num_bytes=least, max_num_bytes=_SAMPLE).FindLanguage(text=text)
    code = str(result.language)
    return code if result.is_reliable and code != "und" and "-" not in code else None


def _by_words(text: str) -> str:
    """Guess the language by its script and function words.

    A text that is Chinese or Cyrillic by a tenth or a quarter of its letters counts as such, for foreign names are
    often in Latin letters; within a script the language whose function words come most often wins.
    """
    sample = text[:_SAMPLE]
    letters = sum(c.isalpha() for c in sample) or 1
    if len(_CHINESE.findall(sample)) > letters / 10:
        return "zh"
    script = "cyrillic" if len(_CYRILLIC.findall(sample)) > letters / 4 else "latin"
    among = [code for code in known() if load(code).traits.script == script]
    shown = [code for code in among if not set(load(code).traits.letters).isdisjoint(sample.lower())]
    return shown[0] if len(shown) == 1 else _most(sample, shown or among)


def _most(sample: str, among: Sequence[str]) -> str:
    """Return the language of most function words; where none has any, the commonest one."""
    words = [word.lower() for word in WORD.findall(sample)]
    found = {code: sum(word in _by_language()[code] for word in words) for code in among}
    return max(among, key=lambda code: (found[code], code in COMMONEST))


@cache
def function_words() -> frozenset[str]:
    """Return the function words of all languages, in lower case."""
    return frozenset().union(*_by_language().values())


@cache
def _by_language() -> dict[str, frozenset[str]]:
    return {code: frozenset(load(code).traits.function_words) for code in known()}
