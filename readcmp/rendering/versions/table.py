"""Two versions as CSV: a row a change."""

from __future__ import annotations

import csv
from io import StringIO

from readcmp.rendering.csv.cells import cell
from readcmp.rendering.versions.blocks import Pieces, VersionsReport

COLUMNS = ("change", "old_number", "new_number", "old_text", "new_text", "changes")


def table(report: VersionsReport) -> str:
    """Return a table of the changes, the names of its columns first."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for block in report.blocks:
        old, new = _text(block.old), _text(block.new)
        row = (str(block.kind), block.old_number, block.new_number, old, new, block.what or None)
        writer.writerow([cell(value) for value in row])
    return text.getvalue()


def _text(pieces: Pieces) -> str | None:
    return "".join(words for words, _ in pieces) or None
