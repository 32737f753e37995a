"""Dates in digits alone, and in numbers that are each followed by a sign: 27.08.2025, 2020年7月23日."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from readcmp.annotation.quantities.forms import forms, split
from readcmp.annotation.quantities.places import CHARACTERS_OF
from readcmp.annotation.quantities.scan import scan
from readcmp.languages import load
from readcmp.patterns import compiled

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEARS = range(1900, 2100)
_LOOK_AHEAD = 40
_TEN = 10
Found = tuple[str, int, int]

_FREE, _END = r"(?<![\w.,/:-])", r"(?![\w/-]|[.,:]\d)"
ISO = compiled(rf"{_FREE}(?P<y>(?:19|20)\d\d)(?P<s>[-./])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}}){_END}", re.ASCII)
NUMERIC = compiled(
    rf"{_FREE}(?:(?P<first>\d{{1,2}})\.?[-–])?(?P<a>\d{{1,2}})(?P<s>[./])(?P<b>\d{{1,2}})(?P=s)(?P<y>(?:19|20)\d\d){_END}",
    re.ASCII,
)
SHORT = compiled(rf"{_FREE}(?:(?P<first>\d\d)\.?[-–])?(?P<a>\d\d)(?P<s>[./])(?P<b>\d\d){_END}(?!\s?%)", re.ASCII)
"""Day and month alone, two digits each."""

_DIGIT = compiled("[0-9]")


def in_digits(text: str, language: str, year: int | None) -> Iterator[Found]:
    """Dates in digits alone: 2025-05-01, 27.08.2025, and 27.08 where the language has it."""
    if not _DIGIT.search(text):
        return
    known = load(language).quantities
    for match in ISO.finditer(text):
        yield from valid(match["y"], int(match["m"]), [int(match["d"])], *match.span())
    short = known.short_dates
    for match in NUMERIC.finditer(text):
        month, days = _order(match, day_first=bool(short) or bool(known.year) or known.decimal == ",")
        yield from valid(match["y"], month, days, *match.span())
    for match in SHORT.finditer(text):
        if match["s"] == short and not _is_number(text[match.end() : match.end() + _LOOK_AHEAD], language):
            yield from valid(year, int(match["b"]), _days(match), *match.span())


def _is_number(after: str, language: str) -> bool:
    """Whether what follows makes digits a number: a scale or a unit."""
    tokens, form = scan(after), forms(language)
    return bool(form.scales.match(tokens, 0) or form.percent.match(tokens, 0) or form.money.match(tokens, 0))


def _days(match: re.Match[str]) -> list[int]:
    return [int(day) for day in (match["first"], match["a"]) if day]


def _order(match: re.Match[str], *, day_first: bool) -> tuple[int, list[int]]:
    """Return month and days of a date in digits; no month where either number could be it."""
    a, b = int(match["a"]), int(match["b"])
    if day_first or a > 12 or a == b:
        return b, _days(match)
    return (a, [b]) if b > 12 and not match["first"] else (0, [])


def valid(year: str | int | None, month: int, days: list[int], start: int, end: int) -> Iterator[Found]:
    """Return each day of a month as a date with its offsets; none where one of them is no day of it."""
    if 1 <= month <= 12 and all(1 <= day <= _LENGTHS[month - 1] for day in days):
        for day in dict.fromkeys(days):
            yield iso(year, month, day), start, end


def iso(year: str | int | None, month: int, day: int | None) -> str:
    """Return a date in ISO 8601, as far as it is said."""
    head = f"{year}-{month:02}" if year else f"--{month:02}"
    return f"{head}-{day:02}" if day else head


@cache
def _signs() -> tuple[re.Pattern[str], Mapping[str, int]]:
    """Return the pattern of dates whose numbers are each followed by a sign, and the characters for numbers."""
    known = load(CHARACTERS_OF).quantities
    signs = {sign: int(n) for n, said in known.numerals.items() for sign in said if int(n) <= 10}
    digits = "".join(sign for sign, n in signs.items() if n < 10)
    ranges = "|".join(map(re.escape, ["-", "–", "—", "~", "～", *split(known.days), *split(known.range)]))
    number, day = rf"(?:\d{{1,2}}|[{''.join(signs)}]{{1,3}})", "|".join(split(known.day))
    year = rf"(?:(?:19|20)\d\d|[{digits}]{{4}})"
    return compiled(
        rf"(?<![\d{''.join(signs)}])(?:(?P<y>{year}){known.year})?(?P<m>{number}){known.month}"
        rf"(?:(?P<days>{number}(?:(?:{day})?(?:{ranges}){number}){{0,3}})(?:{day}))?"
        rf"|(?<![\d{''.join(signs)}])(?P<alone>{year}){known.year}",
        re.ASCII,
    ), signs


def by_signs(text: str, year: int | None) -> Iterator[Found]:
    """Dates whose numbers are each followed by a sign: 2020年7月23日, 二〇二五年五月一日."""
    pattern, signs = _signs()
    part = compiled(rf"\d+|[{''.join(signs)}]+", re.ASCII)
    for match in pattern.finditer(text):
        if match["alone"]:
            said = _number(match["alone"], signs)
            if said in _YEARS:
                yield str(said), *match.span()
            continue
        of = _number(match["y"], signs) if match["y"] else year
        month = _number(match["m"], signs)
        if match["days"]:
            days = [_number(day, signs) for day in part.findall(match["days"])]
            yield from valid(of, month, days, *match.span())
        elif 1 <= month <= 12:
            yield iso(of, month, None), *match.span()


def _number(said: str, signs: Mapping[str, int]) -> int:
    """Return the value of digits, of characters one for one, or with ten between them."""
    if said.isascii():
        return int(said)
    tens, ten, units = said.partition(next(sign for sign, value in signs.items() if value == _TEN))
    if not ten:
        return int("".join(str(signs[sign]) for sign in said))
    return (signs[tens[-1]] if tens else 1) * 10 + (signs[units[0]] if units else 0)
