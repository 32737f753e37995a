"""``readcmp help``: the pages of the guide."""

from __future__ import annotations

import click

from readcmp.cli.grouping import command


@command(name="help")
@click.argument("page", required=False, metavar="[PAGE]")
@click.pass_context
def guide(context: click.Context, page: str | None) -> None:
    """List the pages of the guide, or show PAGE.

    PAGE is also the name of a command, whose options are then shown.
    """
    from readcmp.guide import NAMES, summary_of, text_of

    if page is None:
        width = max(map(len, NAMES))
        lines = [f"{name:{width}}  {summary_of(name)}" for name in NAMES]
        click.echo("\n".join(["readcmp help PAGE shows one of these pages:", "", *lines]))
    elif page in NAMES:
        _show(text_of(page))
    else:
        _show_command(context, page)


def _show(text: str) -> None:
    """Print a page: laid out in a terminal, as plain Markdown elsewhere."""
    import sys

    from readcmp.cli.output import deliver, wants_color, width_of

    color = wants_color("auto", None)
    if color or sys.stdout.isatty():
        from readcmp.rendering.terminal.guide import render_guide

        text = render_guide(text, width=width_of(None), color=color)
    deliver(text, None, paged=True)


def _show_command(context: click.Context, name: str) -> None:
    """Print the options of a command; raise UsageError for a name that is none."""
    from readcmp.errors import UsageError

    root = context.find_root()
    group = root.command if isinstance(root.command, click.Group) else click.Group()
    command = group.get_command(root, name)
    if command is None:
        from difflib import get_close_matches

        from readcmp.guide import NAMES

        near = get_close_matches(name, (*NAMES, *group.list_commands(root)), n=1)
        hint = f"did you mean 'readcmp help {near[0]}'?" if near else "'readcmp help' lists them"
        raise UsageError(f"no page of the guide is called {name!r}", hint=hint)
    with click.Context(command, info_name=name, parent=root) as own:
        click.echo(command.get_help(own))
