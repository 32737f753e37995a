"""The user's configuration: a small TOML file of defaults, so that what is always typed need not be.

    engine = "fuzzy"
    lexicon = "own.yaml"           # beside this file
    watch = ["@iran", "trade"]

    [watch-lists]
    iran = ["iran", "sanctions", "arms-control"]

What stands on the command line goes before it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import click

from readcmp.errors import InputError, UsageError
from readcmp.files import open_bytes

VARIABLE = "READCMP_CONFIG"
"""Names another file; where it is set and empty, there is none."""

CHOICES = {"engine": ("auto", "fuzzy", "semantic", "llm"), "color": ("auto", "always", "never")}
NUMBERS = {"findings": (0, 1_000_000), "width": (40, 400)}
LISTS = "watch-lists"
KEYS = (*CHOICES, *NUMBERS, "lexicon", "watch", LISTS)
"""All that the file may say."""

LARGEST = 100_000
"""A larger file, in bytes, is no configuration."""

_META = "readcmp.config"


class Config(NamedTuple):
    """What a file says: ``options`` by the parameters of the commands, ``lists`` of topics by name."""

    file: Path | None = None
    options: Mapping[str, Any] = MappingProxyType({})
    lists: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def config_file() -> Path | None:
    """Return the place of the file: what ``READCMP_CONFIG`` names, else ``config.toml`` where the system keeps such.

    None where the variable is empty, and where the user has no home.
    """
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    place = Path(click.get_app_dir("readcmp", roaming=False))
    return place / "config.toml" if place.is_absolute() else None


def read_config() -> Config:
    """Return what the user's file says; nothing where there is none.

    Raises InputError, in one line with the file, for what cannot be read, is not TOML, or says something unknown; also
    where ``READCMP_CONFIG`` names a file that is not there.
    """
    file = config_file()
    if file is None:
        return Config()
    try:
        with open_bytes(file) as stream:
            content = stream.read(LARGEST + 1)
    except FileNotFoundError:
        if VARIABLE in os.environ:
            raise InputError("no such file", where=str(file), hint=f"{VARIABLE} names it as configuration") from None
        return Config()
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read ({reason})", where=str(file), hint=_LEAVE) from None
    if len(content) > LARGEST:
        raise InputError("is too large for a configuration", where=str(file), hint=_LEAVE)
    return _checked(_parsed(content, file), file)


_LEAVE = "mend it, or leave it out with --no-config"


def _parsed(content: bytes, file: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # tomllib's own errors and those of decoding are ValueErrors
        what = str(error) or "it cannot be parsed"
        raise InputError(f"is not TOML in UTF-8 ({what})", where=str(file), hint=_LEAVE) from None


def _checked(data: Mapping[str, Any], file: Path) -> Config:
    """Return the data as options; InputError for a key or a value that no option has."""
    for key in data:
        if key not in KEYS:
            from difflib import get_close_matches

            near = get_close_matches(key, KEYS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(KEYS)}"
            raise InputError(f"unknown key {key!r}", where=str(file), hint=hint)
    options: dict[str, Any] = {}
    for key, known in CHOICES.items():
        if key in data:
            _require(data[key] in known, key, f"one of {', '.join(known)}", file)
            options[key] = data[key]
    for key, (least, most) in NUMBERS.items():
        if key in data:
            number = data[key]
            whole = isinstance(number, int) and not isinstance(number, bool) and least <= number <= most
            bounds = f"{least} or more" if key == "findings" else f"{least} to {most}"
            _require(whole, key, f"a whole number, {bounds}", file)
            options[key] = number
    if "lexicon" in data:
        _require(isinstance(data["lexicon"], str) and data["lexicon"], "lexicon", "the path of a file", file)
        options["lexicon"] = str(file.parent / os.path.expanduser(data["lexicon"]))  # noqa: PTH111 - raises nothing
    if "watch" in data:
        options["watch"] = list(_topics(data["watch"], "watch", file))
    lists = data.get(LISTS, {})
    _require(isinstance(lists, dict), LISTS, "a table, with a list of topics by each name", file)
    return Config(file, options, {name: _topics(value, f"{LISTS}.{name}", file) for name, value in lists.items()})


def _topics(value: Any, key: str, file: Path) -> tuple[str, ...]:  # noqa: ANN401 - whatever the file says
    found = [value] if isinstance(value, str) else value
    good = isinstance(found, list) and found and all(isinstance(one, str) and one.strip() for one in found)
    _require(good, key, "a list of topics", file)
    return tuple(found)


def _require(good: object, key: str, what: str, file: Path) -> None:
    if not good:
        raise InputError(f"{key!r} is not {what}", where=str(file), hint=_LEAVE)


def config_option(command: Any) -> Any:  # noqa: ANN401 - a function or a command, as click has it
    """Add ``--no-config`` to a command, and what the configuration says as defaults of its other options."""
    return click.option(
        "--no-config",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_use_config,
        help="Leave the configuration file aside.",
    )(command)


def _use_config(context: click.Context, _: click.Parameter, without: bool) -> None:
    """Set the defaults of a command; before all other options, and not while a shell completes a word."""
    if context.resilient_parsing:
        return
    config = Config() if without else read_config()
    context.meta[_META] = config
    known = {parameter.name: parameter.type for parameter in context.command.params}
    context.default_map = {name: value for name, value in config.options.items() if _takes(known.get(name), value)}


def _takes(kind: click.ParamType[Any] | None, value: object) -> bool:
    """Return whether an option of a command can have a value: not every command has every engine."""
    return kind is not None and (not isinstance(kind, click.Choice) or value in kind.choices)


def expand_watch(context: click.Context, _: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the topics to watch, with the topics of a list in place of its name (``@iran``).

    Raises UsageError for a list that the configuration does not have.
    """
    if context.resilient_parsing:
        return words
    config: Config = context.meta[_META] if _META in context.meta else read_config()
    found: list[str] = []
    for word in (part.strip() for text in words for part in text.split(",")):
        if not word.startswith("@"):
            found.append(word)
        elif word[1:] in config.lists:
            found += config.lists[word[1:]]
        else:
            raise _no_such_list(word[1:], config)
    return tuple(found)


def _no_such_list(name: str, config: Config) -> UsageError:
    what = f"no watch list is called {name!r}"
    if config.lists:
        return UsageError(what, hint=f"{config.file} has {', '.join(config.lists)}")
    place = config.file or config_file() or "a file that READCMP_CONFIG names"
    return UsageError(what, hint=f"write it below [{LISTS}] in {place}: {name} = ['sanctions', 'cyber']")
