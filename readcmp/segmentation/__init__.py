"""From a readout to its points: blocks, sentences, clauses, the items of lists."""

from __future__ import annotations

from readcmp.segmentation.points import proposals, segment

__all__ = ["proposals", "segment"]
