"""From bytes to a text and what is said of it: front matter of a text, or what a document says of itself."""

from __future__ import annotations

from msgspec import Struct

from readcmp.errors import InputError
from readcmp.extraction import Extraction
from readcmp.loading.decoding import decode
from readcmp.loading.documents import Document, extract, is_page_text, recognise
from readcmp.loading.front_matter import Matter, split_matter
from readcmp.loading.language import language_code
from readcmp.loading.source import LIMIT


class Opened(Struct, frozen=True):
    """The text of a source, its front matter, remarks, and the document that the text was extracted from, if any."""

    text: str
    matter: Matter
    notes: tuple[str, ...] = ()
    document: Document | None = None

    @property
    def title(self) -> str | None:
        """The title by the front matter, else by the document."""
        return self.matter.title or (self.document and self.document.title) or None

    @property
    def url(self) -> str | None:
        """The web address by the front matter, else by the document."""
        return self.matter.url or (self.document and self.document.url) or None

    @property
    def language(self) -> str | None:
        """The language by the document; pages err in this, so that the text itself is heard first."""
        return language_code(self.document.language or "") if self.document else None

    @property
    def extraction(self) -> Extraction | None:
        """How the text was taken out of a document."""
        found = self.document
        return Extraction(found.format, found.library, found.left_out) if found else None


def open_text(data: bytes, where: str) -> Opened:
    """Return the text in ``data``, extracted from a document if it is one; front matter may stand above a page.

    Raises InputError for what is neither text nor a document that is read, and for text that is too long.
    """
    form = recognise(data)
    matter = Matter()
    notes: tuple[str, ...] = ()
    if form is None:
        whole, notes = decode(data, where)
        matter, text = split_matter(whole, where)
        notes = (*notes, *matter.notes)
        if not text.strip():
            what = "holds front matter and no text" if whole.strip() else "holds nothing but white space"
            raise InputError(what, where=where, hint="put the readout's text into it")
        if not is_page_text(text):
            return Opened(text, matter, notes)
        form, data = "html", text.encode("utf-8", errors="replace")
    document = extract(form, data, where)
    if len(document.text.encode("utf-8", errors="replace")) > LIMIT:
        hint = "save the readout alone"
        raise InputError(f"holds more than {LIMIT:,} bytes of text, the limit", where=where, hint=hint)
    return Opened(document.text, matter, (*notes, *document.notes), document)
