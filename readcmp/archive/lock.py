"""A lock that keeps two batches from writing into one file at once."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from readcmp.errors import UsageError


class Lock:
    """A file beside the target that one process at a time holds; the system frees it when that process ends."""

    def __init__(self, target: Path) -> None:
        """Take the lock; raises UsageError where another process has it, OSError where no file can be made."""
        self._file = target.with_name(f"{target.name}.lock")
        while True:
            self._descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o666)
            if not _taken(self._descriptor):
                os.close(self._descriptor)
                raise UsageError(
                    "another batch is writing into it", where=str(target), hint="wait for it, or name another file"
                )
            if self._is_there():
                return
            os.close(self._descriptor)

    def free(self) -> None:
        """Let the lock go and remove its file."""
        if sys.platform == "win32":
            os.close(self._descriptor)
            return
        self._file.unlink(missing_ok=True)
        os.close(self._descriptor)

    def _is_there(self) -> bool:
        """Return whether the file is still the one that was opened, and not removed by who held it before."""
        try:
            return os.path.samestat(self._file.stat(), os.fstat(self._descriptor))
        except FileNotFoundError:
            return False


def _taken(descriptor: int) -> bool:
    """Take the lock of a file unless another process has it; a process that is forked does not inherit it."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:  # a file system without locks
        return True
    return True
