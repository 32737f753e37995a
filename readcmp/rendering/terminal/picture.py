"""The screen as a picture: an SVG document, for places that cannot show a terminal.

Every run of words stands at its own place and is set to its own length, so that the columns hold in whatever
monospaced face the viewer has; bars and rules are drawn as shapes. Nothing is fetched from the network. Light
or dark follows the viewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import accumulate

from rich.cells import cell_len

from readcmp.rendering.terminal.emphasis import EIGHTHS
from readcmp.rendering.terminal.layout import Line
from readcmp.rendering.terminal.palette import LINK, QUIET, SIDES

CELL, LINE, SIZE, BASE, MARGIN = 8.4, 20, 14, 14.5, 24
"""Width and height of a cell, size of the type, its base line in the cell and the margin, all in pixels."""

_RUN = re.compile(r"\S+(?: \S+)*")
_BAR = re.compile(f"█*[{EIGHTHS[1:]}]?|─+")

_HEAD = """\
<svg xmlns="http://www.w3.org/2000/svg"
 width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">
<title>{title}</title>
<style>
text {{ font: {size}px "DejaVu Sans Mono", Menlo, Consolas, ui-monospace, monospace; fill: #1f2328; }}
.ground {{ fill: #ffffff; }}
.strong {{ font-weight: bold; }}
{roles}
@media (prefers-color-scheme: dark) {{ text {{ fill: #e6e6e6; }} .ground {{ fill: #16181d; }} }}
</style>
<rect class="ground" width="{width}" height="{height}" rx="6"/>
"""


def picture(lines: Iterable[Line], *, columns: int, title: str) -> str:
    """Return the lines as an SVG document as wide as ``columns``; the same lines give the same bytes."""
    rows = list(lines)
    head = _HEAD.format(
        width=round(columns * CELL) + 2 * MARGIN,
        height=len(rows) * LINE + 2 * MARGIN,
        size=SIZE,
        title=escape(title),
        roles="\n".join(_roles()),
    )
    body = "".join(f"{shape}\n" for n, line in enumerate(rows) for shape in _drawn(line, MARGIN + n * LINE))
    return f"{head}{body}</svg>\n"


def _roles() -> Iterator[str]:
    from rich.color import Color

    def hexadecimal(number: int) -> str:
        return "#{:02x}{:02x}{:02x}".format(*Color.from_ansi(number).get_truecolor())

    yield f".quiet {{ fill: {hexadecimal(QUIET)}; }}"
    for n, number in enumerate(SIDES):
        yield f".side{n}, .tag{n}, .mark{n} {{ fill: {hexadecimal(number)}; }}"
        yield f".tag{n}, .mark{n} {{ font-weight: bold; }}"


def _drawn(line: Line, top: int) -> Iterator[str]:
    starts = accumulate((cell_len(text) for text, _ in line), initial=0)
    for (text, role), start in zip(line, starts, strict=False):
        name = (
            "" if role.startswith(LINK) else re.sub(r"\d+", lambda number: str(int(number.group()) % len(SIDES)), role)
        )
        css = f' class="{name}"' if name else ""
        for run in _RUN.finditer(text):
            words = run.group()
            x = MARGIN + (start + cell_len(text[: run.start()])) * CELL
            length = cell_len(words) * CELL
            if _BAR.fullmatch(words):
                yield _shape(words, x, top, css)
            else:
                place = f'x="{x:.1f}" y="{top + BASE:.1f}" textLength="{length:.1f}"'
                yield f"<text{css} {place}>{escape(words, quote=False)}</text>"


def _shape(words: str, x: float, top: int, css: str) -> str:
    """Draw a bar of the ledger, or the rule of a heading, as long as its characters are."""
    if words[0] == "─":
        return f'<rect{css} x="{x:.1f}" y="{top + LINE / 2:.1f}" width="{len(words) * CELL:.1f}" height="1"/>'
    eighths = sum(8 if char == "█" else EIGHTHS.index(char) for char in words)
    return f'<rect{css} x="{x:.1f}" y="{top + 4}" width="{eighths * CELL / 8:.2f}" height="{LINE - 8}"/>'
