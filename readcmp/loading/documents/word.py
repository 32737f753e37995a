"""Word documents: the text as it is printed once all changes are accepted, read by mammoth."""

from __future__ import annotations

import zipfile
from io import BytesIO

from readcmp.extraction import LeftOut
from readcmp.loading.documents.blocks import blocks_of
from readcmp.loading.documents.document import Document, DocumentError
from readcmp.loading.documents.markup import tree_of
from readcmp.loading.documents.page import join_paragraphs

LIBRARY = "mammoth"
MOST_XML = 20_000_000
"""Bytes that the parts of a document may unpack to; the text of a readout takes some ten thousand."""
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"


def refuse_bombs(data: bytes) -> None:
    """Raise DocumentError for an archive whose parts would unpack to more than a document's."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        size = sum(info.file_size for info in archive.infolist() if info.filename.endswith((".xml", ".rels")))
    if size > MOST_XML:
        raise DocumentError(f"unpacks to more than {MOST_XML:,} bytes", "give the readout's text as .txt")


def read_word(data: bytes) -> Document:
    """Return the text of a Word document: what was inserted is in, what was deleted is out."""
    import mammoth

    refuse_bombs(data)
    pictures = mammoth.images.img_element(lambda _: {})
    made = mammoth.convert_to_html(BytesIO(data), style_map=_STYLES, convert_image=pictures)
    blocks = blocks_of(tree_of(made.value or "<p></p>"), {})
    title = blocks[0].text if blocks and blocks[0].heading == 1 else None
    kept = [block for n, block in enumerate(blocks) if n > 0 or title is None]
    text = join_paragraphs(kept)
    return Document(text, "docx", LIBRARY, (LeftOut("title", title),) if title else (), title=title)
