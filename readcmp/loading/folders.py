"""What the arguments of a comparison stand for: a file for itself, a folder for the readouts in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from readcmp.errors import InputError

READABLE = (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".eml", ".pdf", ".docx", ".odt")
"""The endings of a folder's files that may be readouts; notes and results that lie beside them have others."""

APART = ("readme", "license", "licence", "changelog")
"""Names, before the ending, of files that are about a folder and no readouts."""

MOST = 12
"""A folder of more files is an archive, and not the accounts of one call."""


def expand(sources: Sequence[str]) -> tuple[str, ...]:
    """Return the files to compare, with the files of each folder in its place, in the order of their names.

    Raises InputError for a folder that holds no readout or too many.
    """
    return tuple(_expanded(sources))


def _expanded(sources: Sequence[str]) -> Iterator[str]:
    for source in sources:
        if source == "-" or not is_folder(source):
            yield source
        else:
            yield from readouts_in(source)


def readouts_in(folder: str) -> list[str]:
    """Return the paths of the readouts in a folder, by name; InputError where it holds none or too many."""
    try:
        found = sorted(path for path in Path(folder).iterdir() if _is_readout(path))
    except OSError as error:
        hint = "check its permissions"
        raise InputError(f"cannot be read ({error.strerror})", where=folder, hint=hint) from error
    if not found:
        hint = f"give a folder with a file for each side, with names that end in {READABLE[0]}, {READABLE[3]} ..."
        raise InputError("is a folder without readouts", where=folder, hint=hint)
    if len(found) > MOST:
        what = f"is a folder of {len(found)} files, more than the {MOST} that can be accounts of one call"
        raise InputError(what, where=folder, hint="give the files of one call, or a folder that holds no others")
    return [str(path) for path in found]


def _is_readout(path: Path) -> bool:
    plain = not path.name.startswith((".", "~"))
    return plain and path.suffix.lower() in READABLE and path.stem.lower() not in APART and path.is_file()


def is_folder(source: str | Path) -> bool:
    """Return whether there is a folder at a path, be it one that no file system takes."""
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):  # no name that a folder can have; reading says so
        return False
