"""The place values of Chinese numbers: each multiplies all that stands before it since the last greater one."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from msgspec import Struct

from readcmp.annotation.quantities.sums import DIGITS, Sum, digits_value
from readcmp.languages import load

CHARACTERS_OF = "zh"
"""The language whose files say how numbers are written in characters."""

LONGEST = 40
"""More characters in a row are no number."""

_TEN, _HUNDRED = 10, 100


class Placed(Struct, frozen=True):
    """A number, where it ends, whether in digits, by what its last place multiplies it; another one in 二三十."""

    value: Fraction
    end: int
    digits: bool
    factor: int
    upper: Fraction | None


@cache
def signs() -> Mapping[str, int]:
    """Return the value of each character for a number: of digits, of tens, hundreds and more."""
    numerals = load(CHARACTERS_OF).quantities.numerals
    return {sign: int(n) for n, said in numerals.items() for sign in said}


def value_at(text: str, at: int, *, whole: bool = False) -> Placed | None:
    """Return the number that begins at an offset; ``whole`` lets a hundred begin it, as in 百分之百."""
    return _Reader(text, at, whole=whole).read()


def run_at(text: str, at: int) -> tuple[str, int] | None:
    """Return the characters for single digits that begin at an offset, as digits, and their end."""
    values, run = signs(), ""
    while len(run) < LONGEST and at < len(text) and values.get(text[at], _TEN) < _TEN:
        run += str(values[text[at]])
        at += 1
    return (run, at) if run else None


class _Reader:
    """What reads one number, character by character."""

    def __init__(self, text: str, at: int, *, whole: bool) -> None:
        known = load(CHARACTERS_OF).quantities
        self.text, self.start, self.at, self.end, self.whole = text, at, at, at, whole
        self.more, self.point = known.and_more, known.point
        self.said = Sum()
        self.upper: Fraction | None = None
        self.last, self.zero, self.digits = "", False, False

    def read(self) -> Placed | None:
        """Return the number, None where there is none."""
        stop = min(len(self.text), self.start + LONGEST)
        while self.at < stop and self._step():
            pass
        if self.end == self.start:
            return None
        said = self.said
        if self.last and not self.zero and said.parts and said.parts[-1][1] >= _HUNDRED and said.group is not None:
            said.group *= Fraction(said.parts[-1][1], _TEN)  # 三百五 is 350
        return Placed(said.total, self.end, self.digits, said.factor, self.upper)

    def _step(self) -> bool:
        """Take the next character or characters; whether the number goes on."""
        sign = self.text[self.at]
        value = signs().get(sign)
        if "0" <= sign <= "9":
            return self._figure()
        if value is None:
            return self._sign(sign)
        return self._place(value) if value >= _TEN else self._run()

    def _figure(self) -> bool:
        match = DIGITS["."].match(self.text, self.at)
        if match is None or not self.said.add(digits_value(match.group(), ".")):
            return False
        self.digits, self.last, self.at = True, "", match.end()
        self.end = self.at
        return True

    def _sign(self, sign: str) -> bool:
        """Pass "and more" before a place, and take decimals after a point."""
        if sign == self.point and self.said.group is not None and not self.digits:
            run = run_at(self.text, self.at + 1)
            if run is not None:
                self.said.add_part(Fraction(int(run[0]), _TEN ** len(run[0])))
                self.last, self.at = "", run[1]
                self.end = self.at
            return run is not None
        passed = sign in self.more and bool(self.said.total)
        passed = passed and signs().get(self.text[self.at + 1 : self.at + 2], 0) >= _TEN
        self.at += passed
        return passed

    def _place(self, value: int) -> bool:
        first = not self.said.total
        if first and value > _TEN and not self.whole:
            return False
        if not self.said.multiply(value, alone=first or value == _TEN):
            return False
        if self.upper is not None:
            self.upper *= value
        self.at += 1
        self.end, self.last, self.zero = self.at, "", False
        return True

    def _run(self) -> bool:
        run = run_at(self.text, self.at)
        if run is None or self.upper is not None or self.said.group is not None:
            return False
        digits, self.at = run
        self.zero = self.zero or digits[0] == "0"
        if digits == "0" and self.said.parts:
            return True
        one, other = int(digits[0]), int(digits[-1])
        if len(digits) == 2 and one + 1 == other and one and not self.said.parts:
            self.said.add(Fraction(one))
            self.upper = Fraction(other)
        elif not self.said.add(Fraction(int(digits))):
            return False
        self.end, self.last = self.at, digits if len(digits) == 1 else ""
        return True
