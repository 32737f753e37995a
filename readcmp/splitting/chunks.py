"""The chunks that a sentence of an article comes apart into at its marks, without its dateline and its quoted words."""

from __future__ import annotations

from collections.abc import Sequence

from readcmp.patterns import compiled

CHUNK = compiled(r"[,;:()\"“”„«»「」『』\uff0c\uff1b\uff1a。]|\s[–—-]\s|[–—]")
"""What parts the chunks of a clause."""

STOP = compiled(r"[,.;:()\"“”«»„\n]")
"""What ends the phrase that names somebody."""

_DATELINE = compiled(
    r"(?P<place>[^\W\d_]\w{2,20}(?:[ /][^\W\d_]{2,20}){0,3})"
    r"(?:,[^.–—-]{1,25})?(?:\s\([^)]{1,30}\))?(?:\.?\s[–—-]\s|\.(?:\s|$))"
)
"""A place in capitals, and perhaps a day and an agency."""

MARKS = '"“”„«»「」'
"""Quotation marks."""


def masked(text: str, quotes: Sequence[tuple[int, int]]) -> str:
    """Return a text with spaces for what stands between quotation marks, so that its offsets stay."""
    parts, at = [], 0
    for start, end in quotes:
        if start >= at:
            parts += [text[at : start + 1], " " * (end - start - 2), text[end - 1 : end]]
            at = end
    return "".join([*parts, text[at:]])


def without_dateline(clause: str) -> str:
    """Return a clause without the place and the day in capitals that a report may begin with: "OSLO, 3 May - "."""
    dateline = _DATELINE.match(clause, len(clause) - len(clause.lstrip()))
    return clause[dateline.end() :] if dateline and dateline["place"] == dateline["place"].upper() else clause


def chunks(clause: str) -> list[str]:
    """Return the stretches of a clause between its marks, with words in them."""
    return [chunk for chunk in CHUNK.split(clause) if any(map(str.isalnum, chunk))]
