"""Where trained files lie: beside the code that reads them, or elsewhere while something is trained on top of them.

What was trained on an event knows it too well for anything else to be trained on what it says there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_FOLDER: ContextVar[Path | None] = ContextVar("folder", default=None)


def folder_of(shipped: Path) -> Path:
    """Return the folder to read trained files from: the one in use, or that of those that ship."""
    return _FOLDER.get() or shipped


@contextmanager
def trained_in(place: Path) -> Iterator[None]:
    """Use the trained files of another folder inside a ``with`` block."""
    token = _FOLDER.set(place)
    try:
        yield
    finally:
        _FOLDER.reset(token)
