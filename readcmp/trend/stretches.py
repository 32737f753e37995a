"""Stretches of words that a side repeats from event to event, within passages that are otherwise different."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from readcmp.languages import load
from readcmp.text import unspaced

WORDS, CHARACTERS = 6, 10
"""A stretch has so many words or more; where words are not spaced, so many characters."""

CONTENT = 3
"""So many of its words must mean something: "in the evening of the" is no phrase of anybody's."""

_PAIRS = (('"', '"'), ("“", "”"), ("«", "»"), ("(", ")"), ("„", "“"), ("「", "」"), ("《", "》"), ("（", "）"))
"""Signs that open, and those that close what they opened."""

_WORD = re.compile(r"[^\W_]+")


class Passage(NamedTuple):
    """A passage of a side, in an event of a day."""

    event: str
    date: str
    text: str
    language: str


class Stretch(NamedTuple):
    """Words that a side has in several events: as compared, as first written, and in which events of which days."""

    plain: str
    text: str
    events: frozenset[str]
    first: str
    last: str


def find_stretches(passages: Sequence[Passage]) -> list[Stretch]:
    """Return the stretches of at least two events, the one of most events first; none lies in another."""
    read = [_words(passage) for passage in passages]
    repeated = _repeated(passages, read)
    days = {passage.event: passage.date for passage in passages}
    found: dict[str, Stretch] = {}
    for passage, words in zip(passages, read, strict=True):
        for start, stop, events in _runs(words, repeated):
            kept = words[start : _end(words, start, stop, passage.language)]
            plain = " ".join(word for word, _, _ in kept)
            if plain in found or not _means_something(kept, passage.language):
                continue
            text = _closed(passage.text, kept[0][1], kept[-1][2])
            dates = sorted(days[event] for event in events)
            found[plain] = Stretch(plain, text, events, dates[0], dates[-1])
    return list(distinct(sorted(found.values(), key=lambda s: (-len(s.events), -len(s.plain), s.plain))))


def _closed(text: str, start: int, end: int) -> str:
    """Return a stretch of a text on one line, with the sign that closes a quotation or bracket which it opens."""
    found = text[start:end]
    opened = any(found.count(a) > found.count(b) or (a == b and found.count(a) % 2) for a, b in _PAIRS)
    after = text[end : end + 1]
    if opened and any(after == b for _, b in _PAIRS):
        found += after
    return " ".join(found.split())


def distinct(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Return those that neither hold nor lie in one that came before."""
    kept: list[str] = []
    for stretch in stretches:
        plain = f" {stretch.plain} "
        if not any(plain in other or other in plain for other in kept):
            kept.append(plain)
            yield stretch


Word = tuple[str, int, int]
"""A word in lower case, or a character where words are not spaced, and where it stands."""


def _words(passage: Passage) -> list[Word]:
    found: list[Word] = []
    for match in _WORD.finditer(passage.text):
        word, start = match.group().lower(), match.start()
        if unspaced(word) and len(word) == match.end() - start:
            found += [(sign, start + n, start + n + 1) for n, sign in enumerate(word)]
        else:
            found.append((word, start, match.end()))
    return found


Gram = tuple[str, ...]


def _grams(words: Sequence[Word]) -> Iterator[Gram]:
    plain = tuple(word for word, _, _ in words)
    size = _size(words)
    return (plain[n : n + size] for n in range(len(plain) - size + 1))


def _size(words: Sequence[Word]) -> int:
    return CHARACTERS if any(unspaced(word) for word, _, _ in words) else WORDS


def _repeated(passages: Sequence[Passage], read: Sequence[Sequence[Word]]) -> dict[Gram, set[str]]:
    """Return in which events each gram is that is in two or more."""
    first: dict[int, str] = {}  # by hash alone, since most are met once
    again: set[int] = set()
    for passage, words in zip(passages, read, strict=True):
        for key in map(hash, _grams(words)):
            if first.setdefault(key, passage.event) != passage.event:
                again.add(key)
    events: defaultdict[Gram, set[str]] = defaultdict(set)
    for passage, words in zip(passages, read, strict=True):
        for gram in _grams(words):
            if hash(gram) in again:
                events[gram].add(passage.event)
    return events


def _runs(words: Sequence[Word], repeated: dict[Gram, set[str]]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Return where stretches begin and end, as long as two events have them, and which events have them."""
    size = _size(words)
    start, shared = 0, frozenset[str]()
    for at, gram in enumerate(_grams(words)):
        events = repeated.get(gram, set())
        if shared and len(shared & events) > 1:
            shared &= events
            continue
        if shared:
            yield start, at + size - 1, shared
        start, shared = at, frozenset(events) if len(events) > 1 else frozenset()
    if shared:
        yield start, len(words), shared


def _end(words: Sequence[Word], start: int, stop: int, language: str) -> int:
    """Return where a stretch ends without the "of the" at its end."""
    empty = load(language).traits.function_words
    while stop - start > CONTENT and words[stop - 1][0] in empty:
        stop -= 1
    return stop


def _means_something(words: Sequence[Word], language: str) -> bool:
    empty = load(language).traits.function_words
    return sum(word not in empty and not word.isdigit() for word, _, _ in words) >= CONTENT
