"""What the files of a language hold, section by section: ``SECTIONS`` is the whole of it.

A section is one file, ``<language>/<section>.yaml``, and a class with an annotation for each of its keys. Keys that are
``needed`` every language has; the others are for what only some languages need.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readcmp.languages.attribution import Attribution, Verbs
from readcmp.languages.boilerplate import Boilerplate
from readcmp.languages.clauses import Clauses
from readcmp.languages.kinds import NONE, Headed, Pattern, Patterns, Section, Terms
from readcmp.languages.quantities import Quantities
from readcmp.languages.reporting import Reporting


class Traits(Section):
    """What is true of the language as a whole."""

    needed = "script"

    script: str = ""
    letters: str = ""
    function_words: Sequence[str] = ()
    spaced: bool = True
    stemmer: str = ""
    stem_endings: Pattern = ""
    elisions: Terms = ""
    personal_initials: bool = False
    nouns_capitalised: bool = False
    dotted_ordinals: bool = False
    adjectives_follow: bool = False
    verb_last: bool = False


class ClosedClasses(Section):
    """Small words by class, for every stage that asks for them."""

    needed = "prepositions joints"

    prepositions: Terms = ""
    articles: Terms = ""
    determiners: Terms = ""
    possessives: Terms = ""
    pronouns: Terms = ""
    conjunctions: Terms = ""
    joints: Terms = ""
    subordinators: Terms = ""
    auxiliaries: Terms = ""
    modals: Terms = ""
    abbreviations: Terms = ""


class Phrases(Section):
    """What tells that something was discussed and not what; how a talk is said to have gone."""

    needed = "placeholder tone"

    placeholder: Terms = ""
    tone: Headed = NONE


class Names(Section):
    """Where names say who or where, not what; see the top of ``en/names.yaml``."""

    needed = "office titles pairs war scene back joins"

    office: Pattern = ""
    titles: Pattern | Patterns = ""
    pairs: Pattern | Patterns = ""
    war: Pattern = ""
    scene: Pattern = ""
    back: Pattern = ""
    joins: Pattern = ""
    locatives: Terms = ""
    gatherings: Terms = ""
    ahead: Terms = ""
    company: Terms = ""
    leading: Terms = ""
    within: Terms = ""
    linking: Terms = ""
    general: Pattern = ""
    letters: int = 5
    sign: int = 0


class Negation(Section):
    """What negates, what only implies it, where the same words do neither; see the top of ``en/negation.yaml``."""

    needed = "negators implied idioms"

    negators: Patterns = ()
    implied: Patterns = ()
    idioms: Patterns = ()
    empty: Terms = ""


class Scope(Section):
    """How far a thing goes and on what terms; see the comments in ``en/scope.yaml``."""

    needed = "extents contrary idle passed conditions unless joiners"

    extents: Mapping[str, Patterns] = NONE
    contrary: Sequence[Sequence[str]] = ()
    idle: Patterns = ()
    passed: Sequence[str] = ()
    conditions: Mapping[str, Patterns] = NONE
    unless: Patterns = ()
    joiners: Patterns = ()


class Contrast(Section):
    """What sets two accounts against each other; see the top of ``en/contrast.yaml``."""

    needed = "poles deeds talk general threats ceremony asides nouns"

    poles: Mapping[str, Headed] = NONE
    deeds: Terms = ""
    talk: Terms = ""
    undiscussed: Terms = ""
    general: Terms = ""
    threats: Terms = ""
    undone: Terms = ""
    grave: Terms = ""
    ceremony: Terms = ""
    asides: Headed = NONE
    nouns: Terms = ""


class Contact(Section):
    """What a readout says of the contact itself; see the top of ``en/contact.yaml``."""

    needed = "parts initiator duration channel tone video phone elsewhere"

    parts: Mapping[str, Pattern] = NONE
    invited: Sequence[str] = ()
    initiator: Patterns = ()
    calling: Patterns = ()
    duration: Patterns = ()
    channel: Patterns = ()
    tone: Patterns = ()
    video: Pattern = ""
    phone: Pattern = ""
    elsewhere: Mapping[str, Pattern] = NONE


class OpenTopics(Section):
    """What a noun phrase needs to give a topic its name; see the top of ``en/open_topics.yaml``."""

    object: Pattern = ""
    end: Pattern = ""
    small: Terms = ""
    empty: Terms = ""
    no_noun: Terms = ""


class Transliteration(Section):
    """How names of the language's script sound in Latin letters."""

    letters: Headed = NONE
    endings: Pattern = ""


SECTIONS: Mapping[str, type[Section]] = {
    "language": Traits,
    "words": ClosedClasses,
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
    "reporting": Reporting,
    "boilerplate": Boilerplate,
    "transliteration": Transliteration,
}
"""The sections by the names of their files."""
