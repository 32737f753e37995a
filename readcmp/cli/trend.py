"""``readcmp trend``: what changes over many comparisons."""

from __future__ import annotations

from pathlib import Path

import click

from readcmp.cli.candidates import complete_files
from readcmp.cli.grouping import command
from readcmp.cli.options import config_option
from readcmp.vocabulary import Format

FORMATS = tuple(form.value for form in (Format.TERMINAL, Format.HTML, Format.JSON, Format.CSV, Format.PARQUET))
TABLES = ("shares", "changes", "left", "formulae", "published")
PERIODS = ("day", "month", "quarter", "year")


@command()
@click.argument("source", metavar="SOURCE", shell_complete=complete_files)
@click.option("--side", "sides", multiple=True, metavar="ID", help="Only events with this side (--side us --side ru).")
@click.option("--by", type=click.Choice(PERIODS), help="Length of a period.  [default: by the number of events]")
@click.option(
    "-f", "--format", "asked", type=click.Choice(FORMATS), help="Output format.  [default: by -o, else terminal]"
)
@click.option("--table", type=click.Choice(TABLES), default="shares", show_default=True, help="Which table CSV shows.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to FILE (.html, .json, .csv), or for parquet into this folder.",
)
@config_option
@click.option("--width", type=click.IntRange(40, 400), metavar="COLUMNS", help="Columns to use (40 to 400).")
def trend(
    source: str,
    sides: tuple[str, ...],
    by: str | None,
    asked: str | None,
    table: str,
    output: Path | None,
    width: int | None,
) -> None:
    """Show how accounts change over many calls.

    SOURCE is what readcmp batch wrote: a folder of tables, or a file of lines. Shows each side's topics over time, what
    is new and dropped, how often it leaves out what the other reports, who publishes first, and set phrases. Needs the
    extra 'archive'.

    \b
    readcmp batch samples --to parquet -o tables && readcmp trend tables --side us --side ru
    readcmp trend tables -o trend.html
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    from readcmp.cli.output import deliver, form_of, width_of
    from readcmp.errors import UsageError
    from readcmp.loading.publishers import known_side, side_id
    from readcmp.trend import measure, open_store

    wanted = [known_side(side) or side_id(side) for side in sides]
    if None in wanted:
        raise UsageError(f"{sides[wanted.index(None)]!r} cannot be a side", hint="give an id such as us, ru, cn")
    form = Format.PARQUET if asked == Format.PARQUET else form_of(output, asked=asked, as_json=False)
    if form not in FORMATS:
        raise UsageError(f"a trend has no form {form}", hint=f"there are {', '.join(FORMATS)}")
    if form == Format.PARQUET and output is None:
        raise UsageError("parquet writes a folder", hint="name it: -o trend")
    with open_store(source) as db:
        found = measure(db, sides=[side for side in wanted if side], by=by or "")
        if form == Format.PARQUET and output is not None:
            from readcmp.trend.data import write_parquet

            write_parquet(found, output, db)
            return
    if form == Format.HTML:
        from readcmp.trend.page import render_page

        text = render_page(found)
    elif form == Format.JSON:
        from readcmp.trend.data import render_json

        text = render_json(found)
    elif form == Format.CSV:
        from readcmp.trend.data import render_csv

        text = render_csv(found, table=table)
    else:
        from readcmp.trend.terminal import render_terminal

        text = render_terminal(found, width=width_of(width))
    deliver(text, output, form=form)
