"""The comparison as CSV, for spreadsheets and statistics: ``tables`` makes the rows, ``cells`` what stands in them."""

from __future__ import annotations

import csv
from io import StringIO

from readcmp.model import Comparison
from readcmp.rendering.csv.cells import cell
from readcmp.rendering.csv.tables import TABLES, table_of
from readcmp.rendering.view import View

__all__ = ["TABLES", "render_csv"]


def render_csv(comparison: Comparison, *, table: str = "links") -> str:
    r"""Return one of the ``TABLES`` as CSV text: names of the columns, then a row a line, as in RFC 4180 with ``\n``.

    No cell holds a line break or what a spreadsheet would take for a formula; numbers have a decimal point and no
    other sign. UsageError for another table.
    """
    columns, rows = table_of(table)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows(View(comparison)))
    return text.getvalue()
