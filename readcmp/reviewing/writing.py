"""The text of a file of pins with further answers in it; what stands in the file already, comments too, stays."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import yaml
from msgspec import Struct
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

ASKED = "asked: unsure"
"""Says of a file that only matches which the program was unsure of were asked about."""

HEAD = f"""# Passages that are the same, or kept apart, by hand: for 'readcmp diff --pins' and 'readcmp eval'.
{ASKED}
"""
"""What a new file begins with."""


class Answer(Struct, frozen=True):
    """That two passages are the ``same``, or not, each by its side's id and words quoted from it."""

    same: bool
    ends: tuple[tuple[str, str], tuple[str, str]]


def with_answers(text: str, answers: Sequence[Answer]) -> str:
    """Return the text of a file of pins, empty for a new one, with the answers added where their like stand."""
    text = text or HEAD
    for section, same in (("same", True), ("apart", False)):
        entries = [answer for answer in answers if answer.same is same]
        if entries:
            text = _added(text, section, entries)
    return text


def _added(text: str, section: str, answers: Sequence[Answer]) -> str:
    """Return the text with answers at the end of a section, which is added where it is not there."""
    root = yaml.compose(text, yaml.SafeLoader)
    known = {key.value: value for key, value in root.value} if isinstance(root, MappingNode) else {}
    node = known.get(section)
    block = isinstance(root, MappingNode) and not root.flow_style
    if block and isinstance(node, SequenceNode) and not node.flow_style:
        lines = text.splitlines(keepends=True)
        at = _last_line(node) + 1
        if at == len(lines) and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        return "".join([*lines[:at], _entries(answers, node.start_mark.column), *lines[at:]])
    if (block or root is None) and node is None:
        ended = text if not text or text.endswith("\n") else f"{text}\n"
        return f"{ended}{section}:\n{_entries(answers, 2)}"
    return _written_anew(known, section, answers)


def _written_anew(known: Mapping[str, Node], section: str, answers: Sequence[Answer]) -> str:
    """Return a file of the same pins, line by line, where they stand in braces or brackets."""
    found = HEAD if "asked" in known else HEAD.replace(f"{ASKED}\n", "")
    for name, same in (("same", True), ("apart", False)):
        node = known.get(name)
        old = [_answer(entry, same) for entry in node.value] if isinstance(node, SequenceNode) else []
        entries = [*old, *(answers if name == section else ())]
        if entries:
            found += f"{name}:\n{_entries(entries, 2)}"
    return found


def _answer(entry: MappingNode, same: bool) -> Answer:
    (a, first), (b, second) = ((key.value, value.value) for key, value in entry.value)
    return Answer(same, ((a, first), (b, second)))


def _entries(answers: Sequence[Answer], column: int) -> str:
    """Return a line for each end of each answer, the first after a dash."""
    space = " " * column
    return "".join(
        f"{space}- {_key(a)}: {_quoted(first)}\n{space}  {_key(b)}: {_quoted(second)}\n"
        for (a, first), (b, second) in (answer.ends for answer in answers)
    )


def _key(side: str) -> str:
    """Return a side's id as a key that every reader of YAML takes for text: ``no`` is Norway."""
    plain = isinstance(yaml.safe_load(side), str)
    return side if plain else json.dumps(side)


def _quoted(words: str) -> str:
    return json.dumps("".join(c if c.isprintable() else " " for c in words), ensure_ascii=False)


def _last_line(node: Node) -> int:
    """Return the line on which the last word of a node stands; the node itself ends where the next one begins."""
    while isinstance(node, (SequenceNode, MappingNode)) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    assert isinstance(node, Node)
    return int(node.end_mark.line) - (isinstance(node, ScalarNode) and node.end_mark.column == 0)
