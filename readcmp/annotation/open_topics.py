"""Topics named from the text, for matters that the lexicon does not know: ``~hockey-matches``.

Only what a reporting verb or a list makes its object is named: of a point without one, nobody can say by rule
which of its nouns is the matter. The words that this takes stand in ``open_topics.yaml``, language by language; in a
language that has none there, nothing is named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from readcmp.data import parsed
from readcmp.model import Point
from readcmp.patterns import compiled
from readcmp.text import WORD, short

MARK = "~"
"""What the id of a topic named from the text begins with."""

FILE = Path(__file__).parent / "open_topics.yaml"

_LAST = 3
"""An id keeps the last words of the noun phrase, where English has its head."""


def open_topics_of(point: Point, language: str = "en") -> tuple[str, ...]:
    """Return a topic named from the head of the noun phrase that a point reports, or none."""
    rules = _rules(short(language))
    if not rules:
        return ()
    match = rules["object"].search(point.text)
    phrase = match["phrase"] if match else point.text.strip(" ,;.") if point.lead else ""
    said = rules["end"].sub("", f"{phrase} ").lower()
    words = [word for word in WORD.findall(said) if not word[0].isdigit() and word not in rules["small"]]
    if not words or words[-1] in rules["empty"] or not rules["no_noun"].isdisjoint(words):
        return ()
    return (MARK + "-".join(words[-_LAST:]),)


@cache
def _rules(language: str) -> Mapping[str, Any]:
    """Return patterns and sets of words, nothing where a language has none."""
    data = parsed(FILE).get(language)
    if not data:
        return {}
    lists = {name: frozenset(data[name].replace(",", " ").split()) for name in ("small", "empty", "no_noun")}
    return lists | {"object": compiled(data["object"], re.I), "end": compiled(data["end"], re.S)}
