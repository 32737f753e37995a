"""Where the trained parts of marking lie: in this folder, or elsewhere while something is trained on top of them.

What was trained on an event knows it too well for anything else to be trained on what it says there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

SHIPPED = Path(__file__).parent

_FOLDER: ContextVar[Path] = ContextVar("folder", default=SHIPPED)


def folder() -> Path:
    """Return the folder of the trained files in use."""
    return _FOLDER.get()


@contextmanager
def trained_in(place: Path) -> Iterator[None]:
    """Use the trained files of another folder inside a ``with`` block."""
    token = _FOLDER.set(place)
    try:
        yield
    finally:
        _FOLDER.reset(token)
