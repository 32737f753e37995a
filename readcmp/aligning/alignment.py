"""What aligning gives: links, near misses, and what comes nearest to the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from readcmp.model import Link, Nearest


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links between all sides, and what comes nearest to a point that has none.

    ``possible`` are pairs under the threshold but not far. ``nearest`` maps (point id, other side's id) to that
    side's best candidate, for every point without a link to that side.
    """

    links: tuple[Link, ...]
    possible: tuple[Link, ...]
    nearest: Mapping[tuple[str, str], Nearest]
