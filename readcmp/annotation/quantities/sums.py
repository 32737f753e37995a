"""What a number comes to: digits with whatever parts them, and words or characters that add up and multiply."""

from __future__ import annotations

import re
from fractions import Fraction

from readcmp.patterns import compiled

LONGEST = 24
"""More digits in a row are a code."""

_SPACE = r"[ \u00a0\u202f\u2009']"
_END = r"(?![0-9]|[.,'][0-9])"
DIGITS = {
    mark[-1]: compiled(
        rf"(?:[0-9]{{1,3}}(?:{other}[0-9]{{3}}){{1,7}}(?:{mark}[0-9]{{1,12}})?"  # 1,500.5
        rf"|[0-9]{{1,3}}(?:{mark}[0-9]{{3}}){{2,7}}"  # 1.500.000 where the full stop is the decimal sign
        rf"|[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}}){{1,7}}(?:{mark}[0-9]{{1,12}})?"  # 1 500
        rf"|[0-9]{{1,2}}(?:,[0-9]{{2}}){{1,5}},[0-9]{{3}}"  # 1,50,000, as in India
        rf"|[0-9]{{1,{LONGEST}}}(?:{mark}[0-9]{{1,12}}|{other}[0-9]{{1,2}})?){_END}"  # 1500, 1.5, 1,5
    )
    for mark, other in ((r"\.", ","), (",", r"\."))
}
"""Digits with what parts thousands and decimals, by the sign before decimals."""


def digits_value(said: str, decimal: str) -> Fraction:
    """Return the value of digits with what parts thousands and decimals, ``decimal`` being the usual sign for these."""
    plain = re.sub(_SPACE, "", said)
    separators = sorted({c for c in plain if c in ".,"}, key=plain.index)
    mark = separators[-1] if separators else ""
    if mark and (plain.count(mark) > 1 or (len(separators) == 1 and mark != decimal and _thousands(plain))):
        mark = ""
    whole, _, rest = plain.partition(mark) if mark else (plain, "", "")
    return Fraction(f"{re.sub('[.,]', '', whole)}.{rest or 0}")


def _thousands(plain: str) -> bool:
    """Whether the sign that parts digits in one place parts thousands."""
    return len(re.split("[.,]", plain)[-1]) == 3


class Sum:
    """A number in the making. A scale multiplies all that was said since the last greater scale."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.parts: list[tuple[Fraction, int]] = []
        self.group: Fraction | None = None
        self.room: float = float("inf")
        self.factor = 1

    def add(self, value: Fraction, room: int = 0) -> bool:
        """Add a number if there is room: two hundred leaves it for less than a hundred."""
        if value >= self.room:
            return False
        self.group, self.room, self.factor = (self.group or 0) + value, room, 1
        return True

    def multiply(self, by: int, *, alone: bool = False) -> bool:
        """Multiply by a scale what stands before it, or one where it may stand alone."""
        at, low = len(self.parts), self.group or Fraction(0)
        while at and self.parts[at - 1][1] < by:
            at -= 1
            low += self.parts[at][0]
        if (at and self.parts[at - 1][1] == by) or not (low or alone):
            return False
        self.factor = self.factor * by if not at and low else 1
        self.parts[at:] = [((low or Fraction(1)) * by, by)]
        self.group, self.room = None, by if str(by).strip("0") == "1" else 0
        return True

    def add_part(self, part: Fraction) -> None:
        """Add a part of what was said last: a half to two, half a million to two million."""
        if self.group is None and self.parts:
            value, scale = self.parts[-1]
            self.parts[-1] = (value + part * scale, scale)
        else:
            self.group = (self.group or 0) + part
        self.room = 0

    @property
    def total(self) -> Fraction:
        """The whole number."""
        return sum((value for value, _ in self.parts), self.group or Fraction(0))
