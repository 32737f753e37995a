"""Vectors kept from one run to the next, in one small database that may be deleted at any time.

Bounded: where it holds more than ``MOST`` vectors (512 bytes each), the ones stored first go. A file that is
damaged, locked or in a place that cannot be written to is done without, silently: nothing is lost but time. Each
vector bears a checksum, so that none is taken that has changed since it was kept.
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

_CHECKSUM = 8  # bytes
_PATIENCE = 0.5  # seconds to wait for another run that is writing


class Cache:
    """The vectors of one model in one file; texts are kept as hashes, not as words."""

    def __init__(self, file: Path, model: str) -> None:
        self._file = file
        self._model = model

    def get(self, texts: Sequence[str]) -> dict[str, bytes]:
        """Return the vectors that are kept for these texts, by text."""
        found: dict[str, bytes] = {}
        try:
            import sqlite3

            if not self._file.is_file():
                return found
        except (OSError, ValueError, ImportError):  # a place that cannot be looked into; a Python without the library
            return found
        keys = {self._key(text): text for text in texts}
        with suppress(sqlite3.Error), closing(self._open()) as db:
            wanted = list(keys)
            for start in range(0, len(wanted), 500):  # older builds allow 999 values a question
                some = wanted[start : start + 500]
                marks = ",".join("?" * len(some))
                for key, kept in db.execute(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", some):
                    if (vector := _unsealed(key, kept)) is not None:
                        found[keys[key]] = vector
        return found

    def put(self, vectors: Mapping[str, bytes]) -> None:
        """Keep vectors by their texts, and let the oldest go where there are too many."""
        try:
            import sqlite3
        except ImportError:
            return
        with suppress(sqlite3.Error, OSError, ValueError):
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
            rows = [(key, _sealed(key, vector)) for key, vector in ((self._key(t), v) for t, v in vectors.items())]
            db.executemany("INSERT OR REPLACE INTO vectors (key, vector) VALUES (?, ?)", rows)
            db.execute("DELETE FROM vectors WHERE n <= (SELECT max(n) FROM vectors) - ?", (MOST,))

    def _open(self) -> sqlite3.Connection:
        import sqlite3

        return sqlite3.connect(self._file, timeout=_PATIENCE)

    def _key(self, text: str) -> bytes:
        import hashlib

        content = f"{self._model}\0{text}".encode("utf-8", "surrogatepass")
        return hashlib.sha256(content).digest()[:16]


def _sealed(key: bytes, vector: bytes) -> bytes:
    """Return a vector with a checksum of it and of what it belongs to before it."""
    import hashlib

    return hashlib.blake2b(key + vector, digest_size=_CHECKSUM).digest() + vector


def _unsealed(key: bytes, kept: object) -> bytes | None:
    """Return the vector that was kept; None where it is not as it was."""
    if not isinstance(kept, bytes) or kept != _sealed(key, kept[_CHECKSUM:]):
        return None
    return kept[_CHECKSUM:]
