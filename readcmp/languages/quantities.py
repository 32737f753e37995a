"""What ``quantities.yaml`` holds: how a language writes numbers, dates and lengths of time."""

from __future__ import annotations

from readcmp.languages.kinds import NONE, Headed, Section, Terms


class Quantities(Section):
    """The words and signs of one language; the top of ``en/quantities.yaml`` says what each is for."""

    needed = "decimal day ordinal hours minutes range percent currencies"

    decimal: str = ""

    # Dates
    months: Terms = ""
    weekdays: Terms = ""
    month_first: bool = False
    month_alone: Terms = ""
    before_months: Terms = ""
    bounds: Terms = ""
    of: Terms = ""
    days: Terms = ""
    day: Terms = ""
    day_article: Terms = ""
    day_in_words: bool = False
    short_dates: str = ""

    # Numbers
    ordinal: Terms = ""
    numbers: Headed = NONE
    twenties: Terms = ""
    after_tens: Terms = ""
    scales: Headed = NONE
    alone: Terms = ""
    after_scale: Terms = ""
    article: Terms = ""
    ordinals: Headed = NONE
    endings: Terms = ""
    compound_stems: Headed = NONE
    compound_joint: Terms = ""
    compound_endings: Terms = ""
    leading_parts: Headed = NONE
    parts: Headed = NONE
    several_parts: Headed = NONE
    needs_of: Terms = ""
    part_of: Terms = ""
    more: Headed = NONE
    years_in_pairs: bool = False
    minus: Terms = ""
    compounds: Terms = ""

    # Units and ranges
    hours: Terms = ""
    minutes: Terms = ""
    periods: Headed = NONE
    additional: Terms = ""
    lengths: Headed = NONE
    half_days: Terms = ""
    zone: Terms = ""
    both: Terms = ""
    between: Terms = ""
    range: Terms = ""
    percent: Terms = ""
    currencies: Headed = NONE
    link: Terms = ""

    # A script that writes numbers in characters; see the top of ``zh/quantities.yaml``
    year: str = ""
    month: str = ""
    numerals: Headed = NONE
    and_more: str = ""
    vague: str = ""
    fraction_mark: str = ""
    point: str = ""
    half: str = ""
    nth: str = ""
    counted: Terms = ""
    measure: str = ""
    hour_joints: Terms = ""
