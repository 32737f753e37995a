"""Answers of models kept from one run to the next, in the small database in which vectors are kept too.

What is kept is ids and sureness under a hash of model, instruction and request: no word of a text. A file that is
damaged, locked or in a place that cannot be written to is done without, silently.
"""

from __future__ import annotations

import hashlib
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

MOST = 5_000
"""Answers that are kept; where there are more, those stored first go."""

_PATIENCE = 0.5  # seconds to wait for another run that is writing


class AnswerCache:
    """The answers of one model in one file."""

    def __init__(self, file: Path, model: str) -> None:
        self._file = file
        self._model = model

    def get(self, *prompt: str) -> str | None:
        """Return the answer that is kept for this prompt; None where there is none."""
        try:
            import sqlite3

            if not self._file.is_file():
                return None
        except (OSError, ValueError, ImportError):  # a place that cannot be looked into; a Python without the library
            return None
        with suppress(sqlite3.Error), closing(self._open()) as db:
            for (kept,) in db.execute("SELECT answer FROM answers WHERE key = ?", (self._key(prompt),)):
                return kept if isinstance(kept, str) else None
        return None

    def put(self, answer: str, *prompt: str) -> None:
        """Keep the answer to a prompt, and let the oldest go where there are too many."""
        try:
            import sqlite3
        except ImportError:
            return
        with suppress(sqlite3.Error, OSError, ValueError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._store(self._key(prompt), answer)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self._file.unlink(missing_ok=True)  # no database, or a damaged one: begin anew
                self._store(self._key(prompt), answer)

    def _store(self, key: bytes, answer: str) -> None:
        with closing(self._open()) as db, db:
            db.execute("CREATE TABLE IF NOT EXISTS answers (n INTEGER PRIMARY KEY, key BLOB UNIQUE, answer TEXT)")
            db.execute("INSERT OR REPLACE INTO answers (key, answer) VALUES (?, ?)", (key, answer))
            db.execute("DELETE FROM answers WHERE n <= (SELECT max(n) FROM answers) - ?", (MOST,))

    def _open(self) -> sqlite3.Connection:
        import sqlite3

        return sqlite3.connect(self._file, timeout=_PATIENCE)

    def _key(self, prompt: tuple[str, ...]) -> bytes:
        return hashlib.sha256("\0".join((self._model, *prompt)).encode("utf-8", "surrogatepass")).digest()
