"""Lines and rows of files that may be of any length, each with its number, however odd they are.

Files that were put together from others have their byte order marks and their first lines in the middle.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO

from readcmp.errors import InputError

LONGEST = 16 * 1024 * 1024
"""Bytes of a line, characters of a cell: far more than the accounts of a call have, however they are written."""

MARK = "\ufeff"
"""The byte order mark, read as a character."""

WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""What files begin with that are in UTF-16, or in UTF-32."""


class Line(NamedTuple):
    """A line with its number, the first being 1; ``error`` says why its ``text`` cannot be had."""

    number: int
    text: str
    error: str | None = None


def lines_of(stream: BinaryIO, where: str) -> Iterator[Line]:
    """Return the lines that are not blank; InputError where the whole is in UTF-16."""
    number = 0
    while data := stream.readline(LONGEST + 1):
        number += 1
        if number == 1 and data.startswith(WIDE):
            raise not_utf8(where)
        if len(data) > LONGEST:
            yield Line(number, "", f"is longer than {LONGEST:,} bytes; write one event a line")
            while data and not data.endswith(b"\n"):
                data = stream.readline(LONGEST)
            continue
        try:
            text = data.decode("utf-8").strip("\r\n" + MARK)
        except UnicodeDecodeError:
            yield Line(number, data.decode("utf-8", errors="surrogateescape").strip("\r\n"), "is not in UTF-8")
            continue
        if text.strip():
            yield Line(number, text)


def rows_of(stream: TextIO, where: str, needed: frozenset[str], hint: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Return the rows of a table in CSV with the numbers of their first lines; first lines in the middle are left out.

    Raises InputError where it lacks a column that is ``needed``, and for what is no CSV.
    """
    csv.field_size_limit(LONGEST)
    rows = csv.DictReader(stream, strict=True)
    start = 1
    try:
        names = rows.fieldnames or ()
        if missing := needed - set(names):
            what = f"has no column {' and no column '.join(sorted(missing))}"
            raise InputError(what, where=where, hint=f"its first line names the columns: {hint}")
        while True:
            start = rows.line_num + 1
            row = next(rows, None)
            if row is None:
                return
            first = row[names[0]] = row[names[0]].removeprefix(MARK)
            if first != names[0] or list(row.values()) != list(names):
                yield start, row
    except csv.Error as error:
        what = "a quote is opened and never closed" if "unexpected end" in str(error) else f"is no CSV ({error})"
        raise InputError(what, where=f"{where}, line {start}", hint="check its quotes") from None


def not_utf8(where: str) -> InputError:
    """Return the error for a file in an encoding that is not read."""
    return InputError("is not in UTF-8", where=where, hint="save it in UTF-8")


def line_not_utf8(path: Path) -> InputError:
    """Return the error for a file that has something in it that is not UTF-8, with the first line that has."""
    with suppress(OSError, InputError):
        if path.is_file():  # no pipe, from which all is gone
            with path.open("rb") as stream:
                for line in lines_of(stream, str(path)):
                    if line.error:
                        return not_utf8(f"{path}, line {line.number}")
    return not_utf8(str(path))
