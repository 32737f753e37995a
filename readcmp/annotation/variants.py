"""What a text calls a thing that has two names: an invasion or an operation, a policy or a principle."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.annotation.quantities.extraction import QUOTED
from readcmp.content import Variant
from readcmp.lexicon import Lexicon
from readcmp.patterns import compiled
from readcmp.text import squeeze

BEFORE = compiled(r"(?:[“\"«][^“”\"«»]{2,30}[”\"»]\s+)$")
"""Words in quotation marks right before a name belong to it: "threatening" movements."""


def find_variants(text: str, language: str, lexicon: Lexicon) -> tuple[Variant, ...]:
    """Return the names in a text of things that the lexicon knows several names of, in their order."""
    return tuple(_names(text, language, lexicon))


def _names(text: str, language: str, lexicon: Lexicon) -> Iterator[Variant]:
    hits = lexicon.find(text, language, "naming")
    quoted = [match.span() for match in QUOTED.finditer(text)] if hits else []
    for hit in hits:
        thing, _, way = hit.id.partition("/")
        before = BEFORE.search(text, 0, hit.start)
        start = before.start() if before else hit.start
        own = not any(a < hit.start and hit.end < b for a, b in quoted)
        yield Variant(thing, way, squeeze(text[start : hit.end]), start, own)
