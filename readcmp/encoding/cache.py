"""Vectors kept from one run to the next, in one small database that may be deleted at any time.

Bounded: where it holds more than ``MOST`` vectors (512 bytes each), the ones stored first go. A file that is
damaged, locked or in a place that cannot be written to is done without, silently: nothing is lost but time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

MOST = 20_000
"""Vectors that are kept: the points of some five hundred comparisons, 12 MB."""

_PATIENCE = 0.5  # seconds to wait for another run that is writing


class Cache:
    """The vectors of one model in one file; texts are kept as hashes, not as words."""

    def __init__(self, file: Path, model: str) -> None:
        self._file = file
        self._model = model

    def get(self, texts: Sequence[str]) -> dict[str, bytes]:
        """Give the vectors that are kept for these texts, by text."""
        import sqlite3

        keys = {self._key(text): text for text in texts}
        found: dict[str, bytes] = {}
        if not self._file.is_file():
            return found
        with suppress(sqlite3.Error), closing(self._open()) as db:
            wanted = list(keys)
            for start in range(0, len(wanted), 500):  # older builds allow 999 values a question
                some = wanted[start : start + 500]
                marks = ",".join("?" * len(some))
                for key, vector in db.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", some):
                    found[keys[key]] = vector
        return found

    def put(self, vectors: Mapping[str, bytes]) -> None:
        """Keep vectors by their texts, and let the oldest go where there are too many."""
        import sqlite3

        with suppress(sqlite3.Error, OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._store(vectors)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self._file.unlink(missing_ok=True)  # no database, or a damaged one: begin anew
                self._store(vectors)

    def _store(self, vectors: Mapping[str, bytes]) -> None:
        with closing(self._open()) as db, db:
            db.execute("CREATE TABLE IF NOT EXISTS vectors (n INTEGER PRIMARY KEY, key BLOB UNIQUE, vector BLOB)")
            rows = [(self._key(text), vector) for text, vector in vectors.items()]
            db.executemany("INSERT OR REPLACE INTO vectors (key, vector) VALUES (?, ?)", rows)
            db.execute("DELETE FROM vectors WHERE n <= (SELECT max(n) FROM vectors) - ?", (MOST,))

    def _open(self) -> sqlite3.Connection:
        import sqlite3

        return sqlite3.connect(self._file, timeout=_PATIENCE)

    def _key(self, text: str) -> bytes:
        import hashlib

        content = f"{self._model}\0{text}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(content).digest()[:16]
