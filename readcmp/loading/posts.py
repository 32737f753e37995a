"""Posts of social networks that were copied with who wrote them: ``— Name (@handle) May 3, 2022``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from readcmp.loading.dates import find_date
from readcmp.model import Boilerplate
from readcmp.patterns import compiled
from readcmp.vocabulary import BoilerplateKind

_SIGNED = compiled(
    r"(?:[—–―]|^[ \t]*--?)[ \t]?(?P<name>[^()\n—–―@]{2,60})\(@(?P<handle>\w{1,30})\)[ \t]*(?P<date>[^\n]{0,40})$",
    re.MULTILINE,
)


class Signature(Struct, frozen=True):
    """Who signed a post, by name and handle, the day if the signature tells it, and where the signature stands."""

    name: str
    handle: str
    date: str | None
    piece: Boilerplate


def find_signatures(text: str) -> Iterator[Signature]:
    """Return the signatures of posts, each at the end of a line, with a date behind it or nothing."""
    for match in _SIGNED.finditer(text):
        date = find_date(match.group("date"))
        if date or not match.group("date").strip():
            piece = Boilerplate(*match.span(), BoilerplateKind.SIGNATURE)
            yield Signature(match.group("name").strip(), match.group("handle"), date, piece)
