"""How a text was taken out of a document (a web page, a PDF file), and what of that was left out."""

from __future__ import annotations

from msgspec import Struct


class LeftOut(Struct, frozen=True):
    """A paragraph of a document that is no part of the account, and what it is: ``menu``, ``footer``, ``caption``."""

    kind: str
    text: str


class Extraction(Struct, frozen=True):
    """How the text was taken out of a document: what that is (``pdf``), the library that read it, what was left out."""

    format: str
    library: str
    left_out: tuple[LeftOut, ...] = ()
