"""Word documents: the text as it is printed once all changes are accepted, read by mammoth."""

from __future__ import annotations

import zipfile
from io import BytesIO

from readcmp.extraction import LeftOut
from readcmp.loading.documents.document import Document, DocumentError
from readcmp.loading.documents.markup import tree_of
from readcmp.loading.documents.page_blocks import blocks_of
from readcmp.loading.documents.web_page import join_paragraphs

LIBRARY = "mammoth"
MOST_XML = 20_000_000
"""Bytes that the parts of a document may unpack to; the text of a readout takes some ten thousand."""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ENTITIES = tuple("<!ENTITY".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_HIDDEN = "//w:r[w:rPr/w:vanish[not(@w:val) or (@w:val != '0' and @w:val != 'false')]]"
_NOTES = "//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-')]"
_MARKS = "//a[starts-with(@href, '#footnote-') or starts-with(@href, '#endnote-')]"
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"


def refuse_bombs(data: bytes) -> None:
    """Raise DocumentError for an archive whose parts would unpack to more than a document's, or declare entities.

    No office program declares any; whoever does can make a few bytes into any number, or have another file read.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = [info for info in archive.infolist() if info.filename.endswith((".xml", ".rels"))]
        if sum(info.file_size for info in parts) > MOST_XML:
            raise DocumentError(f"unpacks to more than {MOST_XML:,} bytes", "give the readout's text as .txt")
        if any(mark in archive.read(info) for info in parts for mark in _ENTITIES):
            raise DocumentError("has XML that declares entities", "save it again, or its text as .txt")


def read_word(data: bytes) -> Document:
    """Return the text of a Word document: what was inserted is in, what was deleted or hidden is out."""
    import mammoth

    refuse_bombs(data)
    pictures = mammoth.images.img_element(lambda _: {})
    made = mammoth.convert_to_html(BytesIO(_without_hidden(data)), style_map=_STYLES, convert_image=pictures)
    root = tree_of(made.value or "<p></p>")
    for mark in root.xpath(_MARKS):
        mark.drop_tree()
    blocks = blocks_of(root, dict.fromkeys(root.xpath(_NOTES), "footer"))
    title = blocks[0].text if blocks and blocks[0].heading == 1 else None
    kept = [block for n, block in enumerate(blocks) if block.part is None and (n > 0 or title is None)]
    left_out = [LeftOut("title", title)] if title else []
    left_out += [LeftOut("footer", block.text) for block in blocks if block.part == "footer"]
    return Document(join_paragraphs(kept), "docx", LIBRARY, tuple(left_out), title=title)


def _without_hidden(data: bytes) -> bytes:
    """Return a document without runs of text that are hidden, which the library would read as any others."""
    from lxml.etree import fromstring, tostring

    result = BytesIO()
    found = False
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(result, "w") as target:
        for info in source.infolist():
            content = source.read(info) if info.filename.endswith((".xml", ".rels")) else b""
            if info.filename.startswith("word/") and b"<w:vanish" in content:
                root = fromstring(content)
                for run in root.xpath(_HIDDEN, namespaces={"w": _WORD}):
                    run.getparent().remove(run)
                content, found = tostring(root), True
            target.writestr(info.filename, content)
    return result.getvalue() if found else data
