"""The tables of a batch opened in DuckDB, which reads from disk only what a question needs, whatever their size."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import Any

from readcmp.archive.journal import BEGINNING
from readcmp.archive.output import LINES
from readcmp.archive.tables import TABLES, reason_of, require, write_tables
from readcmp.errors import InputError, UsageError
from readcmp.files import open_bytes

COUNTRY_OF = "CREATE MACRO country_of(side) AS regexp_replace(side, '-[a-z0-9]+$', '')"
"""The country of a side, in every query: of ``ru-en`` and ``ru-2`` it is ``ru``."""

MEMORY = "700MB"
"""What DuckDB may take before it puts things on disk."""


@contextmanager
def open_store(source: str) -> Iterator[Any]:
    """Yield a DuckDB connection with a view for each table of a folder that ``readcmp batch --to parquet`` wrote.

    A file of lines that ``readcmp batch -o`` wrote is made into tables first. Raises InputError for a source that is
    neither, MissingExtraError without DuckDB.
    """
    duckdb = require("readcmp trend")
    path = Path(source)
    with tempfile.TemporaryDirectory(prefix="readcmp-") as home:
        folder = path if path.is_dir() else _tables_of(path, Path(home))
        missing = [name for name in TABLES if not (folder / f"{name}.parquet").is_file()]
        if missing:
            hint = "give a folder that readcmp batch --to parquet wrote"
            raise InputError(f"has no {missing[0]}.parquet", where=source, hint=hint)
        with duckdb.connect(":memory:", config={"memory_limit": MEMORY, "temp_directory": home}) as db:
            try:
                db.execute(COUNTRY_OF)
                for name in TABLES:
                    file = str(folder / f"{name}.parquet").replace("'", "''")
                    db.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{file}')")
                yield db
            except duckdb.Error as error:
                raise InputError(
                    f"cannot be read ({reason_of(error)})", where=source, hint="write the tables anew"
                ) from None


def _tables_of(lines: Path, home: Path) -> Path:
    if not lines.exists():
        raise InputError("no such file or folder", where=str(lines), hint="check the path")
    try:
        with open_bytes(lines) as stream:
            begins = stream.readline(64)
            if begins.startswith(BEGINNING) and not lines.is_file():  # what a pipe gives it gives once
                with (home / LINES).open("wb") as copy:
                    copy.write(begins)
                    copyfileobj(stream, copy)
                lines = home / LINES
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=str(lines), hint="check the path") from None
    if not begins.startswith(BEGINNING):
        hint = "give what readcmp batch wrote: its lines, or the folder of its tables"
        raise UsageError("holds no comparisons", where=str(lines), hint=hint)
    write_tables(lines, home)
    return home
