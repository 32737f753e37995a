"""What an entry of the lexicon is, and what a term of one is.

Terms are named tuples, as thousands of them are made whenever a lexicon is loaded.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from readcmp.vocabulary import Trait


class TopicEntry(Struct, frozen=True):
    """A topic: ``group`` is the id of the group it is listed in, ``scope`` says what belongs to it.

    ``broader`` is the id of the topic that it is part of, if of any: whatever is about it is about that one too.
    ``news`` is how much a reader wants to know of it first, 0..1.
    """

    id: str
    label: str
    group: str
    scope: str = ""
    broader: str = ""
    traits: frozenset[Trait] = frozenset()
    news: float = 0.0


class ActorEntry(Struct, frozen=True):
    """A state or an organisation that speaks, or is spoken of."""

    id: str
    label: str


class NamingEntry(Struct, frozen=True):
    """A thing that sides call differently; ``light`` where the ways to call it are mere spellings."""

    id: str
    label: str
    light: bool = False


class Person(NamedTuple):
    """Somebody who speaks for an actor: the name as a term, the actor's id and the office, in lower case."""

    name: str
    actor: str
    office: str = ""


class ActTerm(NamedTuple):
    """A reporting verb or phrase: its class and its step on the ladder 0..5."""

    term: str
    kind: str
    strength: int


class Term(NamedTuple):
    """A term as the matcher takes it.

    ``id`` is its entry; ``pattern`` is what is matched where that is not ``text``. ``neutral`` terms mean nothing
    and only keep others from matching: all others where the entry is ``-``, else those of their own entry.
    ``unless`` terms take their entry out of a sentence.
    """

    id: str
    text: str
    weak: bool = False
    neutral: bool = False
    unless: bool = False
    pattern: str = ""
