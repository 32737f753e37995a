"""Readouts that are not part of the project: real ones, marked by hand, where somebody has them at hand.

``READCMP_GOLD`` names the folder; below it ``gold/pairs``, the scorers in ``gold``, ``points`` and
``corpus`` are used.
"""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "READCMP_GOLD"
FOLDER = Path(os.environ[VARIABLE]).resolve() if os.environ.get(VARIABLE) else None
ABSENT = (
    f"{VARIABLE} names no folder of readouts marked by hand"
    if FOLDER is None
    else f"{VARIABLE} names {FOLDER}, which is no folder"
    if not FOLDER.is_dir()
    else ""
)


def pairs():
    """The folders of the real pairs, none where they are not at hand."""
    return [] if ABSENT else sorted(file.parent for file in (FOLDER / "gold" / "pairs").glob("*/gold.yaml"))
