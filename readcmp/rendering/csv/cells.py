"""What stands in a cell: numbers as numbers, text from outside as text that no spreadsheet takes for a formula."""

from __future__ import annotations

import re
from functools import cache

from readcmp.rendering.safe import safe

Value = str | int | float | bool | None


def cell(value: Value) -> str:
    """Return a value as a cell holds it: ``0.91``, ``true``, nothing for None, text on one line and ``guarded``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(safe(value)) if isinstance(value, str) else str(value)


def guarded(text: str) -> str:
    """Set ``'`` before what would make a cell a formula: ``=``, ``+``, ``-``, ``@``, also wide or after spaces; a tab.

    Also after a semicolon, at which spreadsheets divide the cells in countries that write 0,5. Where such a sign
    follows ``'`` already, one more is set, so that taking one away always gives the text.
    """
    return _formulas().sub("'", text)


@cache
def _formulas() -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<=;))(?=[\s']*[=+\-@＝＋－＠﹦﹢﹣﹫\t\r\n])")
