"""Marks of Markdown and bare web addresses: the marks are boilerplate, the words between them stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readcmp.model import Boilerplate
from readcmp.patterns import compiled
from readcmp.text import squeeze
from readcmp.vocabulary import BoilerplateKind

_IMAGE = compiled(r"!\[[^\]\n]{0,300}\]\([^)\s]{1,2000}+(?:[^\S\n][^)\n]{0,200}+)?\)")
_LINK = compiled(
    r"(\[)[^\[\]]{1,400}(\]\((?:<[^>\n]{1,2000}>|[^()\s]{1,2000}(?:\([^()\s]{0,300}\)[^()\s]{0,300})?)"
    r"(?:\s\"[^\"\n]{0,200}\")?\))"
)
_URL = compiled(r"<?\b(?:https?://|www\.|pic\.twitter\.com/)[^\s<>\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+>?")
_URL_TAIL = ".,;:!?)]}'\"”’»"
_HEADING = compiled(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)|(?<=\S)[ \t]+#{1,6}[ \t]*$", re.MULTILINE)
_STARS = compiled(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*]{1,600}?)(?<=[^\s*\\])(\1)(?![\w*])")
_BARS = compiled(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_]{1,600}?)(?<=[^\s_\\])(\1)(?![\w])")


def find_markup(text: str) -> Iterator[Boilerplate]:
    """Yield the marks of headings, emphasis and links (kind ``markup``) and addresses (kind ``link``)."""
    for pattern in (_HEADING, _IMAGE):
        yield from (Boilerplate(*match.span(), BoilerplateKind.MARKUP) for match in pattern.finditer(text))
    for match in _LINK.finditer(text):
        yield Boilerplate(*match.span(1), BoilerplateKind.MARKUP)
        yield Boilerplate(*match.span(2), BoilerplateKind.MARKUP)
    for pattern in (_STARS, _BARS):
        for match in pattern.finditer(text):
            if "\n\n" not in match.group(2):  # emphasis ends with its paragraph
                yield Boilerplate(*match.span(1), BoilerplateKind.MARKUP)
                yield Boilerplate(*match.span(3), BoilerplateKind.MARKUP)
    for match in _URL.finditer(text):
        address = match.group().rstrip(_URL_TAIL)
        yield Boilerplate(match.start(), match.start() + len(address), BoilerplateKind.LINK)


def without_marks(text: str) -> str:
    """Return a text without its marks, on one line; the words and addresses stay."""
    kept = list(text)
    for piece in find_markup(text):
        if piece.kind is BoilerplateKind.MARKUP:
            kept[piece.start : piece.end] = [""] * (piece.end - piece.start)
    return squeeze("".join(kept))
