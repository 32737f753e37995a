"""The numbers of a text in one decimal form, with what they count: a share, a sum of money, a place in a row.

How a language writes them stands in ``figures.<language>.yaml`` of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from readcmp.lexicon import reading

SYMBOLS = {"US$": "usd", "$": "usd", "€": "eur", "£": "gbp", "¥": "cny", "₽": "rub", "₴": "uah"}
YEARS = range(1900, 2100)

FEWEST = 3
"""Smaller numbers written as words count nothing by themselves: the two sides, one and all."""

SPACE = r"[\s\u00a0\u202f]"
Found = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class _Grammar:
    decimal: str
    words: Mapping[str, Decimal]
    scales: Mapping[str, int]
    currencies: Mapping[str, str]
    numerals: Mapping[str, int]
    pattern: re.Pattern[str]
    part: re.Pattern[str]


def numbers(text: str, language: str) -> Iterator[Found]:
    """Give ``number`` and value, or ``date`` for a bare year, with the offsets; ``language`` is an ISO 639-1 code."""
    grammar = _grammar(language)
    for match in grammar.pattern.finditer(text):
        digits, word = match["digits"], match["word"]
        if digits and digits.startswith("0") and digits.isdigit():
            continue  # the torn end of a number, or a code
        value = _value(match, grammar)
        symbol = match["symbol"] or match["behind"]
        unit = SYMBOLS[symbol] if symbol else grammar.currencies.get((match["currency"] or "").lower(), "")
        percent, ordinal = match["percent"] or match["part"], match["ordinal"]
        if (word or match["numeral"]) and value < FEWEST and not (percent or unit):
            continue
        said = format(value.normalize(), "f")
        year = digits and len(digits) == 4 and digits.isdigit() and int(digits) in YEARS
        if year and not (match["scale"] or percent or unit):
            yield "date", said, *match.span("digits")
        elif percent:
            yield "number", f"{said}%", *match.span()
        elif unit:
            yield "number", f"{said} {unit}", *match.span()
        else:
            yield "number", f"{said}th" if ordinal else said, *match.span()


def _value(match: re.Match[str], grammar: _Grammar) -> Decimal:
    if match["numeral"]:
        found = grammar.part.findall(match["numeral"])
        return sum((_numeral(n, grammar) * grammar.scales.get(scale, 1) for n, scale in found), Decimal(0))
    if match["digits"]:
        value = _digits(match["digits"], grammar.decimal)
    elif match["tens"]:
        value = grammar.words[match["tens"].lower()] + grammar.words[match["unit"].lower()]
    else:
        value = grammar.words[(match["word"] or match["fraction"]).lower()]
    return value * grammar.scales.get((match["scale"] or "").lower().rstrip("."), 1)


def _digits(said: str, decimal: str) -> Decimal:
    """Give the value of digits with what parts thousands and decimals."""
    plain = re.sub(SPACE, "", said)
    if decimal == ".":
        return Decimal(plain.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        plain = plain.replace(".", "")
    return Decimal(plain.replace(",", "."))


def _numeral(said: str, grammar: _Grammar) -> Decimal:
    """Give the value of characters for numbers: 三十五 is 35, 百 multiplies what stands before it."""
    if said[0] not in grammar.numerals:
        return Decimal(said)
    total = last = 0
    for character in said:
        value = grammar.numerals[character]
        if value >= 10:
            total, last = total + (last or 1) * value, 0
        else:
            last = value
    return Decimal(total + last)


@lru_cache
def _grammar(language: str) -> _Grammar:
    data = reading.read(f"figures.{language}")
    decimal = data.get("decimal", ".")
    words = {word: Decimal(str(n)) for n, said in data.get("numbers", {}).items() for word in split(said)}
    fractions = {word: Decimal(str(n)) for n, said in data.get("fractions", {}).items() for word in split(said)}
    scales = {word: int(n) for n, said in data.get("scales", {}).items() for word in split(said)}
    currencies = {term: unit for unit, said in data.get("currencies", {}).items() for term in split(said)}
    numerals = {character: int(n) for n, said in data.get("numerals", {}).items() for character in said}
    spaced = not numerals
    part = _part(decimal, scales, numerals)
    counted = alternative(listed(data, "counted"))
    edge = r"(?!\w)" if spaced else ""
    space = rf"(?:{SPACE}|-)?"
    compounds = rf"(?![-‑](?:{alternative(listed(data, 'compounds'))})\b)"
    tens = [word for word, n in words.items() if n in range(20, 100, 10)]
    units = [word for word, n in words.items() if n < 10]
    scale = rf"(?:{alternative(scales)}){edge}"
    number = (
        rf"(?P<tens>{alternative(tens)})[\s-](?P<unit>{alternative(units)})\b{compounds}"
        rf"|(?P<fraction>{alternative(fractions)})(?={space}{scale})"
        rf"|(?P<word>{alternative(words)})\b{compounds}"
    )
    figure, numeral = _figure(decimal), r"(?!)"
    if not spaced:
        signs = "".join(numerals)
        more = "[多余]?"
        figure = rf"{figure}(?!{more}(?:{alternative(scales)}))"
        scaled = rf"(?:{_figure(decimal)}|[{signs}]+){more}(?:{alternative(scales)})"
        numeral = (
            rf"(?![百千])(?:(?:{scaled})+(?:[{signs}]+(?!{more}[{signs}]))?|[{signs}]+(?={more}(?:{counted}))"
            rf"|(?<={data['per cent']})[{signs}]+)"
        )
    before = r"(?<![\w.:/+])(?<![^\W\d_][-‑])" if spaced else r"(?<![0-9A-Za-z.:/+])"
    day = alternative(listed(data, "day"))
    after = r"(?![\w+:/]|[-‑]?(?-i:[A-Z]\b))" if spaced else rf"(?![0-9A-Za-z:+]|{day})"
    link = rf"(?:{alternative(listed(data, 'link'))})?{SPACE}?"
    pattern = (
        rf"{before}(?:(?P<symbol>{alternative(SYMBOLS)})\s?)?(?P<part>{alternative(listed(data, 'per cent'))})?"
        rf"(?:(?P<numeral>{numeral})|{number}|(?P<digits>{figure}))"
        rf"(?:(?P<ordinal>{_ordinals(data)}){edge}|(?:{space}(?P<scale>{scale}))?"
        rf"(?:{SPACE}?(?P<percent>%|(?:{alternative(listed(data, 'percent'))})(?!\w))"
        rf"|{SPACE}?(?P<behind>[$€£¥₽₴])|{SPACE}?{link}(?P<currency>{alternative(currencies)}){edge})?){after}"
    )
    return _Grammar(
        decimal,
        {**words, **fractions},
        {word.lower().rstrip("."): n for word, n in scales.items()},
        {term.lower(): unit for term, unit in currencies.items()},
        numerals,
        re.compile(pattern, re.I),
        part,
    )


def _figure(decimal: str) -> str:
    """Give the pattern of digits: with thousands parted, or plain, with or without decimals."""
    if decimal == ".":
        return r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
    return rf"\d{{1,3}}(?:(?:\.|{SPACE})\d{{3}})+(?:,\d+)?(?!\d)|\d+(?:,\d+|\.\d{{1,2}}(?!\d))?"


def _part(decimal: str, scales: Iterable[str], numerals: Iterable[str]) -> re.Pattern[str]:
    """Give the pattern of one number and its scale within a number of several: 一亿, 五千万."""
    signs = "".join(numerals) or "-"
    return re.compile(rf"((?:{_figure(decimal)})|[{signs}]+)[多余]?({alternative(scales)})?")


def _ordinals(data: Mapping[str, Any]) -> str:
    """Give the pattern of what makes a number one of a row; whole words may stand after a space."""
    terms = [re.escape(term).replace(r"\-", "[-‑]") for term in sorted(listed(data, "ordinal"), key=len, reverse=True)]
    return "|".join(rf"\s?{term}" if term[-3:].isalpha() and len(term) > 8 else term for term in terms) or r"(?!)"


def listed(data: Mapping[str, Any], key: str) -> list[str]:
    """Give the terms of a comma-separated text that data may hold."""
    return split(str(data.get(key, "")))


def split(said: str) -> list[str]:
    """Give the terms of a comma-separated text."""
    return [term.strip() for term in said.split(",") if term.strip()]


def alternative(words: Iterable[str]) -> str:
    """Give the pattern of any of some words, the longest first, a last full stop optional; of none, of nothing."""
    found = [
        re.escape(word.removesuffix(".")) + (r"\.?" if word.endswith(".") and len(word) > 1 else "")
        if len(word) > 1
        else re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    ]
    return "|".join(found) or r"(?!)"
