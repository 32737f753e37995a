"""The date that a line of a page or a mail names, as ISO 8601."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from readcmp.loading.phrases import months


def find_date(text: str) -> str | None:
    """Return the first full date in a text (``2024-05-03``); None where there is none or it could be two days.

    Of ``03/05/2024`` nobody can say whether the month comes first, unless one part is above 12 or both are equal.
    """
    for match in _pattern().finditer(text.lower()):
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
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    return re.compile(
        rf"""(?<!\d)(?:
          (?P<_iso>(?P<year_iso>(?:19|20)\d{{2}})[-/.](?P<month_iso>\d{{1,2}})[-/.](?P<day_iso>\d{{1,2}}))(?![-/.]?\d)
        | (?P<_signs>(?P<year_signs>\d{{4}})年(?P<month_signs>\d{{1,2}})月(?P<day_signs>\d{{1,2}})日)
        | (?P<_dotted>(?P<day_dotted>\d{{1,2}})\.(?P<month_dotted>\d{{1,2}})\.(?P<year_dotted>\d{{4}}))(?!\d)
        | (?P<_slashed>(?P<day_slashed>\d{{1,2}})[/-](?P<month_slashed>\d{{1,2}})[/-](?P<year_slashed>\d{{4}}))(?!\d)
        | (?P<_day>(?P<day_day>\d{{1,2}})(?:st|nd|rd|th|\.|er|-го)?[ ]+(?:de[ ]+)?(?P<month_day>{names})\b\.?,?
          [ ]+(?:de[ ]+|del[ ]+)?(?P<year_day>\d{{4}}))(?!\d)
        | (?P<_month>(?P<month_month>\b(?:{names}))\b\.?[ ]+(?P<day_month>\d{{1,2}})(?:st|nd|rd|th)?,?
          [ ]+(?P<year_month>\d{{4}}))(?!\d)
        )""",
        re.VERBOSE,
    )
