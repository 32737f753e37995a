"""The dates of a text in ISO 8601, as far as they are said, in whichever order and language they are written.

What could be two dates, 03/05/2024 in English, is none. Both ends of a range are dates, and each day of a list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from readcmp.annotation.quantities.amounts import Reader
from readcmp.annotation.quantities.digit_dates import Found, by_signs, in_digits, iso, valid
from readcmp.annotation.quantities.forms import forms, split
from readcmp.annotation.quantities.scan import GLUED, PARTED, Terms, fold, scan, words
from readcmp.languages import load

_YEARS = range(1000, 2100)
_MOST = 4
"""More days are not listed before one month."""


def dates(text: str, language: str, year: int | None = None) -> Iterator[Found]:
    """Return each date with its offsets; ``language`` is an ISO 639-1 code, ``year`` completes dates without one."""
    known = load(language).quantities
    yield from in_digits(text, language, year)
    if known.year:
        yield from by_signs(text, year)
    if known.months:
        named = _Named(text, language, year)
        months, begins = named.months.starts, named.forms.begins
        likely = [token.text in months or begins(token.text) for token in named.tokens]
        at = 0
        while at < len(likely):
            found = named.read(at) if likely[at] else None
            yield from found.dates if found else ()
            at = found.end if found else at + 1


def may_say_quantity(text: str, language: str) -> bool:
    """Return whether a number or a date may stand in a text: a digit, a number word or a month does, as in few."""
    known = load(language).quantities
    if known.numerals or known.year:  # characters for numbers are parts of words too
        return True
    form, months = forms(language), _months(language).names
    return any(form.saying(word) or word in months for word in words(text, one_word=form.one_word))


class _Months(Struct, frozen=True):
    """How a language names its months, and what stands before, between and after the parts of a date."""

    names: Mapping[str, tuple[int, bool, bool]]
    starts: frozenset[str]
    of: Terms[None]
    mark: Terms[None]
    joints: Terms[None]
    articles: Terms[None]
    month_first: bool
    before_month: frozenset[str]
    before_bare: frozenset[str]
    in_words: bool


@cache
def _months(language: str) -> _Months:
    known = load(language).quantities
    names = {
        fold(name.rstrip(".")): (number, name.endswith("."), name[0].isupper())
        for number, group in enumerate(known.months.split(","), 1)
        for name in group.split()
    }
    articles = Terms(dict.fromkeys(split(known.day_article)))
    return _Months(
        names,
        articles.starts | names.keys(),
        Terms(dict.fromkeys(split(known.of))),
        Terms(dict.fromkeys(split(known.day))),
        Terms(dict.fromkeys(["-", "–", "/", *split(known.days)])),
        articles,
        known.month_first,
        frozenset(split(known.month_alone)),
        frozenset(fold(word) for word in split(known.before_months)),
        known.day_in_words,
    )


class _Read(Struct, frozen=True):
    """The dates that one stretch says, and the token after it."""

    dates: tuple[Found, ...]
    end: int


class _Named:
    """What reads the dates of one text whose months have names."""

    def __init__(self, text: str, language: str, year: int | None) -> None:
        self.forms, self.months, self.year = forms(language), _months(language), year
        self.tokens = scan(text, one_word=self.forms.one_word)
        self.reader = Reader(text, self.tokens, self.forms)

    def read(self, at: int) -> _Read | None:
        """Return the date or dates that begin at a token."""
        if self._hangs(at):
            return None
        days, after = self._days(at)
        if days:
            month = self._month(self._past_of(after))
            return None if month is None else self._read(at, days, month[0], month[1])
        month = self._month(at)
        if month is None:
            return None
        if self.months.month_first:
            days, after = self._days(self._past_of(month[1]))
            said, _ = self._year(after) if days else (None, 0)
            alone = at > 0 and self.tokens[at - 1].text in self.months.before_month
            if days and self._is_day(after) and (said or not alone):
                return self._read(at, days, month[0], after)
        return None if month[2] else self._read(at, [], month[0], month[1])

    def _read(self, start: int, days: list[int], month: int, at: int) -> _Read | None:
        year, end = self._year(at)
        span = self.tokens[start].start, self.tokens[end - 1].end
        if found := tuple(valid(year or self.year, month, days, *span) if days else ()):
            return _Read(found, end)
        told = year or (not days and start > 0 and self.tokens[start - 1].text in self.months.before_bare)
        return _Read(((iso(year, month, None), *span),), end) if told else None

    def _hangs(self, at: int) -> bool:
        """Whether a token hangs on what stands before it."""
        if at == 0 or self.tokens[at].gap != GLUED:
            return False
        before = self.tokens[at - 1].text
        return before[0].isalnum() or before in ".,:/+_-–"

    def _days(self, at: int) -> tuple[list[int], int]:
        """Return the days that begin at a token, with what stands between them, and the token after them."""
        days: list[int] = []
        end = after = at
        while len(days) < _MOST and (day := self._day(after)) is not None:
            days.append(day[0])
            end = day[1]
            joint = self.months.joints.end(self.tokens, end)
            comma = joint is None and end < len(self.tokens) and self.tokens[end].text == "," and self._listed(end + 1)
            after = joint or (end + 1 if comma else len(self.tokens))
        return days, end

    def _listed(self, at: int) -> bool:
        """Whether days go on after a comma up to a word that joins the last: 5, 6 and 7."""
        for _ in range(_MOST):
            day = self._day(at)
            if day is None or day[1] >= len(self.tokens):
                return False
            if self.months.joints.end(self.tokens, day[1]) is not None:
                return True
            if self.tokens[day[1]].text != ",":
                return False
            at = day[1] + 1
        return False

    def _day(self, at: int) -> tuple[int, int] | None:
        """Return the day of a month that a token or several name, and the token after it."""
        at = self.months.articles.end(self.tokens, at) or at
        if at >= len(self.tokens):
            return None
        text = self.tokens[at].text
        if "0" <= text[0] <= "9":
            if len(text) > 2 or not 1 <= int(text) <= 31:
                return None
            mark = self.months.mark.end(self.tokens, at + 1)
            glued = mark is not None and self.tokens[at + 1].gap == GLUED
            return int(text), mark if mark is not None and glued else at + 1
        if not text[0].isalpha():
            return None
        found = self.reader.row(at) or (self.reader.cardinal(at) if self.months.in_words else None)
        return (int(found[0]), found[1]) if found and found[0] in range(1, 32) else None

    def _is_day(self, at: int) -> bool:
        """Whether digits before a token may be a day: no rest of a number or of a time of day follows."""
        if at >= len(self.tokens):
            return True
        token = self.tokens[at]
        if token.gap != GLUED:
            return self.forms.scales.match(self.tokens, at) is None and token.text != "%"
        number = self._digit_glued(at + 1)
        if token.text == "," and number:
            return self._year(at)[0] is not None
        return not (token.text[0].isalnum() or token.text in "%_" or (token.text in ":.,/" and number))

    def _month(self, at: int) -> tuple[int, int, bool] | None:
        """Return a month, the token after it, and whether it is shortened."""
        if at >= len(self.tokens):
            return None
        token = self.tokens[at]
        found = self.months.names.get(token.text)
        if found is None or (token.gap == PARTED and at > 0 and self.tokens[at - 1].text.isdigit()):
            return None
        (number, shortened, capital), end = found, at + 1
        if (capital and not token.raw[0].isupper()) or self._word_goes_on(end):
            return None
        dot = shortened and end < len(self.tokens) and self.tokens[end].text == "." and not self.tokens[end].gap
        return number, end + dot, shortened

    def _word_goes_on(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].gap == GLUED and self.tokens[at].text.isalnum()

    def _past_of(self, at: int) -> int:
        """Return the token after words such as "of the" that may stand between the parts of a date."""
        for _ in range(2):
            at = self.months.of.end(self.tokens, at) or at
        return at

    def _year(self, at: int) -> tuple[str | None, int]:
        """Return the year that a token says, or None, and the token after it."""
        after = at
        if after < len(self.tokens) and self.tokens[after].text == "," and self.tokens[after].gap == GLUED:
            after += 1
        after = self._past_of(after)
        if after >= len(self.tokens) or self.tokens[after].gap == PARTED:
            return None, at
        text, end = self.tokens[after].text, after + 1
        is_year = len(text) == len("2025") and text.isascii() and text.isdigit() and int(text) in _YEARS
        if not is_year or self._word_goes_on(end) or self._number_goes_on(end):
            return None, at
        return text, end

    def _number_goes_on(self, at: int) -> bool:
        return (
            at < len(self.tokens)
            and self.tokens[at].text in ".,:"
            and not self.tokens[at].gap
            and self._digit_glued(at + 1)
        )

    def _digit_glued(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].gap == GLUED and self.tokens[at].text[0].isdigit()
