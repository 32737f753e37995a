"""A pager for output that is longer than the terminal, with the habits of git.

The program is READCMP_PAGER, else PAGER, else ``less``; ``cat`` or nothing means none. ``less`` gets LESS=FRX unless
the reader has set LESS: it leaves at once where all fits, keeps colours, and leaves the text on the screen.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

_LINK = re.compile(r"\x1b\]8;;[^\x1b]*\x1b\\")
"""What begins and ends a link (OSC 8), which not every pager passes on."""

_NOT_STARTED = (126, 127)
"""The statuses of a shell that could not start the program."""


def page(text: str) -> bool:
    """Show ``text`` in a pager if it is longer than the terminal; return whether that was done."""
    command = _command()
    if not command or not sys.stdout.isatty() or not sys.stdin.isatty() or not _is_longer(text):
        return False
    return _show(command, _LINK.sub("", text))


def _command() -> str:
    """Return the pager's command line, empty for none."""
    for name in ("READCMP_PAGER", "PAGER"):
        if name in os.environ:
            asked = os.environ[name].strip()
            return "" if asked == "cat" else asked
    return "" if os.environ.get("TERM", "dumb") == "dumb" else shutil.which("less") or ""


def _is_longer(text: str) -> bool:
    """Return whether a text has more lines than the terminal; one line is the prompt's."""
    return text.count("\n") >= shutil.get_terminal_size((80, 24)).lines


def _show(command: str, text: str) -> bool:
    """Run the pager on a text; return whether it could be started. One that is left early is no error."""
    sys.stdout.flush()
    run = [command] if Path(command).is_file() else command
    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    try:
        process = subprocess.Popen(run, stdin=subprocess.PIPE, env=environment, shell=isinstance(run, str))
    except OSError:
        return False
    assert process.stdin is not None
    try:
        process.stdin.write(text.encode("utf-8", errors="replace"))
        process.stdin.close()
    except (BrokenPipeError, OSError):
        pass
    while True:
        try:
            return process.wait() not in _NOT_STARTED
        except KeyboardInterrupt:  # the pager's own affair
            continue
