"""``readcmp completion``: what makes a shell complete commands, options, files and topics."""

from __future__ import annotations

import click

from readcmp.cli.grouping import command

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
