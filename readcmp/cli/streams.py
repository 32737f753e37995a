"""The standard streams: stand-ins for those that are closed, and silence for those that cannot be written to.

Without a stand-in Python has no such stream, and the next file that is opened gets its number.
"""

from __future__ import annotations

import os
import sys

_STREAMS = (("stdin", os.O_RDONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w"))
"""Name, what the stand-in may do, what Python takes it to do. Nothing can be written to that of stdout, so that a
result which gets nowhere is an error; what is told on stderr goes nowhere, as was wished."""


def stand_in() -> None:
    """Open the null device for each standard stream that is closed."""
    for number, (name, flags, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, flags)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", errors="backslashreplace", closefd=False))


def tell(text: str) -> None:
    """Write a line on stderr; where nothing can be written there the exit status alone tells."""
    import click

    try:
        click.echo(text, err=True)
        sys.stderr.flush()
    except (OSError, ValueError):  # ValueError: it was closed
        silence("stderr")


def silence(name: str) -> None:
    """Send a stream nowhere, so that the interpreter does not complain when it flushes it at its end."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, getattr(sys, name).fileno())
    os.close(null)
