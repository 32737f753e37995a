"""Regular expressions, compiled once for all runs.

To compile one takes up to some milliseconds, to run it on a readout next to none, and there are hundreds. What the
compiler of ``re`` makes of a pattern is a row of numbers; it is kept with the package's data (see ``readcmp.data``),
which counts only for the very interpreter that made it. An interpreter that is built otherwise compiles as ever.
"""

from __future__ import annotations

import atexit
import re
from functools import cache
from typing import Any, Final

from readcmp.data import keep, kept

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]
except ImportError:
    KEEP = False
else:
    KEEP = True
"""Whether what is compiled is kept: not where this is no CPython as it is today."""

NAME = "patterns"

_WORD: Final = "I"
"""The type of the numbers: 32 bits without a sign."""

Row = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as ``re.compile`` does; for patterns that stand in the package, not those made of a text."""
    if not KEEP:
        return re.compile(pattern, flags)
    rows, key = _rows(), f"{int(flags)} {pattern}"
    if key not in rows:
        made = _made(pattern, int(flags))
        if made is None:
            return re.compile(pattern, flags)
        if not _fresh:
            atexit.register(_keep)
        _fresh[key] = rows[key] = made
    marks, code, groups, names, places = rows[key]
    numbers = memoryview(code).cast(_WORD).tolist()
    found: re.Pattern[str] = _sre.compile(pattern, marks, numbers, groups, names, places)
    return found


_fresh: dict[str, Row] = {}


@cache
def _rows() -> dict[str, Row]:
    return kept(NAME, dict)


def _made(pattern: str, flags: int) -> Row | None:
    """Compile a pattern, as ``re`` does it; None where its inner parts are not what they were."""
    from array import array

    try:
        tree = _parser.parse(pattern, flags)
        code = _compiler._code(tree, flags)
        names, groups = tree.state.groupdict, tree.state.groups
        marks = flags | tree.state.flags
    except (AttributeError, TypeError):
        return None
    places: list[str | None] = [None] * groups
    for name, place in names.items():
        places[place] = name
    return marks, array(_WORD, code).tobytes(), groups - 1, dict(names), tuple(places)


def _keep() -> None:
    rows: dict[str, Any] = {**_rows(), **_fresh}
    keep(NAME, rows)
