"""What a side is called in running text: its name, with an article where English wants one."""

from __future__ import annotations

from readcmp.model import Side
from readcmp.patterns import compiled

ARTICLE = compiled(
    r"^(?:United|European|Russian|Czech|Dominican|Central|Democratic|African)\b"
    r"|\b(?:Kingdom|States|Emirates|Union|Republic|Federation|Islands|Commission|Council|Netherlands|Philippines|Maldives|Nations"
    r"|Bahamas|Gambia|Comoros|Seychelles|See)\b"
)
"""Names of states and bodies that English puts "the" before."""


def name_side(side: Side, other: Side) -> str:
    """Return the name of a side in running text; its id where the other side is called the same."""
    label = " ".join(side.readout.label.split())
    if not label or label.casefold() == " ".join(other.readout.label.split()).casefold():
        return side.id.upper()
    return with_article(label)


def with_article(label: str) -> str:
    """Return the name of a state or body with the article that English puts before it."""
    return f"the {label}" if ARTICLE.search(label) and not label.startswith("The ") else label
