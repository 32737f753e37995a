"""Cards: the little that pairing must know of a readout, worked out once, by processes beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

from msgspec import Struct

from readcmp.errors import ReadcmpError
from readcmp.pairing.records import Record

HEAD = 700
"""Whom a contact was with stands in the title or in the first so many characters."""

SLAB = 2000
"""So many records are under way at a time, so that memory holds cards and not texts."""

_NUMBER = re.compile(r"(?<![\w.])\d[\d.,]*\d(?![\w])|(?<![\w.,])\d(?![\w.,])")


class Card(Struct, frozen=True):
    """What is set against other readouts.

    ``day`` is the day of the readout as a number of days, None where nothing tells it; ``states`` are those named in
    its head; ``matters`` what it has that is one thing in every language (topics, concepts, states, numbers), ``words``
    its stems, which another readout in its ``language`` may have too.
    """

    record: Record
    day: int | None = None
    side: str | None = None
    language: str = ""
    states: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    error: str | None = None

    @property
    def date(self) -> str:
        """The day as ISO 8601 has it, empty where nothing tells it."""
        return "" if self.day is None else date.fromordinal(self.day).isoformat()


def describe(records: Iterable[Record], jobs: int, *, lexicon: Path | None = None) -> Iterator[Card]:
    """Return the card of each record, in order, by ``jobs`` processes; ``lexicon`` is a file of the user's own."""
    make = partial(card_of, lexicon=lexicon)
    if jobs == 1:
        yield from map(make, records)
        return
    from readcmp.archive.local import pool_of

    rest = iter(records)
    with pool_of(jobs) as pool:
        while slab := list(islice(rest, SLAB)):
            yield from pool.map(make, slab, chunksize=25)


def card_of(record: Record, *, lexicon: Path | None = None) -> Card:
    """Return the card of a record; one with an ``error`` where it cannot be read."""
    from readcmp.loading import load, load_text

    if record.error is not None:
        return Card(record, error=record.error)
    try:
        if record.text is None:
            readout = load(Path(record.name), side=record.side, language=record.language)
        else:
            readout = load_text(record.text, side=record.side, language=record.language)
    except ReadcmpError as error:
        return Card(record, error=str(error))
    side = None if readout.side == "a" and record.side is None else readout.side
    return described(
        record,
        readout.text,
        title=readout.title,
        day=readout.date,
        side=side,
        language=readout.language,
        lexicon=lexicon,
    )


def described(
    record: Record,
    text: str,
    *,
    title: str | None,
    day: str | None,
    side: str | None,
    language: str,
    lexicon: Path | None = None,
) -> Card:
    """Return the card of a text of which the rest is known."""
    from readcmp.encoding.words import stems
    from readcmp.lexicon import load_lexicon
    from readcmp.text import short

    code = short(language)
    whole = f"{title}\n{text}" if title and not text.startswith(title) else text
    hits = load_lexicon(lexicon).find(whole, code)
    states = frozenset(hit.id for hit in hits if hit.kind == "actor" and hit.start < HEAD)
    matters = {f"{hit.kind}:{hit.id}" for hit in hits if hit.kind in ("topic", "concept", "actor")}
    matters |= {f"number:{number}" for number in _NUMBER.findall(text)}
    return Card(
        record,
        None if day is None else date.fromisoformat(day).toordinal(),
        side,
        code,
        states,
        frozenset(matters),
        frozenset(stems(whole, code)),
    )
