"""The encoder bent towards readouts: low-rank corrections of its matrices, trained on points that an editor linked.

As LoRA does (Hu et al. 2021, https://arxiv.org/abs/2106.09685), each matrix gets the product of two thin ones added,
which are all that is kept. What an encoder knows of language in general stays; what makes two passages of readouts one
matter is learnt on top, in all languages at once (``readcmp.training.adapter``).
"""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from readcmp.trained import folder_of

FILE = Path(__file__).with_name("adapter.npz")
"""The corrections that ship."""


def file_in_use() -> Path:
    """Return the file of corrections to use."""
    other = folder_of(FILE.parent) / FILE.name
    return other if other.is_file() else FILE


SINGLE = ("proj_W", "cnn_W", "d0", "d1", "d2", "d3", "p1", "p3")
"""The encoder's matrices that there is one of."""

SEVERAL = ("w1", "w2")
"""Those that there is one of for each of its three orders of n-grams."""


def matrices(backend: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - the library is untyped
    """Yield the name and the value of every matrix that is corrected, in a fixed order."""
    for name in SINGLE:
        yield name, getattr(backend, name)
    for name in SEVERAL:
        for n, matrix in enumerate(getattr(backend, name)):
            yield f"{name}.{n}", matrix


def adapted(backend: Any, file: Path = FILE) -> Any:  # noqa: ANN401
    """Return the encoder with the corrections of a file added; the one that is given stays as it is."""
    import numpy as np

    bent = copy.copy(backend)
    for name in SEVERAL:
        setattr(bent, name, list(getattr(backend, name)))
    with np.load(file, allow_pickle=False) as kept:
        for name, matrix in matrices(backend):
            value = matrix + kept[f"{name}.a"].astype(np.float32) @ kept[f"{name}.b"].astype(np.float32)
            where, _, number = name.partition(".")
            if number:
                getattr(bent, where)[int(number)] = value
            else:
                setattr(bent, where, value)
    return bent


def fingerprint(file: Path = FILE) -> str:
    """Return eight characters that tell one file of corrections from another."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8]
