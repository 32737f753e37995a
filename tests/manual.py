"""The manual pages in ``readcmp/guide/man/``, made of the help of the commands: ``tests/readme.py`` writes them anew.

One page is of the program, one of each command; an install puts them where ``man`` looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from readcmp.cli.commands import cli
from readcmp.cli.grouping import GROUPS, OTHER
from readcmp.version import VERSION

FOLDER = Path(__file__).parent.parent / "readcmp" / "guide" / "man"

STATUS = (
    ("0", "Done."),
    ("1", "The accounts differ; only with --exit-code."),
    ("2", "Something is wrong; one line on stderr says what, where, and what to do."),
    ("130", "Stopped by Ctrl-C."),
)
ENVIRONMENT = (
    ("READCMP_CONFIG", "The configuration file; where it is set and empty, there is none."),
    ("READCMP_CACHE", "The folder in which sentence vectors and models' answers are kept."),
    ("NO_COLOR, FORCE_COLOR", "No colour; colour also where stdout is no terminal."),
    ("COLUMNS", "The width to draw in."),
    ("BROWSER", "The program that --open starts."),
)


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    return {f"{'-'.join(path)}.1": page(path, command) for path, command in commands(cli, ("readcmp",))}


def commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """A command and all below it, each with its path."""
    yield path, command
    if isinstance(command, click.Group):
        for name, one in below(command):
            yield from commands(one, (*path, name))


def below(group: click.Group) -> list[tuple[str, click.Command]]:
    """The commands of a group with their names, by name."""
    context = click.Context(group)
    return [(name, group.get_command(context, name)) for name in sorted(group.list_commands(context))]


def page(path: tuple[str, ...], command: click.Command) -> str:
    """A page in the macros that every ``man`` knows."""
    context = click.Context(command, info_name=" ".join(path), **cli.context_settings)
    name = "-".join(path)
    lines = [
        f'.TH "{name.upper()}" 1 "" "readcmp {VERSION}" "readcmp"',
        ".SH NAME",
        f"{roff(name)} \\- {roff(summary(command))}",
        ".SH SYNOPSIS",
        f".B {roff(' '.join(path))}",
        roff(" ".join(command.collect_usage_pieces(context))),
        ".SH DESCRIPTION",
        *description(command),
    ]
    groups: dict[str, list[tuple[str, str]]] = {}
    known = {name: group for group, names in GROUPS.items() for name in names}
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record:
            groups.setdefault(known.get(parameter.name or "", OTHER), []).append(record)
    for group in (*GROUPS, OTHER):
        if group in groups:
            lines += [f".SH {(group if len(groups) > 1 else 'Options').upper()}", *entries(groups[group])]
    if isinstance(command, click.Group):
        found = [(" ".join((*path, name)), summary(one)) for name, one in below(command)]
        lines += [".SH COMMANDS", *entries(found)]
    if len(path) == 1:
        lines += [".SH EXIT STATUS", *entries(STATUS), ".SH ENVIRONMENT", *entries(ENVIRONMENT)]
    near = {path, path[:-1]} - {()}
    others = {one for one, _ in commands(cli, ("readcmp",)) if one[:-1] in near or one == path[:-1]} - {path}
    see = ", ".join(rf"\fB{roff('-'.join(one))}\fR(1)" for one in sorted(others))
    lines += [".SH SEE ALSO", f"{see}. \\fBreadcmp help\\fR shows the guide."]
    return "\n".join(lines) + "\n"


def summary(command: click.Command) -> str:
    """The first sentence of a command's help, without its full stop."""
    return (command.help or "").partition("\n\n")[0].replace("\n", " ").strip().rstrip(".")


def description(command: click.Command) -> list[str]:
    """The help of a command, a paragraph each; what click leaves as it is stays so."""
    lines: list[str] = []
    for paragraph in cleandoc(command.help or "").split("\n\n"):
        if paragraph.startswith("\b"):
            kept = paragraph.removeprefix("\b").strip("\n").split("\n")
            lines += [".PP", ".nf", *map(roff, kept), ".fi"]
        else:
            lines += [".PP", roff(" ".join(paragraph.split()))]
    return lines


def entries(found: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> list[str]:
    """A list of terms with what they mean."""
    return [line for term, text in found for line in (".TP", rf"\fB{roff(term)}\fR", roff(text))]


def roff(text: str) -> str:
    """A text that acts on nothing: no escape, no request at the beginning of a line, no hyphen made of a minus."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


def write() -> None:
    """Write every page anew and take away those that no command has."""
    FOLDER.mkdir(exist_ok=True)
    made = pages()
    for old in FOLDER.glob("*.1"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
