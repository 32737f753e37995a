"""Numbers in Chinese: digits and characters with place values, each of which multiplies all that stands before it.

No library does it: cn2an and its like read a number that has been cut out, not one in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from readcmp.annotation.quantities.forms import CODES, SYMBOLS, split, written
from readcmp.annotation.quantities.places import CHARACTERS_OF, Placed, signs, value_at
from readcmp.languages import load

YEARS = range(1900, 2100)
FEWEST, FIRST = 3, 4
"""Smaller numbers in characters count nothing by themselves, nor do places in a row before the fourth."""

DASHES = "-−"
_MANY, _HUNDRED, _HOUR = 10_000, 100, 60
_HALF = Fraction(1, 2)
_CODE = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*")
Found = tuple[str, str, int, int]


class _Forms(Struct, frozen=True):
    """The characters of Chinese numbers, and the terms before and after them."""

    more: str
    vague: str
    minus: str
    nth: str
    half: str
    of: str
    point: str
    measure: str
    joints: tuple[str, ...]
    days: tuple[str, ...]
    before: Mapping[str, str]
    after: Mapping[str, tuple[str, str]]
    hours: Sequence[str]
    minutes: Sequence[str]
    ranges: Sequence[str]


@cache
def _forms() -> _Forms:
    known = load(CHARACTERS_OF).quantities
    money = {**CODES, **SYMBOLS}
    after = dict.fromkeys(split(known.counted), ("counted", ""))
    after |= dict.fromkeys(["%", "％", *split(known.percent)], ("percent", "%"))
    after |= {term: ("money", unit) for unit, said in known.currencies.items() for term in split(said)}
    after |= {term: ("money", unit) for term, unit in money.items()}
    after |= dict.fromkeys(split(known.ordinal), ("ordinal", ""))
    return _Forms(
        more=known.and_more,
        vague=known.vague,
        minus=known.minus,
        nth=known.nth,
        half=known.half,
        of=known.fraction_mark,
        point=known.point,
        measure=known.measure,
        joints=tuple(split(known.hour_joints)),
        days=tuple(split(known.day)),
        before=_longest(money),
        after=_longest(after),
        hours=split(known.hours),
        minutes=split(known.minutes),
        ranges=["-", "–", "—", "~", "～", *split(known.range)],
    )


def _longest(terms: Mapping[str, Any]) -> dict[str, Any]:
    return dict(sorted(terms.items(), key=lambda term: -len(term[0])))


class _Number(Struct, frozen=True):
    """A number and its unit: from where to where, in digits or in characters, and by what a scale multiplies it."""

    value: Fraction
    start: int
    end: int
    plain: bool = False
    factor: int = 1
    digits: bool = False
    unit: str = ""
    kind: str = ""
    upper: Fraction | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts anything: of characters alone, only with a scale, a unit, or what is counted."""
        if self.digits or self.unit or self.value.denominator > 1:
            return True
        if not self.kind and self.value < _MANY:
            return False
        return self.value >= (FIRST if self.kind == "ordinal" else FEWEST)


def numbers(text: str) -> Iterator[Found]:
    """Return ``number`` and value, or ``date`` for a bare year, with the offsets."""
    forms, at = _forms(), 0
    starts = re.compile(f"[0-9{''.join(signs())}{forms.half}]")
    while (match := starts.search(text, at)) is not None:
        first = _quantity(text, match.start())
        if first is None:
            at = _after_code(text, match.start())
            continue
        at = first.end
        second = _second(text, first)
        if second is not None:
            at = second.end
        ends = [first] if second is None else [_alike(first, second), second]
        for one in ends:
            if any(end.counts for end in ends):
                yield *_said(one), first.start, at
                if one.upper is not None:
                    yield *_said(replace(one, value=one.upper, upper=None)), first.start, at


def _said(number: _Number) -> tuple[str, str]:
    value = written(number.value)
    if number.digits and number.plain and not number.unit and not number.kind and number.value in YEARS:
        return "date", value
    if number.unit:
        return "number", f"{value}%" if number.unit == "%" else f"{value} {number.unit}"
    return "number", f"{value}th" if number.kind == "ordinal" else value


def _after_code(text: str, at: int) -> int:
    """Return where to go on after what begins like a number and is none."""
    match = _CODE.match(text, at)
    if match:
        return match.end()
    start = at
    while at < len(text) and text[at] in signs():
        at += 1
    return max(at, start + 1)


