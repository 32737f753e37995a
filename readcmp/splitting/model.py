"""What a news article comes apart into: statements, each with the sides whose account it tells, and why."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from readcmp.model import Readout

SURE = 0.7
"""Statements at least as probable as this are sure; nine in ten of these are right."""


class Source(Struct, frozen=True):
    """Who is named: ``kind`` and, where the words tell it, ``side``.

    ``voice`` is a government's seat, a text of it, or somebody who speaks for it; ``state`` a state by its name;
    ``leader`` a person who acts for it; ``relay`` a medium, which tells what others say (a state's own where ``side``
    is given); ``person`` and ``thing`` are one who speaks for a government, and a text, whose state is not told; ``he``
    and ``it`` stand for the last of them; ``everyone`` is all sides, ``several`` those in ``sides``; ``outsider``
    speaks for none. ``never`` are states that have no such office,
    ``hint`` one that has it.
    """

    kind: str
    side: str = ""
    never: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    hint: str = ""


class Naming(Struct, frozen=True):
    """A source as a clause names it: who, and the words that say so."""

    source: Source
    cue: str
    text: str
    put_in: bool = False


class Statement(Struct, frozen=True):
    """A sentence of an article, or the part of one that tells one account.

    ``sides`` are the ids of those whose account it is; none for the journalist's own words. ``reason`` is one of
    ``named``, ``quotation``, ``carried``, ``spoken``, ``everyone``, ``outsider``, ``background`` and ``article``;
    ``cue`` are the words of the article that decided, where there are any. ``start`` and ``end`` are offsets in the
    article's text. ``probability`` (0..1) is that of the sides, all the article's sentences weighed
    together; None where there were too few to weigh.
    """

    start: int
    end: int
    text: str
    sides: tuple[str, ...]
    reason: str
    cue: str = ""
    paragraph: int = 0
    probability: float | None = None

    @property
    def unsure(self) -> bool:
        """Whether it is less probable than ``SURE``; about half of such statements are wrong."""
        return self.probability is not None and self.probability < SURE


REASONS: Mapping[str, str] = {
    "named": "names its source",
    "quotation": "a quotation of that source",
    "carried": "goes on with the account before it",
    "spoken": "that side's own words",
    "everyone": "told by all sides",
    "outsider": "told by someone who speaks for no side",
    "background": "the journalist's background",
    "article": "the journalist's own words",
}
"""What decided, in words."""


class Split(Struct, frozen=True):
    """A news article taken apart: the article, its statements in their order, a readout for each side.

    ``sides`` maps the ids of the sides that have an account to their labels, the one told first first.
    """

    article: Readout
    statements: tuple[Statement, ...]
    readouts: tuple[Readout, ...]
    sides: Mapping[str, str] = field(default_factory=dict)
