"""Who has which topic, as a table: for more than two sides."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.rendering.markdown.blocks import table
from readcmp.rendering.markdown.escape import escape
from readcmp.rendering.report import Report
from readcmp.rendering.report.matrix import LEGEND
from readcmp.rendering.wording import WHO


def matrix(report: Report) -> Iterator[str]:
    """Return a row a topic and a column a government; nothing for two sides, whose lists say as much."""
    found = report.matrix
    if report.view.count < 3 or not found.groups:
        return
    rows = [["", *(escape(party.heading) for party in found.parties)]]
    for name, topics in found.groups:
        rows.append([f"*{name}*", *[""] * len(found.parties)])
        rows += [[escape(topic), *signs] for topic, signs in topics]
    yield f"## {WHO}"
    yield f"{LEGEND}."
    yield table(rows)
