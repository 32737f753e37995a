"""What sets two texts against each other: ends of one axis, deeds against talk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, get_args

from msgspec import Struct

from readcmp.annotation.attribution.grammar import TermList
from readcmp.content import Negation, Pole
from readcmp.languages import load
from readcmp.languages.stemming import stem
from readcmp.lexicon.terms import split_terms
from readcmp.text import WORD, unspaced

REACH = 40
"""A negator is taken to deny a word that begins within so many code points after it."""

Listed = Literal["deeds", "talk", "undiscussed", "general", "ceremony", "threats", "undone", "grave"]
"""The lists of terms that are asked for by name; the top of ``en/contrast.yaml`` says what each is for."""

LISTS: tuple[Listed, ...] = get_args(Listed)


class Contrast(Struct, frozen=True):
    """The word lists of one language.

    ``poles`` are lists by axis, for each sign, ``any_pole`` is all of them; ``lists`` are the ``LISTS`` by name.
    """

    poles: Mapping[str, Mapping[int, TermList]]
    any_pole: TermList
    lists: Mapping[str, TermList]
    nouns: frozenset[str]
    opening: frozenset[str]
    anywhere: frozenset[str]
    before: frozenset[str]


@cache
def contrast_of(language: str) -> Contrast | None:
    """Return the lists of a language, None where it has none."""
    if not load(language).has("contrast"):
        return None
    lists = load(language).contrast
    return Contrast(
        {axis: {1: TermList(ends["plus"]), -1: TermList(ends["minus"])} for axis, ends in lists.poles.items()},
        any_pole=TermList(*(words for ends in lists.poles.values() for words in ends.values())),
        lists={name: TermList(getattr(lists, name)) for name in LISTS},
        nouns=_set(lists.nouns),
        opening=_set(lists.asides["opening"]),
        anywhere=_set(lists.asides["anywhere"]),
        before=_set(lists.asides.get("before", "")),
    )


def _set(terms: str) -> frozenset[str]:
    return frozenset(split_terms(terms))


def find_poles(text: str, language: str, negations: Sequence[Negation]) -> tuple[Pole, ...]:
    """Return the ends of axes that a text names, by axis; none of an axis of which it names both."""
    known = contrast_of(language)
    if known is None or not known.any_pole.within(text):
        return ()
    denials = _places(text, negations)
    found = []
    for axis, ends in known.poles.items():
        named = []
        for sign, words in ends.items():
            for hit in words.find(text):
                denied = any(0 <= hit.start - end <= REACH for end in denials)
                stems = frozenset(stem(word.lower(), language) for word in hit.text.split())
                named.append(Pole(axis, -sign if denied else sign, hit.text, denied, stems))
        if len({pole.sign for pole in named}) == 1:
            found.append(named[0])
    return tuple(found)


def _places(text: str, negations: Sequence[Negation]) -> tuple[int, ...]:
    """Return where the negators of a text end."""
    ends, at = [], 0
    for negation in (one for one in negations if one.told):
        at = text.find(negation.words.split()[-1], at)
        if at < 0:
            break
        at += len(negation.words.split()[-1])
        ends.append(at)
    return tuple(ends)


def find_term(text: str, language: str, name: Listed) -> str:
    """Return the first words of a text that are on a list of the language, empty where there are none."""
    known = contrast_of(language)
    return next((hit.text for hit in known.lists[name].find(text)), "") if known else ""


def has_term(text: str, language: str, name: Listed) -> bool:
    """Return whether a text has words that are on a list of the language."""
    known = contrast_of(language)
    return known is not None and known.lists[name].within(text)


def is_noun(text: str, term: str, language: str) -> bool:
    """Return whether the words of an act are a noun in a text, after an article or the like: "their commitment"."""
    known = contrast_of(language)
    at = text.lower().find(term.lower()) if term else -1
    if known is None or at <= 0:
        return False
    before = text[:at].rstrip().lower()
    return before.endswith(("'s", "’s")) or any(before.endswith(f" {word}") or before == word for word in known.nouns)


def is_aside(text: str, language: str) -> bool:
    """Return whether a sentence is a question or a cry, or said by one who tells the account of himself."""
    if text.rstrip(' \n"”').endswith(("?", "？", "!", "！")):
        return True
    known = contrast_of(language)
    if known is None:
        return False
    if unspaced(text):
        return text.startswith(tuple(known.opening)) or any(
            f"{word}{after}" in text for word in known.anywhere for after in known.before
        )
    words = WORD.findall(text)
    opens = bool(words) and words[0][0].isupper() and words[0].lower() in known.opening
    return opens or any(word in known.anywhere for word in words)
