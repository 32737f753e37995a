"""The parts of the document, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.model import Comparison
from readcmp.rendering.head import means_of
from readcmp.rendering.markdown.blocks import items, joined
from readcmp.rendering.markdown.escape import escape
from readcmp.rendering.markdown.head import head
from readcmp.rendering.markdown.ledger import ledger
from readcmp.rendering.markdown.passages import both, only, possible
from readcmp.rendering.view import View
from readcmp.version import VERSION

CAUTION = (
    "“Not found” means that the program found no counterpart; the other side may tell the matter in other words. "
    "Quote the readouts themselves, not this page."
)


def document(comparison: Comparison, *, verbose: bool) -> str:
    """Give the whole document, ending in a line break."""
    view = View(comparison)
    return joined(_parts(view, verbose=verbose)) + "\n"


def _parts(view: View, *, verbose: bool) -> Iterator[str]:
    yield from head(view, verbose=verbose)
    yield from _findings(view)
    yield from ledger(view)
    yield from both(view, verbose=verbose)
    yield from possible(view, verbose=verbose)
    yield from only(view, verbose=verbose)
    yield "---"
    yield f"Made with readcmp {VERSION}, {escape(means_of(view))}. {CAUTION}"


def _findings(view: View) -> Iterator[str]:
    found = [finding for finding in view.comparison.findings if finding.kind != "omission"]
    if found:
        yield "## Findings"
        yield items(escape(finding.text) for finding in found)
