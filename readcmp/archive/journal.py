"""The file that a batch writes, so that one that was interrupted goes on where it stopped, and nothing is lost.

Lines go to ``NAME.part``, which takes the place of ``NAME`` when all are there. What an earlier run left, whole or not,
is kept as ``NAME.old`` until then, and a comparison in it is taken over where its texts and settings are the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from readcmp.archive.lock import Lock
from readcmp.archive.work import event_in
from readcmp.errors import InputError

Place = tuple[Path, int, int]
"""A file, and where in it a line begins and ends, in bytes."""


class Journal:
    """The lines of a batch on their way into a file."""

    def __init__(self, target: Path) -> None:
        """Find what earlier runs left beside ``target``; raises OSError where it cannot be read or written."""
        self.target = target
        self.part = target.with_name(f"{target.name}.part")
        self.old = target.with_name(f"{target.name}.old")
        self._kept: dict[tuple[str, str], Place] = {}
        self._lock = Lock(target)
        try:
            if self.part.exists():
                self._keep_what_was_interrupted()
            for file in (target, self.old):
                if file.is_file():
                    self._kept |= dict(_lines_in(file))
            self._stream = self.part.open("wb")
        except BaseException:
            self._lock.free()
            raise

    @property
    def has_kept(self) -> bool:
        """Whether an earlier run left anything that can be taken over."""
        return bool(self._kept)

    def kept(self, event: str, key: str) -> str | None:
        """Return the line of an event from an earlier run; None where there is none for these texts and settings."""
        place = self._kept.get((event, key))
        if place is None:
            return None
        file, start, end = place
        with file.open("rb") as stream:
            stream.seek(start)
            return stream.read(end - start).decode("utf-8")

    def write(self, line: str) -> None:
        """Add a line, which is in the file when this returns."""
        self._stream.write(line.encode("utf-8", errors="replace"))
        self._stream.flush()

    def finish(self) -> None:
        """Put the lines in the place of the target, and remove what is no longer needed."""
        os.fsync(self._stream.fileno())
        self._stream.close()
        self.part.replace(self.target)
        self.old.unlink(missing_ok=True)

    def leave(self) -> None:
        """Close the file and leave it for the next run."""
        try:
            self._stream.close()
        finally:
            self._lock.free()

    def _keep_what_was_interrupted(self) -> None:
        """Add the whole lines of an interrupted run to those that were kept before it."""
        if not self.old.exists():
            self.part.rename(self.old)
            return
        with self.old.open("ab") as stream:
            for _, (file, start, end) in list(_lines_in(self.part)):
                with file.open("rb") as source:
                    source.seek(start)
                    stream.write(source.read(end - start))
        self.part.unlink()


def _lines_in(file: Path) -> Iterator[tuple[tuple[str, str], Place]]:
    """Return the comparisons in a file by event and key, and where they stand; InputError for what no batch wrote."""
    start = 0
    with file.open("rb") as stream:
        for number, line in enumerate(stream):
            if number == 0 and not line.startswith(b'{"schema":"readcmp.'):
                raise InputError("was not written by readcmp batch", where=str(file), hint="give --output another name")
            found = event_in(line)
            if found is not None:
                yield found, (file, start, start + len(line))
            start += len(line)
