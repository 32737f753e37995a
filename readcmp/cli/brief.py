"""``readcmp brief``: the comparison on one page, to paste into a note."""

from __future__ import annotations

import sys
from pathlib import Path

import click

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


@command()
@files_argument
@config_option
@sides_option
@languages_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to FILE, whole or not at all.",
)
@title_option
@engine_option
@model_options
@strict_option
@loose_option
@no_cache_option
@lexicon_option
@pins_option
@watch_option
def brief(  # noqa: PLR0913, PLR0917 - one parameter an option
    files: tuple[str, ...],
    sides: tuple[str, ...],
    languages: tuple[str, ...],
    output: Path | None,
    engine: str,
    model: str | None,
    calibration: Path | None,
    timeout: float | None,
    strictness: str,
    no_cache: bool,
    lexicon: Path | None,
    pins: Path | None,
    watch: tuple[str, ...],
    title: str | None,
) -> None:
    """Write a one-page Markdown summary.

    FILE is a readout, a folder of readouts, or - for standard input.

    \b
    readcmp brief us.txt ru.txt --watch sanctions,cyber > brief.md
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    from readcmp.cli.cache import cache_file
    from readcmp.cli.output import deliver, form_of, refuse_to_replace, tell_notes
    from readcmp.comparing.versions import VersionsComparison
    from readcmp.loading import load_all
    from readcmp.loading.folders import expand
    from readcmp.pipeline import compare, engine_of
    from readcmp.rendering import render
    from readcmp.rendering.markdown import render_brief

    files = expand(files)
    output = None if output == Path("-") else output
    form = form_of(output, asked=Format.MARKDOWN, as_json=False)
    refuse_to_replace(output, (*files, lexicon, pins, calibration))
    readouts = load_all(files, sides=sides, languages=languages, stdin=sys.stdin.buffer)
    comparison = compare(
        readouts,
        engine=engine,
        model=model,
        calibration=calibration,
        timeout=timeout,
        strictness=strictness,
        pins=pins,
        cache=None if no_cache else cache_file(engine_of(engine, readouts)),
        lexicon=lexicon,
        watch=watch,
        title=title,
    )
    tell_notes(comparison)
    if isinstance(comparison, VersionsComparison):
        deliver(render(comparison, form), output, form=form)  # of two versions, what changed is brief enough
    else:
        deliver(render_brief(comparison), output, form=form, paged=True)
