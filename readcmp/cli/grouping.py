"""Commands whose help shows their options in groups, and a program that takes two files for ``diff``.

click itself lists options in one row. The libraries that group them take longer to import than all else of the help.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

GROUPS = {
    "Input": ("sides", "languages", "language", "as_article", "lexicon", "pins", "extra"),
    "Output": (
        "asked", "form", "table", "by", "as_json", "output", "opened", "title", "color", "width", "full", "no_pager",
        "findings", "verbose",
    ),
    "Matching": (
        "engine", "threshold", "model", "calibration", "timeout", "strictness", "explain", "show_prompt", "no_cache",
    ),
    "Work": ("jobs", "executor", "scheduler"),
    "Checks": ("watch", "exit_code"),
}  # fmt: skip
"""The options of the commands, by what they are for and by the names of their parameters."""

OTHER = "Other options"
"""The group of all that stands in none: ``--help`` above all."""

_GROUP_OF = {name: group for group, names in GROUPS.items() for name in names}


class Command(click.Command):
    """A command that lists its options by group, and knows ``--version`` as the program does."""

    def get_params(self, context: click.Context) -> list[click.Parameter]:
        """Return the parameters, ``--version`` among them."""
        from readcmp.cli.version import version_option

        return [*super().get_params(context), version_option()]

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under the name of each group; where there is one group alone, as click does."""
        groups: dict[str, list[tuple[str, str]]] = {name: [] for name in (*GROUPS, OTHER)}
        for parameter in self.get_params(context):
            record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
            if record is not None:
                groups[_GROUP_OF.get(parameter.name or "", OTHER)].append(record)
        used = {name: records for name, records in groups.items() if records}
        for name, records in used.items():
            with formatter.section(name if len(used) > 1 else "Options"):
                formatter.write_dl(records)


class Group(click.Group):
    """A command of commands, each with its options in groups."""

    command_class = Command

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of the commands in the order in which they were added, the commonest first."""
        return [*self.commands]


class Program(Group):
    """The commands, each imported when used; what begins with a file, a folder or an option of ``diff`` is ``diff``."""

    def __init__(self, *, modules: Mapping[str, str], **settings: Any) -> None:  # noqa: ANN401 - as click has them
        """Take the module of each command by its name, in the order in which the help lists them."""
        super().__init__(**settings)
        self.modules = modules

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of the commands, the commonest first."""
        return [*self.modules]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command of a name, or None where there is none."""
        if name not in self.modules:
            return None
        module = self.modules[name]
        found: click.Command = getattr(import_module(module), module.rpartition(".")[2])
        return found

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments of the program itself, with ``diff`` set before them where no command is named."""
        if args and args[0] not in self.modules and not self._is_own(context, args[0]) and _means_files(args[0]):
            args = ["diff", *args]
        return super().parse_args(context, args)

    def shell_complete(self, context: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands that a word may become, and the mark by which the shell completes names of files."""
        from readcmp.cli.candidates import complete_files

        commands = super().shell_complete(context, incomplete)
        return commands if incomplete.startswith("-") else [*complete_files(incomplete), *commands]

    def _is_own(self, context: click.Context, word: str) -> bool:
        """Return whether a word is an option of the program itself."""
        return any(word in parameter.opts for parameter in self.get_params(context))

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; UsageError, with the nearest there is, for one that there is not."""
        if args[0] not in self.modules and not context.resilient_parsing:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(context), n=1)
            hint = f"did you mean 'readcmp {near[0]}'?" if near else "'readcmp --help' lists the commands"
            from readcmp.errors import UsageError

            raise UsageError(f"no command and no file is called {args[0]!r}", hint=hint)
        return super().resolve_command(context, args)


def _means_files(word: str) -> bool:
    """Return whether a first word is meant for ``diff``: standard input, an option, or what looks like a file."""
    if word.startswith("-") or any(sign in word for sign in "./\\"):
        return True
    try:
        return Path(word).exists()
    except (OSError, ValueError):
        return False


def command(**settings: Any) -> Callable[[Callable[..., Any]], Command]:  # noqa: ANN401 - as click has them
    """Make a command of a function, as ``click.command`` does, with its options in groups."""
    return click.command(cls=Command, **settings)
