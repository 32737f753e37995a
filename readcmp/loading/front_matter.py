"""YAML front matter: what a file says of its own readout, between ``---`` lines above the text.

    ---
    side: us
    date: 2020-07-23
    title: Readout of the call
    ---

Every value is read as text (``side: no`` is Norway, not false), so that no tag can build an object and a
``date`` cannot fail in YAML's own reading; aliases are never written out, so that none can grow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from readcmp.errors import InputError
from readcmp.patterns import compiled

LIMIT = 10_000
"""Characters of front matter. Real ones have a few hundred."""

_FENCE = compiled(r"-{3}[ \t]*\n")
_END = compiled(r"^(?:-{3}|\.{3})[ \t]*$", re.MULTILINE)
_KEY = compiled(r"[A-Za-z_]+:(?:\s|$)")
_QUOTE_IT = "put the value in quotation marks"
_LINE = compiled(r"[ \t]*+(?P<key>\w++)[ \t]*+:[ \t]++(?P<value>.*)")
_CUT = compiled(r"(?:#|[^'\"|>#\s].*?[ \t]#)\S")
_NOTHING = ("", "~", "null", "Null", "NULL")


class Matter(Struct, frozen=True):
    """What a readout's front matter says; None for what it does not. ``date`` is ISO 8601 (``2020-07-23``).

    ``published`` is a moment in UTC, from the key of that name, else from a ``date`` with a time and a zone.

    ``notes`` tell the reader of values that YAML reads otherwise than they look.
    """

    side: str | None = None
    label: str | None = None
    date: str | None = None
    title: str | None = None
    language: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    notes: tuple[str, ...] = ()


KEYS = tuple(name for name in Matter.__struct_fields__ if name not in ("published", "notes"))


def split_matter(text: str, where: str) -> tuple[Matter, str]:
    """Part the front matter from the text below it; an empty ``Matter`` where there is none.

    Keys may be written with capitals. Other keys than ``KEYS`` are passed over, so that files may carry what other
    programs need. Raises InputError (with file and line) for front matter that does not end, is not YAML, is not a
    mapping, or has a value that is not text or not a date.
    """
    fence = _FENCE.match(text)
    if fence is None:
        return Matter(), text
    end = _END.search(text, fence.end())
    if end is None:
        if not _KEY.match(text, fence.end()):
            return Matter(), text  # a rule above a text
        raise InputError("the front matter does not end", where=f"{where}:1", hint="close it with a line of ---")
    block = text[fence.end() : end.start()]
    if len(block) > LIMIT:
        raise InputError(
            f"the front matter is longer than {LIMIT:,} characters", where=f"{where}:1", hint="keep to a few keys"
        )
    parsed = _parse(block, where)
    values = {key.strip().lower() if isinstance(key, str) else key: value for key, value in parsed.items()}
    values.update(parsed)  # where a key stands twice, the one in lower case counts
    found: dict[str, str | None] = {}
    for key in KEYS:
        value = values.get(key)
        at = f"{where}:{_line_of(key, block)}"
        if value is not None and not isinstance(value, str):
            raise InputError(f"{key} in the front matter is not text", where=at, hint="give one value")
        found[key] = None if value is None or value.strip() in _NOTHING else " ".join(value.split())
    published, zoneless = _published(values.get("published"), found["date"] or "")
    if found["date"] is not None:
        found["date"] = _iso(found["date"], f"{where}:{_line_of('date', block)}")
    return Matter(**found, published=published, notes=(*_cut_values(block), *zoneless)), text[end.end() + 1 :]


def _published(told: object, date: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the moment of publication, from ``published`` or a date with a time, and a note where it lacks a zone.

    Other programs have other values under ``published``, which say nothing here.
    """
    told = told if isinstance(told, str) and ":" in told else ""
    if not told and ":" not in date:
        return None, ()
    from readcmp.loading.moments import find_moment, lacks_zone

    note = f"published in the front matter has no time zone and is set aside (write {told}+00:00 for UTC)"
    return find_moment(told) or find_moment(date), (note,) if lacks_zone(told) else ()


def _cut_values(block: str) -> Iterator[str]:
    """Yield a note on each value that ends at a ``#``, where YAML begins a comment."""
    for line in block.split("\n"):
        match = _LINE.match(line)
        if match and match.group("key").lower() in KEYS and _CUT.match(match.group("value")):
            yield f"{match.group('key')} in the front matter ends before its #: {_QUOTE_IT} to keep the rest"


def _plain(block: str) -> dict[str, str] | None:
    """Return what lines of ``key: value`` say in which YAML has no say; None for any others.

    A value may go on, behind ``>-``, on lines that are set in by two spaces.

    Most front matter has no others, and to import PyYAML takes longer than all else that loading does.
    """
    found: dict[str, str] = {}
    key, folded = "", False
    for line in block.removesuffix("\n").split("\n"):
        if folded and line[:2] == "  " and line[2:3].isalnum() and line.isprintable() and line[-1] != " ":
            found[key] = f"{found[key]} {line[2:]}".lstrip()
            continue
        if folded and not found[key]:
            return None
        key, _, value = line.partition(": ")
        if folded := value == ">-" and key.isascii() and key.isidentifier():
            found[key] = ""
            continue
        value = value.strip(" ")
        if not (key.isascii() and key.isidentifier() and value[:1].isalnum() and value.isprintable()):
            return None
        if ": " in value or " #" in value or value.endswith(":"):
            return None
        found[key] = value
    return None if folded and not found[key] else found


def _parse(block: str, where: str) -> dict[Any, Any]:
    if (plain := _plain(block)) is not None:
        return plain
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    hint = "see 'readcmp help input' for what it may say"
    try:
        values = yaml.load(block, Loader=loader)  # a BaseLoader knows text, lists and mappings alone
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "nested too deep"
        line = (mark.line if mark else 0) + 2
        source = block.split("\n")[mark.line] if mark and mark.line <= block.count("\n") else ""
        said = _LINE.match(source)
        if said and said.group("value")[:1] not in ("", "[", "{"):
            hint = f"{_QUOTE_IT}: {said.group('key')}: '...'"
        raise InputError(f"the front matter is not YAML ({problem})", where=f"{where}:{line}", hint=hint) from error
    if values is None or values == "":
        return {}
    if not isinstance(values, dict):
        raise InputError("the front matter is not made of 'key: value' lines", where=f"{where}:2", hint=hint)
    return values


def _iso(value: str, where: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(re.split(r"[T ]", value, maxsplit=1)[0]).isoformat()
    except ValueError as error:
        raise InputError(f"{value!r} is not a date", where=where, hint="write it as 2020-07-23") from error


def _line_of(key: str, block: str) -> int:
    match = re.search(rf"^[ \t]*['\"]?{key}['\"]?[ \t]*:", block, re.MULTILINE | re.IGNORECASE)
    return 2 if match is None else block.count("\n", 0, match.start()) + 2
