"""OpenDocument texts, such as LibreOffice writes: the text as it is printed once all changes are accepted, by odfdo."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from readcmp.extraction import LeftOut
from readcmp.loading.documents.document import Document, DocumentError
from readcmp.loading.documents.word import refuse_bombs

if TYPE_CHECKING:
    from odfdo import Element

LIBRARY = "odfdo"
_UNPRINTED = ("text:tracked-changes", "office:annotation", "text:hidden-text", "text:hidden-paragraph")
_MANIFEST = "META-INF/manifest.xml"
_TITLES = ("Title", "Heading")


def read_odt(data: bytes) -> Document:
    """Return the text of an OpenDocument text; its title, where it has one by style, is left out."""
    import odfdo

    refuse_bombs(data)
    _refuse_locked(data)
    body = odfdo.Document(BytesIO(data)).body
    for tag in _UNPRINTED:
        for element in body.get_elements(f"//{tag}"):
            element.delete()
    notes = [LeftOut("footer", words) for note in body.get_elements("//text:note-body") if (words := _words(note))]
    for note in body.get_elements("//text:note"):
        note.delete()
    title: str | None = None
    text = ""
    listed_before = False
    for paragraph in body.get_elements("//text:p|//text:h"):
        words = paragraph.inner_text.strip()
        if not words:
            continue
        styled = paragraph.tag == "text:h" or str(getattr(paragraph, "style", "")).startswith(_TITLES)
        if styled and not text and title is None:
            title = " ".join(words.split())
            continue
        listed = paragraph.parent is not None and paragraph.parent.tag == "text:list-item"
        text += "" if not text else "\n" if listed and listed_before else "\n\n"
        text += f"- {words}" if listed else words
        listed_before = listed
    left_out = [LeftOut("title", title)] if title else []
    return Document(text + "\n", "odt", LIBRARY, (*left_out, *notes), title=title)


def _refuse_locked(data: bytes) -> None:
    """Raise DocumentError for a text with a password, of which the manifest tells."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        manifest = archive.read(_MANIFEST) if _MANIFEST in names else b""
    if b"encryption-data" in manifest or "encrypted-package" in names:
        raise DocumentError("is a document with a password", "save it without one")


def _words(element: Element) -> str:
    return " ".join(str(element.inner_text).split())
