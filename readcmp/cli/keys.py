"""Single keys from the terminal, as they are pressed.

On POSIX the terminal is set up once for a whole dialogue, since click does so anew for each key and loses what is typed
in between; elsewhere click reads the keys.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

END = "\x04"
"""The key that stands for the end of input (Ctrl-D)."""


@contextmanager
def reading_keys() -> Iterator[Callable[[], str]]:
    """Set the terminal up and give what waits for a key and returns it; a sequence (an arrow) is one key.

    Ctrl-C raises KeyboardInterrupt. The terminal is left as it was.
    """
    try:
        import termios
        import tty
    except ImportError:  # Windows
        yield click.getchar
        return
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        yield _reader(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _reader(terminal: int) -> Callable[[], str]:
    typed: list[str] = []

    def read() -> str:
        while not typed:
            data = os.read(terminal, 64)
            if not data:
                return END
            text = data.decode("utf-8", errors="ignore")
            typed.extend([text] if text.startswith("\x1b") else text)
        return typed.pop(0)

    return read
