"""What attribution knows of a language's grammar: the word lists of its ``attribution.yaml``, ready to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Any

from msgspec import Struct

from readcmp.languages import load
from readcmp.languages.attribution import Attribution
from readcmp.languages.schema import ClosedClasses
from readcmp.lexicon.entries import Term
from readcmp.lexicon.matching import Index
from readcmp.lexicon.openers import Openers
from readcmp.lexicon.terms import split_terms
from readcmp.lexicon.tokens import fold
from readcmp.model import Hit
from readcmp.patterns import compiled
from readcmp.text import WHOLE

WORD = compiled(WHOLE)

INFLECTED, STEMS, UNSPACED = "inflected", "stems", "unspaced"
"""The ways in which verbs and subjects are found: by the forms of a verb, by stems, in a script without spaces."""


_OPENERS = Openers()
"""What the lists know of words together, as a text is asked for most of them, and has terms of few."""


class TermList:
    """A list of words and phrases in the syntax of the lexicon's terms; case and accents make no difference."""

    def __init__(self, *values: str | Mapping[str, str]) -> None:
        """Take the terms, comma-separated; under several headings each hit has its heading for an id.

        They are taken apart when first asked for: a text needs few of a language's lists.
        """
        self._values = values

    @cached_property
    def _terms(self) -> list[Term]:
        headed = [
            pair for value in self._values for pair in (value.items() if isinstance(value, Mapping) else [("", value)])
        ]
        return [Term(key, text) for key, texts in headed for text in split_terms(texts or "")]

    @cached_property
    def _index(self) -> Index:
        return Index("speech", lambda: self._terms, openers=_OPENERS)

    @cached_property
    def _whole(self) -> frozenset[str]:
        return frozenset(fold(t.text) for t in self._terms if not t.text.endswith("*"))

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        return tuple(fold(t.text[:-1]) for t in self._terms if t.text.endswith("*"))

    def __contains__(self, word: str) -> bool:
        """Return whether a folded word, or a phrase of them, is on the list."""
        return word in self._whole or bool(self._stems and word.startswith(self._stems))

    def __bool__(self) -> bool:
        return bool(self._whole or self._stems)

    def any_of(self, words: Iterable[str]) -> bool:
        """Return whether one of some folded words is on the list."""
        return any(word in self for word in words)

    def find(self, text: str) -> tuple[Hit, ...]:
        """Return where the list's terms stand in a text."""
        return self._index.find(text)

    def within(self, text: str) -> bool:
        """Return whether a term of the list stands in a text."""
        return bool(self._index.find(text))

    def may_open(self, text: str) -> bool:
        """Return whether a term begins with the first word of a text."""
        return self._index.may_open(text)

    def alone(self, text: str) -> bool:
        """Return whether a text is one word, and that on the list."""
        words = fold_words(text)
        return len(words) == 1 and words[0] in self

    def opened(self, text: str) -> int:
        """Return how many characters of a text its terms take up from the start on, with the marks after them."""
        if not self._index.may_open(text):
            return 0
        end = 0
        for hit in self._index.find(text):
            if not text[end : hit.start].strip(" ,:–—-"):
                end = max(end, hit.end)
        return end + len(text[end:]) - len(text[end:].lstrip(" ,:–—-\n")) if end else 0


class Grammar(Struct, frozen=True, dict=True):
    """What tells who speaks in a clause. The top of ``en/attribution.yaml`` says what each list is for."""

    way: str
    offices: TermList
    titles: TermList
    linking: TermList
    of: TermList
    articles: TermList
    abbreviations: TermList
    nominative: tuple[str, ...]
    endings: tuple[str, ...]
    plurals: tuple[str, ...]
    singular: TermList
    plural: TermList
    either: TermList
    either_plural: tuple[str, ...]
    mine: TermList
    ours: TermList
    first: TermList
    together: TermList
    deeds: TermList
    indirect: TermList
    reported: TermList
    happened: TermList
    people: TermList
    this: TermList
    it: TermList
    openers: TermList
    occasions: TermList
    passive_auxiliaries: TermList
    passives: TermList
    agents: TermList
    sided: TermList
    receives: TermList
    mutual: TermList
    jointly: TermList
    meets: TermList
    purpose: TermList
    about: TermList
    regarding: TermList
    prepositions: TermList
    relatives: TermList
    which: TermList
    no_verb_after: TermList
    modals: TermList
    denials: TermList
    intensifiers: TermList
    softeners: TermList
    duties: TermList
    promises: TermList
    joiners: TermList
    companions: TermList
    saying: TermList
    according: TermList
    attends: TermList
    thanks: TermList
    attributive: TermList


def has_grammar(language: str) -> bool:
    """Return whether there is a grammar of a language (ISO 639-1)."""
    return load(language).has("attribution")


@cache
def load_grammar(language: str) -> Grammar | None:
    """Return the grammar of a language (ISO 639-1), or None where there is no file of it."""
    return _made(load(language).attribution, load(language).words) if has_grammar(language) else None


def _made(lists: Attribution, words: ClosedClasses) -> Grammar:
    shared = {
        "articles": TermList(words.articles),
        "abbreviations": TermList(words.abbreviations),
        "prepositions": TermList(words.prepositions, lists.leading),
        "modals": TermList(words.modals, lists.before_base),
    }
    own = [name for name in Grammar.__struct_fields__ if name not in shared]
    made: dict[str, Any] = shared | {name: TermList(getattr(lists, name)) for name in own}
    if isinstance(lists.offices, str):
        made["offices"] = TermList({office: office for office in split_terms(lists.offices)}, lists.alike)
    made["way"] = lists.way
    for key in ("nominative", "endings", "plurals", "either_plural"):
        made[key] = tuple(sorted(map(fold, split_terms(getattr(lists, key))), key=len, reverse=True))
    return Grammar(**made)


def fold_words(text: str) -> list[str]:
    """Return the words of a text folded: in lower case, without accents and possessive ``'s``."""
    return list(map(fold, WORD.findall(text)))
