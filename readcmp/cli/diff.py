"""``readcmp diff``: the comparison of two or more readouts of one contact."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from readcmp.cli.exit_status import DIFFERENT, DONE
from readcmp.cli.grouping import command
from readcmp.cli.options import (
    config_option,
    engine_option,
    files_argument,
    languages_option,
    lexicon_option,
    loose_option,
    model_options,
    no_cache_option,
    pins_option,
    sides_option,
    strict_option,
    title_option,
    watch_option,
)
from readcmp.vocabulary import Format

FORMATS = tuple(form.value for form in Format if form is not Format.PARQUET)
TABLES = ("links", "points", "topics", "findings")


@command()
@files_argument
@config_option
@sides_option
@languages_option
@click.option(
    "-f",
    "--format",
    "asked",
    type=click.Choice(FORMATS),
    help="Output format.  [default: from the extension of -o, else terminal]",
)
@click.option(
    "--table",
    type=click.Choice(TABLES),
    help="Which table CSV shows: all passages side by side (links), each passage with its marks (points), each "
    "account's share of each topic (topics), or the key differences (findings).  [default: links]",
)
@click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to FILE; the extension sets the format (.html, .md, .csv, .json, .jsonl, .svg).",
)
@click.option(
    "--open",
    "opened",
    is_flag=True,
    help="Open the page in your browser: that of -o, or one in a temporary folder.",
)
@title_option
@engine_option
@model_options
@strict_option
@loose_option
@no_cache_option
@lexicon_option
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="When to use colour.",
)
@click.option("--width", type=click.IntRange(40, 400), metavar="COLUMNS", help="Columns to use (40 to 400).")
@pins_option
@click.option(
    "--explain",
    metavar="POINT",
    help="Show why a passage was or was not matched: words from it, its id in the JSON output (us3), or a pair of "
    "ids (us3-ru9).",
)
@click.option(
    "--findings",
    type=click.IntRange(0),
    default=3,
    show_default=True,
    metavar="N",
    help="Number of key differences to show.",
)
@watch_option
@click.option(
    "--split",
    "as_article",
    is_flag=True,
    help="FILE is one news article: compare the accounts that it reports (see readcmp split).",
)
@click.option("--show-prompt", is_flag=True, help="With --engine llm, print what would be sent, and send nothing.")
@click.option("--full", is_flag=True, help="On a terminal, show every passage, not the first screen alone.")
@click.option("-v", "--verbose", is_flag=True, help="Show all of it, and boilerplate that was skipped.")
@click.option("--no-pager", is_flag=True, help="Do not page output that is longer than the terminal.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if the accounts differ.")
def diff(  # noqa: PLR0913, PLR0917 - one parameter an option
    files: tuple[str, ...],
    sides: tuple[str, ...],
    languages: tuple[str, ...],
    asked: str | None,
    table: str | None,
    as_json: bool,
    output: Path | None,
    opened: bool,
    engine: str,
    model: str | None,
    calibration: Path | None,
    timeout: float | None,
    strictness: str,
    no_cache: bool,
    lexicon: Path | None,
    color: str,
    width: int | None,
    pins: Path | None,
    explain: str | None,
    findings: int,
    watch: tuple[str, ...],
    title: str | None,
    as_article: bool,
    show_prompt: bool,
    full: bool,
    verbose: bool,
    no_pager: bool,
    exit_code: bool,
) -> int:
    """Compare two or more readouts of one call.

    FILE is a readout, a folder of readouts, or - for standard input. The word "diff" may be left out.

    \b
    readcmp us.txt ru.txt
    readcmp us.txt ru.txt -o report.html --open
    readcmp diff --json us.txt ru.txt | jq '.findings[].headline'
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    from readcmp.cli.article import readouts_of_article
    from readcmp.cli.browser import open_page, page_to_open
    from readcmp.cli.cache import cache_file
    from readcmp.cli.output import (
        deliver,
        form_of,
        refuse_to_replace,
        tell_notes,
        tell_usage,
        wants_color,
        wants_links,
        width_of,
    )
    from readcmp.comparing.versions import VersionsComparison
    from readcmp.errors import UsageError
    from readcmp.loading import load_all
    from readcmp.loading.folders import expand
    from readcmp.pipeline import compare, engine_of
    from readcmp.rendering import Look, render

    output = None if output == Path("-") else output
    files = expand(files)
    output = page_to_open(output) if opened else output
    form = form_of(output, asked=asked, as_json=as_json)
    if explain is not None and form != Format.TERMINAL:
        raise UsageError(f"--explain has no form {form}", hint="give no --format and a name that ends in .txt")
    if table is not None and form != "csv":
        raise UsageError(f"--table does not go with the format {form}", hint="give --format csv")
    refuse_to_replace(output, (*files, lexicon, pins, calibration))
    readouts = readouts_of_article(
        files, asked=as_article, sides=sides, languages=languages, stdin=sys.stdin.buffer
    ) or load_all(files, sides=sides, languages=languages, stdin=sys.stdin.buffer)
    cache = None if no_cache else cache_file(engine_of(engine, readouts))
    if show_prompt:
        from readcmp.pipeline import prompts

        deliver("\n".join(prompts(readouts, engine=engine, model=model)), output)
        return 0
    if explain is not None:
        from readcmp.pipeline import explain as account_for
        from readcmp.rendering.explain import render_explanation

        sides_, accounts, told = account_for(
            readouts,
            explain,
            engine=engine,
            model=model,
            calibration=calibration,
            timeout=timeout,
            strictness=strictness,
            cache=cache,
            lexicon=lexicon,
        )
        deliver(render_explanation(accounts, sides_, width_of(width), told), output, paged=not no_pager)
        return 0
    comparison = compare(
        readouts,
        engine=engine,
        model=model,
        calibration=calibration,
        timeout=timeout,
        strictness=strictness,
        pins=pins,
        cache=cache,
        lexicon=lexicon,
        watch=watch,
        title=title,
    )
    tell_notes(comparison)
    if verbose:
        tell_usage(comparison)
    look = Look(
        width=width_of(width),
        color=wants_color(color, output),
        verbose=verbose,
        table=table or TABLES[0],
        findings=findings,
        full=full,
        links=wants_links(output),
    )
    deliver(render(comparison, form, look), output, form=form, paged=not no_pager)
    if opened and output:
        open_page(output)
    differ = (f.side or f.kind.contrasts for f in comparison.findings if not f.doubtful)
    changed = isinstance(comparison, VersionsComparison) and bool(comparison.versions.changes)
    return DIFFERENT if exit_code and (changed or any(differ)) else DONE
