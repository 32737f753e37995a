"""``readcmp review``: settle the unsure matches by hand, one key each, and keep the answers as pins."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

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
    sides_option,
    strict_option,
)

if TYPE_CHECKING:
    from readcmp.model import Comparison

PINS = "pins.yaml"
"""The file of answers where none is named: beside the first readout, so that it is found again."""


@command()
@files_argument
@config_option
@sides_option
@languages_option
@click.option(
    "--pins",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="YAML file to keep the answers in; what it says already is not asked.  [default: pins.yaml beside the first "
    "readout]",
)
@engine_option
@model_options
@strict_option
@loose_option
@no_cache_option
@lexicon_option
def review(  # noqa: PLR0913, PLR0917 - one parameter an option
    files: tuple[str, ...],
    sides: tuple[str, ...],
    languages: tuple[str, ...],
    pins: Path | None,
    engine: str,
    model: str | None,
    calibration: Path | None,
    timeout: float | None,
    strictness: str,
    no_cache: bool,
    lexicon: Path | None,
) -> None:
    """Decide on unsure matches, one key each.

    Shows two passages with their context and asks whether they are on the same matter. Every answer is kept at once
    in a file that diff and brief take with --pins. Run the same command again to go on where you stopped.

    \b
    readcmp review us.txt ru.txt
    readcmp us.txt ru.txt --pins pins.yaml
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    from readcmp.cli.asking import ask_about
    from readcmp.cli.cache import cache_file
    from readcmp.cli.output import refuse_to_replace, tell_notes
    from readcmp.errors import UsageError
    from readcmp.loading import load_all
    from readcmp.loading.folders import expand
    from readcmp.pipeline import compare

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        hint = "run it in one, or write the pins yourself: readcmp help matching"
        raise UsageError("review asks at a terminal, and there is none here", hint=hint)
    given, files = files, expand(files)
    kept = pins or (Path(files[0]).parent if files else Path()) / PINS
    refuse_to_replace(kept, (*files, lexicon, calibration))
    readouts = load_all(files, sides=sides, languages=languages)

    def compared() -> Comparison:
        return compare(
            readouts,
            engine=engine,
            model=model,
            calibration=calibration,
            timeout=timeout,
            strictness=strictness,
            pins=kept if kept.exists() else None,
            cache=None if no_cache else cache_file(engine),
            lexicon=lexicon,
        )

    comparison = compared()
    tell_notes(comparison)
    ask_about(comparison, kept, given)
