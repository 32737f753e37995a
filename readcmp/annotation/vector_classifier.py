"""What sentence vectors say of a point's topic: a linear layer over the vector of the point.

The layer is fitted by ``python -m readcmp.training.topics`` on points marked by hand in several languages, and knows
no word: what it learnt in one language holds in the others as far as the vectors agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readcmp.annotation.word_classifier import SHIPPED
from readcmp.trained import folder_of

if TYPE_CHECKING:
    import numpy as np

    from readcmp.encoding.vectors import Vectors

FILE = "head.npz"
"""The layer that ships: whole numbers of 8 bits and a scale for each topic."""


def topic_log_probabilities(vectors: Vectors) -> list[dict[str, float]]:
    """Return for each point, a row of ``vectors``, the log-probability of each topic."""
    import numpy as np

    if not len(vectors):
        return []
    topics, weights, scale, bias = _layer(folder_of(SHIPPED))
    rows = vectors.astype(np.float32)
    odds = (rows @ weights).astype(np.float64) * scale + bias  # whole numbers under 2**24: the same in any order
    odds -= odds.max(axis=1, keepdims=True)
    likely = odds - np.log(np.exp(odds).sum(axis=1, keepdims=True))
    return [dict(zip(topics, row, strict=True)) for row in likely.tolist()]


@cache
def _layer(home: Path) -> tuple[Sequence[str], np.ndarray[Any, Any], np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    import numpy as np

    with np.load(home / FILE, allow_pickle=False) as kept:
        weights = kept["weights"].astype(np.float32)
        return kept["topics"].tolist(), weights, kept["scale"].astype(np.float64), kept["bias"].astype(np.float64)
