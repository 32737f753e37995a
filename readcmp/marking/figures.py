"""Numbers, dates and quoted words of a text, in one form however they are written.

How a language writes them stands with the lexicon, in ``figures.<language>.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from readcmp.lexicon import reading

SYMBOLS = {"US$": "usd", "$": "usd", "€": "eur", "£": "gbp", "¥": "cny", "₽": "rub", "₴": "uah"}
QUOTED = re.compile(
    r"“([^”“]{1,200})”|\"([^\"]{1,200})\"|«([^»«]{1,200})»|„([^“”„]{1,200})[“”]|「([^」]{1,100})」"
    r"|(?<!\w)‘([^‘’]{1,60})’(?!\w)"
)
"""Quoted words: double quotes of any kind as pairs, single ones only where they are short and turned."""

CHINESE_DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?|(\d{4})年")
YEARS = range(1900, 2100)


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
    dates = list(_dates(text, language, year))
    taken = [(f.start, f.end) for f in dates]
    numbers = (f for f in _numbers(text, language) if not any(a < f.end and f.start < b for a, b in taken))
    return tuple(sorted((*dates, *numbers, *_quotes(text)), key=lambda f: (f.start, -f.end)))


def _quotes(text: str) -> Iterator[Figure]:
    for match in QUOTED.finditer(text):
        said = " ".join(next(group for group in match.groups() if group is not None).split())
        value = said.strip(" .,;:!?…'’\"").lower()
        if value:
            yield Figure("quote", value, match.start(), match.end())


def _dates(text: str, language: str, year: int | None) -> Iterator[Figure]:
    if "月" in text or "年" in text:
        for match in CHINESE_DATE.finditer(text):
            said_year, month, day, alone = match.groups()
            if alone:
                yield Figure("date", alone, *match.span())
            elif 1 <= int(month) <= 12:
                yield Figure("date", _iso(said_year or year, int(month), day), *match.span())
    months, pattern = _month_pattern(_short(language))
    if pattern is None:
        return
    for match in pattern.finditer(text):
        groups = match.groupdict()
        month = months[(groups["m1"] or groups["m2"] or groups["m3"]).lower()]
        day = groups["d1"] or groups["d2"]
        if day and not 1 <= int(day) <= 31:
            continue
        said = groups["y1"] or groups["y2"] or groups["y3"] or year
        yield Figure("date", _iso(said, month, day), *match.span())


def _iso(year: str | int | None, month: int, day: str | None) -> str:
    head = f"{year}-{month:02}" if year else f"--{month:02}"
    return f"{head}-{int(day):02}" if day else head


@lru_cache
def _month_pattern(language: str) -> tuple[Mapping[str, int], re.Pattern[str] | None]:
    data = reading.read(f"figures.{language}")
    if "months" not in data:
        return {}, None
    months = {name: n for n, names in enumerate(data["months"].split(","), 1) for name in names.split()}
    # "may" and "march" are months only in capitals, "Mar" and its like only where a day stands by.
    names = "|".join(sorted((_cased(name) for name in months), key=len, reverse=True))
    full = "|".join(sorted(_cased(name) for name in months if len(name) > 3 or name in ("may", "май", "мая", "мае")))
    end = r"(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{1,2}(?:st|nd|rd|th)?)?"
    year = r"(?:,?\s+(?:of\s+)?(?P<y{}>(?:19|20)\d\d)\b)"
    return months, re.compile(
        rf"\b(?P<m1>{names})\.?\s+(?:the\s+)?(?P<d1>\d{{1,2}}){end}(?![\w:%])(?!,\d){year.format(1)}?"
        rf"|\b(?P<d2>\d{{1,2}}){end}\s+(?:of\s+)?(?P<m2>{names})\b{year.format(2)}?"
        rf"|\b(?P<m3>{full})\b{year.format(3)}",
    )


def _cased(name: str) -> str:
    """Give the pattern of a month: with a capital, or, in Cyrillic, in either case."""
    return name.capitalize() if name.isascii() else f"[{name[0].upper()}{name[0]}]{name[1:]}"


def _numbers(text: str, language: str) -> Iterator[Figure]:
    grammar = _grammar(_short(language))
    for match in grammar.pattern.finditer(text):
        symbol, digits, word, half, scale, percent, currency, ordinal = match.group(
            "symbol", "digits", "word", "half", "scale", "percent", "currency", "ordinal"
        )
        if digits and digits.startswith("0") and digits.isdigit():
            continue  # the torn end of a number, or a code
        if digits:
            whole = re.sub(r"[\s\u00a0\u202f]", "", digits).replace("," if grammar.decimal == "." else ".", "")
            number = Decimal(whole.replace(",", "."))
        elif half:
            number = Decimal("0.5")
        else:
            number = Decimal(grammar.numbers[word.lower()])
        if scale:
            number *= grammar.scales[scale.lower()]
        value = format(number.normalize(), "f")
        unit = SYMBOLS[symbol] if symbol else grammar.currencies.get((currency or "").lower(), "")
        year = digits and len(digits) == 4 and digits.isdigit() and int(digits) in YEARS
        if year and not (scale or percent or unit or ordinal):
            yield Figure("date", digits, *match.span("digits"))
        elif percent:
            yield Figure("number", f"{value}%", *match.span())
        elif unit:
            yield Figure("number", f"{value} {unit}", *match.span())
        else:
            yield Figure("number", f"{value}th" if ordinal else value, *match.span())


@dataclass(frozen=True, slots=True)
class _Grammar:
    decimal: str
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    currencies: Mapping[str, str]
    pattern: re.Pattern[str]


@lru_cache
def _grammar(language: str) -> _Grammar:
    data = reading.read(f"figures.{language}")
    decimal = data.get("decimal", ".")
    numbers = {word: int(n) for n, word in data.get("numbers", {}).items()}
    scales = {word: int(n) for n, words in data.get("scales", {}).items() for word in words.split()}
    currencies = {
        term.strip().lower(): unit for unit, terms in data.get("currencies", {}).items() for term in terms.split(",")
    }
    thousands, point = (r",", r"\.") if decimal == "." else (r"[.\s\u00a0\u202f]", ",")
    edge = r"\b" if language != "zh" else ""
    space = r"[\s\u00a0-]?"
    compounds = rf"(?![-‑](?:{_any(_listed(data, 'compounds'))})\b)"
    pattern = (
        r"(?<![\w.:/+])(?<![^\W\d_][-‑])"
        rf"(?:(?P<symbol>{_any(SYMBOLS)})\s?)?"
        rf"(?:(?P<digits>\d{{1,3}}(?:{thousands}\d{{3}})+(?:{point}\d+)?(?!\d)|\d+(?:{point}\d+)?)"
        rf"|(?P<word>{_any(numbers)})\b{compounds}|(?P<half>{data.get('half', '(?!)')})(?=\s+(?:{_any(scales)})\b))"
        rf"(?:(?P<ordinal>st|nd|rd|th)\b|(?:{space}(?P<scale>{_any(scales)}){edge})?"
        rf"(?:\s?(?P<percent>%|(?:{_any(_listed(data, 'percent'))})\b)"
        rf"|\s?(?:U\.S\.\s)?(?P<currency>{_any(currencies)}){edge})?)"
    )
    after = r"(?![\w+:/]|[-‑]?(?-i:[A-Z]\b))" if language != "zh" else r"(?![0-9A-Za-z:+])"
    return _Grammar(decimal, numbers, scales, currencies, re.compile(pattern + after, re.I))


def _listed(data: Mapping[str, Any], key: str) -> list[str]:
    return [term.strip() for term in data.get(key, "").split(",")]


def _any(words: Mapping[str, object] | list[str]) -> str:
    """Give an alternative of words, the longest first; of none, what never matches."""
    found = [re.escape(word) for word in sorted(words, key=len, reverse=True) if word]
    return "|".join(found) or r"(?!)"


def _short(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()
