"""The command line: the only layer that touches stdin, stdout, the environment and exit codes.

Commands are thin: they parse, call one function and write what comes back. Their modules import nothing but
click, so that ``readcmp --help`` is as fast as click itself.
"""

from __future__ import annotations

import sys

import click

from readcmp.cli.brief import brief
from readcmp.cli.diff import diff
from readcmp.cli.evaluate import evaluate
from readcmp.cli.lexicon import lexicon
from readcmp.cli.schema import schema
from readcmp.cli.streams import stand_in
from readcmp.version import VERSION

TROUBLE = 2
"""Exit status where something is wrong, as ``diff`` has it: 0 done, 1 different (if asked for), 2 trouble."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, "-V", "--version", prog_name="readcmp", message="%(prog)s %(version)s")
def cli() -> None:
    """Set the readouts of one diplomatic contact side by side.

    Two governments talk once and publish two accounts. readcmp shows what both tell, what only one of them
    tells, and how each puts it.
    """


for command in (diff, brief, evaluate, lexicon, schema):
    cli.add_command(command)


def main() -> None:
    """Run the command line and exit: 0 done, 1 different (with ``--exit-code``), 2 trouble in one line."""
    import gc

    from readcmp.errors import ReadcmpError

    stand_in()
    gc.disable()  # one short run makes next to no cycles; looking for them took a tenth of the time of long texts
    try:
        status = cli.main(prog_name="readcmp", standalone_mode=False)
        sys.stdout.flush()
    except click.Abort:
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        _explain(error.format_message())
        sys.exit(TROUBLE)
    except click.ClickException as error:
        hint = " (see 'readcmp --help')" if isinstance(error, click.UsageError) else ""
        _complain(error.format_message() + hint)
        sys.exit(TROUBLE)
    except ReadcmpError as error:
        _complain(str(error))
        sys.exit(TROUBLE)
    except (BrokenPipeError, SystemExit):  # the reader has had enough ("| head"); click exits by itself for that alone
        _silence_stdout()
        sys.exit(0)
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        _complain(f"{name}{(error.strerror or 'cannot be read or written').lower()}; check the path and the disk")
        _silence_stdout()
        sys.exit(TROUBLE)
    sys.exit(status if isinstance(status, int) else 0)


def _complain(line: str) -> None:
    """Write one line on stderr, without control characters."""
    from readcmp.errors import ReadcmpError

    click.echo(f"readcmp: error: {ReadcmpError(' '.join(line.split()))}", err=True)


def _explain(text: str) -> None:
    click.echo(text, err=True)


def _silence_stdout() -> None:
    """Keep the interpreter from complaining again when it flushes a closed stdout."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
