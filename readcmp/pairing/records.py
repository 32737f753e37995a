"""The readouts of an archive, unpaired: files below a folder, or lines of a table, each with its text, date and title.

- a folder: every text file below it, read as ``readcmp diff`` reads it;
- JSON Lines: an object a line with ``text``, and ``date``, ``title``, ``side``, ``language``, ``id`` if known;
- CSV: the same as columns.

The side is what a record says, else the name of the archive (``kremlin.jsonl``, ``archive/us/``).
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from readcmp.errors import InputError, UsageError
from readcmp.files import open_text
from readcmp.loading.publishers import known_side

ENDINGS = (".jsonl", ".ndjson", ".csv")
FIELDS = ("date", "title", "side", "language")
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
        with open_text(path, encoding="utf-8-sig", newline="") as stream:
            rows = _rows_of_csv(stream, where) if path.suffix.lower() == ".csv" else map(_object, stream)
            for number, row in enumerate(rows, 1):
                yield _record(row, where, number, side)
    except UnicodeDecodeError:
        raise InputError("is not in UTF-8", where=where, hint="save it in UTF-8") from None
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=where, hint="check the path") from None


def _rows_of_csv(stream: Iterable[str], where: str) -> Iterator[Mapping[str, Any]]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    rows = csv.DictReader(stream)
    if "text" not in (rows.fieldnames or ()):
        raise InputError("has no column text", where=where, hint="its first line names the columns: date,title,text")
    try:
        yield from rows
    except csv.Error as error:
        raise InputError(
            f"is no CSV ({error})", where=f"{where}, line {rows.line_num}", hint="check its quotes"
        ) from None


def _object(line: str) -> Mapping[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _record(row: Mapping[str, Any], where: str, number: int, side: str | None) -> Record:
    name = f"{where}#{number}"
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return Record(where, name, error=f"{where}, line {number}: has no text")
    said = {key: str(row[key]).strip() for key in FIELDS if row.get(key) not in (None, "")}
    own, language = said.pop("side", None) or side, said.pop("language", None)
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in said.items())
    return Record(where, name, f"---\n{head}---\n{text}" if head else text, own, language)
