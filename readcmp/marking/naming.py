"""Topics named from the text, for matters that the lexicon does not know: ``~hockey-matches``.

Only what a reporting verb or a list makes its object is named: of a point without one, nobody can say by rule
which of its nouns is the matter. English alone.
"""

from __future__ import annotations

import re
from functools import cache

from readcmp.model import Point

MARK = "~"
"""What the id of a topic named from the text begins with."""

_LAST = 3
"""An id keeps the last words of the noun phrase, where English has its head."""

_SMALL = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "your", "my",
    "and", "or", "about", "some", "any", "all", "both", "each", "other", "such", "more", "most", "very", "own",
    "same", "also", "further", "ways",
})  # fmt: skip
_EMPTY = frozenset({
    "agenda", "context", "conversation", "detail", "details", "development", "developments", "discussion",
    "discussions", "effort", "efforts", "idea", "ideas", "importance", "issue", "issues", "leader",
    "leaders", "matter", "matters", "minister", "ministers", "need", "opinion", "opinions", "part",
    "parties", "party", "place", "plan", "plans", "point", "points", "president", "presidents", "problem",
    "problems", "progress", "proposal", "proposals", "question", "questions", "regard", "response",
    "side", "sides", "situation", "state", "step", "steps", "subject", "subjects", "talk", "talks",
    "them", "thing", "things", "time", "topic", "topics", "view", "views", "way", "ways", "work",
})  # fmt: skip
"""Nouns that name no matter."""


@cache
def _object() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:discuss(?:ed|ing|es)?|talk(?:ed|ing)? about|sp[eo]ke? (?:about|of)|touch(?:ed)? (?:up)?on"
        r"|review(?:ed|ing)?|consider(?:ed|ing)|raised|address(?:ed|ing)|views on|opinions on|regarding"
        r"|concerning|(?:issue|matter|topic|subject|question|problem)s? of)\s+(?P<phrase>[^,;:.()]+)",
        re.I,
    )


@cache
def _end() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:of|in|for|with|by|to|that|which|who|on|at|from|between|among|and|as|is|are|was|were|will|including"
        r"|following|during|after|before)\s.*",
        re.S,
    )


def named_from(point: Point) -> tuple[str, ...]:
    """Give a topic named from the head of the noun phrase that a point reports, or none."""
    match = _object().search(point.text)
    phrase = match["phrase"] if match else point.text.strip(" ,;.") if point.lead else ""
    words = re.findall(r"[a-z]+(?:-[a-z]+)*", _end().sub("", f"{phrase} ").lower())
    words = [w for w in words if w not in _SMALL]
    if not words or words[-1] in _EMPTY:
        return ()
    return (MARK + "-".join(words[-_LAST:]),)
