"""The events of an archive: which files are the accounts of one contact, from folders, a manifest or a list.

A folder has a folder for each event, ``<event>/<side>.txt``. A manifest is a file that lists events:

- JSON Lines: ``{"event": "2020-07-23", "files": ["us.txt", {"file": "k.txt", "side": "ru", "language": "en"}]}``;
  a file may also come with its ``text``,
- YAML: a list of the same, or one under ``events``,
- CSV: the columns ``event`` and ``file``, and ``side`` and ``language`` if wanted; a line a file.

A list has an event a line: its folder, or its files with tabs between; or JSON Lines. Files are found from where the
manifest lies. What cannot be used becomes a ``Failure`` in its place, so that one bad line costs one event.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, TextIO

from msgspec import Struct

from readcmp.errors import InputError, ReadcmpError, UsageError
from readcmp.files import open_text
from readcmp.loading.folders import readouts_in

ENDINGS = (".jsonl", ".ndjson", ".csv", ".yaml", ".yml")
"""What the name of a manifest ends in."""

LONGEST = 200
"""An event's id has at most so many characters."""


class Account(Struct, frozen=True):
    """One file of an event, and whose it is and in which language, where that was said.

    ``text`` is what the file would hold, where it comes with the manifest; ``file`` then says where it came from.
    """

    file: str
    side: str | None = None
    language: str | None = None
    text: str | None = None


class Event(Struct, frozen=True):
    """One contact: an id that no other event of the archive has, and its accounts, two or more."""

    id: str
    accounts: tuple[Account, ...]


class Failure(Struct, frozen=True):
    """An event that could not be compared, and why, in one line; ``id`` is empty where even that cannot be read."""

    id: str
    error: str


Item = Event | Failure


def read_events(source: str, stdin: TextIO | None = None) -> Iterator[Item]:
    """Return the events of a folder, of a manifest, or of the list on ``stdin`` for ``-``, as they are read.

    Raises UsageError for a source of no known kind, InputError for one that cannot be read at all.
    """
    if source == "-":
        if stdin is None:
            raise UsageError("there is no standard input here", hint="give a folder or a manifest")
        return _once(_of_lines(stdin, "<stdin>", Path()))
    path = Path(source)
    if path.is_dir():
        return _once(_of_folders(path))
    if not path.exists():
        raise InputError("no such file or folder", where=source, hint="check the path")
    if path.suffix.lower() not in ENDINGS:
        hint = f"end its name in {', '.join(ENDINGS)}, or give the folder that the events lie in"
        raise UsageError("is no manifest", where=source, hint=hint)
    return _once(_of_manifest(path))


def _once(items: Iterable[Item]) -> Iterator[Item]:
    """Return the items, an id that came before as a failure."""
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Event) and item.id in seen:
            yield Failure(item.id, f"another event is called {item.id!r}; give each a name of its own")
        else:
            seen.add(item.id)
            yield item


def _of_folders(folder: Path) -> Iterator[Item]:
    try:
        names = sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})", where=str(folder), hint="check its permissions"
        ) from None
    if not names:
        what = "has no folders, one for each event"
        raise InputError(what, where=str(folder), hint="for the accounts of one call say: readcmp diff FOLDER")
    for name in names:
        yield _in_folder(name, folder / name)


def _in_folder(name: str, folder: Path) -> Item:
    try:
        return Event(name, tuple(Account(file) for file in readouts_in(str(folder))))
    except ReadcmpError as error:
        return Failure(name, str(error))


def _of_manifest(path: Path) -> Iterator[Item]:
    where, kind = str(path), path.suffix.lower()
    try:
        with open_text(path, encoding="utf-8-sig", newline="") as stream:
            if kind == ".csv":
                yield from _of_table(stream, where, path.parent)
            elif kind in (".yaml", ".yml"):
                yield from _of_yaml(stream, where, path.parent)
            else:
                yield from _of_lines(stream, where, path.parent)
    except UnicodeDecodeError:
        raise InputError("is not in UTF-8", where=where, hint="save the manifest in UTF-8") from None
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=where, hint="check the path") from None


