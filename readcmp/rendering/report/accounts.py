"""The header of a report: which call or meeting, and whose accounts of it."""

from __future__ import annotations

from urllib.parse import urlsplit

from readcmp.loading.language import name_of
from readcmp.model import Side
from readcmp.rendering.header import cautions, date_of, fact_rows, title_of
from readcmp.rendering.report.parts import Account, Header
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.rendering.wording import long_date
from readcmp.text import count_words


def header_of(view: View) -> Header:
    """Return the header of a report."""
    accounts = tuple(_account(view, n, side) for n, side in enumerate(view.comparison.sides))
    return Header(title_of(view), date_of(view), accounts, tuple(fact_rows(view)), tuple(cautions(view)))


def address(url: str | None) -> str:
    """Return an address that is safe to follow and to print, on the web; nothing for any other."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    return url if url and parts.scheme in ("http", "https") and parts.netloc and url.isprintable() else ""


def _account(view: View, n: int, side: Side) -> Account:
    readout = side.readout
    return Account(
        n,
        view.tags[n],
        safe(readout.label),
        safe(readout.title or ""),
        safe(readout.publisher or ""),
        long_date(readout.date) if readout.date else "",
        address(readout.url),
        safe(readout.source),
        name_of(readout.language),
        sum(count_words(readout.text, point.start, point.end) for point in side.points),
        len(side.points),
    )
