"""Two versions of one account, by what changed between them: a module a format, drawn from the same blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from readcmp.comparing.versions import VersionsComparison
from readcmp.rendering.versions.blocks import report_of
from readcmp.vocabulary import Format

__all__ = ["FORMATS", "render_versions"]


def render_versions(comparison: VersionsComparison, form: str, *, width: int, color: bool) -> str:
    """Return what changed between two versions in one of ``FORMATS``, as text ending in a line break."""
    return FORMATS[form](comparison, width, color)


def _terminal(comparison: VersionsComparison, width: int, color: bool) -> str:
    from readcmp.rendering.versions.terminal import lines_of, paint

    return paint(lines_of(report_of(comparison), width), color=color)


def _svg(comparison: VersionsComparison, width: int, _: bool) -> str:
    from readcmp.rendering.terminal.picture import picture
    from readcmp.rendering.versions.terminal import lines_of

    report = report_of(comparison)
    return picture(lines_of(report, width), columns=width, title=report.title)


def _markdown(comparison: VersionsComparison, _: int, __: bool) -> str:
    from readcmp.rendering.versions.markdown import document

    return document(report_of(comparison))


def _html(comparison: VersionsComparison, _: int, __: bool) -> str:
    from readcmp.rendering.versions.page import page

    return page(report_of(comparison))


def _csv(comparison: VersionsComparison, _: int, __: bool) -> str:
    from readcmp.rendering.versions.table import table

    return table(report_of(comparison))


FORMATS: Mapping[str, Callable[[VersionsComparison, int, bool], str]] = MappingProxyType(
    {
        Format.TERMINAL: _terminal,
        Format.SVG: _svg,
        Format.MARKDOWN: _markdown,
        Format.HTML: _html,
        Format.CSV: _csv,
    }
)
"""The formats that show versions in a way of their own; JSON has them beside all else."""
