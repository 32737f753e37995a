"""``--version``: what a report of a fault or a footnote needs to name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import click


@cache
def version_option() -> click.Option:
    """Return the option ``--version``, which prints and ends."""
    return click.Option(
        ["-V", "--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_print_version,
        help="Show the version and what it works with, and exit.",
    )


def _print_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked or context.resilient_parsing:
        return
    click.echo(version_text())
    context.exit()


def version_text() -> str:
    """Return the version, and a line each for engine and model, configuration, lexicon and Python."""
    import platform

    from readcmp.cli.config import config_file
    from readcmp.encoding.models import MODEL, installed
    from readcmp.lexicon.reading import fingerprint
    from readcmp.version import VERSION

    engine = f"semantic ({MODEL})" if installed() else "fuzzy (semantic is not installed)"
    return "\n".join(
        (
            f"readcmp {VERSION}",
            f"engine   {engine}",
            f"config   {_place(config_file())}",
            f"lexicon  {fingerprint()}",
            f"python   {platform.python_version()}",
        )
    )


def _place(file: Path | None) -> str:
    """Return where the configuration is, or would be."""
    if file is None:
        return "none"
    return str(file) if file.is_file() else f"{file} (not there)"
