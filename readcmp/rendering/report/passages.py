"""The pieces of a report that show every passage: matches, and what one account alone has.

They are told as those of ``readcmp.rendering.report.parts`` are.
"""

from __future__ import annotations

from msgspec import Struct

from readcmp.rendering.marked_passage import Words


class Passage(Struct, frozen=True):
    """A passage in a row or in a list: its words, and how sure its match is.

    ``mark`` is the sign of its best match in the row, empty where there is none; ``score`` is that match's, 0..1.
    ``closest`` are the closest passages of other sides, for a passage that one side alone has, and ``weight`` is how
    much news it is.
    """

    n: int
    point: str
    words: tuple[Words, ...]
    mark: str = ""
    score: float = 0.0
    closest: tuple[Closest, ...] = ()
    weight: float = 0.0


class Closest(Struct, frozen=True):
    """The closest passage of another side: ``name`` says what it is (``closest in US (0.21)``), ``text`` its words."""

    n: int
    point: str
    name: str
    text: str


class Match(Struct, frozen=True):
    """Passages that belong in one row, a tuple for each side, and why they do.

    ``absent`` says of each side without a passage what is known of it, of the others nothing; ``scores`` is the range
    of the scores; ``reasons`` name what made the match; ``apart`` is what differs without showing in the words;
    ``beyond`` are matches with passages of other rows.
    """

    sides: tuple[tuple[Passage, ...], ...]
    absent: tuple[str, ...]
    scores: str
    reasons: tuple[str, ...]
    apart: tuple[str, ...]
    beyond: tuple[Closest, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, side by side."""
        return tuple(passage for side in self.sides for passage in side)


class Matter(Struct, frozen=True):
    """The matches under one topic; ``shares`` are what each side gives it (``US 31%``).

    ``formal`` is a topic of the call itself, such as courtesies.
    """

    label: str
    shares: tuple[str, ...]
    matches: tuple[Match, ...]
    formal: bool = False


class Matches(Struct, frozen=True):
    """Matches under topics, and a sentence on those that are left out."""

    heading: str
    matters: tuple[Matter, ...]
    rest: str


class Only(Struct, frozen=True):
    """What only one account has: its passages under topics, and sentences on how many, and on what is left out."""

    n: int
    heading: str
    remark: str
    groups: tuple[tuple[str, tuple[Passage, ...]], ...]
    notes: str
