"""Web pages, which this version does not read: told apart from text, with what to do instead."""

from __future__ import annotations

import re

from readcmp.errors import InputError
from readcmp.patterns import compiled

_PAGE = compiled(
    r"\s*+(?:<\?xml[^>]*+>\s*+|<!--(?:(?!-->).)*+-->\s*+)*+(?:<!doctype\s+html|<(?:html|head|body|meta|div|article|p)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""Possessive throughout: a comment that may end at every later one doubles the time with each."""

_TAG = compiled(
    r"</?(?:p|div|span|a|li|ul|ol|td|tr|table|br|h[1-6]|script|style|article|section)\b[^<>]*>", re.IGNORECASE
)
_MANY_TAGS = 6
_UNSEEN = compiled(
    r"<(script|style|head|noscript)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^<>]*>", re.IGNORECASE | re.DOTALL
)


def refuse_html(text: str, where: str) -> None:
    """Raise InputError for a web page or a piece of one: it begins as one, or is full of its tags."""
    if not _PAGE.match(text) and len(_TAG.findall(text)) < _MANY_TAGS:
        return
    if not any(c.isalnum() for c in _UNSEEN.sub(" ", text)):
        raise InputError("is a web page without any text", where=where, hint="give the readout's text")
    raise InputError("is a web page (HTML)", where=where, hint="save the readout's text as a plain text file")
