"""The parts of the document, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from readcmp.model import Comparison
from readcmp.rendering.markdown.blocks import items, joined
from readcmp.rendering.markdown.differences import differences
from readcmp.rendering.markdown.emphasis import emphasis
from readcmp.rendering.markdown.escape import escape
from readcmp.rendering.markdown.header import head
from readcmp.rendering.markdown.matrix import matrix
from readcmp.rendering.markdown.passages import both, only, possible
from readcmp.rendering.report import Report
from readcmp.rendering.view import View
from readcmp.rendering.wording import LEFT_OUT, WATCH_LIST


def document(comparison: Comparison, *, verbose: bool, findings: int) -> str:
    """Return the whole document, ending in a line break."""
    report = Report(View(comparison), every=verbose)
    return joined(_parts(report, verbose=verbose, findings=findings)) + "\n"


def foot(report: Report) -> Iterator[str]:
    """Return a rule, and how the comparison was made and how far to trust it."""
    yield "---"
    yield f"{escape(report.foot.means)}. {report.foot.caution}"


def watched(report: Report) -> Iterator[str]:
    """Return the topics that the reader asked for, by who mentions them."""
    if report.watch:
        yield f"## {WATCH_LIST}"
        yield items(f"**{escape(heading)}:** {escape(', '.join(labels))}" for heading, labels in report.watch)


def _parts(report: Report, *, verbose: bool, findings: int) -> Iterator[str]:
    yield from head(report, verbose=verbose)
    yield from differences(report, findings)
    yield from matrix(report)
    yield from emphasis(report)
    yield from watched(report)
    numbers = count(1)
    yield from both(report, numbers)
    yield from possible(report, numbers)
    yield from only(report)
    if verbose:
        yield from _left_out(report)
    yield from foot(report)


def _left_out(report: Report) -> Iterator[str]:
    if report.left_out:
        yield f"## {LEFT_OUT}"
        yield items(f"**{escape(report.view.tags[n])}** {escape(text)}" for n, text in report.left_out)
