"""What comes out of a document: its text, what was left out of it, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct

from readcmp.extraction import LeftOut

MOST_TEXT = 1_000_000
"""Characters that a document may hold before anything is left out: a book, which no readout is."""


class DocumentError(Exception):
    """What is wrong with a document, and what to do about it."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


class Document(Struct, frozen=True):
    """The account that a document holds, as text with empty lines between paragraphs.

    ``format`` is what it is (``html``), ``library`` what read it. ``left_out`` is what else a reader sees in it, in
    order. The rest is what it says of itself; ``date`` may be in any form. ``notes`` are remarks for the reader.
    """

    text: str
    format: str
    library: str
    left_out: tuple[LeftOut, ...] = ()
    title: str | None = None
    date: str | None = None
    language: str | None = None
    publisher: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the document as values that JSON has."""
        values = {name: getattr(self, name) for name in self.__struct_fields__}
        return values | {"left_out": [[piece.kind, piece.text] for piece in self.left_out]}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Document:
        """Return the document that ``to_dict`` made these values of."""
        left_out = tuple(LeftOut(kind, text) for kind, text in values["left_out"])
        return cls(**{**values, "left_out": left_out, "notes": tuple(values["notes"])})


Read = Callable[[bytes], Document]
"""A function that makes a document of bytes; it raises DocumentError for what holds no account."""
