"""Files: opened to be read, be it a pipe that somebody has to write to, and named in what goes wrong with them."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, RawIOBase, TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

_PATIENCE = 1.0
"""Seconds that somebody has to begin to write into a named pipe."""

_PAUSE = 0.02
_CHUNK = 65_536
_OWN = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")
"""Where a process finds what it was handed open, as by ``<(command)``: whoever writes there is there, or has been."""


def open_bytes(path: Path) -> BinaryIO:
    """Open a file as ``path.open("rb")`` does, but raise OSError for a named pipe that nobody writes to."""
    if not hasattr(os, "O_NONBLOCK") or not stat.S_ISFIFO(path.stat().st_mode):
        return path.open("rb")
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        first = _begin(descriptor, 0 if os.fspath(path).startswith(_OWN) else _PATIENCE)
        os.set_blocking(descriptor, True)
    except BaseException:
        os.close(descriptor)
        raise
    return BufferedReader(_Begun(descriptor, first))


def open_text(path: Path, *, encoding: str, newline: str | None = None) -> TextIO:
    """Open a file as ``path.open`` does for text, but as ``open_bytes`` does for a named pipe."""
    return TextIOWrapper(open_bytes(path), encoding=encoding, newline=newline)


@contextmanager
def named(file: Path | str) -> Iterator[None]:
    """Name the file in the OSError of what is done with it, as when the disk is full."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(file)) from error


def _begin(descriptor: int, patience: float) -> bytes:
    """Return what is in a pipe, empty where its writer has nothing yet, or never had anything and cannot be awaited."""
    until = time.monotonic() + patience
    while True:
        try:
            first = os.read(descriptor, _CHUNK)
        except BlockingIOError:  # somebody has it open and will write
            return b""
        if first or not patience:
            return first
        if time.monotonic() > until:
            raise OSError(errno.ENXIO, "nobody writes to this pipe")
        time.sleep(_PAUSE)


class _Begun(RawIOBase):
    """A pipe from which something was read already."""

    def __init__(self, descriptor: int, first: bytes) -> None:
        self._descriptor, self._first = descriptor, first

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = len(buffer)
        if self._first:
            data, self._first = self._first[:size], self._first[size:]
        else:
            data = os.read(self._descriptor, size)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            os.close(self._descriptor)
        super().close()
