"""From a readout to its points: blocks, sentences, clauses, the items of lists."""

from __future__ import annotations

from readcmp.cutting.points import cut, proposals

__all__ = ["cut", "proposals"]
