"""The ledger: a row a topic, with the share of its own words that each side gives it."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.model import Emphasis
from readcmp.rendering.markdown.blocks import table
from readcmp.rendering.markdown.escape import escape
from readcmp.rendering.topics import grouped, left_out, told_by
from readcmp.rendering.view import View
from readcmp.rendering.wording import ordinal, percent


def ledger(view: View) -> Iterator[str]:
    """Give the topics in the groups, and the order, that ``grouped`` gives."""
    groups = grouped(view)
    if not groups:
        return
    rows = [["", *map(escape, view.tags)]]
    for group, topics in groups:
        tellers = "".join(words for words, _ in told_by(view, group))
        rows.append([f"*{escape(tellers)}*", *[""] * view.count])
        for topic in topics:
            given = [topic.sides.get(side.id) for side in view.comparison.sides]
            rows.append([escape(view.label(topic.id)), *map(_cell, given)])
    yield "## Topics"
    yield "Share of each account’s own words, and rank there."
    yield table(rows, right=True)
    yield escape(left_out(view))


def _cell(given: Emphasis | None) -> str:
    return f"{percent(given.share)}, {ordinal(given.rank)}" if given else "–"
