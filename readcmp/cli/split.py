"""``readcmp split``: from one news article that reports several accounts, a readout for each side."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from readcmp.cli.candidates import complete_files
from readcmp.cli.config import config_option
from readcmp.cli.grouping import command
from readcmp.vocabulary import Format

FORMATS = (Format.TERMINAL.value, Format.JSON.value)


@command()
@click.argument("file", metavar="FILE", shell_complete=complete_files)
@config_option
@click.option("--side", "sides", multiple=True, metavar="ID", help="A country to look for (--side us --side ru).  "
              "[default: those whose account is told]")  # fmt: skip
@click.option("--lang", "language", metavar="CODE", help="Language of the article.  [default: from the text]")
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), default=FORMATS[0], show_default=True,
              help="Output format.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER",
              help="Write a file for each country into FOLDER, which is made where there is none.")  # fmt: skip
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", show_default=True,
              help="When to use colour.")  # fmt: skip
@click.option("--width", type=click.IntRange(40, 400), metavar="COLUMNS", help="Columns to use (40 to 400).")
def split(
    file: str,
    sides: tuple[str, ...],
    language: str | None,
    form: str,
    output: Path | None,
    color: str,
    width: int | None,
) -> None:
    """Split a news article into each government's account.

    Shows whose account each sentence tells and why; with -o, writes each account to a file that diff takes. FILE is an
    article, - is standard input.

    \b
    readcmp split article.txt
    readcmp split article.txt -o accounts && readcmp diff accounts/*.txt
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    from readcmp.cli.article import accounts_of, write_accounts
    from readcmp.cli.output import deliver, wants_color, width_of
    from readcmp.errors import UsageError
    from readcmp.rendering.splitting import render_split, render_split_json

    if output is not None and form != Format.TERMINAL:
        raise UsageError(f"--output writes texts and does not go with --format {form}", hint="give one of them")
    found = accounts_of(file, sides=sides, language=language, stdin=sys.stdin.buffer)
    if output is not None:
        write_accounts(found, output)
    elif form == Format.JSON:
        deliver(render_split_json(found), None)
    else:
        deliver(render_split(found, width=width_of(width), color=wants_color(color, None)), None)
