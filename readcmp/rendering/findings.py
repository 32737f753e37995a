"""The findings that an output opens with, and what was left out of the comparison, in words."""

from __future__ import annotations

from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.rendering.wording import DIFFERENCES, KEY_DIFFERENCES

MOST = 3
"""So many findings open an output where the reader does not say how many."""


def weightiest(view: View, most: int = MOST) -> tuple[str, str, list[str]]:
    """Return a heading, how many of how many findings are shown (empty for all), and the weightiest's sentences."""
    found = view.comparison.findings
    weak = [f.doubtful and not f.kind.hedged for f in found[:most]]
    shown = [f"{'Weak match: ' * flag}{safe(f.text)}" for flag, f in zip(weak, found, strict=False)]
    if len(shown) == len(found):
        return DIFFERENCES, "", shown
    return KEY_DIFFERENCES, f"{len(shown)} of {len(found)}", shown
