"""The marks ``>`` that a mail program puts before each quoted line: no words of the account, wherever a line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readcmp.model import Boilerplate, Readout
from readcmp.vocabulary import BoilerplateKind

_MARKS = re.compile(r"^[ \t]{0,3}(?P<marks>>(?:[ \t]?>)*)", re.MULTILINE)


def find_quoting(text: str) -> Iterator[Boilerplate]:
    """Return the quoting marks at the beginnings of lines (kind ``quoting``)."""
    yield from (Boilerplate(*match.span("marks"), BoilerplateKind.QUOTING) for match in _MARKS.finditer(text))


def blank_out(text: str, pieces: Iterable[Boilerplate]) -> str:
    """Return a text with spaces in place of some stretches, so that every offset stays what it was."""
    parts: list[str] = []
    at = 0
    for piece in pieces:
        parts += [text[at : piece.start], " " * (piece.end - piece.start)]
        at = piece.end
    return "".join([*parts, text[at:]])


def text_without_quoting(readout: Readout) -> str:
    """Return the text of a readout with spaces in place of the marks of quoted lines."""
    return blank_out(readout.text, (piece for piece in readout.boilerplate if piece.kind is BoilerplateKind.QUOTING))
