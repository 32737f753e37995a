"""Gold pairs made ready for training: the program's own points, and which of them an editor linked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from msgspec import Struct

from readcmp.evaluation import GoldPair, read_gold
from readcmp.evaluation.scoring import covers
from readcmp.model import Side
from readcmp.pipeline import sides_of
from readcmp.text import short, word_starts
from readcmp.trained import trained_in

Pair = tuple[int, int]


class Case(Struct, frozen=True):
    """A gold pair beside the points that the program makes of its texts.

    ``met`` holds for each side and point the ids of the gold points that it covers by half; ``linked`` are the pairs
    of indexes whose points cover gold points that are linked; ``real`` is false where the contact is invented, and
    where only some pairs were asked about, so that no probability follows.
    ``vectors`` are those of the sentence encoder by side id, where it was asked for.
    """

    gold: GoldPair
    folder: str
    real: bool
    sides: tuple[Side, ...]
    met: tuple[tuple[frozenset[str], ...], tuple[frozenset[str], ...]]
    linked: frozenset[Pair]
    vectors: Mapping[str, Any] | None = None

    @property
    def key(self) -> tuple[str, str]:
        """A name that no other case has: a pair and its restatement can be called alike."""
        return self.folder, self.gold.name

    @property
    def event(self) -> str:
        """What is left out together: a real contact by its date, as its readouts are told in several folders."""
        return self.gold.name[:10]

    @property
    def across(self) -> bool:
        """Whether the two accounts are in two languages."""
        return len({short(readout.language) for readout in self.gold.readouts}) > 1

    def judged(self) -> Iterator[Pair]:
        """Return the pairs of points that both cover gold points, so that an editor has judged them.

        Where only some pairs were asked about, these alone are judged.
        """
        if self.gold.asked is not None:
            return (
                (i, j)
                for i, ours in enumerate(self.met[0])
                for j, theirs in enumerate(self.met[1])
                if any((a, b) in self.gold.asked for a in ours for b in theirs)
            )
        ours, theirs = ([i for i, ids in enumerate(met) if ids] for met in self.met)
        return ((i, j) for i in ours for j in theirs)


PARTS, REAL_PAIRS = 3, "real"
"""Into how many parts invented events are put, each of which has its own folder ``0``, ``1``, ... of what was trained
without it; and the folder of what was trained without any real pair."""


def home_of(gold: GoldPair, parts: Mapping[str, int]) -> str:
    """Return the folder of what was trained without a pair."""
    return str(parts[gold.name]) if gold.name in parts else REAL_PAIRS


def prepare(gold: GoldPair, folder: str, engine: str = "fuzzy", cache: Path | None = None) -> Case:
    """Cut and annotate the two accounts of a gold pair, and find what of the gold each point covers."""
    sides, vectors = sides_of(gold.readouts, engine=engine, cache=cache)
    met = tuple(
        tuple(
            frozenset(
                point.id
                for point in gold.points[n]
                if covers(word_starts(side.readout.text, p.start, p.end), point.words)
            )
            for p in side.points
        )
        for n, side in enumerate(sides)
    )
    linked = frozenset(
        (i, j)
        for i, ours in enumerate(met[0])
        for j, theirs in enumerate(met[1])
        if any((a, b) in gold.links for a in ours for b in theirs)
    )
    return Case(gold, folder, not gold.invented and gold.asked is None, sides, (met[0], met[1]), linked, vectors)


def prepare_all(
    folders: Iterable[Path], engine: str = "fuzzy", *, folds: Path | None = None, cache: Path | None = None
) -> list[Case]:
    """Prepare every pair of several folders but those that are kept for measuring.

    Where ``folds`` holds what was trained without each pair, its topics come from that.
    """
    named = ((f"{folder.parent.name}/{folder.name}", folder) for folder in folders)
    pairs = [(name, pair) for name, folder in named for pair in read_gold(folder, pinned=True)]
    parts = parts_of((pair.name for _, pair in pairs if pair.invented and not pair.aside), PARTS)
    found = []
    for folder, pair in pairs:
        if not pair.aside:
            with trained_in(folds / home_of(pair, parts)) if folds else nullcontext():
                found.append(prepare(pair, folder, engine, cache))
    return found


def parts_of(events: Iterable[str], count: int) -> dict[str, int]:
    """Return in which of so many parts each event is: by its name alone, whatever other events there are."""
    digests = {event: hashlib.sha256(event.encode()).digest() for event in events}
    return {event: int.from_bytes(digest) % count for event, digest in digests.items()}
