"""Names that say who or where, not what: in titles, of those who meet, of the conflict at hand.

"President Saied of Tunisia" tells nothing of Tunisia, and in a call with him "Tunisia" is the other party. A
ceasefire, on the other hand, is one in the conflict that was named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec.structs import replace

from readcmp.languages import load
from readcmp.lexicon import Lexicon, topics_with
from readcmp.model import Hit, Point
from readcmp.patterns import compiled
from readcmp.script import simplified
from readcmp.text import short
from readcmp.vocabulary import Trait

NOTHING = r"(?!)"
_FLAGS = {"war": re.I, "scene": re.I, "back": re.I}


@cache
def pattern(kind: str, language: str) -> re.Pattern[str]:
    """Return what finds ``titles``, ``pairs``, ``general``, ``war``, ``scene``, ``back``, ``joins``, or nothing."""
    names = load(language).names
    found: str | Sequence[str] = getattr(names, kind) or NOTHING
    office = f"(?:{names.office or NOTHING})"
    either = "|".join([found] if isinstance(found, str) else found).replace("{office}", office)
    return compiled(either, _FLAGS.get(kind, 0))


def disambiguate(
    points: Sequence[Point],
    hits: Sequence[Sequence[Hit]],
    sides: Iterable[str] | None,
    language: str,
    lexicon: Lexicon | None = None,
) -> list[tuple[Hit, ...]]:
    """Return each point's topic hits as the names around it make them mean.

    ``hits`` are topic hits with offsets in the point's own text, ``sides`` names of those who meet as
    the text has them (None if it is not known who does), ``language`` its ISO 639-1 code; ``lexicon`` is the one that
    ships where it is not given. Hits in titles
    and of countries in "U.S.-India relations" fall out, the bare names of those who meet turn weak, and
    general words of war, peace and region take the id of the place at hand.
    """
    own = None if sides is None else tuple(sides)
    language = short(language)
    places, conflicts = (topics_with(trait, lexicon=lexicon) for trait in (Trait.PLACE, Trait.CONFLICT))
    letters = load(language).names.letters

    def stem(name: str) -> str:
        return name[:letters].lower()

    def is_place(hit: Hit) -> bool:
        return names_place(hit, language, lexicon)

    plain = [simplified(point.text) for point in points]

    told: list[tuple[Hit, ...]] = []
    untold: list[list[Hit]] = []
    for text, found in zip(plain, hits, strict=True):
        spans = [m.span() for m in pattern("titles", language).finditer(text)]
        inside = [h for h in found if h.id in places and _within(h, spans)]
        told.append(tuple(h for h in found if h not in inside))
        untold.append(inside)
    opening = [h for point, inside in zip(points, untold, strict=True) if point.sentence <= 1 for h in inside]
    parties = {stem(h.text) for h in opening} | {stem(name) for name in own or ()}
    # whose region it is where no text names one: that of the first office holder named
    place = next((h.id for inside in untold for h in inside if is_place(h)), "")
    result = []
    for text, found in zip(plain, told, strict=True):
        kept = [replace(h, weak=True) if is_place(h) and stem(h.text) in parties else h for h in found]
        here = next((h.id for h in kept if is_place(h)), "")
        place = here or place
        at_war = here or (place if place in conflicts else "")
        if pattern("scene", language).search(text):
            at_war = ""  # the scene of the war that general words of war are listed for
        moved = tuple(_at(h, at_war, place, language, lexicon) for h in kept)
        result.append(_pairs(text, moved, own, language, places))
    return result


def names_place(hit: Hit, language: str, lexicon: Lexicon | None = None) -> bool:
    """Whether a hit is the name of a place, and not a general word such as "truce" or "regional"."""
    if hit.id not in topics_with(Trait.PLACE, lexicon=lexicon) or hit.text.islower():
        return False
    return pattern("general", short(language)).fullmatch(simplified(hit.text)) is None


def _at(hit: Hit, conflict: str, region: str, language: str, lexicon: Lexicon | None) -> Hit:
    """Return a general word of war or of region the id of the place at hand."""
    wars = topics_with(Trait.WAR, lexicon=lexicon)
    if hit.id in wars:
        place = "" if pattern("war", language).search(simplified(hit.text)) else conflict
    else:
        general = hit.id in topics_with(Trait.REGION, lexicon=lexicon) and not names_place(hit, language, lexicon)
        place = region if general else ""
    return hit if not place or place in wars else replace(hit, id=place)


def _pairs(
    text: str, hits: tuple[Hit, ...], sides: Sequence[str] | None, language: str, places: frozenset[str]
) -> tuple[Hit, ...]:
    """Leave out the names in what is between two states, where one of them meets here: else it is the matter."""
    found = pattern("pairs", language).finditer(text)
    sign = load(language).names.sign or None
    names = None if sides is None else [simplified(name)[:sign] for name in sides]
    spans = [m.span() for m in found if names is None or any(name in m.group() for name in names)]
    if not spans:
        return hits
    kept = (h for h in hits if not (h.id in places and _within(h, spans)))
    return tuple(replace(h, weak=False) if h.id == "bilateral-relations" else h for h in kept)


def _within(hit: Hit, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in spans)
