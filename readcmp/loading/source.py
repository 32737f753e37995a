"""Where bytes come from: a path or a stream, with a limit on their number and one line for all that can fail."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import BinaryIO

from readcmp.errors import InputError, UsageError
from readcmp.files import open_bytes
from readcmp.loading.documents import recognise

LIMIT = 120_000
"""Bytes. Long transcripts of press conferences stay below. Every point is set against every other, so that time and
memory grow with the square of a file's size: two of 94 kB took 20 s and 1.1 GB."""

DOCUMENT_LIMIT = 30_000_000
"""Bytes of a document, most of which are pictures and fonts; its text may not be larger than ``LIMIT``."""

MANY = 2000
"""So many names of a folder are looked at for one like a file's that is not there."""

_ADDRESS = re.compile(r"(?:https?|ftp):/", re.IGNORECASE)


def name_of(source: str | Path | BinaryIO) -> str:
    """Return where bytes come from, for the reader: the path as given, ``<stdin>`` or what a stream calls itself."""
    if isinstance(source, (str, Path)):
        try:
            return os.fsencode(source).decode("utf-8", errors="replace")
        except UnicodeEncodeError:  # half a character, which no file name has
            return os.fspath(source).encode("utf-8", errors="backslashreplace").decode("utf-8")
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else "<stream>"


def read_bytes(source: str | Path | BinaryIO) -> bytes:
    """Read a whole file or stream, which stays open.

    Raises InputError where there is none, where it cannot be read, and where it is larger than ``LIMIT`` bytes, or a
    document larger than ``DOCUMENT_LIMIT``; no more than one byte above the limit is read, so that an endless device
    does no harm.
    """
    where = name_of(source)
    try:
        if isinstance(source, (str, Path)):
            path = Path(source)
            if not os.fspath(source):
                raise InputError("a file name is empty", hint="give the path of a readout")
            if path.is_dir():
                raise InputError("is a directory", where=where, hint="give the readout's own file")
            with open_bytes(path) as stream:
                data = _whole(stream)
        else:
            data = _whole(_readable(source))
    except FileNotFoundError as error:
        if _ADDRESS.match(where):
            what, hint = "readcmp does not download", "save the page (HTML or text) and give its file"
            raise InputError(what, where=where, hint=hint) from error
        raise InputError("no such file", where=where, hint=_near(where)) from error
    except PermissionError as error:
        raise InputError("may not be read", where=where, hint="check its permissions") from error
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it, a closed stream
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"cannot be read ({reason})", where=where, hint="check the path") from error
    if not isinstance(data, bytes):
        raise InputError("gives text and not bytes", where=where, hint="open it in binary mode, or use load_text")
    refuse_long(data, where)
    if not data:
        raise InputError("is empty", where=where, hint="give a file with the readout's text")
    return data


def refuse_long(data: bytes, where: str) -> None:
    """Raise InputError for more bytes than a readout may have, or a document."""
    limit = DOCUMENT_LIMIT if recognise(data) else LIMIT
    if len(data) > limit:
        raise InputError(
            f"is larger than {limit:,} bytes, the limit", where=where, hint="cut it down to the readout itself"
        )


def _readable(source: BinaryIO) -> BinaryIO:
    """Return a stream; UsageError for what is none."""
    if not callable(getattr(source, "read", None)):
        raise UsageError(f"a {type(source).__name__} is no readout", hint="give a path or a binary stream")
    return source


def _whole(stream: BinaryIO) -> bytes:
    """Read no more than may be from a stream: more of a document than of a text."""
    data = stream.read(LIMIT + 1)
    if isinstance(data, bytes) and len(data) > LIMIT and recognise(data):
        data += stream.read(DOCUMENT_LIMIT + 1 - len(data))
    return data


def _near(name: str) -> str:
    """Return which file of that folder is called nearly so, else what to check."""
    from difflib import get_close_matches
    from itertools import islice

    path = Path(name)
    try:
        known = [one.name for one in islice(path.parent.iterdir(), MANY) if not one.name.startswith(".")]
    except OSError:
        return "check the path"
    near = get_close_matches(path.name, known, n=1, cutoff=0.85)
    return f"did you mean '{path.with_name(near[0])}'?" if near else "check the path"
