"""Where sentences end, by a library of rules for many languages, with its few common faults mended."""

from __future__ import annotations

import re

from readcmp.cutting.profile import Profile

_INITIAL = re.compile(r"(?:^|[\s(.\-])(?!I\.)[^\W\d_]\.\s*$")
_NUMBER = re.compile(r"\W*(?:\d{1,3}|[a-z])[.)]\s*$")
_GLUED = re.compile(r"(?<=[a-z]{2})[.!?][\"”’)]{0,2}(?=[“\"(]?[A-Z][a-z])|(?<=[а-яё]{2})[.!?][\"»)]{0,2}(?=[«\"(]?[А-ЯЁ])")
_ADDRESS = re.compile(r"(?:www\.|https?:|@)\S*$")


def sentences(text: str, start: int, end: int, profile: Profile) -> list[tuple[int, int]]:
    """Give the sentences in ``text[start:end]`` as half-open spans that together cover it.

    Line breaks count as spaces. Mended beyond the library's rules: an initialism before a title (``U.S.
    President``), an initial before a name, a sentence that would begin in lower case, the number of a list item
    alone, and a full stop with its space lost (``trade.The sides``).
    """
    import sentencex

    # The library is compiled code that takes UTF-8: a lone surrogate stands as one unknown character.
    plain = text[start:end].translate(_SPACES).encode("utf-8", "replace").decode("utf-8")
    spans: list[tuple[int, int]] = []
    at = 0
    for sentence in sentencex.segment(profile.language, plain):
        spans.append((at, at + len(sentence)))
        at += len(sentence)
    if at != len(plain):  # the library gives back every character; where it ever did not, nothing is lost
        spans = [(0, len(plain))]
    merged: list[tuple[int, int]] = []
    for lo, hi in spans:
        if merged and _joins(plain[merged[-1][0] : lo], plain[lo:hi], profile):
            merged[-1] = (merged[-1][0], hi)
        else:
            merged.append((lo, hi))
    return [(start + a, start + b) for lo, hi in merged for a, b in _unglued(plain, lo, hi)]


_SPACES = {ord(c): " " for c in "\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"}


def _joins(left: str, right: str, profile: Profile) -> bool:
    """Say whether what the library parted is one sentence."""
    before, after = left.rstrip(), right.lstrip()
    if not before or not after:
        return True
    if before[-1] == "." and (after[0].islower() or after[0] in ",;"):
        return True
    if _NUMBER.fullmatch(before) or (_INITIAL.search(before) and after[0].isalpha() and not _initialism(before)):
        return True
    first = re.split(r"[\s,.;’']", after, maxsplit=1)[0]
    return _initialism(before) and first in profile.after_initialism


def _initialism(text: str) -> bool:
    return re.search(r"(?:\b[^\W\d_]\.){2,}$", text) is not None


def _unglued(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split where a full stop stands between a small letter and a capital without a space."""
    spans = []
    for match in _GLUED.finditer(text, start, end):
        if not _ADDRESS.search(text, start, match.start()):
            spans.append((start, match.end()))
            start = match.end()
    return [*spans, (start, end)] if start < end else spans
