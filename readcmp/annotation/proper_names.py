"""Places where things happen, and those who take part in them: capitalised names, by the words that stand before them.

The words stand in a language's ``names.yaml``; a language without them, or whose nouns are all capitalised, has no such
names.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from readcmp.languages import load
from readcmp.lexicon.terms import split_terms
from readcmp.patterns import compiled
from readcmp.text import capitals, squeeze


class _Patterns(Struct, frozen=True):
    """How one language says where a thing happens, and who takes part."""

    places: re.Pattern[str]
    company: re.Pattern[str]
    gathering: re.Pattern[str]
    ahead: re.Pattern[str]
    no_place: frozenset[str]


def find_places(text: str, language: str) -> tuple[str, ...]:
    """Return the places where a text says that somebody is to gather, as it writes them; none where nobody is.

    Of what has been, one account names the town and the other the country or the palace.
    """
    known = _patterns(language)
    if known is None or known.gathering.search(text) is None or known.ahead.search(text) is None:
        return ()
    found = (squeeze(match["name"]) for match in known.places.finditer(text))
    return tuple(dict.fromkeys(name for name in found if name.casefold() not in known.no_place))


def find_company(text: str, language: str) -> tuple[str, ...]:
    """Return who, by a text, takes part in what it tells, beside its subject: "led by the Minister of Trade"."""
    known = _patterns(language)
    found = (squeeze(match["name"]) for match in known.company.finditer(text)) if known else ()
    return tuple(dict.fromkeys(found))


@cache
def _patterns(language: str) -> _Patterns | None:
    known = load(language)
    names = known.names
    if known.traits.nouns_capitalised or not (names.locatives and names.company and names.gatherings):
        return None

    def any_of(terms: str) -> str:
        words = sorted(split_terms(terms), key=len, reverse=True)
        return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace(r"\*", r"\w*") for word in words)

    def run(*small: str) -> str:
        return rf"{word}(?:(?:\s+(?:{any_of(', '.join(small))})){{0,3}}\s+{word})*"

    word = rf"[{capitals()}][\w'’.-]{{0,40}}(?<![.,'’-])"
    days = f"{known.quantities.months},{known.quantities.weekdays}".replace(",", " ").split()
    who = rf"(?:(?:{any_of(names.leading)})\s+)*{run(names.within, names.linking)}"
    return _Patterns(
        compiled(rf"\b(?:{any_of(names.locatives)})\s+(?P<name>{run(names.within)})"),
        compiled(rf"\b(?:{any_of(names.company)})\s+(?P<name>{who})"),
        compiled(rf"\b(?:{any_of(names.gatherings)})\b", re.IGNORECASE),
        compiled(rf"\b(?:{any_of(names.ahead)})\b", re.IGNORECASE),
        frozenset(day.rstrip(".").casefold() for day in days),
    )
