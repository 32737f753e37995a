"""What ``attribution.yaml`` and ``verbs.yaml`` hold: who speaks in a clause, and what the verb does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readcmp.languages.kinds import Headed, Terms, required, required_table, table


@dataclass(frozen=True)
class Attribution:
    """Lists of terms in the lexicon's syntax; the top of ``en/attribution.yaml`` says what each is for."""

    way: str = required()

    # Who can be a subject
    offices: Terms | Headed = required()
    alike: Headed = table()
    titles: Terms = ""
    linking: Terms = ""
    of: Terms = ""
    articles: Terms = ""
    joint: Terms = required()
    singular: Terms = ""
    plural: Terms = ""
    mine: Terms = required()
    ours: Terms = ""
    first: Terms = ""
    together: Terms = ""
    people: Terms = ""
    this: Terms = ""
    occasions: Terms = ""
    joiners: Terms = ""
    companions: Terms = ""
    nominative: Terms = ""
    plurals: Terms = ""
    endings: Terms = ""

    # What stands around a subject and a verb
    openers: Terms = required()
    prepositions: Terms = required()
    relatives: Terms = ""
    which: Terms = ""
    no_verb_after: Terms = ""
    auxiliaries: Terms = ""
    passives: Terms = ""
    agents: Terms = ""
    sided: Terms = ""
    receives: Terms = ""
    jointly: Terms = ""
    mutual: Terms = required()
    meets: Terms = required()
    purpose: Terms = ""
    about: Terms = ""
    regarding: Terms = ""
    modals: Terms = ""
    denials: Terms = ""
    deeds: Terms = ""
    indirect: Terms = ""
    reported: Terms = ""
    happened: Terms = ""
    saying: Terms = required()
    according: Terms = ""
    thanks: Terms = ""
    attends: Terms = ""
    attributive: Terms = ""

    # What changes an act
    negations: Terms = required()
    intensifiers: Terms = required()
    softeners: Terms = required()
    duties: Terms = required()
    promises: Terms = required()


@dataclass(frozen=True)
class Verbs:
    """The terms of acts by class and step, and how English inflects them; see the top of ``en/verbs.yaml``."""

    forms: Headed = table()
    joint: Terms = ""
    threats: Terms = required()
    neutral: Terms = ""
    classes: Mapping[str, Headed] = required_table()
