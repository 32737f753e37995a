"""``readcmp pair``: which readouts of several archives are accounts of one contact."""

from __future__ import annotations

import gc
import sys
from os.path import realpath
from pathlib import Path

import click

from readcmp.cli.candidates import complete_files
from readcmp.cli.grouping import command
from readcmp.cli.options import config_option, jobs_option, lexicon_option
from readcmp.vocabulary import Format

FORMATS = (Format.TERMINAL.value, Format.JSONL.value)


@command()
@click.argument("archives", nargs=-1, metavar="ARCHIVE ARCHIVE...", shell_complete=complete_files)
@click.option(
    "-f",
    "--format",
    "asked",
    type=click.Choice(FORMATS),
    help="A manifest for batch (jsonl), or a list to read.  [default: terminal on a terminal, else jsonl]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the manifest to FILE, whole or not at all.",
)
@click.option("--width", type=click.IntRange(40, 400), metavar="COLUMNS", help="Columns to use (40 to 400).")
@click.option(
    "--threshold",
    type=click.FloatRange(0.05, 1.0),
    default=0.2,
    show_default=True,
    metavar="P",
    help="Pair readouts of this score or more: higher for fewer, surer pairs.",
)
@jobs_option
@lexicon_option
@config_option
def pair(
    archives: tuple[str, ...],
    asked: str | None,
    output: Path | None,
    width: int | None,
    threshold: float,
    jobs: int | None,
    lexicon: Path | None,
) -> int:
    """Find which readouts of several archives are of the same call.

    ARCHIVE is a folder of readouts, or a .jsonl or .csv file with a text, date and title in each record. Writes a
    manifest that "readcmp batch" takes, one event a line, each with a score and what came close.

    \b
    readcmp pair white-house.jsonl kremlin/ -o pairs.jsonl
    readcmp batch pairs.jsonl -o all.jsonl
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    from readcmp.cli.output import deliver, refuse_to_replace, width_of
    from readcmp.cli.progress import cores, progress
    from readcmp.cli.streams import tell
    from readcmp.errors import UsageError
    from readcmp.lexicon import load_lexicon
    from readcmp.pairing import candidates, choose, read_records
    from readcmp.pairing.cards import describe
    from readcmp.pairing.output import count_of, manifest_line, render_list

    gc.enable()  # not one short run
    if len(archives) < 2:
        raise UsageError("pairing needs two archives or more", hint="give one for each government")
    if len({realpath(archive) for archive in archives}) < len(archives):
        raise UsageError("the same archive is given twice", hint="give one for each government")
    refuse_to_replace(output, archives)
    load_lexicon(lexicon)  # what is wrong with it is told before any readout is read
    form = Format(asked) if asked else Format.TERMINAL if output is None and sys.stdout.isatty() else Format.JSONL
    records = (record for archive in archives for record in read_records(archive))
    cards = []
    with progress("0 readouts") as show:
        for card in describe(records, jobs or cores(), lexicon=lexicon):
            cards.append(card)
            show(f"{len(cards):,} readouts")
        show(f"{len(cards):,} readouts, pairing")
        groups = choose(cards, candidates(cards), threshold=threshold)
    if form == Format.JSONL:
        here = Path(realpath(output)).parent if output else Path(realpath("."))
        text = "".join(manifest_line(group, cards, here) for group in groups)
    else:
        text = render_list(groups, cards, width=width_of(width))
    deliver(text, output, form=form)
    if form == Format.JSONL and sys.stderr.isatty():
        tell(f"readcmp: note: {count_of(groups, cards)}")
    for what, left in (
        ("cannot be read", [card.error for card in cards if card.error]),
        ("have no date", [card.record.name for card in cards if not card.error and not card.day]),
    ):
        if left:
            tell(f"readcmp: note: {len(left):,} of {len(cards):,} readouts {what} and were not paired, as {left[0]}")
    return 0
