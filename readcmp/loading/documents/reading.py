"""Which module reads which format, and the libraries that each needs."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from readcmp.loading.decoding import decode
from readcmp.loading.documents.document import Document, DocumentError
from readcmp.loading.documents.recognising import inside_zip, refuse_old_office

_READERS = {
    "html": ("web_page", "read_page", ("lxml", "trafilatura")),
    "pdf": ("pdf", "read_pdf", ("pypdfium2",)),
    "docx": ("word", "read_word", ("lxml", "mammoth")),
    "odt": ("odt", "read_odt", ("odfdo",)),
    "mail": ("mails", "read_mail", ("lxml",)),
}
"""By format: module, function, and what it imports that is not installed with readcmp alone."""


def read(form: str, data: bytes) -> Document:
    """Return the account in a document of a format that ``recognise`` told."""
    form = settle(form, data)
    if form == "text":
        return Document(decode(data, "text")[0], "text", "readcmp")
    module, function, _ = _READERS[form]
    found = getattr(import_module(f"readcmp.loading.documents.{module}"), function)(data)
    if not isinstance(found, Document):
        raise TypeError(f"{function} returned no document")
    if not any(map(str.isalnum, found.text)):
        raise DocumentError("holds no text", "give the readout's own file, or its text as .txt")
    return found


def settle(form: str, data: bytes) -> str:
    """Return the format of a document more exactly; DocumentError for what is not read."""
    if form == "ole":
        refuse_old_office(data)
    return inside_zip(data) if form == "zip" else form


def is_missing(form: str) -> bool:
    """Return whether a library is missing that a format needs."""
    return any(find_spec(name) is None for name in _READERS[form][2]) if form in _READERS else False


def prepare(form: str) -> None:
    """Import what a format needs, before the clock for reading runs."""
    for name in _READERS[form][2] if form in _READERS else ():
        import_module(name)
