"""What ``boilerplate.yaml`` holds: what stands around an account on its page, in a mail or a transcript."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.languages.kinds import NONE, Headed, Lines, Patterns, Section, Terms


class Boilerplate(Section):
    """Phrases by what a line is that has them, and small words; the top of ``en/boilerplate.yaml`` says more."""

    needed = "menu related footer masthead caption mail before_dates updates mail_headers"

    # Lines
    menu: Lines = NONE
    related: Sequence[str] = ()
    notes: Sequence[str] = ()
    footer: Lines = NONE
    masthead: Lines = NONE
    caption: Lines = NONE
    mail: Lines = NONE
    ends: Terms = ""
    home: Terms = ""
    contact: Terms = ""
    page_of: Terms = ""

    # Dates and places
    places: Sequence[str] = ()
    beside_dates: Terms = ""
    not_beside_dates: Terms = ""
    before_dates: Terms = ""
    updates: Terms = ""
    eras: Terms = ""

    # Who speaks
    senders: Terms = ""
    issued: Terms = ""
    banners: Terms = ""
    banner_of: Patterns = ()
    openings: Patterns = ()
    introductions: Patterns = ()
    questions: Terms = ""
    answers: Terms = ""

    # Titles
    told: Terms = ""
    told_or_done: Terms = ""
    after_participles: Terms = ""

    # Mails
    mail_headers: Headed = NONE
    replies: Terms = ""
    forwards: Terms = ""
    originals: Terms = ""
    wrote: Patterns = ()
    closings: Terms = ""
