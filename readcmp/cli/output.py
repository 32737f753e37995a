"""Where results go: stdout or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def deliver(text: str, target: Path | None) -> None:
    """Write ``text`` as UTF-8 to ``target``, or to stdout if there is none.

    A file is written beside its place and moved there when complete, so that an old one stays until then.
    Raises OSError where that fails.
    """
    if target is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
        sys.stdout.buffer.flush()
        return
    if target.exists() and not target.is_file():  # a device or a pipe cannot be replaced
        target.write_bytes(text.encode("utf-8", errors="replace"))
        return
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8", errors="replace"))
        mask = os.umask(0)
        os.umask(mask)
        partial.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask)
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def wants_color(choice: str) -> bool:
    """Say whether to colour: ``always``/``never``, else NO_COLOR, FORCE_COLOR, then whether stdout is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width_of(choice: int | None) -> int:
    """Give the width to draw in: the one asked for, else the terminal's (COLUMNS first), else 100 columns."""
    if choice is not None:
        return choice
    import shutil

    return max(40, shutil.get_terminal_size((100, 24)).columns)
