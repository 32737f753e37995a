"""Dates as lines of a page or a mail have them, in all languages, and the one that such a line names, as ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from readcmp.languages import known, load
from readcmp.loading.phrases import alternation, any_of
from readcmp.patterns import compiled


def find_date(text: str) -> str | None:
    """Return the first full date in a text (``2024-05-03``); None where there is none or it could be two days.

    Of ``03/05/2024`` nobody can say whether the month comes first, unless one part is above 12 or both are equal.
    """
    for match in _full_date().finditer(text.lower()):
        year, month, day = (match.group(f"{name}{match.lastgroup}") for name in ("year", "month", "day"))
        number = int(month) if month.isdigit() else months()[month]
        first, second = int(day), number
        if match.lastgroup == "_slashed":
            if first <= 12 and second <= 12 and first != second:
                continue
            first, second = (second, first) if second > 12 else (first, second)
        try:
            return date(int(year), second, first).isoformat()
        except ValueError:
            continue
    return None


@cache
def date_pattern() -> re.Pattern[str]:
    """Compile what a date or a time of day looks like on a line of its own."""
    names, ending, of = alternation(months()), alternation(_terms("day")), alternation(_terms("of"))
    year, month, day = _signs()
    half = alternation(_terms("half_days"))
    return compiled(
        rf"""
        \d{{1,2}}{ending}?\s+(?:{of}\s+)?{names}\b\.?,?(?:\s+(?:{of}\s+)?\d{{4}}\b)?
        | {names}\b\.?\s+\d{{1,2}}{ending}?\b(?:,?\s+\d{{4}}\b)?
        | \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b | \d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}\b
        | (?:{any_of("eras")}[ ]?)?\d{{2,4}}{year}\d{{1,2}}{month}(?:\d{{1,2}}{day})? | \d{{1,2}}{month}\d{{1,2}}{day}
        | \d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?\b(?:\s*{half}(?!\w))?
        | \b{alternation(_weekdays())}\b
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def months() -> dict[str, int]:
    """Return the names of the months in all languages, in lower case, with their numbers."""
    rows = (enumerate(load(code).quantities.months.lower().split(","), start=1) for code in known())
    return {name.rstrip("."): number for row in rows for number, names in row for name in names.split()}


def _weekdays() -> Iterator[str]:
    """Return the names of the days of the week in all languages, in lower case; no short ones, which are words too."""
    names = ",".join(load(code).quantities.weekdays.lower() for code in known()).replace(",", " ").split()
    return (name for name in names if not name.endswith("."))


def _terms(key: str) -> list[str]:
    """Return the terms of all languages under a key of quantities."""
    terms = (term.strip() for code in known() for term in getattr(load(code).quantities, key).split(","))
    return [term for term in terms if term]


def _signs() -> tuple[str, str, str]:
    """Return patterns for the signs after year, month and day in scripts that write dates with such."""
    signed = [load(code).quantities for code in known() if load(code).quantities.year]
    days = (day.strip() for each in signed for day in each.day.split(","))
    return alternation(each.year for each in signed), alternation(each.month for each in signed), alternation(days)


@cache
def _full_date() -> re.Pattern[str]:
    names, ending, of = alternation(months()), alternation(_terms("day")), alternation(_terms("of"))
    year, month, day = _signs()
    return compiled(
        rf"""(?<!\d)(?:
          (?P<_iso>(?P<year_iso>(?:19|20)\d{{2}})[-/.](?P<month_iso>\d{{1,2}})[-/.](?P<day_iso>\d{{1,2}}))(?![-/.]?\d)
        | (?P<_signs>(?P<year_signs>\d{{4}}){year}(?P<month_signs>\d{{1,2}}){month}(?P<day_signs>\d{{1,2}}){day})
        | (?P<_dotted>(?P<day_dotted>\d{{1,2}})\.(?P<month_dotted>\d{{1,2}})\.(?P<year_dotted>\d{{4}}))(?!\d)
        | (?P<_slashed>(?P<day_slashed>\d{{1,2}})[/-](?P<month_slashed>\d{{1,2}})[/-](?P<year_slashed>\d{{4}}))(?!\d)
        | (?P<_day>(?P<day_day>\d{{1,2}}){ending}?[ ]+(?:{of}[ ]+)?(?P<month_day>{names})\b\.?,?
          [ ]+(?:{of}[ ]+)?(?P<year_day>\d{{4}}))(?!\d)
        | (?P<_month>(?P<month_month>\b{names})\b\.?[ ]+(?P<day_month>\d{{1,2}}){ending}?,?
          [ ]+(?P<year_month>\d{{4}}))(?!\d)
        )""",
        re.VERBOSE,
    )
