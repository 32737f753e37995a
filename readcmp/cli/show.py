"""``readcmp show``: what is taken from a file as the account, and what is left out."""

from __future__ import annotations

import sys

import click

from readcmp.cli.candidates import complete_files
from readcmp.cli.config import config_option
from readcmp.cli.grouping import command
from readcmp.vocabulary import Format

FORMATS = (Format.TERMINAL.value, Format.JSON.value)


@command()
@click.argument("file", metavar="FILE", shell_complete=complete_files)
@config_option
@click.option("--side", metavar="ID", help="Country of the account.  [default: from the file or its name]")
@click.option("--lang", "language", metavar="CODE", help="Language of the account.  [default: detected]")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="Output format.",
)
@click.option("--width", type=click.IntRange(40, 400), metavar="COLUMNS", help="Columns to use (40 to 400).")
def show(file: str, side: str | None, language: str | None, form: str, width: int | None) -> None:
    """Show what a file's account is, and what is left out.

    FILE is a readout (text, web page, PDF, Word, OpenDocument or mail), - is standard input.

    \b
    readcmp show page.html
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    from readcmp.cli.output import deliver, width_of
    from readcmp.cli.streams import tell
    from readcmp.loading import load
    from readcmp.rendering.account import render_account, render_account_json
    from readcmp.rendering.safe import safe

    readout = load(file, side=side, language=language, stdin=sys.stdin.buffer)
    for note in readout.notes:
        tell(safe(f"readcmp: note: {readout.source}: {note}"))
    deliver(
        render_account_json(readout) if form == Format.JSON else render_account(readout, width_of(width)),
        None,
        paged=True,
    )
