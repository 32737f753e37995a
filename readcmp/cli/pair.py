"""``readcmp pair``: which readouts of several archives are accounts of one contact."""

from __future__ import annotations

import gc
import json
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from readcmp.cli.grouping import command
from readcmp.vocabulary import Format

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readcmp.pairing.cards import Card
    from readcmp.pairing.choosing import Group


@command()
@click.argument("archives", nargs=-1, metavar="ARCHIVE ARCHIVE...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the manifest to FILE, whole or not at all.",
)
@click.option(
    "--threshold",
    type=click.FloatRange(0.05, 1.0),
    default=0.2,
    show_default=True,
    metavar="P",
    help="Pair readouts of this score or more: higher for fewer, surer pairs.",
)
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 1024), metavar="N", help="Processes to use.  [default: one a core]"
)
def pair(archives: tuple[str, ...], output: Path | None, threshold: float, jobs: int | None) -> int:
    """Find which readouts of several archives are of the same call.

    ARCHIVE is a folder of readouts, or a .jsonl or .csv file with a text, date and title in each record. Prints a
    manifest that "readcmp batch" takes, one event a line, each with a score and what came close.

    \b
    readcmp pair white-house.jsonl kremlin/ -o pairs.jsonl
    readcmp batch pairs.jsonl -o all.jsonl
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    from readcmp.cli.batch import cores
    from readcmp.cli.output import deliver, refuse_to_replace
    from readcmp.cli.streams import tell
    from readcmp.errors import UsageError
    from readcmp.pairing import candidates, choose, read_records
    from readcmp.pairing.cards import describe

    gc.enable()  # not one short run
    if len(archives) < 2:
        raise UsageError("pairing needs two archives or more", hint="give one for each government")
    if len({realpath(archive) for archive in archives}) < len(archives):
        raise UsageError("the same archive is given twice", hint="give one for each government")
    refuse_to_replace(output, archives)
    records = (record for archive in archives for record in read_records(archive))
    cards = list(describe(records, jobs or cores()))
    groups = choose(cards, candidates(cards), threshold=threshold)
    here = Path(realpath(output)).parent if output else Path(realpath("."))
    deliver("".join(_line(group, cards, here) for group in groups), output, form=Format.JSONL)
    for what, left in (
        ("cannot be read", [card.error for card in cards if card.error]),
        ("have no date", [card.record.name for card in cards if not card.error and not card.day]),
    ):
        if left:
            tell(f"readcmp: note: {len(left):,} of {len(cards):,} readouts {what} and were not paired, as {left[0]}")
    return 0


def _line(group: Group, cards: Sequence[Card], here: Path) -> str:
    record: dict[str, Any] = {
        "event": group.id,
        "files": [_entry(cards[n], here) for n in group.cards],
        "score": round(group.score, 3),
        "close": [
            {"files": [cards[pair.a].record.name, cards[pair.b].record.name], "score": round(pair.score, 3)}
            for pair in group.close
        ],
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def _entry(card: Card, here: Path) -> dict[str, str]:
    """Return a readout as a manifest has it, its path as seen from where the manifest lies."""
    entry = card.record.entry
    if card.record.text is None:
        path = Path(realpath(entry["file"]))  # resolve() fails on a link to itself
        entry["file"] = str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
    if card.side:
        entry["side"] = card.side
    return entry | {"language": card.language}
