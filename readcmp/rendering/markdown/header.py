"""The head of the document: which call, whose accounts, at what length, and what each says of the call itself."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.rendering.header import rows_of
from readcmp.rendering.markdown.blocks import table
from readcmp.rendering.markdown.escape import escape, link
from readcmp.rendering.report import Report
from readcmp.rendering.wording import ADDRESS, UNKNOWN


def title(report: Report) -> str:
    """Return the document's title with the date of the call."""
    known = report.header
    return f"# {escape(f'{known.title}, {known.date}' if known.date else known.title)}"


def head(report: Report, *, verbose: bool) -> Iterator[str]:
    """Return the title, and a table with a column a side."""
    view, known = report.view, report.header
    yield title(report)
    rows = [["", *(f"**{escape(account.tag)}** {escape(account.name)}" for account in known.accounts)]]
    for row in rows_of(view):
        rows.append([row.label, *(escape(cell or row.absent) for cell in row.cells)])
    sources = [link(account.url) or (escape(account.source) if verbose else "") for account in known.accounts]
    if any(sources):
        rows.append([ADDRESS, *(source or UNKNOWN for source in sources)])
    yield table(rows)
    yield from map(escape, known.cautions)
