"""What the page carries for its script and for readers' own programs: the comparison, and words that name passages."""

from __future__ import annotations

import json

from readcmp.aligning.quoting import quotes_of
from readcmp.rendering.html.page import Page
from readcmp.rendering.json import render_jsonl

_MARKUP = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
"""What could end the element that the data stand in; JSON says the same with and without these signs."""


def comparison_of(page: Page) -> str:
    """Return the comparison as JSON that can stand in an element of the page."""
    return _embedded(render_jsonl(page.comparison).strip())


def quotes(page: Page) -> str:
    """Return by a passage's name in the page the words that name it in a file of pins, as JSON.

    Only those are in it that differ from the passage's own words, null where no words name the passage alone.
    """
    found = {}
    for side in page.comparison.sides:
        named = quotes_of(side)
        for point in side.points:
            if (words := named.get(point.id)) != " ".join(point.text.split()):
                found[page.refs[point.id]] = words
    return _embedded(json.dumps(found, separators=(",", ":")))


def _embedded(text: str) -> str:
    return text.translate(_MARKUP)
