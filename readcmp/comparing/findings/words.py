"""Words for running text: quoted, and in a row."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.text import squeeze

WORDS = 7
"""So many words of a passage fit into a headline that quotes both sides."""


def quote_words(words: str, most: int = WORDS) -> str:
    """Return words in quotation marks, of a long passage the first that fit into a headline."""
    told = squeeze(words).split()
    return f"“{' '.join(told[:most]).rstrip(',;:')}{' …' if len(told) > most else ''}”"


def join_words(words: Sequence[str]) -> str:
    """Return words in a row: ``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
