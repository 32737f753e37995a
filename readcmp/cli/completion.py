"""``readcmp completion``: what makes a shell complete commands, options, files and topics."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from readcmp.cli.grouping import command

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

SHELLS = ("bash", "zsh", "fish")


@command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print a script for completion in a shell.

    With it, the Tab key completes commands, options, files and topics.

    \b
    bash:  readcmp completion bash > ~/.local/share/bash-completion/completions/readcmp
    zsh:   readcmp completion zsh > "${fpath[1]}/_readcmp"
    fish:  readcmp completion fish > ~/.config/fish/completions/readcmp.fish
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None, shell
    click.echo(made(context.find_root().command, {}, "readcmp", "_READCMP_COMPLETE").source())


def complete_files(*of: object) -> list[CompletionItem]:
    """Return the mark by which the shell completes the name of a file; the word begun is the last argument."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(of[-1], type="file")]


def complete_topics(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the topics, and the user's own lists of them, that the last of several words between commas may be."""
    from click.shell_completion import CompletionItem

    from readcmp.cli.config import read_config
    from readcmp.errors import ReadcmpError
    from readcmp.lexicon import load_lexicon

    before, comma, word = incomplete.rpartition(",")
    known = {topic: entry.label for topic, entry in load_lexicon().topics.items()}
    with suppress(ReadcmpError):  # a completion has no place for an error
        known |= {f"@{name}": ", ".join(topics) for name, topics in read_config().lists.items()}
    return [
        CompletionItem(f"{before}{comma}{topic}", help=label)
        for topic, label in known.items()
        if topic.startswith(word)
    ]
