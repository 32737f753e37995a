"""What the text of a point says, as annotation reads it once: quantities, and names that a thing has several of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, date or quoted words: ``text[start:end]`` says it.

    ``value`` is the same for the same thing. Numbers are decimal, with ``%``, ``th`` or a currency (``1.5``, ``30%``,
    ``50th``, ``500000000 usd``), or a fraction without an end (``2/3``); hours with a part of one are minutes. Dates
    are ISO 8601, as far as they are said: ``2020-07-23``, ``2020-07``, ``2020``, ``--07-23``, ``--07``. A range has
    both its ends, each with the words of the whole. Quoted words are in lower case, without punctuation at the ends.
    """

    kind: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Variant:
    """A name as it stands in a text: the thing, the way to call it, the words, and whether a side owns them.

    Words in quotation marks are somebody else's: ``own`` is False.
    """

    thing: str
    way: str
    words: str
    start: int
    own: bool = True
