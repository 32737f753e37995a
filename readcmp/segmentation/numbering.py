"""The numbers that a text sets before its items: "1.", "(2)", "三、". They are no part of a point, and no figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readcmp.patterns import compiled
from readcmp.segmentation.word_classes import WordClasses

_HEAD = compiled(
    r"[(（](?:(?P<bracketed>\d{1,2})|(?P<letter>[a-z])|(?P<signs>[一二三四五六七八九十]{1,3}))[)）]\s*"
    r"|(?P<digits>\d{1,2})(?:[.)](?=\s|\Z|[\u3400-\u9fff])|[、．])\s*"
    r"|(?P<counted>[一二三四五六七八九十]{1,3})、\s*"
    r"|(?P<small>[a-z])\)\s+"
)
_SIGNS = "零一二三四五六七八九"


def find_list_numbers(text: str, starts: Sequence[int], classes: WordClasses) -> dict[int, int]:
    """Return for each of ``starts`` at which the number of an item stands where that number ends.

    Such a number opens its line, or follows the one before it as 2 follows 1. Where ordinals are written with a full
    stop ("5. Mai") the line alone does not tell.
    """
    heads = [(start, match) for start in starts if (match := _HEAD.match(text, start))]
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
    tens, ten, ones = (match["signs"] or match["counted"]).rpartition("十")
    return (_SIGNS.find(tens) if tens else 1) * 10 * bool(ten) + (_SIGNS.find(ones) if ones else 0)
