"""The key differences as one small table, for notebooks: static, so that whatever shows the notebook shows it.

The page needs scripts and a frame, which the notebook views of GitHub and others leave out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from readcmp.model import Comparison
from readcmp.rendering.event import title_of_event
from readcmp.rendering.json import to_dict
from readcmp.rendering.markdown.escape import escape as escape_markdown
from readcmp.rendering.markdown.escape import strong
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.rendering.wording import DIFFERENCES, long_date, plural, trimmed

ROWS = 8
"""So many differences are shown: with head and foot some thirty lines."""

LONGEST = 240
"""Signs of a quotation; longer ones end at a word before that."""

ABSENT, UNSURE = "no matching passage", "not sure"
"""What stands for a side without a passage: where none matches, and where one may."""

_CELL = "text-align:left;vertical-align:top;padding:.3em .6em;border-bottom:1px solid #8886"


@dataclass(frozen=True, slots=True)
class Row:
    """One difference: its topic, its headline, and what each of two sides or more says."""

    topic: str
    headline: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What the table shows, of whatever it is made."""

    title: str
    sides: tuple[str, ...]
    rows: tuple[Row, ...]
    foot: str


def summarize(comparison: Comparison) -> Summary:
    """Give the weightiest differences, with what each side says and a line on what is not shown."""
    view, found = View(comparison), to_dict(comparison)["findings"]
    labels = tuple(safe(side.readout.label) for side in comparison.sides)
    date = long_date(comparison.event.date) if comparison.event.date else ""
    title = title_of_event(comparison) or " and ".join(labels)
    rows = []
    for finding in found[:ROWS]:
        quotes = []
        for side in comparison.sides:
            own = [trimmed(quote["text"]) for quote in finding["quotes"] if quote["side"] == side.id]
            away = ABSENT if side.id in finding["missing_from"] else UNSURE if side.id in finding["between"] else ""
            quotes.append(f"“{_cut(' … '.join(own))}”" if own else away)
        topic = view.label(finding["topic"]) if finding["topic"] else ""
        rows.append(Row(topic, safe(finding["headline"]).removeprefix(f"{topic}: "), tuple(quotes)))
    foot = f"{len(rows)} of {plural(len(found), 'difference')} · .show() opens the whole comparison"
    return Summary(" · ".join(filter(None, (safe(title), date))), labels, tuple(rows), foot)


def render_summary_html(comparison: Comparison) -> str:
    """Give the key differences as a table of HTML without scripts, frames, classes or anything from elsewhere."""
    summary = summarize(comparison)
    head = _cells("th", ("", DIFFERENCES, *summary.sides))
    lines = [
        '<table style="border-collapse:collapse;max-width:70em">',
        f'<caption style="text-align:left;padding:.3em .6em"><b>{escape(summary.title)}</b></caption>',
        f"<thead>{head}</thead>",
        "<tbody>",
    ]
    lines += [_cells("td", (row.topic, row.headline, *row.quotes)) for row in summary.rows]
    columns = len(summary.sides) + 2
    lines += [
        "</tbody>",
        f'<tfoot><tr><td colspan="{columns}" style="{_CELL}"><small>{escape(summary.foot)}</small></td></tr></tfoot>',
        "</table>",
    ]
    return "\n".join(lines) + "\n"


def render_summary_markdown(comparison: Comparison) -> str:
    """Give the key differences as a table of Markdown."""
    summary = summarize(comparison)
    head = ["", DIFFERENCES, *map(escape_markdown, summary.sides)]
    lines = [strong(summary.title), "", _row(head), _row(["---"] * len(head))]
    lines += [_row([*map(escape_markdown, (row.topic, row.headline, *row.quotes))]) for row in summary.rows]
    return "\n".join([*lines, "", escape_markdown(summary.foot)]) + "\n"


def _cells(tag: str, texts: Iterable[str]) -> str:
    cells = (f'<{tag} style="{_CELL}" dir="auto">{escape(text)}</{tag}>' for text in texts)
    return f"<tr>{''.join(cells)}</tr>"


def _row(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _cut(text: str) -> str:
    """Give a text no longer than may be, cut at a word."""
    if len(text) <= LONGEST:
        return text
    head = text[:LONGEST]
    return f"{head.rpartition(' ')[0] or head} …"
