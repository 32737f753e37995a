"""From a readout to its points: blocks, sentences, clauses, the items of lists."""

from __future__ import annotations

from readcmp.segmentation.points import propose_boundaries, segment

__all__ = ["propose_boundaries", "segment"]
