"""``readcmp batch``: many contacts, a line of JSON each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readcmp.cli.candidates import complete_files
from readcmp.cli.exit_status import DONE, TROUBLE
from readcmp.cli.grouping import command
from readcmp.cli.options import (
    config_option,
    jobs_option,
    lexicon_option,
    loose_option,
    no_cache_option,
    strict_option,
    watch_option,
)
from readcmp.vocabulary import Format

if TYPE_CHECKING:
    from readcmp.archive import Outcome, Settings
    from readcmp.archive.batch import Executor


@command()
@click.argument("source", metavar="SOURCE", shell_complete=complete_files)
@config_option
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to FILE. If interrupted, the same command goes on where it stopped.",
)
@click.option(
    "-f",
    "--format",
    "--to",
    "form",
    type=click.Choice((Format.JSONL.value, Format.PARQUET.value)),
    default=Format.JSONL.value,
    show_default=True,
    help="One comparison a line (jsonl), or tables in the folder that -o names (parquet; extra 'archive').",
)
@click.option(
    "--engine",
    type=click.Choice(("auto", "fuzzy", "semantic")),
    default="auto",
    show_default=True,
    help="How passages are matched, as for diff.",
)
@jobs_option
@click.option(
    "--executor",
    type=click.Choice(("local", "dask")),
    default="local",
    show_default=True,
    help="Who does the work: processes of this machine, or a Dask cluster (extra 'dask').",
)
@click.option("--scheduler", metavar="ADDRESS", help="With --executor dask, the scheduler: tcp://HOST:PORT.")
@strict_option
@loose_option
@no_cache_option
@lexicon_option
@watch_option
def batch(  # noqa: PLR0913, PLR0917 - one parameter an option
    source: str,
    output: Path | None,
    form: str,
    engine: str,
    jobs: int | None,
    executor: str,
    scheduler: str | None,
    strictness: str,
    no_cache: bool,
    lexicon: Path | None,
    watch: tuple[str, ...],
) -> int:
    """Compare many calls, one line of JSON each.

    SOURCE is a folder with a folder for each event, a manifest (.jsonl, .csv, .yaml), or - for a list on standard
    input. An event that cannot be compared is a line that says why, and the exit status is then 2.

    \b
    readcmp batch archive/ -o archive.jsonl
    readcmp batch events.csv --to parquet -o tables/
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    from readcmp.archive import Outcome, Settings, read_events
    from readcmp.archive.local import collect_seldom
    from readcmp.archive.output import output_of
    from readcmp.cli.cache import cache_file
    from readcmp.cli.output import form_of, refuse_to_replace
    from readcmp.cli.progress import progress
    from readcmp.cli.streams import tell
    from readcmp.comparing import resolve_topics
    from readcmp.errors import UsageError
    from readcmp.lexicon import load_lexicon
    from readcmp.rendering.safe import safe

    collect_seldom()
    if (executor == "dask") != (scheduler is not None):
        raise UsageError("--executor dask and --scheduler go together", hint="give both, or neither")
    if executor == "dask" and jobs is not None:
        raise UsageError("--jobs does not go with --executor dask", hint="the cluster has its own workers")
    if form == Format.JSONL:
        form_of(output, asked=form, as_json=False)
        refuse_to_replace(output, [source])
    resolve_topics(watch, load_lexicon(lexicon))  # what is wrong with these is told before any event is read
    cache = None if no_cache or executor == "dask" else cache_file(engine)
    settings = Settings(engine, strictness, lexicon, cache, watch)
    items = read_events(source, sys.stdin.buffer)
    with output_of(output, form, sys.stdout.buffer) as out, progress(_told(Outcome())) as show:
        outcome = out.run(items, settings, _executor(settings, jobs, scheduler), lambda so_far: show(_told(so_far)))
    if output is not None and sys.stderr.isatty():
        tell(safe(f"Wrote {output}: {outcome.events:,} events"))
    if outcome.kept and sys.stderr.isatty():
        tell(f"readcmp: note: {outcome.kept:,} of {outcome.events:,} events were taken over from the run before")
    if not outcome.events:
        tell("readcmp: note: there are no events")
    if outcome.failed:
        failed = f"{outcome.failed:,} of {outcome.events:,} events could not be compared"
        tell(f"readcmp: error: {failed}; their lines say why")
    return TROUBLE if outcome.failed else DONE


def _told(outcome: Outcome) -> str:
    """Return how far a batch is."""
    return f"{outcome.events:,} events{f', {outcome.failed:,} failed' if outcome.failed else ''}"


def _executor(settings: Settings, jobs: int | None, scheduler: str | None) -> Executor:
    """Return what runs the events, as ``readcmp.archive.batch`` wants it."""
    if scheduler is not None:
        from readcmp.archive.cluster import run_on_cluster

        return lambda tasks: run_on_cluster(tasks, settings, scheduler)
    from readcmp.archive.local import run_local
    from readcmp.cli.progress import cores

    return lambda tasks: run_local(tasks, settings, jobs or cores())
