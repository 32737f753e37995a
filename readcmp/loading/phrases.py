"""What all languages say of pages and mails, united: what language a text is in is not known when its page is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from readcmp.data import kept, parsed
from readcmp.languages import known, load
from readcmp.languages.boilerplate import Boilerplate
from readcmp.patterns import compiled
from readcmp.vocabulary import BoilerplateKind


class Phrases(Struct, frozen=True):
    """What gives a line of one kind away: whole lines, beginnings, and pieces of it, all in lower case."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    holds: tuple[str, ...]

    def fit(self, key: str) -> bool:
        """Return whether a line, as ``Line.key`` gives it, is of this kind."""
        inner = key.strip("([（【】）])")
        return any(
            each in self.whole or self._begins(each) or any(piece in each for piece in self.holds)
            for each in ((key, inner) if inner != key else (key,))
        )

    def _begins(self, key: str) -> bool:
        """Return whether the line begins with a phrase; in Latin script the phrase ends with a word."""
        for phrase in self.begins:
            if key.startswith(phrase):
                following = key[len(phrase) : len(phrase) + 1]
                if not (phrase[-1].isascii() and following.isalpha()):  # other languages add endings
                    return True
        return False


@cache
def phrases(kind: BoilerplateKind) -> Phrases:
    """Return the phrases of lines of a kind: menus, footers, mastheads, captions, mails."""
    row = headed(kind.value)
    return Phrases(frozenset(row.get("whole", ())), tuple(row.get("begins", ())), tuple(row.get("holds", ())))


@cache
def words_of(key: str) -> frozenset[str]:
    """Return the words or phrases of all languages under a key: ``beside_dates``, ``places``, ``told``."""
    return frozenset(_table()[key])


@cache
def any_of(*keys: str) -> str:
    """Return a pattern for any of the words of all languages under some keys, the longest first."""
    return alternation(word for key in keys for word in _table()[key])


def alternation(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first; one that matches nothing for no word."""
    found = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, found))})" if found else "(?!)"


@cache
def patterns_of(key: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of all languages under a key, which ask for no case."""
    return tuple(compiled(each, re.IGNORECASE) for each in _table()[key])


def headed(key: str) -> Mapping[str, Sequence[str]]:
    """Return the words of all languages under each heading of a key: ``menu``, ``mail_headers``."""
    found: Mapping[str, Sequence[str]] = _table()[key]
    return found


@cache
def _table() -> Mapping[str, Any]:
    return kept("loading.phrases", _united)


def _united() -> dict[str, Any]:
    """Return what each key holds in any language, and in the file of what belongs to none."""
    own = Boilerplate(parsed(Path(__file__).with_name("boilerplate.yaml"), texts=True))
    table: dict[str, Any] = {}
    for section in (own, *(load(code).boilerplate for code in known())):
        for key in section.kinds():
            value = getattr(section, key)
            if isinstance(value, Mapping):
                rows = table.setdefault(key, {})
                for heading, each in value.items():
                    rows.setdefault(heading, []).extend(_listed(each))
            else:
                table.setdefault(key, []).extend(_listed(value))
    return table


def _listed(value: str | Sequence[str]) -> Sequence[str]:
    return [term.strip() for term in value.split(",") if term.strip()] if isinstance(value, str) else value
