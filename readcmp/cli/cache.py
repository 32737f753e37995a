"""Where vectors are kept from one run to the next, by the customs of the system."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_file() -> Path:
    """Give the place of the cache: ``READCMP_CACHE``, else the system's folder for what programs keep."""
    if folder := os.environ.get("READCMP_CACHE"):
        return Path(folder) / "vectors.sqlite"
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "readcmp" / "vectors.sqlite"
