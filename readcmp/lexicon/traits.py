"""The traits of topics as the lexicon's files name them."""

from __future__ import annotations

from collections.abc import Iterable

from readcmp.errors import LexiconError
from readcmp.vocabulary import Trait


def traits_of(names: Iterable[str], where: str) -> frozenset[Trait]:
    """Return the traits that some words name; LexiconError for a word that names none, with where it stands."""
    found = tuple(names)
    for name in found:
        if name not in tuple(Trait):
            raise LexiconError(f"there is no trait {name!r}", where=where, hint=f"there are {', '.join(Trait)}")
    return frozenset(map(Trait, found))
