"""The key differences as one small table, for notebooks: static, so that whatever shows the notebook shows it.

The page needs scripts and a frame, which the notebook views of GitHub and others leave out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from readcmp.model import Comparison
from readcmp.rendering.markdown.blocks import table
from readcmp.rendering.markdown.escape import escape as escape_markdown
from readcmp.rendering.markdown.escape import strong
from readcmp.rendering.markdown.passages import written
from readcmp.rendering.marked_passage import MARK, Words
from readcmp.rendering.report import Report
from readcmp.rendering.report.parts import Difference, Quote
from readcmp.rendering.report.quotes import cut
from readcmp.rendering.view import View
from readcmp.rendering.wording import KEY_DIFFERENCES, plural

ROWS = 8
"""So many differences are shown: with head and foot some thirty lines."""

LONGEST = 240
"""Code points of a quotation, about; longer ones end with a clause before that."""

_CELL = "text-align:left;vertical-align:top;padding:.3em .6em;border-bottom:1px solid #8886"

Cell = Callable[[Iterable[Words]], str]
"""How a format writes words, some of them marked."""


def render_summary_html(comparison: Comparison) -> str:
    """Return the key differences as a table of HTML without scripts, frames, classes or anything from elsewhere."""
    report = Report(View(comparison))
    head = [escape(text) for text in _head(report)]
    lines = [
        '<table style="border-collapse:collapse;max-width:70em">',
        f'<caption style="text-align:left;padding:.3em .6em"><b>{escape(_title(report))}</b></caption>',
        f"<thead>{_row('th', head)}</thead>",
        "<tbody>",
        *(_row("td", _cells(report, one, _html, "<br>")) for one in report.differences[:ROWS]),
        "</tbody>",
        f'<tfoot><tr><td colspan="{len(head)}" style="{_CELL}">{escape(_foot(report))}</td></tr></tfoot>',
        "</table>",
    ]
    return "\n".join(lines) + "\n"


def render_summary_markdown(comparison: Comparison) -> str:
    """Return the key differences as a table of Markdown."""
    report = Report(View(comparison))
    rows = [_cells(report, one, written, " / ") for one in report.differences[:ROWS]]
    head = [escape_markdown(text) for text in _head(report)]
    return "\n\n".join([strong(_title(report)), table([head, *rows]), escape_markdown(_foot(report))]) + "\n"


def _title(report: Report) -> str:
    return " · ".join(filter(None, (report.header.title, report.header.date)))


def _head(report: Report) -> list[str]:
    return [KEY_DIFFERENCES, "", *(account.name for account in report.header.accounts)]


def _foot(report: Report) -> str:
    every = len(report.differences)
    return f"{min(ROWS, every)} of {plural(every, 'difference')} · .show() opens the whole comparison"


def _cells(report: Report, difference: Difference, write: Cell, between: str) -> list[str]:
    """Return what a row says: the kicker, the headline, and what each side has."""
    own: list[list[str]] = [[] for _ in range(report.view.count)]
    for quote in difference.quotes:
        own[quote.n].append(_quoted(quote, write))
    plain = [write([(text, "")]) for text in (difference.kicker, difference.headline)]
    return [*plain, *(between.join(quotes) for quotes in own)]


def _quoted(quote: Quote, write: Cell) -> str:
    """Return a side's words in quotation marks, what differs marked; of a closest passage the note alone."""
    if quote.weak or not quote.words:
        return write([(quote.note.partition(";")[0].rstrip(":"), "")])
    words = write(cut(quote.words, LONGEST))
    return f"{write([(quote.note, '')])} “{words}”" if quote.note else f"“{words}”"


def _html(words: Iterable[Words]) -> str:
    return "".join(f"<b>{escape(text)}</b>" if what == MARK else escape(text) for text, what in words)


def _row(tag: str, cells: Iterable[str]) -> str:
    inner = (f'<{tag} style="{_CELL}" dir="auto">{cell}</{tag}>' for cell in cells)
    return f"<tr>{''.join(inner)}</tr>"
