"""What all languages say of pages and mails, united: what language a text is in is not known when its page is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
def date_pattern() -> re.Pattern[str]:
    """Compile what a date or a time of day looks like on a line of its own."""
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    days = "|".join(map(re.escape, weekdays()))
    return compiled(
        rf"""
        \d{{1,2}}(?:st|nd|rd|th|\.|er|-го)?\s+(?:de\s+)?(?:{names})\b\.?,?(?:\s+(?:de\s+)?\d{{4}}\b)?
        | (?:{names})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}\b)?
        | \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b | \d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}\b
        | (?:中[华華]民[国國][ ]?)?\d{{2,4}}年\d{{1,2}}月(?:\d{{1,2}}日)? | \d{{1,2}}月\d{{1,2}}日
        | \d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?\b\s*(?:[ap]\.?m\b\.?)?
        | \b(?:{days})\b
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def months() -> dict[str, int]:
    """Return the names of the months in all languages, in lower case, with their numbers."""
    rows = (enumerate(load(code).quantities.months.lower().split(","), start=1) for code in known())
    return {name.rstrip("."): number for row in rows for number, names in row for name in names.split()}


@cache
def weekdays() -> tuple[str, ...]:
    """Return the names of the days of the week in all languages, in lower case; no short ones, which are words too."""
    names = ",".join(load(code).quantities.weekdays.lower() for code in known()).replace(",", " ").split()
    return tuple(name for name in names if not name.endswith("."))


@cache
def words_of(key: str) -> frozenset[str]:
    """Return the words or phrases of all languages under a key: ``beside_dates``, ``places``, ``told``."""
    return frozenset(_table()[key])


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
