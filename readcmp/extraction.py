"""How a text was taken out of a document (a web page, a PDF file), and what of that was left out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A paragraph of a document that is no part of the account, and what it is: ``menu``, ``footer``, ``caption``."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """How the text was taken out of a document: what that is (``pdf``), the library that read it, what was left out."""

    format: str
    library: str
    left_out: tuple[LeftOut, ...] = ()
