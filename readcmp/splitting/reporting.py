"""How a language's news names its sources: the lists of its section ``reporting``, ready to be asked."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct

from readcmp.annotation.attribution.grammar import TermList
from readcmp.languages import known, load
from readcmp.lexicon.terms import split_terms
from readcmp.lexicon.tokens import fold


class Reporting(Struct, frozen=True, dict=True):
    """What tells whose account a sentence is; the top of ``en/reporting.yaml`` says what each list is for."""

    reporting: TermList
    giving: TermList
    behind: TermList
    his: TermList
    like: TermList
    sources: TermList
    texts: TermList
    heads: TermList
    towards: TermList
    private: TermList
    institutions: TermList
    agencies: TermList
    media: TermList
    never: TermList
    everyone: TermList
    all: TermList
    groups: TermList
    parties: TermList
    writer: TermList
    its: TermList
    moves: TermList
    free: TermList
    contact: TermList
    compounds: tuple[str, ...]
    ministers: tuple[str, ...]
    joins: TermList
    between: TermList
    there: TermList
    answering: TermList
    missions: TermList
    anonymous: TermList
    versions: TermList
    people: TermList
    things: TermList
    public: TermList
    mute: TermList
    background: TermList
    inside: TermList
    telling: TermList
    contrast: TermList
    first: TermList
    that: TermList
    addresses: TermList
    pairs: TermList
    joint: TermList


@cache
def reporting_of(language: str) -> Reporting | None:
    """Return how news in a language (ISO 639-1) names its sources, or None where nothing is known of it."""
    if not load(language).has("reporting"):
        return None
    lists = load(language).reporting
    made: dict[str, Any] = {
        name: tuple(map(fold, split_terms(getattr(lists, name)))) for name in ("compounds", "ministers")
    }
    names = (name for name in Reporting.__struct_fields__ if name not in made)
    return Reporting(**(made | {name: TermList(getattr(lists, name)) for name in names}))


@cache
def languages() -> tuple[str, ...]:
    """Return the languages whose articles can be split, as ISO 639-1 codes."""
    return tuple(code for code in known() if load(code).has("reporting"))
