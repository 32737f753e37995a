"""Numbers, dates and quoted words of a text, in one form however they are written.

How a language writes them stands in its ``quantities.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readcmp.annotation.quantities.dates import dates, may_say_quantity
from readcmp.annotation.quantities.numbers import numbers
from readcmp.content import Quantity
from readcmp.languages import load
from readcmp.patterns import compiled
from readcmp.script import simplified
from readcmp.text import plain, short

QUOTED = compiled(
    r"“([^”“]{1,200})”|\"([^\"]{1,200})\"|«([^»«]{1,200})»|»([^»«]{1,200})«|„([^“”„]{1,200})[“”]|「([^」]{1,100})」"
    r"|(?<!\w)‘([^‘’]{1,60})’(?!\w)|‹([^‹›]{1,60})›|『([^』]{1,100})』"
)
"""Quoted words: double quotes of any kind as pairs, single ones only where they are short and turned."""

_MARK = compiled(r"[“\"«»„「‘‹『]")
"""What quoted words begin with."""


PLACE = "th"
"""What the value of a number ends with that is a place in a row, whatever the language: ``50th``."""


def extract_quantities(text: str, language: str, year: int | None = None) -> tuple[Quantity, ...]:
    """Return all numbers, dates and quotes (``kind`` is ``number``, ``date`` or ``quote``) in the order of the text.

    ``year`` completes dates that are said without one. Offsets are code points into ``text``.
    """
    code, read = short(language), plain(text)
    clear = simplified(read.text) if load(code).traits.script == "chinese" else read.text
    found: list[tuple[str, str, int, int]] = []
    if may_say_quantity(clear, code):
        found = [("date", *date) for date in dates(clear, code, year)]
        found += numbers(_without(clear, found) if found else clear, code)
    told = {Quantity(kind, value, *read.span(start, end)) for kind, value, start, end in found}
    return tuple(sorted((*told, *_quotes(text)), key=lambda f: (f.start, -f.end, f.value)))


def _without(text: str, dated: Iterable[tuple[str, str, int, int]]) -> str:
    """Return a text of the same length with line breaks in place of dates, which no number reaches across."""
    rest = list(text)
    for _, _, start, end in dated:
        rest[start:end] = "\n" * (end - start)
    return "".join(rest)


def are_same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures say the same: dates also as far as the less exact goes, 50 years and the 50th."""
    if one.kind != other.kind:
        return False
    if one.kind == "date":
        bare = one.value.startswith("--") or other.value.startswith("--")
        less, more = sorted((_yearless(each.value) if bare else each.value for each in (one, other)), key=len)
        return f"{more}-".startswith(f"{less}-")
    return one.value.removesuffix(PLACE) == other.value.removesuffix(PLACE)


def _yearless(date: str) -> str:
    """Return a date in ISO 8601 without its year."""
    return date if date.startswith("--") else f"-{date[4:]}"


def _quotes(text: str) -> Iterator[Quantity]:
    for match in QUOTED.finditer(text) if _MARK.search(text) else ():
        said = " ".join(next(group for group in match.groups() if group is not None).split())
        value = said.strip(" .,;:!?…'’\"").lower()
        if value:
            yield Quantity("quote", value, match.start(), match.end())
