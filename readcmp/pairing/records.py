"""The readouts of an archive, unpaired: files below a folder, or lines of a table, each with its text, date and title.

- a folder: every text file below it, read as ``readcmp diff`` reads it;
- JSON Lines: an object a line with ``text``, and ``date``, ``published``, ``title``, ``side``, ``language`` if known;
- CSV: the same as columns.

The side is what a record says, else the name of the archive (``kremlin.jsonl``, ``archive/us/``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from readcmp.archive.rows import line_not_utf8, lines_of, rows_of
from readcmp.errors import InputError, UsageError
from readcmp.files import open_bytes, open_text
from readcmp.loading.publishers import known_side

ENDINGS = (".jsonl", ".ndjson", ".csv")
FIELDS = ("date", "published", "title", "side", "language")
"""What a record may say of its text."""

TEXTS = (".txt", ".text", ".md")
"""The endings of a folder's files that are readouts."""


class Record(Struct, frozen=True):
    """One readout of an archive: ``name`` is its path, or its place in a table; ``text`` is None for a file."""

    archive: str
    name: str
    text: str | None = None
    side: str | None = None
    language: str | None = None
    error: str | None = None

    @property
    def entry(self) -> dict[str, str]:
        """The record as a manifest has it."""
        said = {"file": self.name, "side": self.side, "language": self.language, "text": self.text}
        return {key: value for key, value in said.items() if value is not None}


def read_records(source: str) -> Iterator[Record]:
    """Return the records of an archive in the order of their names or lines; one that is unusable has an ``error``.

    Raises UsageError for a source of no known kind, InputError for one that cannot be read.
    """
    path = Path(source)
    side = known_side(path.stem) if path.suffix else known_side(path.name)
    if path.is_dir():
        return _in_folder(path, side)
    if not path.exists():
        raise InputError("no such file or folder", where=source, hint="check the path")
    if path.suffix.lower() not in ENDINGS:
        raise UsageError(
            "is no archive", where=source, hint=f"give a folder, or a file that ends in {', '.join(ENDINGS)}"
        )
    return _in_table(path, side)


def _in_folder(folder: Path, side: str | None) -> Iterator[Record]:
    found = sorted(path for path in folder.rglob("*") if path.suffix.lower() in TEXTS and path.is_file())
    if not found:
        raise InputError("holds no text files", where=str(folder), hint=f"give files that end in {', '.join(TEXTS)}")
    for path in found:
        yield Record(str(folder), str(path), side=side)


def _in_table(path: Path, side: str | None) -> Iterator[Record]:
    where = str(path)
    try:
        if path.suffix.lower() == ".csv":
            with open_text(path, encoding="utf-8-sig", newline="") as text:
                rows = rows_of(text, where, frozenset({"text"}), "date,title,text")
                for number, (start, row) in enumerate(rows, 1):
                    yield _record(row, f"{where}#{number}", f"{where}, line {start}", where, side)
        else:
            with open_bytes(path) as stream:
                for line in lines_of(stream, where):
                    found = line.error or _object(line.text)
                    yield _record(found, f"{where}#{line.number}", f"{where}, line {line.number}", where, side)
    except UnicodeDecodeError:
        raise line_not_utf8(path) from None
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=where, hint="check the path") from None


def _object(line: str) -> Mapping[str, Any] | str:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    return found if isinstance(found, dict) else "is no JSON object"


def _record(row: Mapping[str, Any] | str, name: str, place: str, archive: str, side: str | None) -> Record:
    """Return the record of a row, or of why it has none; ``name`` is what the row is called, ``place`` where it is."""
    if isinstance(row, str):
        return Record(archive, name, error=f"{place}: {row}")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return Record(archive, name, error=f"{place}: has no text")
    said = {key: str(row[key]).strip() for key in FIELDS if row.get(key) not in (None, "")}
    own, language = said.pop("side", None) or side, said.pop("language", None)
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in said.items())
    return Record(archive, name, f"---\n{head}---\n{text}" if head else text, own, language)
