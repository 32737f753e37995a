"""The package's data files, and what is worked out of them, kept ready from one run to the next.

To parse YAML and to sort terms takes longer than a comparison does. So the result is kept as Python keeps bytecode:
in the same ``__pycache__`` folder; where that cannot be written, everything is made anew in each run. A result
counts only for the interpreter and the files of the package (names, sizes, times) that it was made with, so nobody
has to throw it away; what is damaged or cannot be kept is made anew.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

T = TypeVar("T")

ROOT = Path(__file__).parent

FOLDERS = [Path(__spec__.cached).parent] if __spec__ and __spec__.cached else []
"""Where results are kept, the first choice first."""

LENGTH = 24
"""Bytes of the head of a kept result."""

SUFFIX = f".{sys.implementation.cache_tag}.data"


def parsed(path: Path, *, texts: bool = False) -> Any:  # noqa: ANN401 - what a YAML file holds is known only when checked
    """Return what a YAML file of the package holds; with ``texts`` each value as text, be it ``no`` or ``1.0``."""
    return kept_of(path, lambda: parse(path.read_bytes(), texts=texts))


def kept_of(path: Path, make: Callable[[], T]) -> T:
    """Return what ``make`` makes of a file, as ``kept`` does; of one that is no part of the package anew each time."""
    return kept(".".join(path.relative_to(ROOT).parts), make) if path.is_relative_to(ROOT) else make()


def parse(data: bytes, *, texts: bool = False) -> Any:  # noqa: ANN401 - as above
    """Parse YAML with libyaml where PyYAML was built with it, which is some ten times faster."""
    import yaml

    name = "BaseLoader" if texts else "SafeLoader"
    return yaml.load(data, getattr(yaml, f"C{name}", getattr(yaml, name)))


def kept(name: str, make: Callable[[], T]) -> T:
    """Return what ``make`` returns, from an earlier run where that can be; the name must say what it depends on.

    It is made of plain values (text, numbers, lists, tuples, mappings, sets of them) and depends on nothing besides
    the name and the files of the package.
    """
    for folder in FOLDERS:
        with suppress(OSError, ValueError, EOFError, TypeError):
            content = (folder / f"{name}{SUFFIX}").read_bytes()
            head, body = content[:LENGTH], content[LENGTH:]
            if head == _head(body):
                found: T = marshal.loads(body)
                return found
    made: Any = make()
    keep(name, made)
    return cast("T", made)


def keep(name: str, value: Any) -> None:  # noqa: ANN401 - whatever is plain
    """Write a result whole or not at all, into the first folder that takes it."""
    if sys.dont_write_bytecode:
        return
    try:
        body = marshal.dumps(value)
    except ValueError:  # it is not plain
        return
    for folder in FOLDERS:
        new = folder / f"{name}{SUFFIX}.{os.getpid()}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            new.write_bytes(_head(body) + body)
            new.replace(folder / f"{name}{SUFFIX}")
        except OSError:
            with suppress(OSError):
                new.unlink()
            continue
        return


def _head(body: bytes) -> bytes:
    """Return what a kept result begins with: what it was made with, and a sum that damage would change."""
    return b"%08x%s" % (zlib.crc32(body), state())


@cache
def state() -> bytes:
    """Return what tells this package and interpreter from what they were before a change."""
    files, folders = [sys.version], [str(ROOT)]
    for folder in folders:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders += [entry.path] if entry.name != "__pycache__" else []
                else:
                    stat = entry.stat()
                    files.append(f"{entry.path} {stat.st_size} {stat.st_mtime_ns}")
    told = "\n".join(sorted(files)).encode("utf-8", "surrogateescape")
    return b"%08x%08x" % (zlib.crc32(told), zlib.adler32(told))
