"""What has changed between two versions of one account, as frozen data."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct, field

from readcmp.model import Comparison, Gap, Point


class Kind(StrEnum):
    """What became of a sentence."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"


class Sentence(Struct, frozen=True):
    """A sentence of a version: its number from 1, its place and words, and the points in it."""

    number: int
    start: int
    end: int
    text: str
    points: tuple[Point, ...]


class Change(Struct, frozen=True):
    """What became of one sentence; ``old`` is None where it was added, ``new`` where it was removed.

    A reworded sentence may have ``moved`` too. ``similarity`` is the share of words in common, 0..1, and ``gaps`` say
    what a rewording changes: numbers, names, negations, verbs and the like, ``a`` of the old sentence and ``b`` of the
    new one; none where it changes the wording alone.
    """

    kind: Kind
    old: Sentence | None
    new: Sentence | None
    moved: bool = False
    similarity: float = 0.0
    gaps: tuple[Gap, ...] = ()


class Versions(Struct, frozen=True):
    """Two versions of one account: the ids of their sides, what changed in the order of the text, and what did not."""

    old: str
    new: str
    changes: tuple[Change, ...]
    unchanged: int

    def of(self, kind: Kind) -> Sequence[Change]:
        """Return the changes of one kind."""
        return [change for change in self.changes if change.kind is kind]


class VersionsComparison(Comparison, frozen=True):
    """A comparison of two versions of one account, which is shown by what changed between them."""

    versions: Versions = field(default_factory=lambda: Versions("", "", (), 0))
