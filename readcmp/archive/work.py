"""What is done with one event, here, in a process beside or on another machine: its files in, one line of JSON out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from msgspec import Struct

from readcmp.archive.events import Account, Event, Failure
from readcmp.errors import ReadcmpError
from readcmp.version import VERSION

FAILURE = "readcmp.failure/1"
"""The form of a line on an event that could not be compared."""


class Settings(Struct, frozen=True):
    """How events are compared: what ``readcmp.compare`` takes, in a form that goes to other processes."""

    engine: str = "auto"
    strictness: str = ""
    lexicon: Path | None = None
    cache: Path | None = None
    watch: tuple[str, ...] = ()


class Parcel(Struct, frozen=True):
    """An event with the bytes of its files, to be compared where the files are not, and its key, if known."""

    event: Event
    contents: tuple[bytes, ...]
    key: str | None = None

    @property
    def id(self) -> str:
        """The event's id."""
        return self.event.id


Work = Event | Parcel
"""What is to be compared: an event whose files are still to be read, or one whose files were."""

Task = Work | str
"""What is to be compared, or a line that is there already."""


class _Named(BytesIO):
    """Bytes that were read from a file, and its name, from which loading may tell the side."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


def collect(event: Event) -> Parcel:
    """Read the files of an event; InputError for one that cannot be read."""
    from readcmp.loading.source import read_bytes

    contents = tuple(
        read_bytes(account.file) if account.text is None else account.text.encode("utf-8", errors="replace")
        for account in event.accounts
    )
    accounts = tuple(Account(a.file, a.side, a.language) for a in event.accounts)  # no text need travel twice
    return Parcel(Event(event.id, accounts), contents)


def key_of(parcel: Parcel, settings: Settings) -> str:
    """Return what is the same for the same texts, sides and settings, and for no others: 32 hexadecimal digits."""
    made = hashlib.sha256(repr((VERSION, lexicon_of(settings.lexicon), settings.engine, settings.strictness)).encode())
    made.update(
        repr((settings.watch, [(a.side, a.language, Path(a.file).name) for a in parcel.event.accounts])).encode()
    )
    for content in parcel.contents:
        made.update(hashlib.sha256(content).digest())
    return made.hexdigest()[:32]


@cache
def lexicon_of(file: Path | None) -> str:
    """Return the fingerprint of the lexicon with a file's additions."""
    from readcmp.lexicon import load_lexicon

    return load_lexicon(file).digest


def compare_work(work: Work, settings: Settings) -> str:
    """Compare an event, its files read if they were not; return its line: a comparison, or why there is none."""
    try:
        return _compared(collect(work) if isinstance(work, Event) else work, settings)
    except ReadcmpError as error:
        return failure_line(Failure(work.id, str(error)))
    except Exception as error:
        what = f"the program failed on it ({type(error).__name__}: {error}); please report it with its files"
        return failure_line(Failure(work.id, what))


def _compared(parcel: Parcel, settings: Settings) -> str:
    from readcmp.loading import load_all
    from readcmp.pipeline import compare
    from readcmp.rendering.json import json_line, to_dict

    accounts = parcel.event.accounts
    readouts = load_all(
        [_Named(data, account.file) for data, account in zip(parcel.contents, accounts, strict=True)],
        sides=_all_or_none([account.side for account in accounts], "a side"),
        languages=_all_or_none([account.language for account in accounts], "a language"),
    )
    comparison = compare(
        readouts,
        engine=settings.engine,
        strictness=settings.strictness,
        lexicon=settings.lexicon,
        cache=settings.cache,
        watch=settings.watch,
    )
    data = to_dict(comparison)
    named = {"id": parcel.event.id, "key": parcel.key or key_of(parcel, settings)}
    return json_line(
        {"schema": data["schema"], "event": named | data["event"]} | {**data, "event": named | data["event"]}
    )


def _all_or_none(values: Sequence[str | None], what: str) -> tuple[str, ...]:
    """Return what is said of every file, or of none; UsageError where it is said of some."""
    from readcmp.errors import UsageError

    said = tuple(value for value in values if value is not None)
    if said and len(said) < len(values):
        raise UsageError(f"{what} is given for some files of an event and not for all", hint="give it for each")
    return said


def failure_line(failure: Failure) -> str:
    """Return the line on an event that could not be compared."""
    from readcmp.rendering.json import json_line

    record: dict[str, Any] = {"schema": FAILURE, "event": {"id": failure.id, "key": None}, "error": failure.error}
    return json_line(record)


def event_in(line: bytes) -> tuple[str, str] | None:
    """Return the id and the key of a comparison's line; None for a failure and for what is no whole line of ours."""
    start = line.find(b'"event":', 0, 200)
    if start < 0 or not line.endswith(b"}\n") or FAILURE.encode() in line[:start]:
        return None
    try:
        event, _ = json.JSONDecoder().raw_decode(line[start + 8 : start + 4000].decode("utf-8", errors="ignore"))
    except ValueError:
        return None
    return (event["id"], event["key"]) if isinstance(event, dict) and event.keys() >= {"id", "key"} else None
