"""Topics named from the text, for matters that the lexicon does not know: ``~hockey-matches``.

Only what a reporting verb or a list makes its object is named: of a point without one, nobody can say by rule
which of its nouns is the matter. The words that this takes stand in the language's ``open_topics.yaml``; in a
language that has none, nothing is named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from readcmp.languages import load
from readcmp.model import Point
from readcmp.patterns import compiled
from readcmp.text import WORD, short

MARK = "~"
"""What the id of a topic named from the text begins with."""

_LAST = 3
"""An id keeps the last words of the noun phrase, where English has its head."""


def find_open_topics(point: Point, language: str) -> tuple[str, ...]:
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
    known = load(language).open_topics
    if not known.object:
        return {}
    lists = {"small": known.small, "empty": known.empty, "no_noun": known.no_noun}
    words = {name: frozenset(said.replace(",", " ").split()) for name, said in lists.items()}
    return words | {"object": compiled(known.object, re.I), "end": compiled(known.end, re.S)}
