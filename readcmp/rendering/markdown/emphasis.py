"""The topics: a row each, with the share of its own words that each side gives it."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.model import Emphasis
from readcmp.rendering.markdown.blocks import table
from readcmp.rendering.markdown.escape import escape
from readcmp.rendering.report import Report
from readcmp.rendering.topics import absent, left_out, told_by
from readcmp.rendering.wording import SHARES, ordinal, percent


def emphasis(report: Report) -> Iterator[str]:
    """Return the topics in the groups, and the order, that the report has."""
    view, groups = report.view, report.topics
    if not groups:
        return
    rows = [["", *map(escape, view.tags)]]
    for group, topics in groups:
        tellers = "".join(words for words, _ in told_by(view, group))
        rows.append([f"*{escape(tellers)}*", *[""] * view.count])
        for topic in topics:
            given = [topic.sides.get(side.id) for side in view.comparison.sides]
            rows.append([escape(view.label(topic.id)), *(_cell(one) if one else absent(group) for one in given)])
    yield "## Topics"
    yield f"{SHARES.capitalize()}."
    yield table(rows, right=True)
    yield escape(left_out(view))


def _cell(given: Emphasis) -> str:
    return f"{percent(given.share)} ({ordinal(given.rank)})"
