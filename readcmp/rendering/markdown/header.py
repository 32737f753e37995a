"""The head of the document: which contact, who tells of it, at what length, and what each says of it."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.rendering.header import UNKNOWN, cautions, date_of, rows_of, title_of
from readcmp.rendering.markdown.blocks import table
from readcmp.rendering.markdown.escape import escape, link
from readcmp.rendering.view import View


def head(view: View, *, verbose: bool) -> Iterator[str]:
    """Give the title, and a table with a column a side."""
    date = date_of(view)
    yield f"# {escape(f'{title_of(view)}, {date}' if date else title_of(view))}"
    sides = zip(view.tags, view.comparison.sides, strict=True)
    rows = [["", *(f"**{escape(tag)}** {escape(side.readout.label)}" for tag, side in sides)]]
    for row in rows_of(view):
        rows.append([row.label, *(escape(cell or row.absent) for cell in row.cells)])
    readouts = [side.readout for side in view.comparison.sides]
    sources = [link(readout.url) or (escape(readout.source) if verbose else "") for readout in readouts]
    if any(sources):
        rows.append(["Source", *(source or UNKNOWN for source in sources)])
    yield table(rows)
    yield from map(escape, cautions(view))
