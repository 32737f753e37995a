"""Numbers, dates and quoted words of a text, in one form however they are written.

How a language writes them stands with the lexicon, in ``figures.<language>.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from readcmp.marking.dates import dates
from readcmp.marking.numbers import numbers
from readcmp.text import short

QUOTED = re.compile(
    r"“([^”“]{1,200})”|\"([^\"]{1,200})\"|«([^»«]{1,200})»|»([^»«]{1,200})«|„([^“”„]{1,200})[“”]|「([^」]{1,100})」"
    r"|(?<!\w)‘([^‘’]{1,60})’(?!\w)|‹([^‹›]{1,60})›|『([^』]{1,100})』"
)
"""Quoted words: double quotes of any kind as pairs, single ones only where they are short and turned."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, date or quoted words: ``text[start:end]`` says it.

    ``value`` is the same for the same thing. Numbers are decimal, with ``%``, ``th`` or a currency (``1.5``, ``30%``,
    ``50th``, ``500000000 usd``). Dates are ISO 8601, as far as they are said: ``2020-07-23``, ``2020-07``, ``2020``,
    ``--07-23``, ``--07``. Quoted words are in lower case, without punctuation at the ends.
    """

    kind: str
    value: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def figures(text: str, language: str, year: int | None = None) -> tuple[Figure, ...]:
    """Give all numbers, dates and quotes (``kind`` is ``number``, ``date`` or ``quote``) in the order of the text.

    ``year`` completes dates that are said without one. Offsets are code points into ``text``.
    """
    code = short(language)
    when = [Figure("date", value, start, end) for value, start, end in dates(text, code, year)]
    many = (Figure(*found) for found in numbers(text, code))
    free = (f for f in many if not any(d.start < f.end and f.start < d.end for d in when))
    return tuple(sorted((*when, *free, *_quotes(text)), key=lambda f: (f.start, -f.end)))


def same(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same: dates also where one leaves the year out, 50 years and the 50th."""
    if one.kind != other.kind:
        return False
    if one.kind == "date" and one.value.startswith("--") != other.value.startswith("--"):
        dated, bare = sorted((one.value, other.value), reverse=True)
        return f"-{dated[4:]}" == bare
    return one.value.removesuffix("th") == other.value.removesuffix("th")


def _quotes(text: str) -> Iterator[Figure]:
    for match in QUOTED.finditer(text):
        said = " ".join(next(group for group in match.groups() if group is not None).split())
        value = said.strip(" .,;:!?…'’\"").lower()
        if value:
            yield Figure("quote", value, match.start(), match.end())
