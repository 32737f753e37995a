"""What ``reporting.yaml`` holds: how news in a language names its sources."""

from __future__ import annotations

from readcmp.languages.kinds import NONE, Headed, Pattern, Section, Terms


class Reporting(Section):
    """Lists of terms in the lexicon's syntax; the top of ``en/reporting.yaml`` says what each is for."""

    needed = "reporting giving sources texts private people background contrast"

    reporting: Terms = ""
    giving: Terms = ""
    behind: Terms = ""
    his: Terms = ""
    like: Terms = ""

    # Who speaks for whom
    sources: Terms = ""
    texts: Terms = ""
    heads: Terms = ""
    towards: Terms = ""
    private: Terms = ""
    institutions: Headed = NONE
    agencies: Headed = NONE
    whole: Terms = ""
    peoples: Pattern = ""
    one: Terms = ""
    media: Terms = ""
    never: Headed = NONE
    everyone: Terms = ""
    all: Terms = ""
    groups: Terms = ""
    parties: Terms = ""
    writer: Terms = ""
    its: Terms = ""
    moves: Terms = ""
    free: Terms = ""
    contact: Terms = ""
    compounds: Terms = ""
    ministers: Terms = ""
    joins: Terms = ""
    between: Terms = ""
    there: Terms = ""
    answering: Terms = ""
    missions: Terms = ""
    anonymous: Terms = ""
    versions: Terms = ""
    people: Terms = ""
    things: Terms = ""

    # What else a sentence says of its source
    public: Terms = ""
    mute: Terms = ""
    background: Terms = ""
    inside: Terms = ""
    telling: Terms = ""
    contrast: Terms = ""
    first: Terms = ""
    that: Terms = ""
    addresses: Terms = ""
    pairs: Terms = ""
    joint: Terms = ""
