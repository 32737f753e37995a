"""Where vectors are kept from one run to the next, by the customs of the system."""

from __future__ import annotations

import os
from pathlib import Path

from readcmp.vocabulary import Engine


def cache_file(engine: str) -> Path | None:
    """Return the place of the cache: ``READCMP_CACHE``, else the system's folder for what programs keep.

    None for the engine ``fuzzy``, which keeps nothing, and where the user has no home, as in containers.
    """
    if engine == Engine.FUZZY:
        return None
    if folder := os.environ.get("READCMP_CACHE"):
        return Path(folder) / "vectors.sqlite"
    from platformdirs import user_cache_path

    try:
        place = user_cache_path("readcmp", appauthor=False, opinion=False)
    except RuntimeError:
        return None
    return place / "vectors.sqlite" if place.is_absolute() else None
