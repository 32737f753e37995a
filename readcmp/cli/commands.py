"""All commands, and what becomes of the trouble that one meets: a line on stderr and an exit status.

Commands are thin: they parse, call one function and write what comes back. Each stands in the module of its name, which
is imported when the command is used and itself imports nothing but click, so that ``--help`` is nearly as fast.
"""

from __future__ import annotations

import sys

import click

from readcmp.cli.exit_status import DONE, TROUBLE
from readcmp.cli.grouping import Program
from readcmp.cli.streams import silence, stand_in, tell
from readcmp.cli.version import version_option

COMMANDS = {
    name: f"readcmp.cli.{name}"
    for name in ("diff", "show", "brief", "split", "review", "batch", "pair", "trend", "topics", "lexicon")
} | {
    "eval": "readcmp.cli.evaluate",
    "schema": "readcmp.cli.schema",
    "completion": "readcmp.cli.completion",
    "help": "readcmp.cli.guide",
}
"""The module of each command, which holds it under the module's own name; the commonest first."""


@click.group(
    cls=Program, modules=COMMANDS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
def cli() -> None:
    """Compare governments' readouts of the same call or meeting.

    Shows what both accounts report, what only one reports, and how each words it.

    \b
    readcmp us.txt ru.txt      compares two files; so does "readcmp diff us.txt ru.txt"
    readcmp help               lists the pages of the guide
    """  # noqa: D301 - \b is click's mark for lines that stay as they are


cli.params.append(version_option())


def run() -> int:
    """Run the command that the arguments name; return the exit status."""
    from readcmp.errors import ReadcmpError

    stand_in()
    try:
        status = cli.main(prog_name="readcmp", standalone_mode=False)
        sys.stdout.flush()
    except click.Abort as error:
        raise KeyboardInterrupt from error
    except click.exceptions.NoArgsIsHelpError as error:
        tell(error.format_message())
        return TROUBLE
    except click.ClickException as error:
        hint = ""
        if isinstance(error, click.UsageError):
            hint = f" (see '{error.ctx.command_path if error.ctx else 'readcmp'} --help')"
        _complain(error.format_message() + hint)
        return TROUBLE
    except ReadcmpError as error:
        _complain(str(error))
        return TROUBLE
    except (BrokenPipeError, SystemExit):  # the reader has had enough ("| head"); click exits by itself for that alone
        silence("stdout")
        return DONE
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        _complain(f"{name}{(error.strerror or 'cannot be read or written').lower()}; check the path and the disk")
        silence("stdout")
        return TROUBLE
    return status if isinstance(status, int) else DONE


def _complain(line: str) -> None:
    """Write one line on stderr, without control characters."""
    from readcmp.errors import ReadcmpError

    tell(f"readcmp: error: {ReadcmpError(' '.join(line.split()))}")
