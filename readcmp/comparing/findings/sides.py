"""What a side is called in running text: its name, with an article where English wants one."""

from __future__ import annotations

from readcmp.loading.publishers import with_article
from readcmp.model import Side


def name_side(side: Side, other: Side) -> str:
    """Return the name of a side in running text; its id where the other side is called the same."""
    label = " ".join(side.readout.label.split())
    if not label or label.casefold() == " ".join(other.readout.label.split()).casefold():
        return side.id.upper()
    return with_article(label)
