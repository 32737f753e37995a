"""What aligning gives: links, near misses, and what comes nearest to the rest."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from readcmp.finding import Nearest
from readcmp.model import Link
from readcmp.vocabulary import Verdict


class Alignment(Struct, frozen=True):
    """The links between all sides, and what comes nearest to a point that has none.

    ``possible`` are pairs under the threshold but not far. ``nearest`` maps (point id, other side's id) to that
    side's best candidate, for every point without a link to that side. ``apart`` are pairs that a pin holds apart.
    ``coverage`` says by (point id, other side's id) how likely that side tells the point's matter at all, 0..1;
    ``bounds`` from which coverage on a point of two sides counts as told by both and up to which by one alone, by their
    ids; ``verdicts`` are what ``cover`` makes of these.
    """

    links: tuple[Link, ...]
    possible: tuple[Link, ...]
    nearest: Mapping[tuple[str, str], Nearest]
    apart: frozenset[tuple[str, str]] = frozenset()
    coverage: Mapping[tuple[str, str], float] = field(default_factory=dict)
    verdicts: Mapping[tuple[str, str], Verdict] = field(default_factory=dict)
    bounds: Mapping[frozenset[str], tuple[float, float]] = field(default_factory=dict)
