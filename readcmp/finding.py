"""A finding as frozen data: one difference between two accounts, as a headline with quotations."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import force_setattr

from readcmp.vocabulary import FindingKind


class Nearest(Struct, frozen=True):
    """The point of the other side that comes nearest to an omission, and its score 0..1."""

    point: str
    score: float


class Reason(Struct, frozen=True):
    """One part of a finding's weight: what it is for, and what it adds (less than 0: takes away)."""

    kind: str
    weight: float


class Quote(Struct, frozen=True):
    """What an account says, fit to print: on one line, cut only at the end of a clause and never before its verb.

    ``point`` is the passage that is quoted, the first of several that the quotation runs on over. ``marks`` are the
    stretches of ``text`` in which the accounts differ, by start and end.
    """

    side: str
    point: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Finding(Struct, frozen=True):
    """One difference worth a reader's time: a kicker, a headline, quotations, and the points that prove it.

    ``kicker`` names the topic and the kind of difference, ``headline`` says in a dozen words who says what; ``quotes``
    has one or two quotations of each side that has the matter, none of a side that has not. ``text`` is all of that in
    sentences. ``told_by`` are the sides that tell it, in the order of their ids; ``side`` is the one that tells nothing
    of it, None where the sides tell it differently. ``weight`` 0..1 ranks the findings and is the sum of ``because``;
    ``doubtful`` ones, which rest on a doubtful link, come last. ``topic`` is what it is about, None where it is about
    the whole account. ``between`` names the two sides that are compared, in the order of their ids.
    """

    kind: FindingKind
    side: str | None
    weight: float
    points: tuple[str, ...]
    text: str
    nearest: Nearest | None = None
    topic: str | None = None
    between: tuple[str, ...] = ()
    because: tuple[Reason, ...] = ()
    doubtful: bool = False
    kicker: str = ""
    headline: str = ""
    quotes: tuple[Quote, ...] = ()
    told_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        force_setattr(self, "kind", FindingKind(self.kind))
