"""Manifests: files that say which files are the accounts of one contact.

- JSON Lines: ``{"event": "2020-07-23", "files": ["us.txt", {"file": "k.txt", "side": "ru", "language": "en"}]}``;
  a file may also come with its ``text``,
- YAML: a list of the same, or one under ``events``,
- CSV: the columns ``event`` and ``file``, and ``side`` and ``language`` if wanted; a line a file,
- a list: an event a line, its folder or its files with tabs between; or JSON Lines.

Files are found from where the manifest lies.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from readcmp.archive.rows import MARK, Line, line_not_utf8, lines_of, rows_of
from readcmp.errors import InputError
from readcmp.files import open_bytes, open_text

ENDINGS = (".jsonl", ".ndjson", ".csv", ".yaml", ".yml")
"""What the name of a manifest ends in."""

YAML_LIMIT = 16 * 1024 * 1024
"""Bytes. YAML is read as a whole, and takes much memory."""

Entry = tuple[str, Any]
"""Where an entry stands, for the reader, and what it holds: a Path for a folder, a text for why it cannot be read."""


def read_manifest(path: Path) -> Iterator[Entry]:
    """Return the entries of a manifest as they are read; InputError for one that cannot be read on."""
    where, kind = str(path), path.suffix.lower()
    try:
        if kind in (".jsonl", ".ndjson"):
            with open_bytes(path) as stream:
                yield from read_list(stream, where)
        else:
            with open_text(path, encoding="utf-8-sig", newline="") as text:
                yield from _of_table(text, where) if kind == ".csv" else _of_yaml(text, where)
    except UnicodeDecodeError:
        raise line_not_utf8(path) from None
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=where, hint="check the path") from None


def read_list(stream: BinaryIO, where: str) -> Iterator[Entry]:
    """Return the entries of a list or of JSON Lines."""
    for line in lines_of(stream, where):
        yield f"{where}, line {line.number}", _of_line(line)


def _of_line(line: Line) -> Any:  # noqa: ANN401 - whatever stands in a file
    text = line.text.strip()
    if text.startswith("{") and line.error is None:
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            return "is no JSON object; write one event a line"
    if text.startswith("{") or not text:
        return line.error
    if "\t" in text:  # names of files need not be UTF-8
        files = [part.strip() for part in text.split("\t") if part.strip()]
        return {"event": Path(files[0]).parent.name or f"line-{line.number}", "files": files}
    return Path(text)


def _of_table(stream: TextIO, where: str) -> Iterator[Entry]:
    rows = rows_of(stream, where, frozenset({"event", "file"}), "event,file,side,language")
    for name, group in groupby(rows, key=lambda row: row[1]["event"]):
        lines, files = zip(*group, strict=True)
        kept = [{k: row[k] for k in ("file", "side", "language") if row.get(k)} for row in files]
        yield f"{where}, line {lines[0]}", {"event": name, "files": kept}


def _of_yaml(stream: TextIO, where: str) -> Iterator[Entry]:
    import yaml

    text = stream.read(YAML_LIMIT + 1).replace(f"\n{MARK}", "\n")
    if len(text) > YAML_LIMIT:
        raise InputError(f"is longer than {YAML_LIMIT:,} characters", where=where, hint="write JSON Lines instead")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text)  # all is text: no is Norway, 2024-02-31 is a name
    try:
        node = loader.get_single_node()
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == "events"), None)
        if not isinstance(node, yaml.SequenceNode):
            hint = "write '- event: NAME' and its 'files' for each"
            raise InputError("has no list of events", where=where, hint=hint)
        for child in node.value:
            yield (
                f"{where}, line {child.start_mark.line + 1}",
                _without_nulls(loader.construct_object(child, deep=True)),
            )
    except (yaml.YAMLError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        place = where if line is None else f"{where}, line {line + 1}"
        raise InputError("is no YAML", where=place, hint="write a list of events, each with its files") from None
    finally:
        loader.dispose()


def _without_nulls(entry: Any) -> Any:  # noqa: ANN401 - whatever stands in a file
    """Return an entry of YAML, the values of its files that are empty or null left out."""
    if not isinstance(entry, Mapping) or not isinstance(entry.get("files"), list):
        return entry
    files = [
        {key: value for key, value in file.items() if value not in ("", "~", "null")}
        if isinstance(file, Mapping)
        else file
        for file in entry["files"]
    ]
    return {**entry, "files": files}
