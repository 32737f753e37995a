"""How a language writes its numbers, as its ``quantities.yaml`` says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import cache, cached_property, lru_cache

from msgspec import Struct

from readcmp.annotation.quantities.scan import VULGAR, Terms, Token, Value, fold, hyphen
from readcmp.languages import load

SYMBOLS = {
    "US$": "usd", "$": "usd", "€": "eur", "£": "gbp", "¥": "cny", "₽": "rub", "₴": "uah", "₹": "inr", "₩": "krw",
    "₺": "try", "A$": "aud", "C$": "cad", "HK$": "hkd", "R$": "brl",
}  # fmt: skip
"""Signs of currencies, before or after the number."""

CODES = {
    "USD": "usd", "EUR": "eur", "GBP": "gbp", "CNY": "cny", "RMB": "cny", "RUB": "rub", "UAH": "uah", "JPY": "jpy",
    "INR": "inr", "KRW": "krw", "TRY": "try", "CHF": "chf", "AUD": "aud", "CAD": "cad", "BRL": "brl", "MXN": "mxn",
}  # fmt: skip
"""Codes of currencies, before or after the number."""

_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_TENS = range(2 * _TEN, _HUNDRED, _TEN)

LONGEST = 80
"""No number is written as a longer word."""


class Forms(Struct, frozen=True, eq=False, dict=True):
    """The words of one language for numbers, each kind as what a token or several may stand for."""

    decimal: str
    one_word: bool
    numbers: Terms[Fraction]
    ordinals: Terms[Fraction]
    scales: Terms[Fraction]
    alone: frozenset[str]
    articles: Terms[None]
    leading: Terms[Fraction]
    parts: Terms[Fraction]
    several: Terms[Fraction]
    needs_of: frozenset[str]
    more: Terms[Fraction]
    of: Terms[None]
    after_scale: Terms[None]
    after_tens: Terms[None]
    twenties: frozenset[int]
    pairs: bool
    hours: Terms[None]
    minutes: Terms[None]
    lengths: Terms[Fraction]
    periods: Terms[Fraction]
    additional: Terms[None]
    minus: Terms[None]
    ranges: Terms[None]
    between: Terms[None]
    both: Terms[None]
    suffixes: Terms[None]
    percent: Terms[None]
    money: Terms[str]
    symbols: Terms[str]
    link: Terms[None]
    compounds: frozenset[str]
    stems: Mapping[str, Fraction]
    joint: str
    endings: tuple[str, ...]

    def compound(self, word: str) -> tuple[Fraction, bool] | None:
        """Return the value of several number words written as one, and whether it is one of a row."""
        return _compound(word, self) if self.stems and len(word) <= LONGEST else None

    def period(self, tokens: Sequence[Token], at: int) -> Fraction | None:
        """Return the days of the length of time that a token names, be it after "more" or a hyphen; None for none."""
        after = self.additional.end(tokens, at) or at + hyphen(tokens, at)
        found = self.periods.match(tokens, after)
        return found[0] if found else None

    @cached_property
    def _starts(self) -> frozenset[str]:
        terms = (self.numbers, self.ordinals, self.scales, self.articles, self.leading, self.lengths, self.hours)
        signs = (self.minus, self.symbols)
        return frozenset(VULGAR).union("-–−", *(found.starts for found in (*terms, *signs)))

    @cached_property
    def saying(self) -> Callable[[str], bool]:
        """What says of a folded token whether it is one of those of which every amount and every day has one."""
        terms = (self.numbers, self.ordinals, self.scales, self.leading, self.lengths, self.hours)
        parts = (self.parts, self.several)
        return _beginning(frozenset(VULGAR).union(*(found.starts for found in (*terms, *parts))), self._stems)

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        return tuple(self.stems)

    @cached_property
    def counts(self) -> Callable[[str], bool]:
        """What says whether digits or a number word, with an article before it or not, begin with a folded token."""
        terms = (self.numbers, self.ordinals, self.scales, self.articles)
        return _beginning(frozenset().union(*(found.starts for found in terms)), self._stems)

    @cached_property
    def begins(self) -> Callable[[str], bool]:
        """What says whether a quantity may begin with a folded token, so far as can be told without those after it."""
        return _beginning(self._starts, self._stems)


def _beginning(starts: frozenset[str], stems: tuple[str, ...]) -> Callable[[str], bool]:
    """Return what says of a folded token whether it is digits, one of some words, or begins with a stem."""

    def begins(text: str) -> bool:
        return "0" <= text[0] <= "9" or text in starts or (bool(stems) and text.startswith(stems))

    return lru_cache(maxsize=1 << 13)(begins)


@cache
def forms(language: str) -> Forms:
    """Return the forms of a language by its ISO 639-1 code; of a language without data, digits and symbols alone."""
    known = load(language).quantities
    numbers = valued(known.numbers)
    one_word = any("'" in word for word in numbers)

    def terms(found: Mapping[str, Value]) -> Terms[Value]:
        return Terms(found, one_word=one_word)

    def words(listed: str, *always: str) -> Terms[None]:
        return terms(dict.fromkeys([*always, *split(listed)]))

    currencies = {term: unit for unit, said in known.currencies.items() for term in split(said)}
    return Forms(
        decimal=known.decimal or ".",
        one_word=one_word,
        numbers=terms(numbers),
        ordinals=terms(_with_endings(valued(known.ordinals), split(known.endings))),
        scales=terms(valued(known.scales)),
        alone=frozenset(fold(word) for word in split(known.alone)),
        articles=words(known.article),
        leading=terms(valued(known.leading_parts)),
        parts=terms(valued(known.parts)),
        several=terms(valued(known.several_parts or known.parts)),
        needs_of=frozenset(split(known.needs_of)),
        more=terms(valued(known.more)),
        of=words(known.part_of),
        after_scale=words(known.after_scale),
        after_tens=words(known.after_tens),
        twenties=frozenset(int(n) for n in split(known.twenties)),
        pairs=known.years_in_pairs,
        hours=words(known.hours),
        minutes=words(known.minutes),
        lengths=terms(valued(known.lengths)),
        periods=terms(valued(known.periods)),
        additional=words(known.additional),
        minus=words(known.minus),
        ranges=words(known.range, "-", "–"),
        between=words(known.between),
        both=words(known.both),
        suffixes=words(known.ordinal),
        percent=words(known.percent, "%"),
        money=terms({**CODES, **SYMBOLS, **currencies}),
        symbols=terms({**CODES, **SYMBOLS}),
        link=words(known.link),
        compounds=frozenset(split(known.compounds)),
        stems={fold(word): value for word, value in valued(known.compound_stems).items()},
        joint=fold(known.compound_joint),
        endings=tuple(fold(ending) for ending in split(known.compound_endings)),
    )


def valued(said: Mapping[str, str]) -> dict[str, Fraction]:
    """Return the value of each term of a mapping from values to terms."""
    return {word: Fraction(value) for value, words in said.items() for word in split(words)}


def _with_endings(terms: Mapping[str, Fraction], endings: list[str]) -> dict[str, Fraction]:
    """Return terms with each ending in place of a ``*``."""
    return {
        term.removesuffix("*") + ending: value
        for term, value in terms.items()
        for ending in (endings if term.endswith("*") else ("",))
    }


@lru_cache(maxsize=1 << 12)
def _compound(word: str, forms: Forms) -> tuple[Fraction, bool] | None:
    """Read a word from the left as stems, the longest first, kept in a table so that no stretch is read twice.

    A scale multiplies what stands before it since the last greater one; of units and tens with a joint between them
    the order makes no difference to the sum.
    """
    found = _read(word, 0, (), forms, set())
    if found is None or (len(found[0]) == 1 and not found[1]):
        return None
    value = _added(found[0], joint=bool(forms.joint))
    return None if value is None else (value, found[1])


def _read(
    word: str, at: int, said: tuple[Fraction, ...], forms: Forms, dead: set[int]
) -> tuple[tuple[Fraction, ...], bool] | None:
    """Return the values of all stems, those ``said`` before a place among them, and whether an ending follows.

    ``dead`` are the places from which on nothing is read.
    """
    if said and word[at:] in ("", *forms.endings):
        return said, at < len(word)
    for end in range(len(word), at, -1) if at not in dead else ():
        value = forms.stems.get(word[at:end])
        if value is not None:
            joined = bool(forms.joint) and value < _TEN and word.startswith(forms.joint, end)
            after = (end + len(forms.joint), end) if joined else (end,)
            found = next(filter(None, (_read(word, start, (*said, value), forms, dead) for start in after)), None)
            if found:
                return found
    dead.add(at)
    return None


def _added(said: tuple[Fraction, ...], *, joint: bool) -> Fraction | None:
    """Add up the stems of a word; None where they are in no order that a number has."""
    total, group, room = Fraction(0), Fraction(0), _THOUSAND
    for value in said:
        if value >= _THOUSAND:
            total, group, room = total + (group or 1) * value, Fraction(0), _THOUSAND
        elif value == _HUNDRED and group < _TEN:
            group, room = (group or Fraction(1)) * _HUNDRED, _HUNDRED
        elif value < room:
            group, room = group + value, _HUNDRED if value >= _HUNDRED else _TEN if value in _TENS else 0
        elif joint and group % _HUNDRED in range(1, _TEN) and value in _TENS:
            group, room = group + value, 0
        else:
            return None
    return total + group


def split(said: str) -> list[str]:
    """Return the terms of a comma-separated text; an apostrophe is the plain one."""
    return [term.strip().replace("’", "'") for term in said.split(",") if term.strip()]


def written(value: Fraction) -> str:
    """Return a number in decimal form, or as a fraction where that has no end."""
    for places in range(13):
        scaled = value * 10**places
        if scaled.denominator == 1:
            digits = f"{abs(scaled.numerator):0{places + 1}}"
            said = f"{digits[:-places]}.{digits[-places:]}" if places else digits
            return f"-{said}" if value < 0 else said
    return f"{value.numerator}/{value.denominator}"
