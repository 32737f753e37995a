"""What the text of a point says, as annotation reads it once: quantities, variants, negations, extents, poles."""

from __future__ import annotations

from msgspec import Struct


class Quantity(Struct, frozen=True):
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


class Variant(Struct, frozen=True):
    """A name as it stands in a text: the thing, the way to call it, the words, and whether a side owns them.

    Words in quotation marks are somebody else's: ``own`` is False.
    """

    thing: str
    way: str
    words: str
    start: int
    own: bool = True


class Negation(Struct, frozen=True):
    """A negator as it stands in a text, and the stems of the words it negates.

    ``told`` is false where a verb only implies it, as "prevent" does: it answers a negation and is none by itself.
    """

    words: str
    denied: frozenset[str]
    told: bool = True


class Extent(Struct, frozen=True):
    """A word that says how far a thing goes: its class, the words with what it is said of, the stem of that."""

    kind: str
    words: str
    head: str


class Pole(Struct, frozen=True):
    """An end of an axis that a text names: ``sign`` is 1 or -1, what is denied turned round.

    ``words`` name it, ``stems`` are theirs.
    """

    axis: str
    sign: int
    words: str
    denied: bool
    stems: frozenset[str]
