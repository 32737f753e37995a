"""The numbers that a text sets before its items: "1.", "(2)", "三、". They are no part of a point, and no figure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from readcmp.languages import known, load
from readcmp.patterns import compiled
from readcmp.segmentation.word_classes import WordClasses
from readcmp.text import HAN

_TEN = 10


def find_list_numbers(text: str, starts: Sequence[int], classes: WordClasses) -> dict[int, int]:
    """Return for each of ``starts`` at which the number of an item stands where that number ends.

    Such a number opens its line, or follows the one before it as 2 follows 1. Where ordinals are written with a full
    stop ("5. Mai") the line alone does not tell.
    """
    head = _head()
    heads = [(start, match) for start in starts if (match := head.match(text, start))]
    values = [_value(match) for _, match in heads]
    dotted = classes.traits.dotted_ordinals
    found: dict[int, int] = {}
    for n, (start, match) in enumerate(heads):
        follows = values[n] > 1 and values[n - 1 : n] == [values[n] - 1]
        leads = values[n] == 1 and values[n + 1 : n + 2] == [2]
        opens = not text[text.rfind("\n", 0, start) + 1 : start].strip()
        if follows or leads or (opens and not (dotted and "." in match[0])):
            found[start] = match.end()
    return found


def _value(match: re.Match[str]) -> int:
    """Return the place in its list that a number tells: "b)" and "(2)" the second."""
    if digits := match["bracketed"] or match["digits"]:
        return int(digits)
    if letter := match["letter"] or match["small"]:
        return ord(letter) - ord("a") + 1
    return _counted(match["signs"] or match["counted"])


def _counted(said: str) -> int:
    """Return the value of a number in characters below a hundred; 0 for what is none."""
    total = 0
    for value in map(_numerals().__getitem__, said):
        total = (total or 1) * value if value == _TEN else total + value
    return total


@cache
def _head() -> re.Pattern[str]:
    """Compile the number of an item: digits, a small letter, characters for numbers."""
    signs = "".join(sign for sign, value in _numerals().items() if value)
    return compiled(
        rf"[(（](?:(?P<bracketed>\d{{1,2}})|(?P<letter>[a-z])|(?P<signs>[{signs}]{{1,3}}))[)）]\s*"
        rf"|(?P<digits>\d{{1,2}})(?:[.)](?=\s|\Z|[{HAN}])|[、．])\s*"
        rf"|(?P<counted>[{signs}]{{1,3}})、\s*"
        r"|(?P<small>[a-z])\)\s+"
    )


@cache
def _numerals() -> Mapping[str, int]:
    """Return the characters for numbers up to ten, in whatever languages have such."""
    rows = (row for code in known() for row in load(code).quantities.numerals.items())
    return {sign: int(value) for value, signs in rows if int(value) <= _TEN for sign in signs}
