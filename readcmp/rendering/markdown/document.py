"""The parts of the document, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from readcmp.model import Comparison
from readcmp.rendering.findings import remainder, weightiest
from readcmp.rendering.header import means_of
from readcmp.rendering.markdown.blocks import items, joined
from readcmp.rendering.markdown.emphasis import ledger
from readcmp.rendering.markdown.escape import escape
from readcmp.rendering.markdown.header import head
from readcmp.rendering.markdown.passages import both, only, possible
from readcmp.rendering.view import View
from readcmp.rendering.watching import watching
from readcmp.rendering.wording import WATCH_LIST
from readcmp.version import VERSION

CAUTION = (
    "“Not found” means that the program found no counterpart; the other side may tell the matter in other words. "
    "Quote the readouts themselves, not this page."
)


def document(comparison: Comparison, *, verbose: bool, findings: int) -> str:
    """Give the whole document, ending in a line break."""
    view = View(comparison)
    return joined(_parts(view, verbose=verbose, findings=findings)) + "\n"


def _parts(view: View, *, verbose: bool, findings: int) -> Iterator[str]:
    yield from head(view, verbose=verbose)
    yield from _findings(view, findings)
    yield from ledger(view)
    yield from _watched(view)
    numbers = count(1)
    yield from both(view, numbers, verbose=verbose)
    yield from possible(view, numbers, verbose=verbose)
    yield from only(view, verbose=verbose)
    if verbose:
        yield from _remainder(view)
    yield "---"
    yield f"Made with readcmp {VERSION}, {escape(means_of(view))}. {CAUTION}"


def _findings(view: View, most: int) -> Iterator[str]:
    title, remark, shown = weightiest(view, most)
    if shown:
        yield f"## {title} ({remark})" if remark else f"## {title}"
        yield items(map(escape, shown))


def _watched(view: View) -> Iterator[str]:
    found = watching(view)
    if found:
        yield f"## {WATCH_LIST}"
        yield items(f"**{escape(heading)}:** {escape(', '.join(labels))}" for heading, labels in found)


def _remainder(view: View) -> Iterator[str]:
    found = remainder(view)
    if found:
        yield "## Left out of the comparison"
        yield items(f"**{escape(view.tags[n])}** {escape(text)}" for n, text in found)