def _quantity(text: str, at: int) -> _Number | None:
    """Return the number that begins at an offset with all that stands before and after it; None where there is none."""
    forms = _forms()
    symbol = next((s for s in forms.before if text.endswith(s, 0, at)), "")
    start = at - len(symbol)
    nth, negative = text.endswith(forms.nth, 0, start), text.endswith((forms.minus, *DASHES), 0, start)
    start -= nth or negative
    if _hangs(text, start):
        return None
    found = _half_an_hour(text, at) if text[at] == forms.half else _share(text, at)
    if found is None:
        number = value_at(text, at, whole=text.startswith(forms.of, at + 1))
        if number is None:
            return None
        found = _with_unit(text, _bare(number, at), forms.before.get(symbol, ""))
        if not _ends(text, found, number.end):
            return None
    if negative and text[start] in DASHES[:1] and not (found.unit or found.value.denominator > 1):
        return None
    kind = "ordinal" if nth else found.kind
    return replace(found, start=start, kind=kind, value=-found.value if negative else found.value)


def _bare(number: Placed, at: int) -> _Number:
    plain = number.digits and number.end - at == len("2025")
    return _Number(number.value, at, number.end, plain, number.factor, number.digits, upper=number.upper)


def _hangs(text: str, start: int) -> bool:
    """Whether what begins at an offset hangs on a letter, a number or "some" before it."""
    before = text[start - 1 : start] if start else ""
    return bool(before) and (before in f"{_forms().vague}.:/+_" or (before.isascii() and before.isalnum()))


def _share(text: str, at: int) -> _Number | None:
    """Return a fraction, or a share of a hundred: 三分之二, 百分之三十."""
    of = _forms().of
    whole = value_at(text, at, whole=text.startswith(of, at + 1))
    if whole is None or not whole.value or not text.startswith(of, whole.end):
        return None
    part = value_at(text, whole.end + len(of), whole=True)
    if part is None:
        return None
    percent = whole.value == _HUNDRED
    return _Number(part.value if percent else part.value / whole.value, at, part.end, unit="%" if percent else "")


def _ends(text: str, found: _Number, end: int) -> bool:
    """Whether a number may end where it does: nothing hangs on it, it is no day, and not "some ten"."""
    forms = _forms()
    if found.end > end:
        return True
    after = text[end : end + 1]
    if after and (after in f"{forms.vague}:+/_" or (after.isascii() and after.isalnum())):
        return False
    return not text.startswith(forms.days, end)


def _half_an_hour(text: str, at: int) -> _Number | None:
    forms = _forms()
    after = at + 1 + text.startswith(forms.measure, at + 1)
    hour = next((h for h in forms.hours if text.startswith(h, after)), None)
    return _Number(Fraction(_HOUR, 2), at, after + len(hour), kind="counted") if hour else None


def _with_unit(text: str, number: _Number, unit: str) -> _Number:
    """Add what stands after a number: hours, percent, a currency, what is counted."""
    forms, end = _forms(), number.end
    end += text[end : end + 1] in tuple(forms.more)
    length = _length(text, number, end)
    if length is not None:
        return length
    if unit:
        return replace(number, unit=unit)
    end += text[end : end + 1] == " "
    for term, (kind, said) in forms.after.items():
        if text.startswith(term, end):
            counted = kind == "counted"
            return replace(number, end=number.end if counted else end + len(term), unit=said, kind="" if said else kind)
    return number


def _length(text: str, number: _Number, at: int) -> _Number | None:
    """Return hours in minutes where a half or minutes follow, or they are no whole number."""
    forms, half = _forms(), Fraction(0)
    at += text.startswith(forms.measure, at)
    if text.startswith(forms.half, at):
        half, at = _HALF, at + 1
    hour = next((h for h in forms.hours if text.startswith(h, at)), None)
    if hour is None:
        return None
    at += len(hour)
    if text.startswith(forms.half, at):
        half, at = _HALF, at + 1
    minutes = value_at(text, at + text.startswith(forms.joints, at)) if at < len(text) else None
    if minutes is not None and not text.startswith(tuple(forms.minutes), minutes.end):
        minutes = None
    hours = number.value + half
    if minutes is None and hours.denominator == 1:
        return None
    if minutes is not None:
        at = minutes.end + next(len(m) for m in forms.minutes if text.startswith(m, minutes.end))
    value = hours * _HOUR + (minutes.value if minutes else 0)
    return _Number(value, number.start, at, digits=number.digits, kind="counted")


def _second(text: str, first: _Number) -> _Number | None:
    """Return the other end of a range, where what it says of unit and scale belongs to both."""
    forms = _forms()
    joint = next((r for r in forms.ranges if text.startswith(r, first.end)), None)
    after = first.end + len(joint or "")
    if joint is None or first.kind == "ordinal" or after >= len(text):
        return None
    second = _quantity(text, after) if text[after] in signs() or "0" <= text[after] <= "9" else None
    if second is None or second.start < after or second.kind == "ordinal" or first.unit not in ("", second.unit):
        return None
    shared = first.unit != second.unit or first.factor != second.factor or (first.kind == "" != second.kind)
    return second if shared and not first.plain else None


def _alike(first: _Number, second: _Number) -> _Number:
    """Return the first end of a range with the unit and the scale of the second."""
    scaled = first.factor == 1 and first.value * second.factor <= second.value
    return replace(first, value=first.value * (second.factor if scaled else 1), unit=second.unit)
