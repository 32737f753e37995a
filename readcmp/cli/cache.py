"""Where vectors are kept from one run to the next, by the customs of the system."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_file() -> Path | None:
    """Return the place of the cache: ``READCMP_CACHE``, else the system's folder for what programs keep.

    None where the user has no home, as in containers; nothing is kept then.
    """
    if folder := os.environ.get("READCMP_CACHE"):
        return Path(folder) / "vectors.sqlite"
    try:
        return _customary() / "readcmp" / "vectors.sqlite"
    except RuntimeError:
        return None


def _customary() -> Path:
    """Return the system's folder for what programs keep; RuntimeError where it depends on a home that is not there."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
