"""What ``boilerplate.yaml`` holds: what stands around an account on its page, in a mail or a transcript."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.languages.kinds import NONE, Headed, Lines, Section, Terms


class Boilerplate(Section):
    """Phrases by what a line is that has them, and small words; the top of ``en/boilerplate.yaml`` says more."""

    needed = "menu related footer masthead caption mail before_dates mail_headers"

    # Lines
    menu: Lines = NONE
    related: Sequence[str] = ()
    footer: Lines = NONE
    masthead: Lines = NONE
    caption: Lines = NONE
    mail: Lines = NONE

    # Dates and senders
    places: Sequence[str] = ()
    beside_dates: Terms = ""
    before_dates: Terms = ""
    senders: Terms = ""
    issued: Terms = ""
    banners: Terms = ""

    # Titles and mails
    told: Terms = ""
    told_or_done: Terms = ""
    mail_headers: Headed = NONE
    closings: Terms = ""
