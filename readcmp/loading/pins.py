"""Reading the pins of an analyst: a small YAML file that says which points are the same, and which are not.

    same:
      - us: three-way arms race
        ru: strategic stability and arms control
    apart:
      - us: reopening of economies
        ru: trade and economic ties

Each entry quotes a point of two sides, or a part of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from readcmp.errors import InputError
from readcmp.files import open_bytes
from readcmp.model import Pin

LARGEST = 1_000_000
"""A larger file, in bytes, is no file of pins."""

SECTIONS = ("same", "apart")

ASKED = "asked"
"""A key that says which pairs somebody was asked about: ``unsure`` where 'readcmp review' asked about those alone."""

_HINT = "write 'same:' or 'apart:' and below it entries such as '- us: words of one point' with 'ru: words of another'"


def read_pins(path: Path) -> tuple[Pin, ...]:
    """Return the pins of a file in their order, each with its file and line.

    Raises InputError, with the line, for a file that cannot be read or says something else.
    """
    root = _root(path)
    if root is None:
        raise InputError("is empty", where=str(path), hint=_HINT)
    return tuple(_pins(root, str(path)))


def asked_about(path: Path) -> str:
    """Return which pairs somebody was asked about, if the file says so, else nothing; raises as ``read_pins`` does."""
    root = _root(path)
    found = dict(_items(root, "the file", str(path))) if root is not None else {}
    return str(found[ASKED].value) if ASKED in found else ""


def _root(path: Path) -> Node | None:
    """Parse a file of pins; InputError where it cannot be read or is no YAML."""
    try:
        with open_bytes(path) as stream:
            content = stream.read(LARGEST + 1)  # no more, so that an endless device does no harm
    except FileNotFoundError:
        raise InputError("no such file", where=str(path), hint="give a YAML file of pins") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read ({reason})", where=str(path), hint="give a YAML file of pins") from None
    if len(content) > LARGEST:
        raise InputError("is too large for a file of pins", where=str(path), hint=_HINT)
    try:
        root = yaml.compose(content.decode("utf-8"), yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be parsed"
        where = f"{path}:{mark.line + 1 if mark else 1}"
        raise InputError(f"is not YAML in UTF-8 ({problem})", where=where, hint=_HINT) from None
    return root


def _pins(root: Node, file: str) -> Iterator[Pin]:
    for section, entries in _items(root, "the file", file):
        if section == ASKED:
            continue
        if section not in SECTIONS:
            raise InputError(f"has an unknown key {section!r}", where=_place(file, entries), hint=_HINT)
        if not isinstance(entries, SequenceNode):
            raise InputError(f"{section!r} is not a list", where=_place(file, entries), hint=_HINT)
        for entry in entries.value:
            ends = [(side, _words(node, file)) for side, node in _items(entry, f"an entry of {section!r}", file)]
            if len({side for side, _ in ends}) != 2 or len(ends) != 2:
                raise InputError(
                    f"an entry of {section!r} quotes {len(ends)} points and not one of each of two sides",
                    where=_place(file, entry),
                    hint=_HINT,
                )
            yield Pin(section == "same", (ends[0], ends[1]), _place(file, entry))


def _items(node: Node, what: str, file: str) -> Iterator[tuple[str, Node]]:
    if not isinstance(node, MappingNode):
        raise InputError(f"{what} is not made of 'key: value' lines", where=_place(file, node), hint=_HINT)
    for key, value in node.value:
        yield _words(key, file), value


def _words(node: Node, file: str) -> str:
    words = " ".join(str(node.value).split()) if isinstance(node, ScalarNode) else ""
    if not words:
        raise InputError("words are missing", where=_place(file, node), hint=_HINT)
    return words


def _place(file: str, node: Node) -> str:
    return f"{file}:{node.start_mark.line + 1}"
