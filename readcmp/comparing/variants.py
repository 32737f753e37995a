"""What each side calls a thing that has two names: an invasion or an operation, a policy or a principle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from readcmp.annotation.quantities.extraction import QUOTED
from readcmp.lexicon import Lexicon
from readcmp.model import Gap
from readcmp.patterns import compiled
from readcmp.text import squeeze
from readcmp.vocabulary import GapKind

BEFORE = compiled(r"(?:[“\"«][^“”\"«»]{2,30}[”\"»]\s+)$")
"""Words in quotation marks right before a name belong to it: "threatening" movements."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A name as it stands in a text: the thing, the way to call it, the words, and whether a side owns them.

    Words in quotation marks are somebody else's: ``own`` is False.
    """

    thing: str
    way: str
    words: str
    start: int
    own: bool = True


@lru_cache(maxsize=4096)
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


def find_variant_gaps(text: str, language: str, other: str, other_language: str, lexicon: Lexicon) -> list[Gap]:
    """Return a gap for each thing that two texts call differently, none where they have a way in common."""
    ours, theirs = find_variants(text, language, lexicon), find_variants(other, other_language, lexicon)
    gaps = []
    for thing in sorted({n.thing for n in ours} & {n.thing for n in theirs}):
        here, there = ([n for n in found if n.thing == thing] for found in (ours, theirs))
        if not {n.way for n in here} & {n.way for n in there}:
            gaps.append(Gap(GapKind.NAMING, here[0].words, there[0].words, thing))
    return gaps
