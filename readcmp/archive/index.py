"""What was met before, kept on disk: an archive has events without end, and memory does not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from readcmp.errors import InputError

Place = tuple[int, int, int]
"""The number of a file, and where in it a line begins and ends, in bytes."""


class Index:
    """Names, each with a place, in a temporary database that goes when this does."""

    def __init__(self) -> None:
        """Make an empty index; little of it is in memory at a time, whatever its size."""
        self._db = sqlite3.connect("", isolation_level=None)  # a file without a name, where temporary files go
        self._run("PRAGMA journal_mode = OFF")
        self._run("CREATE TABLE met (name BLOB PRIMARY KEY, file INT, start INT, stop INT) WITHOUT ROWID")
        self._run("BEGIN")

    def __len__(self) -> int:
        return int(self._run("SELECT count(*) FROM met").fetchone()[0])

    def add(self, name: str) -> bool:
        """Add a name; return whether it is new."""
        return self._run("INSERT OR IGNORE INTO met VALUES (?, 0, 0, 0)", (_key(name),)).rowcount == 1

    def put(self, name: str, place: Place) -> None:
        """Add a name with its place, instead of any that it had before."""
        self._run("INSERT OR REPLACE INTO met VALUES (?, ?, ?, ?)", (_key(name), *place))

    def place(self, name: str) -> Place | None:
        """Return the place of a name."""
        found: Place | None = self._run("SELECT file, start, stop FROM met WHERE name = ?", (_key(name),)).fetchone()
        return found

    def names(self) -> Iterator[str]:
        """Return the names in the order of their characters."""
        for (name,) in self._run("SELECT name FROM met ORDER BY name"):
            yield name.decode("utf-8", errors="surrogatepass")

    def _run(self, query: str, values: tuple[bytes | int, ...] = ()) -> sqlite3.Cursor:
        try:
            return self._db.execute(query, values)
        except sqlite3.Error as error:
            what = f"temporary files cannot be written ({error})"
            raise InputError(what, hint="make room on the disk, or set TMPDIR to a folder on another") from error


def _key(name: str) -> bytes:
    """Return a name as bytes: names of files may hold what is no character."""
    return name.encode("utf-8", errors="surrogatepass")
