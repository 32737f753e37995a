"""The events of an archive: which files are the accounts of one contact, from folders, a manifest or a list.

A folder has a folder for each event, ``<event>/<side>.txt``; ``manifest`` says what the others hold. What cannot be
used becomes a ``Failure`` in its place, so that one bad line costs one event.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct

from readcmp.archive.index import Index
from readcmp.archive.manifest import ENDINGS, Entry, read_list, read_manifest
from readcmp.errors import InputError, ReadcmpError, UsageError
from readcmp.loading.folders import is_folder, readouts_in

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


def read_events(source: str, stdin: BinaryIO | None = None) -> Iterator[Item]:
    """Return the events of a folder, of a manifest, or of the list on ``stdin`` for ``-``, as they are read.

    Raises UsageError for a source of no known kind, InputError for one that cannot be read at all.
    """
    if source == "-":
        if stdin is None:
            raise UsageError("there is no standard input here", hint="give a folder or a manifest")
        return _in_manifest(read_list(stdin, "<stdin>"), Path())
    path = Path(source)
    if is_folder(path):
        return _in_folder(path)
    try:
        there = path.exists()
    except (OSError, ValueError):  # no name that a file can have
        there = False
    if not there:
        raise InputError("no such file or folder", where=source, hint="check the path")
    if path.suffix.lower() in ENDINGS:
        return _in_manifest(read_manifest(path), path.parent)
    hint = f"end its name in {', '.join(ENDINGS)}, or give the folder that the events lie in"
    raise UsageError("is no manifest", where=source, hint=hint)


def _in_folder(folder: Path) -> Iterator[Item]:
    names = Index()
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith(".") and entry.is_dir():
                    names.add(entry.name)
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})", where=str(folder), hint="check its permissions"
        ) from None
    if not names:
        what = "has no folders, one for each event"
        raise InputError(what, where=str(folder), hint="for the accounts of one call say: readcmp diff FOLDER")
    for name in names.names():
        yield _of_folder(name, folder / name)


def _of_folder(name: str, folder: Path) -> Item:
    try:
        return Event(name, tuple(Account(file) for file in readouts_in(str(folder))))
    except ReadcmpError as error:
        return Failure(name, str(error))


def _in_manifest(entries: Iterable[Entry], base: Path) -> Iterator[Item]:
    """Return the event of each entry, one whose name came before as a failure."""
    seen = Index()
    for place, entry in entries:
        item = _item_of(entry, place, base)
        if isinstance(item, Event) and not seen.add(item.id):
            item = Failure(item.id, f"{place}: another event is called {item.id!r}; give each a name of its own")
        yield item


def _item_of(entry: Any, place: str, base: Path) -> Item:  # noqa: ANN401 - whatever stands in a file
    if isinstance(entry, str):
        return Failure("", f"{place}: {entry}")
    if not isinstance(entry, Path):
        return _event_of(entry, place, base)
    if is_folder(base / entry):
        return _of_folder(str(entry), base / entry)
    return Failure(str(entry)[:LONGEST], f"{place}: is no folder; give a folder, or files with tabs between")


def _event_of(entry: Any, place: str, base: Path) -> Item:  # noqa: ANN401 - whatever stands in a file
    """Return the event that an entry of a manifest describes, or what is wrong with it."""
    name = entry.get("event") if isinstance(entry, Mapping) else None
    if isinstance(name, bool) or not isinstance(name, (str, int)):
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