def _of_lines(lines: Iterable[str], where: str, base: Path) -> Iterator[Item]:
    for number, line in enumerate(lines, 1):
        text = line.strip("\r\n")
        if not text.strip():
            continue
        place = f"{where}, line {number}"
        if text.lstrip().startswith("{"):
            try:
                entry = json.loads(text)
            except (ValueError, RecursionError):
                yield Failure("", f"{place}: is no JSON object; write one event a line")
            else:
                yield _event_of(entry, place, base)
        elif "\t" in text:
            files = [part.strip() for part in text.split("\t") if part.strip()]
            yield _event_of({"event": str(Path(files[0]).parent.name or f"line-{number}"), "files": files}, place, base)
        elif (base / text.strip()).is_dir():
            yield _in_folder(text.strip(), base / text.strip())
        else:
            yield Failure(text.strip()[:LONGEST], f"{place}: is no folder; give a folder, or files with tabs between")


def _of_yaml(stream: TextIO, where: str, base: Path) -> Iterator[Item]:
    import yaml

    try:
        entries = yaml.load(stream, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        place = where if line is None else f"{where}, line {line + 1}"
        raise InputError("is no YAML", where=place, hint="write a list of events, each with its files") from None
    if isinstance(entries, Mapping):
        entries = entries.get("events")
    if not isinstance(entries, list):
        raise InputError("has no list of events", where=where, hint="write '- event: NAME' and its 'files' for each")
    for number, entry in enumerate(entries, 1):
        yield _event_of(entry, f"{where}, event {number}", base)


def _of_table(stream: TextIO, where: str, base: Path) -> Iterator[Item]:
    rows = csv.DictReader(stream)
    missing = {"event", "file"} - set(rows.fieldnames or ())
    if missing:
        hint = "its first line names the columns: event,file,side,language"
        raise InputError(f"has no column {' and no column '.join(sorted(missing))}", where=where, hint=hint)
    try:
        for name, group in groupby(rows, key=lambda row: row["event"]):
            files = [{k: row[k] for k in ("file", "side", "language") if row.get(k)} for row in group]
            yield _event_of({"event": name, "files": files}, f"{where}, line {rows.line_num}", base)
    except csv.Error as error:
        raise InputError(
            f"is no CSV ({error})", where=f"{where}, line {rows.line_num}", hint="check its quotes"
        ) from None


def _event_of(entry: Any, place: str, base: Path) -> Item:  # noqa: ANN401 - whatever stands in a file
    """Return the event that an entry of a manifest describes, or what is wrong with it."""
    name = entry.get("event") if isinstance(entry, Mapping) else None
    if isinstance(name, bool) or (not isinstance(name, (str, int)) and not hasattr(name, "isoformat")):
        return Failure("", f"{place}: has no event; name it, 'event: ...'")
    name = str(name).strip()
    if not name or len(name) > LONGEST:
        return Failure(name[:LONGEST], f"{place}: an event's name has 1 to {LONGEST} characters")
    files = entry.get("files")
    if isinstance(files, str):
        files = [files]
    if not isinstance(files, list) or not files:
        return Failure(name, f"{place}: has no files; list the accounts, 'files: [...]'")
    accounts = []
    for file in files:
        found = _account_of(file, base)
        if found is None:
            return Failure(name, f"{place}: a file is a path, or has 'file' and may have 'side' and 'language'")
        accounts.append(found)
    return Event(name, tuple(accounts))


def _account_of(file: Any, base: Path) -> Account | None:  # noqa: ANN401 - whatever stands in a file
    entry = {"file": file} if isinstance(file, str) else file
    if not isinstance(entry, Mapping) or not isinstance(entry.get("file"), str) or not entry["file"].strip():
        return None
    side, language, text = rest = [entry.get(key) for key in ("side", "language", "text")]
    if set(entry) - {"file", "side", "language", "text"}:
        return None
    if not all(value is None or isinstance(value, str) for value in rest):
        return None
    name = entry["file"].strip()
    return Account(str(base / name) if text is None else name, side, language, text)
