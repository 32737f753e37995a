"""The outputs: a module a format, each a function from a comparison to text; nothing here prints or reads.

A format's module is imported when it is first asked for, so that a command does not pay for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from readcmp.arguments import number_of, text_of
from readcmp.errors import UsageError
from readcmp.model import Comparison
from readcmp.vocabulary import Format

NARROWEST, WIDEST = 40, 400
"""Columns that a screen may have."""

__all__ = ["FORMATS", "Look", "draw", "render"]


class Look(Struct, frozen=True):
    """What the reader wants to see: ``width`` in columns, ``color``, how many ``findings`` open it.

    On a terminal ``full`` shows every passage, not the first screen alone, ``verbose`` besides what was left out, and
    ``links`` makes sources ones that can be followed. Formats for programs take no notice of these. ``table``
    is the one of a comparison's tables that CSV shows; ``fragment`` makes of the page an element of another page;
    ``summary`` makes of HTML and Markdown a small table of the key differences alone.
    """

    width: int = 100
    color: bool = False
    verbose: bool = False
    table: str = "links"
    findings: int = 3
    fragment: bool = False
    summary: bool = False
    full: bool = False
    links: bool = False


def render(comparison: Comparison, form: str, look: Look | None = None) -> str:
    """Return the comparison in one of the ``FORMATS``, as text ending in a line break; KeyError for another."""
    look = look or Look()
    if type(comparison) is not Comparison:  # two versions of one account
        from readcmp.comparing.versions import VersionsComparison
        from readcmp.rendering.versions import FORMATS as OWN
        from readcmp.rendering.versions import render_versions

        parts = look.summary or look.fragment or look.table != "links"  # of the comparison that it is besides
        if isinstance(comparison, VersionsComparison) and form in OWN and not parts:
            return render_versions(comparison, form, width=look.width, color=look.color)
    return FORMATS[form](comparison, look)


def draw(comparison: Comparison, form: str, /, **look: Any) -> Any:  # noqa: ANN401 - each has its type
    """Do as ``render`` does for a caller from outside: what is no format or look is a UsageError.

    The form ``pandas`` gives a data frame of the ``table``, in place of text.
    """
    if form == "pandas":
        from readcmp.rendering.csv.frame import to_frame

        return to_frame(comparison, text_of(look.get("table", "links"), "table"))
    known = list(Look.__struct_fields__)
    for what, name, names in (("format", form, tuple(FORMATS)), *(("look", name, known) for name in look)):
        if name not in names:
            raise UsageError(f"no {what} is called {name!r}", hint=f"there are {', '.join(names)}")
    for name, least, most in (("width", NARROWEST, WIDEST), ("findings", 0, None)):
        if name in look:
            number_of(look[name], name, least, most)
    text_of(look.get("table", ""), "table")
    return render(comparison, form, Look(**look))


def _terminal(comparison: Comparison, look: Look) -> str:
    from readcmp.rendering.terminal import render_terminal

    return render_terminal(
        comparison,
        width=look.width,
        color=look.color,
        full=look.full,
        verbose=look.verbose,
        findings=look.findings,
        links=look.links,
    )


def _json(comparison: Comparison, _: Look) -> str:
    from readcmp.rendering.json import render_json

    return render_json(comparison)


def _jsonl(comparison: Comparison, _: Look) -> str:
    from readcmp.rendering.json import render_jsonl

    return render_jsonl(comparison)


def _markdown(comparison: Comparison, look: Look) -> str:
    if look.summary:
        from readcmp.rendering.notebook import render_summary_markdown

        return render_summary_markdown(comparison)
    from readcmp.rendering.markdown import render_markdown

    return render_markdown(comparison, verbose=look.verbose, findings=look.findings)


def _csv(comparison: Comparison, look: Look) -> str:
    from readcmp.rendering.csv import render_csv

    return render_csv(comparison, table=look.table)


def _html(comparison: Comparison, look: Look) -> str:
    if look.summary:
        from readcmp.rendering.notebook import render_summary_html

        return render_summary_html(comparison)
    from readcmp.rendering.html import render_html

    return render_html(comparison, findings=look.findings, fragment=look.fragment)


def _svg(comparison: Comparison, look: Look) -> str:
    from readcmp.rendering.terminal import render_svg

    return render_svg(comparison, width=look.width, full=look.full, verbose=look.verbose, findings=look.findings)


FORMATS: Mapping[Format | str, Callable[[Comparison, Look], str]] = MappingProxyType(
    {
        Format.TERMINAL: _terminal,
        Format.HTML: _html,
        Format.MARKDOWN: _markdown,
        Format.CSV: _csv,
        Format.JSON: _json,
        Format.JSONL: _jsonl,
        Format.SVG: _svg,
    }
)
"""Every format by its name, the one that people read first."""
