"""One readout as it was read: what was taken as the account, and what was left out and why."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

from readcmp.extraction import LeftOut
from readcmp.loading import matter_spans
from readcmp.loading.language import name_of
from readcmp.model import Readout
from readcmp.rendering.json import extraction_to_dict, tame
from readcmp.rendering.safe import safe
from readcmp.text import count_words, squeeze

SCHEMA = "readcmp.readout/1"

FORMATS = {
    "html": "web page",
    "mhtml": "saved web page",
    "pdf": "PDF file",
    "docx": "Word document",
    "odt": "OpenDocument text",
    "mail": "mail",
    "text": "text",
}
"""What an extraction's format is called."""

REASONS = {
    "title": "title",
    "dateline": "place or date",
    "masthead": "who issues it",
    "menu": "menu or notice",
    "footer": "foot of the page",
    "rule": "dividing mark",
    "question": "journalist's question",
    "label": "who speaks",
    "bullet": "mark of a list",
    "markup": "Markdown",
    "link": "web address",
    "caption": "caption",
    "mail": "mail header or signature",
    "quoting": "quoting mark",
    "history": "earlier mail",
    "signature": "who signed or posted it",
    "repeat": "said before",
    "note": "note beside the account",
    "translation": "another language",
    "other": "beside the account",
}
"""Why something was left out, by the kind of what it is."""


_MARKS = frozenset({"bullet", "markup", "quoting"})
"""Kinds that are marks and no words; a list of them tells a reader nothing."""


def render_account(readout: Readout, width: int) -> str:
    """Return a readout for a terminal or a file: what is known of it, the account, what was left out."""
    lines = [f"{safe(readout.label)} ({safe(readout.side)})", *_known(readout), ""]
    for n, paragraph in enumerate(account_of(readout)):
        lines += [""] * (n > 0)
        for line in paragraph.split("\n"):
            lines += wrap(safe(line), width, break_long_words=False, break_on_hyphens=False)
    left_out = [piece for piece in left_out_of(readout) if piece.kind not in _MARKS]
    if left_out:
        reasons = [REASONS.get(piece.kind, piece.kind) for piece in left_out]
        column = max(map(len, reasons))
        lines += ["", "Left out:"]
        lines += [
            f"  {reason:{column}}  {_cut(safe(squeeze(piece.text)), max(20, width - column - 4))}"
            for reason, piece in zip(reasons, left_out, strict=True)
        ]
    return "\n".join(lines) + "\n"


def render_account_json(readout: Readout) -> str:
    """Return a readout as one JSON object: ``readcmp.readout/1``."""
    values: dict[str, Any] = {
        "schema": SCHEMA,
        "id": readout.side,
        "label": readout.label,
        "source": readout.source,
        "language": readout.language,
        "date": readout.date,
        "title": readout.title,
        "publisher": readout.publisher,
        "url": readout.url,
        "words": sum(count_words(readout.text, start, end) for start, end in matter_spans(readout)),
        "account": account_of(readout),
        "left_out": [{"kind": piece.kind, "text": piece.text} for piece in left_out_of(readout)],
        "text": readout.text,
        "boilerplate": [{"start": f.start, "end": f.end, "kind": f.kind} for f in readout.boilerplate],
        "extraction": extraction_to_dict(readout.extraction),
        "notes": list(readout.notes),
    }
    return tame(json.dumps(values, ensure_ascii=False, indent=1)) + "\n"


def account_of(readout: Readout) -> list[str]:
    """Return the paragraphs of the account itself; the items of a list are lines of one."""
    text = readout.text
    marks = [piece for piece in readout.boilerplate if piece.kind.within]
    paragraphs: list[str] = []
    before = 0
    for start, end in matter_spans(readout):
        kept, at = "", start
        for mark in marks:
            if start <= mark.start < end:
                kept, at = kept + text[at : mark.start], mark.end
        words = squeeze(kept + text[at:end]) if "\n\n" not in text[start:end] else kept + text[at:end]
        parts = [squeeze(part) for part in words.split("\n\n") if part.strip()]
        if paragraphs and "\n\n" not in text[before:start] and parts:
            paragraphs[-1] += "\n" + parts.pop(0)
        paragraphs += parts
        before = end
    return paragraphs


def left_out_of(readout: Readout) -> Sequence[LeftOut]:
    """Return what was left out: of the document, then of its text."""
    found = list(readout.extraction.left_out) if readout.extraction else []
    return found + [LeftOut(piece.kind, readout.text[piece.start : piece.end]) for piece in readout.boilerplate]


def _known(readout: Readout) -> Iterator[str]:
    extraction = readout.extraction
    form = FORMATS.get(extraction.format.rpartition("/")[2], extraction.format) if extraction else ""
    read = f", {form} read with {extraction.library}" if extraction else ""
    rows = (
        ("file", readout.source + read),
        ("title", readout.title),
        ("date", readout.date),
        ("language", name_of(readout.language)),
        ("publisher", readout.publisher),
        ("address", readout.url),
    )
    yield from (f"{name + ':':10} {safe(value)}" for name, value in rows if value)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
