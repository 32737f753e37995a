"""The comparison as one screen of text: a module for each part, lines of styled text in between.

``layout`` and ``palette`` know nothing of readouts; ``screen`` is what the parts share; the parts stand here
in the order in which a reader meets them.
"""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.model import Comparison
from readcmp.rendering.findings import MOST
from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.emphasis import ledger
from readcmp.rendering.terminal.facts import facts
from readcmp.rendering.terminal.findings import findings, remainder, watched
from readcmp.rendering.terminal.layout import Line, paragraph
from readcmp.rendering.terminal.omissions import omissions
from readcmp.rendering.terminal.pairs import pairs, possible
from readcmp.rendering.terminal.palette import paint
from readcmp.rendering.terminal.screen import WIDEST, Screen

__all__ = ["render_svg", "render_terminal"]

NARROWEST = 40


def render_terminal(
    comparison: Comparison, *, width: int, color: bool, verbose: bool = False, findings: int = MOST
) -> str:
    """Give the comparison as text of at most ``width`` columns (40 at least), ending in a line break.

    Escape sequences (256 colours) are in it only with ``color``; without it, what differs stands in ‹ ›.
    ``verbose`` shows points and reasons in full, and what was left out of the points; ``findings`` is how many of
    these open the screen. Nothing is printed and
    nothing but the arguments decides the result.
    """
    return paint(screen_of(comparison, width=width, color=color, verbose=verbose, findings=findings), color=color)


def render_svg(comparison: Comparison, *, width: int, verbose: bool = False, findings: int = MOST) -> str:
    """Give the screen as a picture in colour, an SVG document of ``width`` columns."""
    from readcmp.rendering.terminal.picture import picture

    columns = min(max(width, NARROWEST), WIDEST)
    title = safe(comparison.event.title or "") or " · ".join(safe(s.readout.label) for s in comparison.sides)
    lines = screen_of(comparison, width=columns, color=True, verbose=verbose, findings=findings)
    return picture(lines, columns=columns, title=title)


def screen_of(comparison: Comparison, *, width: int, color: bool, verbose: bool, findings: int) -> list[Line]:
    """Draw the whole screen as lines."""
    screen = Screen(comparison, min(max(width, NARROWEST), WIDEST), color, verbose, findings)
    return paragraph(_parts(screen), gap=2)


def _parts(screen: Screen) -> Iterator[list[Line]]:
    yield facts(screen)
    yield findings(screen)
    yield ledger(screen)
    yield watched(screen)
    yield pairs(screen)
    yield possible(screen)
    yield omissions(screen)
    if screen.verbose:
        yield remainder(screen)
