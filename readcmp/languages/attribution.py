"""What ``attribution.yaml`` and ``verbs.yaml`` hold: who speaks in a clause, and what the verb does."""

from __future__ import annotations

from collections.abc import Mapping

from readcmp.languages.kinds import NONE, Headed, Section, Terms


class Attribution(Section):
    """Lists of terms in the lexicon's syntax; the top of ``en/attribution.yaml`` says what each is for."""

    needed = "way offices joint mine openers mutual meets saying intensifiers softeners duties promises"

    way: str = ""

    # Who can be a subject
    offices: Terms | Headed = ""
    alike: Headed = NONE
    titles: Terms = ""
    linking: Terms = ""
    of: Terms = ""
    joint: Terms = ""
    singular: Terms = ""
    plural: Terms = ""
    either: Terms = ""
    either_plural: Terms = ""
    mine: Terms = ""
    ours: Terms = ""
    first: Terms = ""
    together: Terms = ""
    people: Terms = ""
    this: Terms = ""
    it: Terms = ""
    occasions: Terms = ""
    joiners: Terms = ""
    companions: Terms = ""
    nominative: Terms = ""
    plurals: Terms = ""
    endings: Terms = ""

    # What stands around a subject and a verb
    openers: Terms = ""
    leading: Terms = ""
    relatives: Terms = ""
    which: Terms = ""
    no_verb_after: Terms = ""
    passive_auxiliaries: Terms = ""
    passives: Terms = ""
    agents: Terms = ""
    sided: Terms = ""
    receives: Terms = ""
    jointly: Terms = ""
    mutual: Terms = ""
    meets: Terms = ""
    purpose: Terms = ""
    about: Terms = ""
    regarding: Terms = ""
    before_base: Terms = ""
    denials: Terms = ""
    deeds: Terms = ""
    indirect: Terms = ""
    reported: Terms = ""
    happened: Terms = ""
    saying: Terms = ""
    according: Terms = ""
    thanks: Terms = ""
    attends: Terms = ""
    attributive: Terms = ""

    # What changes an act
    intensifiers: Terms = ""
    softeners: Terms = ""
    duties: Terms = ""
    promises: Terms = ""


class Verbs(Section):
    """The terms of acts by class and step, and how English inflects them; see the top of ``en/verbs.yaml``."""

    needed = "threats classes"

    forms: Headed = NONE
    joint: Terms = ""
    threats: Terms = ""
    neutral: Terms = ""
    classes: Mapping[str, Headed] = NONE
