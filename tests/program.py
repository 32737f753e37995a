"""The program in a process of its own, as a user starts it, but forked from this one, where all is loaded already.

To start Python and to load the lexicon takes longer than to compare two readouts. What depends on how the interpreter
starts (its encoding, closed streams) needs ``python -m readcmp`` itself.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from functools import cache

OUTSIDE = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM")
"""Variables that change what is printed, and are taken from nobody."""

OF_TERMINALS = (
    "PAGER", "READCMP_PAGER", "LESS", "LINES", "VTE_VERSION", "TERM_PROGRAM", "FORCE_HYPERLINK", "WT_SESSION",
    "KONSOLE_VERSION", "DOMTERM",
)  # fmt: skip
"""Variables that besides change what is shown on a terminal."""

COMPARING = ("diff", "brief", "eval")


def readcmp(*args, stdin=None, env=None, cwd=None, timeout=60.0):
    """Run the command line without what in this process's environment changes output; texts in, texts out.

    The engine is ``fuzzy`` where none is named: to load vectors takes ten times as long as all else.
    """
    if args and args[0] in COMPARING and "--engine" not in args:
        args = (args[0], "--engine", "fuzzy", *args[1:])
    done = run(args, stdin=(stdin or "").encode(), env=env, cwd=cwd, timeout=timeout)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def run(args, *, stdin=b"", env=None, cwd=None, timeout=60.0):
    """Run the command line with the bytes of ``stdin``; raises TimeoutExpired where it has not ended in time."""
    given = [str(one) for one in args]
    clean = {name: value for name, value in os.environ.items() if name not in OUTSIDE} | (env or {})
    starts = any(name.startswith(("PYTHON", "LC_", "LANG")) for name in env or {})
    if starts or not hasattr(os, "fork"):
        command = [sys.executable, "-m", "readcmp", *given]
        return subprocess.run(
            command, input=stdin, env=clean, cwd=cwd, capture_output=True, timeout=timeout, check=False
        )
    _warm()
    out, errors = os.pipe(), os.pipe()
    with tempfile.TemporaryFile() as read:
        read.write(stdin)
        read.seek(0)
        with warnings.catch_warnings():  # of the threads that libraries keep, none holds a lock that the child needs
            warnings.simplefilter("ignore", DeprecationWarning)
            process = os.fork()
        if process == 0:
            _become(given, clean, cwd, (read.fileno(), out[1], errors[1]))
    for _, end in (out, errors):
        os.close(end)
    return _collect(process, given, (out[0], errors[0]), timeout)


def on_a_terminal(*args, rows=24, columns=100, env=None):
    """Run the command line on a terminal of its own; return the exit status and all that is shown on it."""
    import fcntl
    import pty
    import struct
    import termios

    _warm()
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    clean = {name: value for name, value in os.environ.items() if name not in (*OUTSIDE, *OF_TERMINALS)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process == 0:
        os.close(parent)
        _become([str(one) for one in args], clean | {"TERM": "xterm-256color"} | (env or {}), None, (child,) * 3)
    os.close(child)
    shown = b""
    with contextlib.suppress(OSError):  # the end of a terminal is an error on Linux
        while piece := os.read(parent, 1 << 16):
            shown += piece
    os.close(parent)
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status), shown.decode().replace("\r\n", "\n")


@cache
def _warm():
    """Load what a comparison by words needs, once."""
    from readcmp import compare, load_text

    texts = ("The leaders discussed trade.", "Лидеры обсудили торговлю.", "双方讨论了贸易。")
    comparison = compare([load_text(text, side=side) for side, text in zip("abc", texts, strict=True)], engine="fuzzy")
    for form in ("terminal", "json", "html", "md"):
        comparison.render(form)


def _become(args, env, cwd, streams):
    """Be the program: never returns."""
    status = 1
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - the process ends with it
        sys.stdout, sys.stderr = (open(n, "w", encoding="utf-8", closefd=False) for n in (1, 2))  # noqa: SIM115
        os.environ.clear()
        os.environ.update(env)
        if cwd is not None:
            os.chdir(cwd)
        sys.argv = ["readcmp", *args]
        from readcmp.cli import main

        try:
            main()
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
        sys.stdout.flush()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _collect(process, args, ends, timeout):
    """Read what the child writes until it has ended; kill it where it has not in time."""
    written, late = dict.fromkeys(ends, b""), time.monotonic() + timeout
    with selectors.DefaultSelector() as selector:
        for end in ends:
            selector.register(end, selectors.EVENT_READ)
        while selector.get_map() and (left := late - time.monotonic()) > 0:
            for key, _ in selector.select(left):
                data = os.read(key.fd, 1 << 16)
                written[key.fd] += data
                if not data:
                    selector.unregister(key.fd)
                    os.close(key.fd)
        open_still = list(selector.get_map())
    if open_still:
        os.kill(process, signal.SIGKILL)
        for end in open_still:
            os.close(end)
    _, status = os.waitpid(process, 0)
    if open_still:
        raise subprocess.TimeoutExpired(args, timeout)
    return subprocess.CompletedProcess(args, os.waitstatus_to_exitcode(status), *written.values())
