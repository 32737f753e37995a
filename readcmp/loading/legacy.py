"""Text from before UTF-8: its encoding is a guess, which letters of one language alone can settle for Latin script."""

from __future__ import annotations

import unicodedata
from functools import cache

LEGACY = (
    "cp1251", "koi8_u", "gb18030", "big5", "cp1252", "cp1250", "iso8859_5", "iso8859_2", "cp866", "shift_jis",
    "euc_kr", "euc_jp", "cp1253", "cp1255", "cp1256", "cp1257",
)  # fmt: skip
"""The encodings that readouts of before UTF-8 come in; a guess chooses among these, and among ``_LATIN``."""

_LATIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("cp1252", (
        "àâæçéèêëîïôœùûü", "äöüß", "áéíóúüñ", "áâãàçéêíóôõú", "àèéìíòùîó", "åäöæøé", "éëïöüè", "áðéíóúýþæö",
    )),
    ("cp1254", ("çğıöşüâîû",)),
    ("cp1250", ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž")),
    ("iso8859_2", ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž")),
    ("cp1257", ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž", "ąćęłńóśźż")),
)  # fmt: skip
"""Encodings of the Latin script, the commonest first, and which letters beside ASCII each language there writes."""

_SURE = 0.95
"""Share of fitting letters from which on a Latin encoding is taken that charset-normalizer thinks unlikely."""


def guess_legacy(data: bytes) -> tuple[str, str] | None:
    """Return the text in ``data`` and the name of its encoding, by a guess; None where none fits.

    The guess is charset-normalizer's. The encodings of Latin letters share so many that it mistakes one for another;
    there the one is taken in which the letters beyond ASCII are best those of a single language.
    """
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(LEGACY)).best()
    if best is None:
        found = _best_latin(data) if _mostly_ascii(data) else None
        return found if found and max(_fit(found[0], each) for each in dict(_LATIN)[found[1]]) > _SURE else None
    text, name = str(best), best.encoding
    if name not in {encoding for encoding, _ in _LATIN}:
        return text, name
    return _best_latin(data) or (text, name)


def _mostly_ascii(data: bytes) -> bool:
    return sum(byte < 0x80 for byte in data) > len(data) * 0.7


def _best_latin(data: bytes) -> tuple[str, str] | None:
    found: tuple[float, str, str] | None = None
    for encoding, alphabets in _LATIN:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        fit = max(_fit(text, alphabet) for alphabet in alphabets)
        if found is None or fit > found[0]:
            found = fit, text, encoding
    return found and found[1:]


def _fit(text: str, alphabet: str) -> float:
    """Return the share of the characters beyond ASCII that are letters of an alphabet, or marks in their place."""
    letters = _with_capitals(alphabet)
    good = total = 0
    for at, character in enumerate(text):
        if character < "\x80":
            continue
        total += 1
        if unicodedata.category(character) == "Cc":
            continue
        if character.isalpha():
            good += character in letters
        else:
            beside = text[at - 1 : at].isalpha() + text[at + 1 : at + 2].isalpha()
            sign = unicodedata.category(character)[0] == "S" or character in "¶·¸"
            good += beside < (1 if sign else 2) or character in "’–—-™®€£"
    return good / total if total else 1.0


@cache
def _with_capitals(alphabet: str) -> frozenset[str]:
    return frozenset(alphabet + alphabet.upper()) | frozenset("İ" if "ı" in alphabet else "")
