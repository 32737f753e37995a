"""What sets two texts against each other: ends of one axis, deeds against talk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from readcmp.annotation.attribution.grammar import TermList
from readcmp.content import Negation, Pole
from readcmp.languages import load
from readcmp.languages.stemming import stem
from readcmp.lexicon.terms import split_terms
from readcmp.text import WORD, unspaced

REACH = 40
"""A negator is taken to deny a word that begins within so many code points after it."""


class Contrast(Struct, frozen=True):
    """The word lists of one language; ``poles`` are lists by axis, for each sign, ``any_pole`` is all of them."""

    poles: Mapping[str, Mapping[int, TermList]]
    any_pole: TermList
    deeds: TermList
    talk: TermList
    undiscussed: TermList
    general: TermList
    ceremony: TermList
    threats: TermList
    undone: TermList
    grave: TermList
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
        deeds=TermList(lists.deeds),
        talk=TermList(lists.talk),
        undiscussed=TermList(lists.undiscussed),
        general=TermList(lists.general),
        ceremony=TermList(lists.ceremony),
        threats=TermList(lists.threats),
        undone=TermList(lists.undone),
        grave=TermList(lists.grave),
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


def find_deed(text: str, language: str) -> str:
    """Return the words for a deed in a text, empty where it tells of none."""
    known = contrast_of(language)
    return next((hit.text for hit in known.deeds.find(text)), "") if known else ""


def is_talk(text: str, language: str) -> bool:
    """Return whether a text tells of talking, of which an agreement to go on with it is a part."""
    known = contrast_of(language)
    return known is not None and known.talk.within(text)


def find_undiscussed(text: str, language: str) -> str:
    """Return the words by which a text says that its matter was not talked about, empty where it does not."""
    known = contrast_of(language)
    return next((hit.text for hit in known.undiscussed.find(text)), "") if known else ""


def is_general(text: str, language: str) -> bool:
    """Return whether a text names its matter so widely that it says nothing of it."""
    known = contrast_of(language)
    return known is not None and known.general.within(text)


def is_noun(text: str, term: str, language: str) -> bool:
    """Return whether the words of an act are a noun in a text, after an article or the like: "their commitment"."""
    known = contrast_of(language)
    at = text.lower().find(term.lower()) if term else -1
    if known is None or at <= 0:
        return False
    before = text[:at].rstrip().lower()
    return before.endswith(("'s", "’s")) or any(before.endswith(f" {word}") or before == word for word in known.nouns)


def find_threat(text: str, language: str) -> str:
    """Return the words by which a text says what will follow, empty where it threatens nothing."""
    known = contrast_of(language)
    return next((hit.text for hit in known.threats.find(text)), "") if known else ""


def is_undone(text: str, language: str) -> bool:
    """Return whether a text tells of the end or delay of what would threaten: "countermeasures suspended"."""
    known = contrast_of(language)
    return known is not None and known.undone.within(text)


def is_grave(text: str, language: str) -> bool:
    """Return whether a text tells of war, harm, force, blame or refusal, which are news whatever their topic."""
    known = contrast_of(language)
    return known is not None and known.grave.within(text)


def is_ceremony(text: str, language: str) -> bool:
    """Return whether a text is one of courtesy, or a formula of what the two are."""
    known = contrast_of(language)
    return known is not None and known.ceremony.within(text)


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
