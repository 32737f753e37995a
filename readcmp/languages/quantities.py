"""What ``quantities.yaml`` holds: how a language writes numbers, dates and lengths of time."""

from __future__ import annotations

from dataclasses import dataclass

from readcmp.languages.kinds import Headed, Terms, required, required_table, table


@dataclass(frozen=True)
class Quantities:
    """The words and signs of one language; the top of ``en/quantities.yaml`` says what each is for."""

    decimal: str = required()

    # Dates
    months: Terms = ""
    month_first: bool = False
    month_alone: Terms = ""
    of: Terms = ""
    days: Terms = ""
    day: Terms = required()
    day_article: Terms = ""
    day_in_words: bool = False
    short_dates: str = ""

    # Numbers
    ordinal: Terms = required()
    numbers: Headed = table()
    twenties: Terms = ""
    after_tens: Terms = ""
    scales: Headed = table()
    alone: Terms = ""
    after_scale: Terms = ""
    article: Terms = ""
    ordinals: Headed = table()
    endings: Terms = ""
    compound_stems: Headed = table()
    compound_joint: Terms = ""
    compound_endings: Terms = ""
    leading_parts: Headed = table()
    parts: Headed = table()
    several_parts: Headed = table()
    needs_of: Terms = ""
    part_of: Terms = ""
    more: Headed = table()
    years_in_pairs: bool = False
    minus: Terms = ""
    compounds: Terms = ""

    # Units and ranges
    hours: Terms = required()
    minutes: Terms = required()
    lengths: Headed = table()
    both: Terms = ""
    between: Terms = ""
    range: Terms = required()
    percent: Terms = required()
    currencies: Headed = required_table()
    link: Terms = ""

    # A script that writes numbers in characters; see the top of ``zh/quantities.yaml``
    year: str = ""
    month: str = ""
    numerals: Headed = table()
    and_more: str = ""
    vague: str = ""
    fraction_mark: str = ""
    point: str = ""
    half: str = ""
    nth: str = ""
    counted: Terms = ""
