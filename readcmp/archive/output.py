"""Where the lines of a batch go: to standard output, into a file that takes up an interrupted run, into tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from readcmp.archive.batch import Executor, Outcome, batch
from readcmp.archive.events import Item
from readcmp.archive.journal import Journal
from readcmp.archive.work import Settings
from readcmp.errors import UsageError
from readcmp.files import named
from readcmp.vocabulary import Format

LINES = "comparisons.jsonl"
"""The file in a folder of tables that they are made from."""


class Output(Struct, frozen=True):
    """A place for lines: ``journal`` for a file, of which ``tables`` may be made, ``device`` for a device or a pipe.

    Where none of them is given lines go to ``stdout``.
    """

    stdout: BinaryIO
    journal: Journal | None = None
    tables: Path | None = None
    device: Path | None = None

    def run(self, items: Iterable[Item], settings: Settings, run: Executor, tell: Callable[[Outcome], None]) -> Outcome:
        """Compare the events and put their lines, or tables, in place; return what became of them."""
        if self.journal is None:
            where = self.device or "standard output"
            with self.device.open("wb") if self.device else nullcontext(self.stdout) as stream:
                return batch(items, settings, run, lambda line: _print(stream, line, where), tell=tell)
        outcome = batch(items, settings, run, self.journal.write, journal=self.journal, tell=tell)
        self.journal.finish()
        if self.tables is not None:
            from readcmp.archive.tables import write_tables

            write_tables(self.journal.target, self.tables)
        return outcome


@contextmanager
def output_of(target: Path | None, form: str, stdout: BinaryIO) -> Iterator[Output]:
    """Yield the output for a target and a form; what was written so far stays for the next run, whatever happens.

    Raises UsageError for a place that cannot take it, MissingExtraError for tables without DuckDB.
    """
    if form == Format.PARQUET:
        from readcmp.archive.tables import require

        require()
        if target is None:
            raise UsageError("--to parquet writes a folder", hint="name it: -o tables")
        if target.exists() and not target.is_dir():
            raise UsageError("is no folder", where=str(target), hint="--to parquet writes a folder of tables")
        target.mkdir(parents=True, exist_ok=True)
        journal = Journal(target / LINES)
    elif target is None:
        yield Output(stdout)
        return
    elif target.exists() and not target.is_file() and not target.is_dir():
        yield Output(stdout, device=target)
        return
    else:
        journal = Journal(target)
    try:
        yield Output(stdout, journal, target if form == Format.PARQUET else None)
    finally:
        journal.leave()


def _print(stream: BinaryIO, line: str, where: Path | str) -> None:
    with named(where):
        stream.write(line.encode("utf-8", errors="replace"))
        stream.flush()
