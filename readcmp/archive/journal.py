"""The file that a batch writes, so that one that was interrupted goes on where it stopped, and nothing is lost.

Lines go to ``NAME.part``, which takes the place of ``NAME`` when all are there. What an earlier run left, whole or not,
is kept as ``NAME.old`` until then, and a comparison in it is taken over where its texts and settings are the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from readcmp.archive.index import Index
from readcmp.archive.lock import Lock
from readcmp.archive.work import event_in
from readcmp.errors import InputError
from readcmp.files import named

BEGINNING = b'{"schema":"readcmp.'
"""What every line of a batch begins with."""

BLOCK = 1 << 16
"""So many bytes are looked at a time for the end of the last whole line."""


class Journal:
    """The lines of a batch on their way into a file."""

    def __init__(self, target: Path) -> None:
        """Find what earlier runs left beside ``target``; raises OSError where it cannot be read or written."""
        self.target = target
        self.part = target.with_name(f"{target.name}.part")
        self.old = target.with_name(f"{target.name}.old")
        self._kept = Index()
        self._lock = Lock(target)
        try:
            if self.part.exists():
                self._keep_what_was_interrupted()
            for number, file in enumerate(self._earlier):
                if file.is_file():
                    _refuse_foreign(file)
                    for name, start, stop in _lines_in(file):
                        self._kept.put(name, (number, start, stop))
            self.has_kept = bool(self._kept)
            self._stream = self.part.open("wb")
        except BaseException:
            self._lock.free()
            raise

    @property
    def _earlier(self) -> tuple[Path, Path]:
        """The files that earlier runs may have left, those of the last run last."""
        return self.target, self.old

    def kept(self, event: str, key: str) -> str | None:
        """Return the line of an event from an earlier run; None where there is none for these texts and settings."""
        place = self._kept.place(_name_of(event, key))
        if place is None:
            return None
        number, start, stop = place
        return _read(self._earlier[number], start, stop).decode("utf-8")

    def write(self, line: str) -> None:
        """Add a line, which is in the file when this returns."""
        with named(self.part):
            self._stream.write(line.encode("utf-8", errors="replace"))
            self._stream.flush()

    def finish(self) -> None:
        """Put the lines in the place of the target, and remove what is no longer needed."""
        with named(self.part):
            os.fsync(self._stream.fileno())
            self._stream.close()
        self.part.replace(self.target)
        self.old.unlink(missing_ok=True)

    def leave(self) -> None:
        """Close the file and leave it for the next run."""
        try:
            with suppress(OSError):  # what could not be written was told of when it was
                self._stream.close()
        finally:
            self._lock.free()

    def _keep_what_was_interrupted(self) -> None:
        """Add the whole lines of an interrupted run to those that were kept before it."""
        _refuse_foreign(self.part)
        if not self.old.exists():
            _cut(self.part)
            self.part.rename(self.old)
            return
        _refuse_foreign(self.old)
        _cut(self.old)
        with named(self.old), self.old.open("ab") as stream:
            for _, start, stop in _lines_in(self.part):
                stream.write(_read(self.part, start, stop))
        self.part.unlink()


def _refuse_foreign(file: Path) -> None:
    """Raise InputError for a file that no batch wrote; of one that was interrupted little may be there."""
    with file.open("rb") as stream:
        if not BEGINNING.startswith(stream.read(len(BEGINNING))):
            raise InputError("was not written by readcmp batch", where=str(file), hint="give --output another name")


def _cut(file: Path) -> None:
    """Cut off what stands behind the last whole line, or the next line would be taken for the rest of it."""
    with file.open("r+b") as stream:
        end = stream.seek(0, os.SEEK_END)
        while end:
            start = max(0, end - BLOCK)
            stream.seek(start)
            found = stream.read(end - start).rfind(b"\n")
            if found >= 0:
                stream.truncate(start + found + 1)
                return
            end = start
        stream.truncate(0)


def _read(file: Path, start: int, stop: int) -> bytes:
    with file.open("rb") as stream:
        stream.seek(start)
        return stream.read(stop - start)


def _name_of(event: str, key: str) -> str:
    return f"{key} {event}"


def _lines_in(file: Path) -> Iterator[tuple[str, int, int]]:
    """Return the comparisons in a file by name, and where they begin and end."""
    start = 0
    with file.open("rb") as stream:
        for line in stream:
            found = event_in(line)
            if found is not None:
                yield _name_of(*found), start, start + len(line)
            start += len(line)
