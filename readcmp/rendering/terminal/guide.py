"""A page of the guide in a terminal: its Markdown set by rich."""

from __future__ import annotations

import re
from io import StringIO

_LINK = re.compile(r"\[([^\[\]]+)\]\((\w+)\.md\)")
"""A link to another page of the guide, which a terminal cannot follow."""

_STYLES = {"markdown.code": "bold", "markdown.link": "none"}
"""Code without rich's own black ground, which is a blot on a light terminal."""

WIDEST = 100
"""Columns; longer lines of prose are hard to read."""


def render_guide(text: str, *, width: int, color: bool) -> str:
    """Return Markdown laid out for a terminal that is ``width`` columns wide."""
    from rich.console import Console
    from rich.markdown import Markdown
    from rich.theme import Theme

    console = Console(
        file=StringIO(),
        width=min(width, WIDEST),
        force_terminal=True,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        theme=Theme(_STYLES),
        _environ={},
    )
    with console.capture() as captured:
        console.print(Markdown(_LINK.sub(r"\1 (`readcmp help \2`)", text), hyperlinks=False))
    return "".join(f"{line.rstrip()}\n" for line in captured.get().splitlines())
