"""Who publishes readouts: side ids, their labels, and the names and web hosts that give a side away."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from msgspec import Struct, field

from readcmp.data import parsed
from readcmp.patterns import compiled

_SIDE = re.compile(r"[a-z][a-z0-9_-]{0,15}")
_RESERVED = frozenset({"both", "none", "third", "other"})
_GOVERNMENT_HOST = r"(?:^|\.)(?:gov|gob|gouv|go|gub|govt|gc|admin|government)\.([a-z]{2})$"

ARTICLE = compiled(
    r"^(?:United|European|Russian|Czech|Dominican|Central|Democratic|African)\b"
    r"|\b(?:Kingdom|States|Emirates|Union|Republic|Federation|Islands|Commission|Council|Netherlands|Philippines|Maldives|Nations"
    r"|Bahamas|Gambia|Comoros|Seychelles|See)\b"
)
"""Names of states and bodies that English puts "the" before."""


class Publishers(Struct, frozen=True):
    """The table of sides: ``labels`` by id, ``names`` (``kremlin``) and ``hosts`` (``kremlin.ru``) to ids."""

    labels: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    hosts: dict[str, str] = field(default_factory=dict)


def side_id(value: str) -> str | None:
    """Return the id of the side that a reader names (``US``, ``kremlin``); None for what cannot be an id.

    Ids are short, of Latin letters, digits, ``-`` and ``_``, and begin with a letter; ``both``, ``none``,
    ``third`` and ``other`` are taken, they say who speaks in a point.
    """
    value = value.strip().lower()
    known = known_side(value)
    if known is not None:
        return known
    return value if _SIDE.fullmatch(value) and value not in _RESERVED else None


def known_side(name: str) -> str | None:
    """Return the id of a side of the table by its id or a publisher's name, however spaced or cased."""
    table = publishers()
    key = re.sub(r"[\s_.\-]+", "", name.lower()).replace("'", "’")
    return key if key in table.labels else table.names.get(key)


def side_of_host(url: str) -> str | None:
    """Return the id of the side whose web site an address is on; None if the table does not tell."""
    from urllib.parse import urlsplit

    try:
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").rstrip(".")
    except ValueError:
        return None
    table = publishers()
    parts = host.split(".")
    for n in range(len(parts)):
        found = table.hosts.get(".".join(parts[n:]))
        if found:
            return found
    match = re.search(_GOVERNMENT_HOST, host)
    return known_side(match.group(1)) if match else None


def label_of(side: str) -> str:
    """Return a side's label: ``United States`` for ``us``; an unknown id in capitals if it is short."""
    return publishers().labels.get(side) or (side.upper() if len(side) <= 3 else side)


@cache
def publishers() -> Publishers:
    """Read the table that ships with the package."""
    rows = parsed(Path(__file__).with_name("publishers.yaml"), texts=True)
    table = Publishers()
    for side, (label, names, hosts) in rows.items():
        table.labels[side] = label
        table.names.update(dict.fromkeys(names, side))
        table.hosts.update(dict.fromkeys(hosts, side))
    return table


def with_article(label: str) -> str:
    """Return the name of a state or body with the article that English puts before it."""
    return f"the {label}" if ARTICLE.search(label) and not label.startswith("The ") else label
