"""What a text negates, and by which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from readcmp.content import Negation
from readcmp.languages import load
from readcmp.languages.stemming import stem
from readcmp.lexicon.terms import split_terms
from readcmp.patterns import compiled
from readcmp.script import simplified
from readcmp.text import AFTER, BEFORE, squeezed, units

REACH = 4
"""How many words after a negator it is taken to negate: "will not be taken", "no one doubts"."""

WINDOW = 200
"""And how many characters, as where no spaces part words a run of them has no end."""


class _Patterns(NamedTuple):
    """What negates in a language, what implies it, and where the same words do neither."""

    negators: re.Pattern[str]
    idioms: re.Pattern[str]


def find_negations(text: str, language: str) -> tuple[Negation, ...]:
    """Return the negations of a text and what implies one, in their order; none in a language without negators."""
    patterns = _patterns(language)
    if patterns is None:
        return ()
    read = squeezed(text)
    clear, empty = simplified(read.text), empty_words(language)
    negators = [*patterns.negators.finditer(clear)]
    idle = {at for match in patterns.idioms.finditer(clear) for at in range(*match.span())} if negators else ()
    found = []
    for match in negators:
        if match.start() not in idle:
            denied = frozenset(stem(word, language) for word in _next(clear, match.end()) if word not in empty)
            start, end = read.span(*match.span())
            found.append(Negation(" ".join(text[start:end].split()), denied, told=match["implied"] is None))
    return tuple(found)


def find_unnegated(text: str, language: str, negations: Sequence[Negation]) -> frozenset[str]:
    """Return the stems of a text that none of its negations denies."""
    denied = frozenset[str]().union(*(n.denied for n in negations))
    said = frozenset(stem(word.lower(), language) for word, _ in units(simplified(text)))
    return said - denied - empty_words(language)


@cache
def empty_words(language: str) -> frozenset[str]:
    """Return the words of a language that say nothing of what is negated: of, the, been."""
    return frozenset(split_terms(load(language).negation.empty))


def _next(text: str, start: int) -> Iterator[str]:
    """Return the words that a negator before them reaches, in lower case."""
    reached = 0.0
    for word, worth in units(text[start : start + WINDOW]):
        if reached >= REACH:
            return
        reached += worth
        yield word.lower()


@cache
def _patterns(language: str) -> _Patterns | None:
    known = load(language).negation
    if not known.negators:
        return None
    implied = "|".join(known.implied) or r"(?!)"
    negators = f"{'|'.join(known.negators)}|(?P<implied>{implied})"
    idioms = "|".join(known.idioms)
    return _Patterns(*(compiled(rf"{BEFORE}(?:{said}){AFTER}", re.I) for said in (negators, idioms)))
