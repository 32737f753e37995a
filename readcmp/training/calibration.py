"""How often pairs of a score are links: the table that says whether scores can be taken at their word."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np

BINS = (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0)
"""Where the table of calibration parts the scores."""

Rows = np.ndarray[Any, np.dtype[np.float64]]


def calibration(scores: Rows, linked: Rows) -> list[dict[str, float]]:
    """Return for each stretch of scores how many pairs have such a one, its mean, and the part that are links."""
    table = []
    for low, high in itertools.pairwise(BINS):
        within = (scores >= low) & ((scores < high) | (high == BINS[-1]))
        if n := int(within.sum()):
            mean, right = float(scores[within].mean()), float(linked[within].mean())
            table.append({"from": low, "to": high, "pairs": n, "mean": round(mean, 2), "right": round(right, 2)})
    return table
