"""What the files of a language hold, section by section: ``SECTIONS`` is the whole of it.

A section is one file, ``<language>/<section>.yaml``, and a dataclass with a field for each of its keys. Fields that are
``required`` every language has; the others are for what only some languages need.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readcmp.languages.attribution import Attribution, Verbs
from readcmp.languages.clauses import Clauses
from readcmp.languages.kinds import (
    Headed,
    Pattern,
    Patterns,
    Terms,
    required,
    required_list,
    required_table,
    table,
)
from readcmp.languages.quantities import Quantities


@dataclass(frozen=True)
class Traits:
    """What is true of the language as a whole."""

    function_words: Sequence[str] = ()


@dataclass(frozen=True)
class Phrases:
    """What tells that something was discussed and not what; how a talk is said to have gone."""

    placeholder: Terms = required()
    tone: Headed = required_table()


@dataclass(frozen=True)
class Names:
    """Where names say who or where, not what; see the top of ``en/names.yaml``."""

    office: Pattern = required()
    titles: Pattern | Patterns = required()
    pairs: Pattern | Patterns = required()
    war: Pattern = required()
    scene: Pattern = required()
    back: Pattern = required()
    joins: Pattern = required()
    general: Pattern = ""
    letters: int = 5
    sign: int = 0


@dataclass(frozen=True)
class Negation:
    """What negates, what only implies it, where the same words do neither; see the top of ``en/negation.yaml``."""

    negators: Patterns = required_list()
    implied: Patterns = required_list()
    idioms: Patterns = required_list()
    empty: Terms = ""


@dataclass(frozen=True)
class Scope:
    """How far a thing goes and on what terms; see the comments in ``en/scope.yaml``."""

    spaced: bool = True
    extents: Mapping[str, Patterns] = required_table()
    contrary: Sequence[Sequence[str]] = required_list()
    idle: Patterns = required_list()
    passed: Sequence[str] = required_list()
    conditions: Mapping[str, Patterns] = required_table()
    unless: Patterns = required_list()
    joiners: Patterns = required_list()


@dataclass(frozen=True)
class Contrast:
    """What sets two accounts against each other; see the top of ``en/contrast.yaml``."""

    poles: Mapping[str, Headed] = required_table()
    deeds: Terms = required()
    talk: Terms = required()
    general: Terms = required()
    threats: Terms = required()
    ceremony: Terms = required()
    asides: Headed = required_table()
    nouns: Terms = required()


@dataclass(frozen=True)
class Contact:
    """What a readout says of the contact itself; see the top of ``en/contact.yaml``."""

    parts: Mapping[str, Pattern] = required_table()
    invited: Sequence[str] = ()
    initiator: Patterns = required_list()
    calling: Patterns = ()
    duration: Patterns = required_list()
    channel: Patterns = required_list()
    tone: Patterns = required_list()
    elsewhere: Mapping[str, Pattern] = required_table()


@dataclass(frozen=True)
class OpenTopics:
    """What a noun phrase needs to give a topic its name; see the top of ``en/open_topics.yaml``."""

    object: Pattern = ""
    end: Pattern = ""
    small: Terms = ""
    empty: Terms = ""
    no_noun: Terms = ""


@dataclass(frozen=True)
class Transliteration:
    """How names of the language's script sound in Latin letters."""

    letters: Headed = table()
    endings: Pattern = ""


SECTIONS: Mapping[str, type] = {
    "language": Traits,
    "clauses": Clauses,
    "attribution": Attribution,
    "verbs": Verbs,
    "quantities": Quantities,
    "phrases": Phrases,
    "names": Names,
    "negation": Negation,
    "scope": Scope,
    "contrast": Contrast,
    "contact": Contact,
    "open_topics": OpenTopics,
    "transliteration": Transliteration,
}
"""The sections by the names of their files."""
