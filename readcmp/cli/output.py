"""Where results go and in what form: stdout, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from codecs import BOM_UTF8
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from readcmp.errors import UsageError
from readcmp.files import named
from readcmp.vocabulary import Format

if TYPE_CHECKING:
    from readcmp.model import Comparison

ENDINGS = {ending: form for form in Format for ending in form.endings}
"""What a file holds by the ending of its name."""


def form_of(target: Path | None, *, asked: str | None, as_json: bool) -> Format:
    """Return the format to write: the one asked for, else what the ending of the file's name says, else the terminal's.

    A name without an ending, a device and a pipe say nothing. Raises UsageError where two formats are asked for,
    for an ending that says none, and for a place in no folder.
    """
    if as_json and asked not in (None, Format.JSON):
        raise UsageError(f"--json and --format {asked} do not go together", hint="give one of them")
    if target is not None and target.is_dir():
        raise UsageError("is a directory", where=str(target), hint="give --output the name of a file")
    if target is not None and not target.parent.is_dir():
        raise UsageError("no such folder to write into", where=str(target), hint="make it first")
    if asked or as_json:
        return Format(asked or Format.JSON)
    ending = "" if target is None else target.suffix.lower()
    if ending in ENDINGS:
        return ENDINGS[ending]
    if target is not None and ending and not _is_device(target):
        hint = f"end the name in {', '.join(ENDINGS)} or say --format"
        raise UsageError(f"no format has the ending {target.suffix}", where=str(target), hint=hint)
    return Format.TERMINAL


def refuse_to_replace(target: Path | None, sources: Iterable[str | Path | None]) -> None:
    """Raise UsageError where the result would take the place of a file that it is made of, or of a protected one."""
    if target is None:
        return
    hint = "give --output another name"
    if target.is_symlink():
        try:
            target.resolve(strict=False).stat()
        except FileNotFoundError:
            return  # the link shows where the file shall be
        except (OSError, RuntimeError):
            raise UsageError("is a link that leads nowhere", where=str(target), hint=hint) from None
    if not target.is_file():
        return
    if not os.access(target, os.W_OK):
        raise UsageError("is protected against writing", where=str(target), hint=hint)
    for source in sources:
        try:
            same = source is not None and os.path.samestat(target.stat(), _stat(source))
        except (OSError, ValueError):  # reading says what is wrong with it
            continue
        if same:
            raise UsageError("the result would take the place of what is read", where=str(target), hint=hint)


def _stat(source: str | Path) -> os.stat_result:
    """Return what the system knows of a source; ``-`` is what was opened as standard input."""
    return os.fstat(sys.stdin.fileno()) if source == "-" else os.stat(source)  # noqa: PTH116 - a source may be text


def tell_notes(comparison: Comparison) -> None:
    """Write the remarks on a comparison and on its readouts to stderr, a line each."""
    from readcmp.cli.streams import tell
    from readcmp.rendering.safe import safe

    for note in comparison.notes:
        tell(safe(f"readcmp: note: {note}"))
    for side in comparison.sides:
        for note in side.readout.notes:
            tell(safe(f"readcmp: note: {side.readout.source}: {note}"))


def tell_usage(*comparisons: Comparison) -> None:
    """Write to stderr what was used of a language model for all of these comparisons, where one was asked."""
    from readcmp.cli.streams import tell
    from readcmp.rendering.safe import safe

    used: dict[str, int] = {}
    for comparison in comparisons:
        for name, count in (comparison.usage or {}).items():
            if count is not None:
                used[name] = used.get(name, 0) + count
    if not used:
        return
    counts = ", ".join(f"{words}: {used[name]:,}" for name, words in _USED.items() if name in used)
    tell(safe(f"readcmp: note: what was asked of the model {comparisons[0].model}: {counts}"))


_USED = {
    "requests": "requests", "cached": "answers kept from before", "input_tokens": "tokens read",
    "output_tokens": "tokens written",
}  # fmt: skip
"""What is counted of a model's use, in words."""


def deliver(text: str, target: Path | None, *, form: str = Format.TERMINAL, paged: bool = False) -> None:
    """Write ``text`` as UTF-8 to ``target``, or to stdout if there is none, ``paged`` if that is long.

    A file is written beside its place and moved there when complete, so that an old one stays until then. One of CSV
    begins with a byte order mark, without which Excel takes it for an older encoding; what goes to stdout is for
    programs and has none. Raises OSError where that fails.
    """
    data = text.encode("utf-8", errors="replace")
    with named(target or "standard output"):
        if target is None and paged and sys.stdout.isatty():
            from readcmp.cli.pager import page

            if page(text):
                return
        if target is None:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        elif _is_device(target):
            target.write_bytes(data)
        else:
            mark = BOM_UTF8 if form == Format.CSV else b""
            replace_file(Path(os.path.realpath(target)), mark + data)  # a link stays one
    if target is not None and sys.stderr.isatty():
        _tell_written(target)


def _tell_written(target: Path) -> None:
    """Tell on stderr what was written, for the reader at a terminal, who sees nothing else of it."""
    from readcmp.cli.streams import tell
    from readcmp.rendering.safe import safe

    tell(safe(f"Wrote {target}"))


def replace_file(target: Path, data: bytes) -> None:
    """Write a file beside its place and move it there, with the permissions of the one that it replaces."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".readcmp-")
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        mask = os.umask(0)
        os.umask(mask)
        partial.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask)
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _is_device(target: Path) -> bool:
    """Return whether a place is a device or a pipe, which cannot be replaced."""
    return target.exists() and not target.is_file()


def wants_color(choice: str, target: Path | None) -> bool:
    """Return whether to use colour: as asked, else not in a file, else by NO_COLOR, FORCE_COLOR, the terminal."""
    if choice != "auto":
        return choice == "always"
    if target is not None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def wants_links(target: Path | None) -> bool:
    """Return whether the terminal shows links (OSC 8): FORCE_HYPERLINK, or one of the terminals that are known to."""
    if target is not None:
        return False
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    if not sys.stdout.isatty() or os.environ.get("TERM", "dumb") in ("dumb", "linux"):
        return False
    known = {name: os.environ.get(name, "") for name in ("TERM_PROGRAM", "TERM", "VTE_VERSION")}
    return (
        known["TERM_PROGRAM"] in _LINKING
        or known["TERM"].startswith(("xterm-kitty", "alacritty", "foot", "contour", "ghostty", "wezterm"))
        or (known["VTE_VERSION"].isdigit() and int(known["VTE_VERSION"]) >= _VTE)
        or any(os.environ.get(name) for name in ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM"))
    )


_LINKING = frozenset({"iTerm.app", "WezTerm", "vscode", "Hyper", "ghostty", "Tabby", "rio"})
"""Programs that show links."""

_VTE = 5000
"""The version of the library of GNOME's and Xfce's terminals from which on they do."""


def width_of(choice: int | None) -> int:
    """Return the width to draw in: the one asked for, else the terminal's (COLUMNS first), else 100 columns."""
    if choice is not None:
        return choice
    import shutil

    return max(40, shutil.get_terminal_size((100, 24)).columns)
