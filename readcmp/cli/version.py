"""``--version``: what a report of a fault or a footnote needs to name."""

from __future__ import annotations

from functools import cache

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
    """Return the version, and a line each for the engine, the model, the lexicon and Python."""
    import platform

    from readcmp.encoding import MODEL, installed
    from readcmp.lexicon.reading import fingerprint
    from readcmp.version import VERSION

    engine = f"semantic ({MODEL})" if installed() else "fuzzy (semantic is not installed)"
    return "\n".join(
        (
            f"readcmp {VERSION}",
            f"engine   {engine}",
            f"lexicon  {fingerprint()}",
            f"python   {platform.python_version()}",
        )
    )
