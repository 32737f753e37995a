"""Vectors as small whole numbers: a row a text, exact whatever the order in which they are worked with.

A component of a unit vector of 512 is seldom over 0.14, so that ``SCALE`` leaves room in 8 bits. The cosine moves
by less than 0.005, and sums of whole numbers are the same from the left and from the right: a comparison and its
mirror image agree to the last digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Vectors = np.ndarray[Any, np.dtype[np.int8]]

SCALE = 800
"""What a component is multiplied with before it is rounded to -127..127."""


def quantised(rows: np.ndarray[Any, np.dtype[np.float32]]) -> Vectors:
    """Round the components of unit vectors to whole numbers of 8 bits."""
    import numpy as np

    whole: Vectors = np.clip(np.rint(rows * SCALE), -127, 127).astype(np.int8)
    return whole


def closeness(a: Vectors, b: Vectors) -> list[list[float]]:
    """Return the cosine -1..1 of every text of ``a`` with every text of ``b``; exchanging them transposes it."""
    import numpy as np

    if not len(a) or not len(b):
        return [[] for _ in a]
    x, y = a.astype(np.float32), b.astype(np.float32)
    lengths = [np.sqrt(np.maximum(1.0, (rows.astype(np.float64) ** 2).sum(axis=1))) for rows in (x, y)]
    dots = (x @ y.T).astype(np.float64)  # exact: no sum passes 512 x 127 x 127, which 24 bits hold
    cosines: list[list[float]] = (dots / np.outer(lengths[0], lengths[1])).tolist()
    return cosines


def stacked(rows: Sequence[bytes]) -> Vectors:
    """Put vectors that were kept as bytes together to a matrix, a row a text."""
    import numpy as np

    width = len(rows[0]) if rows else 0
    matrix: Vectors = np.frombuffer(b"".join(rows), dtype=np.int8).reshape(len(rows), width)
    return matrix
