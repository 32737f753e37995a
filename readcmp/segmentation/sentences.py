"""Where sentences end, by a library of rules for many languages, with its few common faults mended."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from readcmp.patterns import compiled
from readcmp.segmentation.word_classes import WordClasses

_INITIAL = compiled(r"(?:^|[\s(.\-])(?!I\.)[^\W\d_]\.\s*$")
_NUMBER = compiled(r"\W*(?:\d{1,3}|[a-z])[.)]\s*$")
_GLUED = compiled(
    r"(?<=(?P<before>[^\W\d_]{2}))[.!?][\"”’»)]{0,2}(?=[“«\"(]?(?P<after>[^\W\d_][^\W\d_]?))|[。！？][”’」』》）]*(?=\d)"
)
_OPENING = frozenset("“«„‘《「(")
_ZONE = compiled(r"[A-Z]{2,4}\b|[A-Z]\w{1,20} (?P<word>[^\W\d_]+)")
_SURROGATE = compiled("[\ud800-\udfff]")
_UNSEEN = {ord(c): " " for c in '\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"“”„«»「」『』'}
"""What the library reads as a space: line breaks, which are hard wraps, and quotation marks, as it ends no sentence
within a quotation."""
_ADDRESS = compiled(r"(www\.|https?:|@)\S*")
_TAIL = 80
"""Characters of a sentence's end that are looked at to say whether it ends there."""


def split_sentences(text: str, start: int, end: int, classes: WordClasses) -> list[tuple[int, int]]:
    """Return the sentences in ``text[start:end]`` as half-open spans that together cover it.

    Line breaks count as spaces, and sentences within a quotation are told apart. Mended beyond the library's
    rules: an initialism before a title (``U.S. President``), an initial before a name, an abbreviation that ends no
    sentence (``Dr.``), an hour before its zone or day, an abbreviation before its number (``Res. No. 5``), a sentence
    that would begin in lower case, the number of a list item alone, an abbreviation that mostly ends a sentence
    (``Washington, D.C.``), and a full stop with its space lost (``trade.The sides``).
    """
    import sentencex

    plain = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text[start:end]).translate(_UNSEEN)
    stops = list(accumulate(len(sentence) for sentence in sentencex.segment(classes.language, plain)))
    if not stops or stops[-1] != len(plain):  # the library gives every character back; nothing is lost if it does not
        stops = [len(plain)]
    spans = []
    at = 0
    for stop in stops:
        spans.append((at, _before_opening(text, start + at, start + stop) - start if stop < len(plain) else stop))
        at = spans[-1][1]
    merged: list[tuple[int, int]] = []
    for lo, hi in spans:
        if merged and _joins(_tail(plain, merged[-1][0], lo), plain[lo:hi], classes):
            merged[-1] = (merged[-1][0], hi)
        else:
            merged.append((lo, hi))
    return [(start + a, start + b) for lo, hi in merged for a, b in _split(plain, lo, hi, classes)]


def _before_opening(text: str, start: int, end: int) -> int:
    """Return where the marks begin that end ``text[start:end]`` and open what follows; ``end`` where none do."""
    at = end
    while at > start and text[at - 1] in _OPENING:
        at -= 1
    if at > start and text[at - 1] == '"' and text[at - 2 : at - 1].isspace():
        return at - 1
    if at == end and end - 2 >= start and text[end - 2] == "«" and text[end - 1].isspace():
        return end - 2
    return at


def _tail(text: str, start: int, end: int) -> str:
    """Return what ``text[start:end]`` ends with: no more characters than matter, and the white space after them."""
    last = end
    while last > start and text[last - 1].isspace():
        last -= 1
    return text[max(start, last - _TAIL) : end]


def _joins(left: str, right: str, classes: WordClasses) -> bool:
    """Return whether what the library parted is one sentence; ``left`` is the end of what stands before."""
    before, after = left.rstrip(), right.lstrip()
    if not before or not after:
        return True
    if before[-1] == "." and (after[0].islower() or after[0] in ",;" or _no_space(left, right)):
        return True
    if _NUMBER.fullmatch(before):
        return True
    if _INITIAL.search(before) and after[0].isalpha() and (classes.traits.personal_initials or not _initialism(before)):
        return True
    return _abbreviated(before, after, classes)


def _abbreviated(before: str, after: str, classes: WordClasses) -> bool:
    """Return whether a sentence goes on behind an abbreviation, by the word that follows it."""
    first = re.split(r"[\s,.;’']", after, maxsplit=1)[0]
    last = re.split(r"[\s(“\"'’]", before)[-1]
    if _hour_ends(before, classes) and (_zone_opens(after, classes) or classes.has("days", first.lower())):
        return True
    if classes.has("numbered", last) and (after[0].isdigit() or classes.has("numbered", after.split(maxsplit=1)[0])):
        return True
    return classes.has("joining", last) or (classes.has("initialisms", last) and classes.has("after_initialism", first))


def _hour_ends(text: str, classes: WordClasses) -> bool:
    """Return whether a text ends with the hour of a clock, "9 a.m."."""
    low = text.lower()
    return any(low.endswith(half) and not low[: -len(half)][-1:].isalpha() for half in classes.of("half_days"))


def _zone_opens(text: str, classes: WordClasses) -> bool:
    """Return whether a text begins with whose clock is meant: "EST", "Moscow time"."""
    match = _ZONE.match(text)
    return match is not None and (not match["word"] or classes.has("zone", match["word"].lower()))


def _no_space(left: str, right: str) -> bool:
    """Return whether a full stop stands right between a letter and another, as in an abbreviation among Chinese."""
    return not left[-1].isspace() and right[0].isalnum() and left[-2:-1].isascii() and left[-2:-1].isalpha()


def _initialism(text: str) -> bool:
    return re.search(r"(?:\b[^\W\d_]\.){2}$", text) is not None


def _parts(match: re.Match[str]) -> bool:
    """Return whether a full stop without a space ends a sentence: small letters before it, a capital after it."""
    before, after = match["before"], match["after"]
    return not before or (before.islower() and after[0].isupper() and not after[1:].isupper())


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether an offset lies in one of some spans, which come in their order and do not overlap."""
    n = bisect_right(spans, (at, sys.maxsize))
    return n > 0 and at <= spans[n - 1][1]


def _split(text: str, start: int, end: int, classes: WordClasses) -> list[tuple[int, int]]:
    """Split a sentence where the library missed an end: no space after it, or an abbreviation that mostly ends one."""
    addresses = [(m.end(1), m.end()) for m in _ADDRESS.finditer(text, start, end)]
    ends = {m.end() for m in _GLUED.finditer(text, start, end) if _parts(m) and not _within(m.start(), addresses)}
    sentence = text[start:end]
    for word in [word for word in classes.of("closing") if word in sentence]:
        for match in re.finditer(rf"(?<!\w){re.escape(word)}\s+(?=([^\W\d_]\w+))", sentence):
            if match[1][0].isupper() and not classes.has("closing_not", match[1]):
                ends.add(start + match.end())
    edges = [start, *sorted(ends - {start, end}), end]
    return list(pairwise(edges))
