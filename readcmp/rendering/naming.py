"""What the sides and their accounts are called: a tag where space is short, else the country's name.

Versions of one government's account (a second text, another language) are put together under its name.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from readcmp.loading.language import name_of
from readcmp.loading.publishers import with_article
from readcmp.model import Readout
from readcmp.patterns import compiled
from readcmp.rendering.safe import safe

_COUNT = compiled(r"-\d+$")

_LONGER = {
    "am": "ARM", "as": "ASM", "at": "AUT", "be": "BEL", "by": "BLR", "do": "DOM", "in": "IND", "is": "ISL",
    "it": "ITA", "me": "MNE", "my": "MYS", "no": "NOR", "so": "SOM", "to": "TON",
}  # fmt: skip
"""The three-letter codes (ISO 3166) of the countries whose two-letter code is an English word."""

_SHORT = {
    "United States": "US", "United Kingdom": "UK", "United Arab Emirates": "UAE", "European Union": "EU",
    "United Nations": "UN",
}  # fmt: skip
"""What news desks write before a noun: "the US account"."""


class Party(Struct, frozen=True):
    """A government: its name, its tag, and the places of the sides that are versions of its account."""

    name: str
    tag: str
    sides: tuple[int, ...]

    @property
    def heading(self) -> str:
        """The name, and how many texts it has if more than one: ``Russia (2 texts)``."""
        return f"{self.name} ({len(self.sides)} texts)" if len(self.sides) > 1 else self.name

    @property
    def account(self) -> str:
        """What its account is called, whatever versions there are: ``Russia’s account``."""
        return f"{_possessive(self.name)} account"


def tag_of(side: str, label: str) -> str:
    """Return a side's short name: ``US``, ``RU``; ``IND`` for a country whose code is an English word."""
    base, _, version = side.partition("-")
    known = _LONGER.get(base.casefold()) if base.casefold() != label.casefold() else None
    return safe("-".join(filter(None, (known, version)))).upper() if known else safe(side).upper()


def in_running_text(label: str) -> str:
    """Return a side's name as it stands in a sentence: ``the United States``, ``Russia``."""
    return with_article(safe(label))


def account_of(readout: Readout) -> str:
    """Return the words for a side's account: ``the US account``, ``Russia’s account in English``."""
    label = safe(readout.label)
    name = safe(_base(readout)[1]) or label
    version = label.removeprefix(name) if label.startswith(name) else ""
    return f"{_possessive(name)} account{version}"


def _possessive(name: str) -> str:
    """Return what stands before "account": ``the US``, ``Russia’s``."""
    if name in _SHORT:
        return f"the {_SHORT[name]}"
    return f"{in_running_text(name)}{'’' if name.endswith('s') else '’s'}"


def parties_of(readouts: Sequence[Readout]) -> tuple[Party, ...]:
    """Put the sides together by government, in the order in which they first come."""
    groups: dict[str, list[int]] = {}
    for n, readout in enumerate(readouts):
        groups.setdefault(_base(readout)[0], []).append(n)
    found = []
    for base, places in groups.items():
        first = readouts[places[0]]
        name = _base(first)[1] or first.label
        found.append(Party(safe(name), tag_of(base, name), tuple(places)))
    return tuple(found)


def names_of(readouts: Sequence[Readout]) -> list[str]:
    """Return what the governments are called in running text, each once; none where one is not known by name."""
    names = [_base(readout)[1] for readout in readouts]
    known = [in_running_text(name) for name in names if name]
    return list(dict.fromkeys(known)) if len(known) == len(names) else []


def _base(readout: Readout) -> tuple[str, str]:
    """Return a side's id and name without what tells its versions apart; the name is empty where there is but an id."""
    base, label = readout.side, " ".join(readout.label.split())
    if label.casefold() == base.casefold():
        return base, ""
    if base.endswith(f"-{readout.language}"):
        base, label = base.removesuffix(f"-{readout.language}"), label.removesuffix(f" in {name_of(readout.language)}")
    elif count := _COUNT.search(base):
        base, label = base[: count.start()], label.removesuffix(f" ({count.group()[1:]})")
    return base, "" if label.casefold() == base.casefold() else label
