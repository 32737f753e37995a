"""How long a time is that a number counts: "eighteen months", "a two-year plan"."""

from __future__ import annotations

from fractions import Fraction

from readcmp.annotation.quantities.forms import forms
from readcmp.annotation.quantities.scan import scan
from readcmp.content import Quantity
from readcmp.text import short

AHEAD = 24
"""What a number counts stands so near behind it, in code points."""

YEAR, IN_MONTHS = 365, 12 * 30
"""Days of a year, and of twelve months of thirty, so that eighteen months are a year and a half."""


def length_of(quantity: Quantity, text: str, language: str) -> Fraction | None:
    """Return how many days a quantity of a text says, None where it counts no length of time."""
    if quantity.kind != "number" or not quantity.value.isdecimal():
        return None
    behind = scan(text[quantity.end : quantity.end + AHEAD].removeprefix("-"))
    days = forms(short(language)).period(behind, 0) if behind else None
    if days is None:
        return None
    return int(quantity.value) * (Fraction(IN_MONTHS) if days == YEAR else days)
