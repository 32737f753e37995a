"""The numbers of a text in one decimal form, with what they count: a share, a sum of money, a place in a row.

How a language writes them stands in its ``quantities.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from readcmp.annotation.quantities.amounts import Reader
from readcmp.annotation.quantities.forms import forms, written
from readcmp.annotation.quantities.scan import GLUED, PARTED, hyphen, scan
from readcmp.annotation.quantities.words import Amount
from readcmp.languages import load

YEARS = range(1900, 2100)

FEWEST = 3
"""Smaller numbers written as words count nothing by themselves: the two sides, one and all."""

FIRST = 4
"""Nor do places in a row before this one: third countries."""

MINUS, OPENING = "-–−", "([“„«\"'"
Found = tuple[str, str, int, int]

_LONG_ENDING = 4
"""Letters. A longer ending of a number in digits is a word, which a space may part from it: 20 aniversario."""


class Quantity(Struct, frozen=True):
    """An amount with its unit, and the tokens it is said in."""

    amount: Amount
    unit: str
    ordinal: bool
    negative: bool
    start: int
    end: int
    period: bool = False

    @property
    def counts(self) -> bool:
        """Whether it counts anything: one and two in words do not, unless of a length of time."""
        amount = self.amount
        if not amount.worded or self.unit or self.period or amount.value.denominator > 1:
            return True
        return amount.value >= (FIRST if self.ordinal else FEWEST)


def numbers(text: str, language: str) -> Iterator[Found]:
    """Return ``number`` and value, or ``date`` for a bare year, with the offsets; ``language`` is an ISO 639-1 code."""
    if load(language).quantities.numerals:
        from readcmp.annotation.quantities import chinese

        yield from chinese.numbers(text)
        return
    found = _Numbers(text, language)
    begins = [found.forms.begins(token.text) for token in found.tokens]
    at = 0
    while at < len(begins):
        if not begins[at]:
            at += 1
            continue
        first = found.quantity(at)
        if first is None:
            at = found.after(at)
            continue
        second = found.second(first)
        start, end = found.tokens[first.start].start, found.tokens[(second or first).end - 1].end
        if second is None:
            if first.counts:
                yield *_said(first), start, end
            at = first.end
            continue
        for one in (found.alike(first, second), second):
            if one.counts or second.counts:
                yield *_said(one), start, end
        at = second.end


def _said(quantity: Quantity) -> tuple[str, str]:
    """Return the kind of a quantity and its value in one form."""
    value = written(-quantity.amount.value if quantity.negative else quantity.amount.value)
    if quantity.amount.year and not quantity.unit:
        return "date", value
    if quantity.unit == "%":
        return "number", f"{value}%"
    if quantity.unit:
        return "number", f"{value} {quantity.unit}"
    return "number", f"{value}th" if quantity.ordinal else value


class _Numbers:
    """The quantities of one text."""

    def __init__(self, text: str, language: str) -> None:
        self.text, self.forms = text, forms(language)
        self.tokens = scan(text, one_word=self.forms.one_word)
        self.reader = Reader(text, self.tokens, self.forms)

    def after(self, at: int) -> int:
        """Return the token to go on with where no quantity begins: digits of a code go by as a whole."""
        return self.reader.skip(at) if self._is_digit(at) else at + 1

    def quantity(self, at: int, *, bound: bool = False) -> Quantity | None:
        """Return the quantity that begins at a token, with sign and unit; ``bound`` lets it hang on what precedes."""
        start, negative, marked = at, False, False
        if (word := self.forms.minus.end(self.tokens, at)) is not None:
            at, negative = word, True
        elif self._is_sign(at):
            negative, marked, at = True, self.tokens[at].text != "−", at + 1
        symbol = self.forms.symbols.match(self.tokens, at)
        if symbol is not None:
            at = symbol[1]
            if at < len(self.tokens) and self._is_sign(at, glued=True):
                negative, at = True, at + 1
        elif at == start and not (bound or self._begins(at)):
            return None
        if at >= len(self.tokens) or (symbol and not self._is_digit(at)) or (at > start and self._parted(at)):
            return None
        amount = self.reader.amount(at)
        if amount is None:
            return None
        found = self._with_unit(amount, str(symbol[0]) if symbol else "", start, at, negative=negative)
        if found is None or (marked and not (found.unit or amount.value.denominator > 1)):
            return None
        return found

    def second(self, first: Quantity) -> Quantity | None:
        """Return the other end of a range, where what it says of unit and scale belongs to both."""
        at = first.end
        if at >= len(self.tokens) or first.ordinal or first.amount.year or self.tokens[at].gap == PARTED:
            return None
        both = self.forms.both if first.start and self.forms.between.end(self.tokens, first.start - 1) else None
        after = self.forms.ranges.end(self.tokens, at) or (both.end(self.tokens, at) if both else None)
        if after is None or after >= len(self.tokens):
            return None
        second = self.quantity(after, bound=True) if not self._is_sign(after) else None
        if second is None or second.ordinal or second.amount.year or first.unit not in ("", second.unit):
            return None
        if first.unit == second.unit == "" and first.amount.worded != second.amount.worded:
            return None
        scaled = first.amount.factor == 1 < second.amount.factor
        low = first.amount.value * (second.amount.factor if scaled else 1)
        return second if low < second.amount.value or (first.unit != second.unit) else None

    @staticmethod
    def alike(first: Quantity, second: Quantity) -> Quantity:
        """Return the first end of a range with the unit and the scale of the second."""
        value, factor = first.amount.value, second.amount.factor
        if first.amount.factor == 1 and value * factor <= second.amount.value:
            value *= factor
        amount = Amount(value, first.amount.end, first.amount.worded)
        return Quantity(amount, second.unit, first.ordinal, first.negative, first.start, first.end)

    def _with_unit(self, amount: Amount, unit: str, start: int, at: int, *, negative: bool) -> Quantity | None:
        """Add what stands after an amount: a place in a row, percent, a currency; None where it is no number."""
        end, ordinal, digit = amount.end, amount.ordinal, self._is_digit(at)
        suffix = self.forms.suffixes.end(self.tokens, end) if digit and amount.factor == 1 else None
        if suffix is not None and (self.tokens[end].gap == GLUED or len(self.tokens[suffix - 1].text) > _LONG_ENDING):
            end, ordinal = suffix, True
        if not ordinal and not unit:
            after = end + hyphen(self.tokens, end)
            if (percent := self.forms.percent.end(self.tokens, after)) is not None:
                end, unit = percent, "%"
            else:
                linked = self.forms.link.end(self.tokens, after) or after
                money = self.forms.money.match(self.tokens, linked)
                if money is not None and self.tokens[linked].gap != PARTED:
                    end, unit = money[1], str(money[0])
        if end == amount.end and not self._ends(end, digit=digit):
            return None
        if digit and self._is_year(at, amount) and not (unit or ordinal):
            amount = Amount(amount.value, amount.end, year=True)
        return Quantity(amount, unit, ordinal, negative, start, end, self._is_period(amount, end))

    def _is_period(self, amount: Amount, at: int) -> bool:
        """Whether an amount is one of a length of time, but not "one day"."""
        days = self.forms.period(self.tokens, at)
        return days is not None and amount.value * days > 1

    def _is_year(self, at: int, amount: Amount) -> bool:
        return amount.end == at + 1 and len(self.tokens[at].text) == 4 and amount.value in YEARS

    def _begins(self, at: int) -> bool:
        """Whether a number may begin at a token: nothing hangs on it from the left."""
        token = self.tokens[at]
        if token.gap != GLUED:
            return True
        before = self.tokens[at - 1]
        if before.text in "-" and at > 1 and before.gap == GLUED:
            return not self.tokens[at - 2].text.isalpha()
        return not (before.text[0].isalnum() or before.text in ".:/+_")

    def _ends(self, at: int, *, digit: bool) -> bool:
        """Whether a number may end before a token: nothing hangs on it from the right."""
        if at >= len(self.tokens) or self.tokens[at].gap != GLUED:
            return True
        token = self.tokens[at]
        if token.text == "-" and hyphen(self.tokens, at):
            after = self.tokens[at + 1]
            return not (after.text in self.forms.compounds or (digit and len(after.raw) == 1 and after.raw.isupper()))
        return not (token.text[0].isalpha() or token.text in "+:/_")

    def _parted(self, at: int) -> bool:
        return self.tokens[at].gap == PARTED

    def _is_sign(self, at: int, *, glued: bool = False) -> bool:
        """Whether a minus stands at a token: before digits or a currency, and after no number."""
        if self.tokens[at].text not in MINUS or at + 1 >= len(self.tokens) or self.tokens[at + 1].gap != GLUED:
            return False
        if not (self._is_digit(at + 1) or self.forms.symbols.match(self.tokens, at + 1)):
            return False
        if at == 0 or glued or self._parted(at):
            return True
        before = self.tokens[at - 1].text
        return before in OPENING if self.tokens[at].gap == GLUED else not before[0].isdigit()

    def _is_digit(self, at: int) -> bool:
        return "0" <= self.tokens[at].text[0] <= "9"
