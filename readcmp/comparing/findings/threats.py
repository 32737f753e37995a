"""Where a point warns: of what will follow if something is done."""

from __future__ import annotations

from readcmp.comparing.contrast import threat
from readcmp.comparing.negation import negations
from readcmp.lexicon import Lexicon
from readcmp.model import BOTH, Point, Side
from readcmp.text import squeeze

NEAR = 25
"""A negator that ends so near before a threat, in code points, denies it."""


def warned(point: Point, side: Side, lexicon: Lexicon) -> str:
    """Return the words of a warning in a point, empty where there are none or where they are denied.

    What both sides are said to hold warns neither of them.
    """
    if point.speaker == BOTH:
        return ""
    language, text = side.readout.language, squeeze(f"{point.lead} {point.text}")
    if point.act is not None and point.act.kind == "warn":
        return squeeze(point.act.term).rpartition("… ")[2]
    words = threat(text, language) or next((hit.text for hit in lexicon.find(text, language, "threat")), "")
    before = text[: text.find(words)][-NEAR:] if words else ""
    return "" if negations(before, language) else words
