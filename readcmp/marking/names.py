"""Names that say who or where, not what: in titles, of those who meet, of the conflict at hand.

"President Saied of Tunisia" tells nothing of Tunisia, and in a call with him "Tunisia" is the other party. A
ceasefire, on the other hand, is one in the conflict that was named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from readcmp.model import Hit, Point

PLACES = frozenset({
    "ukraine-war", "iran-nuclear", "north-korea", "syria", "middle-east", "afghanistan", "libya-africa",
    "south-caucasus", "asia-pacific", "latin-america", "other-regions",
})  # fmt: skip
"""Topics that the bare name of a country can mean."""

WAR = frozenset({"ukraine-war", "ukraine-settlement"})
"""Topics whose general words (war, truce, peace talks) fit every conflict."""

AT_WAR = PLACES - {"iran-nuclear", "north-korea", "other-regions"}
"""Places whose mention lets general words of war in the points after it mean their conflict."""

_STEM = 5
"""Letters by which the forms of a country's name are told: Tunisia, Tunisian."""

_OFFICE = (
    r"(?:President|Prime Minister|Vice President|Vice Premier|Premier|Chancellor|King|Crown Prince|Emir|Amir"
    r"|Sultan|(?:Deputy |First Deputy )?(?:Foreign |Defen[cs]e )?(?:Minister|Secretary)|Secretary of State"
    r"|Minister of Foreign Affairs|National Security Advis[eo]r|Taoiseach|Ambassador|Head of State|First Lady"
    r"|Chairman)"
)
_NAME = r"(?:the )?(?:(?:[A-Z][\w’'.-]+|of|and|the) ){0,5}[A-Z][\w’'-]+"


@cache
def _title() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_OFFICE}(?:-elect)?(?: [A-Z][\w’'.-]+){{0,4}} (?:of|to) {_NAME}"
        rf"|\b(?!The )[A-Z][\w’'-]+ {_OFFICE}\b"
    )


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(
        r"\b[A-Z][\w.]*[-–—][A-Z]\w*(?: [A-Z]\w+)? (?:[a-z]+ )?"
        r"(?:relation|partnership|[Aa]lliance|ties|cooperation|friendship|bond)\w*"
    )


@cache
def _ukraine() -> re.Pattern[str]:
    return re.compile(
        r"ukrain|russia|putin|kremlin|kyiv|kiev|minsk|normand|donb|donets|lugansk|luhansk|istanbul"
        r"|contact group|special|nazi|aggress|occupier|invad|invasion|unprovoked|украин|росси|минск"
        r"|нормандск|донбасс|киев|специальн|агресс|нацист|乌|俄|明斯克|顿巴斯|基辅|诺曼底|特别军事",
        re.I,
    )


@cache
def _scene() -> re.Pattern[str]:
    return re.compile(r"ukrain|kyiv|kiev|donbas|black sea|украин|киев|донбасс|乌克兰|基辅|顿巴斯", re.I)


def about(points: Sequence[Point], hits: Sequence[Sequence[Hit]], sides: Iterable[str] = ()) -> list[tuple[Hit, ...]]:
    """Give each point's topic hits as the names around it make them mean.

    ``hits`` are topic hits with offsets in the point's own text, ``sides`` names of those who meet as
    the text has them. Hits in titles and of countries in "U.S.-India relations" fall out, the bare
    names of those who meet turn weak, and general words of war, peace and region take the id of the
    place at hand.
    """
    told: list[tuple[Hit, ...]] = []
    untold: list[list[Hit]] = []
    for point, found in zip(points, hits, strict=True):
        spans = [m.span() for m in _title().finditer(point.text)]
        inside = [h for h in found if h.id in PLACES and _within(h, spans)]
        told.append(tuple(h for h in found if h not in inside))
        untold.append(inside)
    opening = [h for point, inside in zip(points, untold, strict=True) if point.sentence <= 1 for h in inside]
    parties = {_stem(h.text) for h in opening} | {_stem(name) for name in sides}
    # whose region it is where no text names one: that of the first office holder named
    place = next((h.id for inside in untold for h in inside if names_place(h)), "")
    result = []
    for point, found in zip(points, told, strict=True):
        kept = [replace(h, weak=True) if names_place(h) and _stem(h.text) in parties else h for h in found]
        here = next((h.id for h in kept if names_place(h)), "")
        place = here or place
        war = here or (place if place in AT_WAR else "")
        if _scene().search(point.text):
            war = "ukraine-war"
        result.append(_pairs(point.text, tuple(_at(h, war, place) for h in kept)))
    return result


def names_place(hit: Hit) -> bool:
    """Whether a hit is the name of a place, and not a general word such as "truce" or "regional"."""
    return hit.id in PLACES and not hit.text.islower()


def _at(hit: Hit, war: str, region: str) -> Hit:
    """Give a general word of war or of region the id of the place at hand."""
    if hit.id in WAR:
        place = "" if _ukraine().search(hit.text) else war
    else:
        place = region if hit.id == "other-regions" and not names_place(hit) else ""
    return hit if place in ("", "ukraine-war") else replace(hit, id=place)


def _pairs(text: str, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    spans = [m.span() for m in _pair().finditer(text)]
    if not spans:
        return hits
    kept = (h for h in hits if not (h.id in PLACES and _within(h, spans)))
    return tuple(replace(h, weak=False) if h.id == "bilateral-relations" else h for h in kept)


def _within(hit: Hit, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in spans)


def _stem(name: str) -> str:
    return name[:_STEM].lower()
