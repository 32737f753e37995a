"""The comparison on a terminal: a module for each part, lines of styled text in between.

``layout`` and ``palette`` know nothing of readouts; ``screen`` is what the parts share; ``first`` is the first screen,
and ``full`` puts all parts in the order in which a reader of the full comparison meets them.
"""

from __future__ import annotations

from readcmp.model import Comparison
from readcmp.rendering.terminal.first import first_screen
from readcmp.rendering.terminal.layout import Line
from readcmp.rendering.terminal.palette import paint
from readcmp.rendering.terminal.screen import WIDEST, Screen
from readcmp.rendering.wording import MOST

__all__ = ["render_svg", "render_terminal"]

NARROWEST = 40


def render_terminal(
    comparison: Comparison,
    *,
    width: int,
    color: bool,
    full: bool = False,
    verbose: bool = False,
    findings: int = MOST,
    links: bool = False,
) -> str:
    """Return the comparison as text of at most ``width`` columns (40 at least), ending in a line break.

    It is the first screen alone, or with ``full`` every passage; ``verbose`` is full too, and shows reasons whole and
    what was left out. ``findings`` is how many differences open it. Escape sequences are in it only with ``color``
    (256 colours; without, wording that differs stands in ‹ ›) and with ``links`` (sources that can be followed).
    Nothing is printed and nothing but the arguments decides the result.
    """
    columns = min(max(width, NARROWEST), WIDEST)
    screen = Screen(comparison, columns, color, verbose, findings, links)
    return paint(_lines(screen, full=full), color=color, links=links)


def render_svg(
    comparison: Comparison, *, width: int, full: bool = False, verbose: bool = False, findings: int = MOST
) -> str:
    """Return the screen as a picture in colour, an SVG document of ``width`` columns."""
    from readcmp.rendering.terminal.picture import picture

    screen = Screen(comparison, min(max(width, NARROWEST), WIDEST), True, verbose, findings)
    return picture(_lines(screen, full=full), columns=screen.width, title=screen.report.header.title)


def _lines(screen: Screen, *, full: bool) -> list[Line]:
    if not (full or screen.verbose):
        return first_screen(screen)
    from readcmp.rendering.terminal.full import full_screen

    return full_screen(screen)
