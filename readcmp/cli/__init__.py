"""The command line: the only layer that touches stdin, stdout, the environment and exit codes.

This door imports next to nothing by itself, so that the user can stop the program from its first moment to its last.
"""

from __future__ import annotations

from readcmp.cli.exit_status import STOPPED


def main() -> None:
    """Run the command line and exit: 0 done, 1 different (with ``--exit-code``), 2 trouble in one line, 130 stopped."""
    import gc
    import os

    gc.disable()  # one short run makes next to no cycles; looking for them took a tenth of the time of long texts
    try:
        _leave_on_interrupt()  # an import that is broken off would tell of it at length
        from readcmp.cli.commands import run

        _raise_on_interrupt()
        status = run()
        _ignore_interrupts()
        gc.freeze()  # nor are any looked for at the end
    except KeyboardInterrupt:
        os._exit(STOPPED)  # at once: nothing is left to be written, and a second Ctrl-C may come
    raise SystemExit(status)


def _leave_on_interrupt() -> None:
    import os
    import signal
    from contextlib import suppress

    with suppress(ValueError):  # not in the main thread, where signals come
        signal.signal(signal.SIGINT, lambda *_: os._exit(STOPPED))


def _raise_on_interrupt() -> None:
    import signal
    from contextlib import suppress

    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _ignore_interrupts() -> None:
    """Let nobody stop what is done, as the interpreter would tell of it at length while it ends."""
    import signal
    from contextlib import suppress

    with suppress(ValueError):  # not in the main thread, where signals come
        signal.signal(signal.SIGINT, signal.SIG_IGN)
