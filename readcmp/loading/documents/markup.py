"""From the bytes of a web page to a tree of its elements."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from readcmp.loading.decoding import decode
from readcmp.loading.documents.document import DocumentError
from readcmp.patterns import compiled

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = compiled(r"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_DECLARATION = compiled(r"\s{0,99}<\?xml[^>]{0,200}\?>")
_PARAGRAPHS = compiled(r"<(?:html|body|p|div|td|li|pre)\b", re.IGNORECASE)
_EMPTY_LINE = compiled(r"\n[ \t\r]*\n")
_HEAD = 4096


def page_of(data: bytes) -> HtmlElement:
    """Return the root of a page; DocumentError where there is nothing in it."""
    return tree_of(_text_of(data))


def tree_of(text: str) -> HtmlElement:
    """Return the root of a page that is text already."""
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    text = _DECLARATION.sub("", text.replace("\x00", ""), count=1)
    if not _PARAGRAPHS.search(text):  # a text with a tag here and there
        text = _EMPTY_LINE.sub("\n<p>", text)
    try:
        return document_fromstring(text, parser=HTMLParser(encoding=None, remove_comments=True, remove_pis=True))
    except (LxmlError, ValueError) as error:
        raise DocumentError("is a web page without any text", "give the readout's text") from error


def _text_of(data: bytes) -> str:
    """Decode a page: by its mark, as UTF-8 where it is that, else as it says, else by a guess."""
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        match = _CHARSET.search(data[:_HEAD].decode("latin-1"))
        if match:
            try:
                return data.decode(match.group(1))
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(data, "page")[0]
