"""The topic layer over sentence vectors: how it is fitted, and the file that it ships in.

``python -m readcmp.training.topics`` does so where the encoder is installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from readcmp.annotation.vector_classifier import FILE
from readcmp.training.softmax import fit_layer

if TYPE_CHECKING:
    from readcmp.training.softmax import Rows

PENALTY = 0.15
"""Strength of the quadratic penalty, chosen of 0.05 to 0.5 on the readouts held out; they differ by 0.01."""

ROUNDS = 60

UNIT = 800.0
"""The vectors come as whole numbers; divided by this they are nearly of unit length."""


def fit_head(vectors: Rows, wanted: Rows) -> tuple[Rows, Rows]:
    """Fit weights and biases on vectors, a row a point, and the parts in which each belongs to the topics."""
    none = np.zeros((*wanted.shape, 0))
    weights, bias, _ = fit_layer(vectors / UNIT, none, wanted, penalty=PENALTY, weak=0.05, rounds=ROUNDS)
    return weights, bias


def write_head(home: Path, topics: Sequence[str], weights: Rows, bias: Rows) -> None:
    """Put the layer into its file in a folder, rounded to 8 bits a weight."""
    scale: np.ndarray[Any, Any] = np.abs(weights).max(axis=0) / 127
    np.savez_compressed(
        home / FILE,
        topics=np.array(topics),
        weights=np.rint(weights / scale).astype(np.int8),
        scale=(scale / UNIT).astype(np.float32),
        bias=bias.astype(np.float32),
    )
