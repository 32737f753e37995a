"""A news article on the command line: read, taken apart, its accounts written or compared."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from readcmp.errors import InputError, UsageError

if TYPE_CHECKING:
    from readcmp.model import Readout
    from readcmp.splitting import Split

NO_ACCOUNT = "tells no government's account: no sentence names one as its source"


def accounts_of(
    file: str, *, sides: Sequence[str] = (), language: str | None = None, stdin: BinaryIO | None = None
) -> Split:
    """Return an article taken apart. Raises InputError where no sentence tells a government's account."""
    from readcmp.loading import load
    from readcmp.splitting import split

    article = load(file, language=language, stdin=stdin)
    found = split(article, sides)
    if not found.readouts and sides:
        what = f"tells no account of {' or '.join(sides)}"
        raise InputError(what, where=article.source, hint="leave out --side to see whose it tells")
    if not found.readouts:
        raise InputError(NO_ACCOUNT, where=article.source, hint="give an article that says who reported what")
    return found


def write_accounts(found: Split, folder: Path) -> None:
    """Write a file for each account into a folder, and say which on stderr; none that is there already is replaced."""
    from readcmp.cli.output import deliver
    from readcmp.cli.streams import tell
    from readcmp.rendering.safe import safe
    from readcmp.rendering.splitting import file_of

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise UsageError("is a file and no folder", where=str(folder), hint="give --output a folder") from None
    targets = {readout: folder / f"{readout.side}.txt" for readout in found.readouts}
    for target in targets.values():
        if os.path.lexists(target):
            raise UsageError("is there already", where=str(target), hint="give --output another folder")
    for readout, target in targets.items():
        deliver(file_of(readout), target)
        tell(safe(f"readcmp: wrote {target} ({readout.label})"))


def readouts_of_article(
    files: Sequence[str], *, asked: bool, sides: Sequence[str], languages: Sequence[str], stdin: BinaryIO
) -> tuple[Readout, ...] | None:
    """Return the accounts of the one article that ``diff`` is given; None where it is given no article.

    Raises UsageError where it looks like one and ``--split`` was not given, or was given with several files, and
    InputError where it was and there are not two accounts in it.
    """
    if len(files) != 1:
        if asked:
            raise UsageError(f"--split goes with one article and not {len(files)} files", hint="leave it out")
        return None
    from readcmp.loading import load
    from readcmp.splitting import split
    from readcmp.splitting.reporting import languages as known
    from readcmp.text import short

    article = load(files[0], language=next(iter(languages), None), stdin=stdin)
    if not asked and short(article.language) not in known():
        return None
    found = split(article, sides)
    labels = " and ".join(found.sides.values())
    if asked and len(found.readouts) < 2:
        raise InputError(
            f"tells the account of {labels} alone" if labels else NO_ACCOUNT,
            where=article.source,
            hint="a comparison needs two; see 'readcmp split'",
        )
    if asked:
        return found.readouts
    if len(found.readouts) > 1:
        raise UsageError(
            f"looks like a news article with the accounts of {labels}",
            where=article.source,
            hint="add --split to compare them, or give a file for each side",
        )
    return None
