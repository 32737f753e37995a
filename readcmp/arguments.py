"""What callers from outside may give, checked once: whatever is wrong with it is told as a ``UsageError``."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from readcmp.errors import UsageError
from readcmp.model import Readout

Place = str | os.PathLike[str] | None
"""A file as a caller names it."""


def readouts_of(value: Any) -> tuple[Readout, ...]:  # noqa: ANN401 - whatever a caller gives
    """Return the readouts that a caller gives in a list, a tuple or anything else that can be gone through."""
    hint = "give a list of what readcmp.load returns"
    if not isinstance(value, Iterable):
        raise UsageError(f"readouts are expected, not {_named(value)}", hint=hint)
    found = tuple(value)
    for one in found:
        if not isinstance(one, Readout):
            raise UsageError(f"a readout is expected, not {_named(one)}", hint=hint)
    return found


def path_of(value: Any, name: str) -> Path | None:  # noqa: ANN401 - whatever a caller gives
    """Return the path that a caller gives as a text or as a path; None for None."""
    if value is None:
        return None
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    if not isinstance(value, str):
        raise UsageError(f"{name} is the path of a file, not {_named(value)}", hint="give it as a str or a Path")
    return Path(value)


def one_of(value: Any, name: str, known: Collection[str]) -> str:  # noqa: ANN401 - whatever a caller gives
    """Return a word that a caller gives where it is one of those that there are."""
    if not isinstance(value, str) or value not in known:
        raise UsageError(f"{name} cannot be {_shown(value)}", hint=f"there are {', '.join(map(repr, known))}")
    return value


def text_of(value: Any, name: str) -> str:  # noqa: ANN401 - whatever a caller gives
    """Return a text that a caller gives."""
    if not isinstance(value, str):
        raise UsageError(f"{name} is a text, not {_named(value)}", hint="give it as a str")
    return value


def texts_of(value: Any, name: str) -> tuple[str, ...]:  # noqa: ANN401 - whatever a caller gives
    """Return texts that a caller gives, or one as a text of its own; none for None."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, Iterable):
        raise UsageError(f"{name} is a list of texts, not {_named(value)}", hint="give a list of str")
    return tuple(text_of(one, f"each of {name}") for one in value)


def number_of(value: Any, name: str, least: int, most: int | None = None) -> int:  # noqa: ANN401 - as above
    """Return a whole number that a caller gives, within bounds."""
    bounds = f"{least} or more" if most is None else f"{least} to {most}"
    if not isinstance(value, int) or isinstance(value, bool) or value < least or (most is not None and value > most):
        raise UsageError(f"{name} cannot be {_shown(value)}", hint=f"give a whole number, {bounds}")
    return value


def _named(value: object) -> str:
    return f"a {type(value).__name__}" if value is not None else "None"


def _shown(value: object) -> str:
    shown = repr(value) if isinstance(value, (str, int, float)) else _named(value)
    return shown if len(shown) <= 60 else f"{shown[:60]}…"
