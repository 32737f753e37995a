"""What a file is, by what is in it: plain text, or a document that something must be extracted from."""

from __future__ import annotations

import re
from io import BytesIO
from typing import NoReturn

from readcmp.loading.documents.document import DocumentError
from readcmp.patterns import compiled

NAMES = {
    "html": "a web page",
    "pdf": "a PDF file",
    "docx": "a Word document",
    "odt": "an OpenDocument text",
    "mail": "a mail",
    "zip": "an office document",
    "ole": "an old office document",
}
"""What is read, as a message calls it."""

_HEAD = 4096
_ENOUGH = 200_000
"""Bytes that tell a page from a text."""
_PDF_WITHIN = 1024
_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PAGE = compiled(
    r"\ufeff?\s*+(?:<\?xml[^>]*+>\s*+|<!--(?:(?!-->).)*+-->\s*+)*+(?:<!doctype\s+html|<(?:html|head|body|meta|div|article|p)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""Possessive throughout: a comment that may end at every later one doubles the time with each."""
_TAG = compiled(
    r"</?(?:p|div|span|a|li|ul|ol|td|tr|table|br|h[1-6]|script|style|article|section)\b[^<>]*>", re.IGNORECASE
)
_MANY_TAGS = 6
_SENT = compiled(
    r"(?:From [^\n]{3,200}\n)?(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
    r"(?:MIME-Version|Message-ID|Content-Type|Received|Snapshot-Content-Location)[ \t]*:",
    re.IGNORECASE,
)
"""Header lines, one of which only a mail program writes; those of a mail that was copied by hand have none."""
_OTHERS = (
    ("xl/", "a spreadsheet"),
    ("ppt/", "a presentation"),
    ("mimetype", "an OpenDocument file that is no text"),
    ("META-INF/container.xml", "an e-book"),
)


def recognise(head: bytes) -> str | None:
    """Return the format of a document by its first bytes; None for plain text and for what is not read.

    A ZIP archive is ``zip``, of which ``inside_zip`` says more when all of it is at hand. Below front matter there may
    be a page, which ``is_page_text`` tells.
    """
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return "pdf"
    if head.startswith(_ZIP):
        return "zip"
    if head.startswith(_OLE):
        return "ole"
    text = head[:_HEAD].replace(b"\r\n", b"\n").replace(b"\r", b"\n").decode("latin-1")
    if _SENT.match(text.removeprefix("\xef\xbb\xbf").lstrip("\n")):
        return "mail"
    return "html" if not head.startswith(b"---") and is_page(head[:_ENOUGH]) else None


def is_page(data: bytes) -> bool:
    """Return whether bytes are a web page or a piece of one: they begin as one, or are full of its tags."""
    for encoding, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
        if data.startswith(mark):
            return is_page_text(data.decode(encoding, errors="replace"))
    return is_page_text(data.removeprefix(b"\xef\xbb\xbf").decode("latin-1"))


def is_page_text(text: str) -> bool:
    """Return whether a text is a web page or a piece of one."""
    return _PAGE.match(text) is not None or len(_TAG.findall(text)) >= _MANY_TAGS


def inside_zip(data: bytes) -> str:
    """Return the format of a document that is a ZIP archive; DocumentError for any other archive."""
    import zipfile

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            short = "mimetype" in names and archive.getinfo("mimetype").file_size < _HEAD
            kind = archive.read("mimetype") if short else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, KeyError) as error:
        raise DocumentError(
            "is a broken ZIP archive or office document", "save it again, or its text as .txt"
        ) from error
    if "word/document.xml" in names or any(name.startswith("word/document") for name in names):
        return "docx"
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt"
    what = next((what for start, what in _OTHERS if any(n.startswith(start) for n in names)), "a ZIP archive")
    raise DocumentError(f"is {what}", "give the readout's own file, or its text as .txt")


def refuse_old_office(data: bytes) -> NoReturn:
    """Raise DocumentError for an office document of before 2007, or a new one with a password."""
    if _ENCRYPTED in data:
        raise DocumentError("is a document with a password", "save it without one")
    raise DocumentError("is an old office document", "save it as .docx or .odt, or its text as .txt")
