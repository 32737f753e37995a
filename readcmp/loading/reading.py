"""The loading stage put together: bytes, text, front matter, side, language, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO

from msgspec.structs import replace

from readcmp.arguments import text_of
from readcmp.errors import InputError, UsageError
from readcmp.loading.boilerplate import find_boilerplate
from readcmp.loading.dates import find_date
from readcmp.loading.front_matter import Matter
from readcmp.loading.language import NAMES, guess_language, language_code
from readcmp.loading.language import name_of as language_name
from readcmp.loading.markup import without_marks
from readcmp.loading.opening import open_text
from readcmp.loading.origin import find_origin, origin_of
from readcmp.loading.publishers import known_side, label_of, side_id, side_of_host
from readcmp.loading.source import name_of, read_bytes
from readcmp.model import Boilerplate, Readout
from readcmp.vocabulary import BoilerplateKind

STDIN = "-"
"""The source that stands for standard input."""

Source = str | Path | BinaryIO

TWIN = "another readout is of {} too; this one is called {}"
"""The note of a readout that shares its side with another."""

_DATE_IN_NAME = re.compile(r"\d{4}-?\d{2}-?\d{2}(?:[-_. ]+|$)")
DATED = ("dateline", "title")
"""The kinds of lines above an account that name the day of it."""

_HINT_SIDE = "an id is short, of Latin letters, and begins with one: us, ru, cn"
_HINT_LANGUAGE = "give a code such as en, ru, zh"


def load(
    source: Source, *, side: str | None = None, language: str | None = None, stdin: BinaryIO | None = None
) -> Readout:
    r"""Read one readout from a path, a binary stream, or ``-`` for ``stdin``.

    Whose it is (``side``) comes from the front matter (``side``, then ``publisher``, then ``url``), else from the
    argument, else from the file's name (``us.txt``, ``2020-07-23-us.txt``, ``kremlin.txt``), else it is ``a``.
    The language comes from the front matter, else from the argument, else from the name (``us.en.txt``), else it
    is guessed. ``text`` is the body with line ends as ``\n``; ``boilerplate`` lists what in it is no part of the
    account. A web page, PDF file, Word or OpenDocument text and a mail are told by what is in them; ``text`` is then
    what was extracted, and ``extraction`` says how, and what was left out.

    Raises InputError for what cannot be read or holds no account, UsageError for an argument that cannot be a
    side id or a language code, and for ``-`` without ``stdin``.
    """
    return _load(source, side, language, stdin, "a")


def load_text(text: str, *, side: str | None = None, language: str | None = None) -> Readout:
    """Make a readout of a text that is at hand, front matter included if it has any; otherwise as ``load``."""
    return load(BytesIO(text_of(text, "text").encode("utf-8", errors="replace")), side=side, language=language)


def load_all(
    sources: Sequence[Source],
    *,
    sides: Sequence[str] = (),
    languages: Sequence[str] = (),
    stdin: BinaryIO | None = None,
) -> tuple[Readout, ...]:
    """Read the readouts of one contact, two or more; their side ids come out different.

    ``sides`` and ``languages`` are given for every source in order or not at all. Where a side comes in two
    languages they are called ``ru-en`` and ``ru-ru``; where it comes twice in one, the second is ``us-2``, with a
    note. Raises what ``load`` raises, and UsageError for fewer than two sources, one source twice, or a count of
    sides or languages that is not that of the sources.
    """
    if len(sources) < 2:
        raise UsageError("a comparison needs two readouts or more", hint="give a file for each side")
    for option, values in (("--side", sides), ("--lang", languages)):
        if values and len(values) != len(sources):
            raise UsageError(
                f"{option} is given {len(values)} times for {len(sources)} readouts", hint="give it once for each"
            )
    _refuse_twins(sources)
    readouts: list[Readout] = []
    for n, source in enumerate(sources):
        side = sides[n] if sides else None
        language = languages[n] if languages else None
        readouts.append(_load(source, side, language, stdin, _letter(n)))
    return _apart(readouts)


def _load(source: Source, side: str | None, language: str | None, stdin: BinaryIO | None, fallback: str) -> Readout:
    asked_side, asked_language = _checked(side, language)
    if source == STDIN:
        if stdin is None:
            raise UsageError("there is no standard input here", hint="give a file")
        where, data = "<stdin>", read_bytes(stdin)
    else:
        where, data = name_of(source), read_bytes(source)
    opened = open_text(data, where)
    text, matter, notes = opened.text, opened.matter, opened.notes
    if not any(map(str.isalnum, text)):
        raise InputError("holds no words", where=where, hint="put the readout's text into it")
    boilerplate = find_boilerplate(text, opened.title)
    if not _has_account(text, boilerplate):
        raise InputError(
            "holds nothing but menus, datelines and the like", where=where, hint="put the readout's text into it"
        )
    name = "" if source == STDIN else PurePath(name_of(source)).name
    named_side, named_language = _from_name(name)
    own = _own_side(matter, where)
    if own and asked_side and own != asked_side:
        notes = (*notes, f"its front matter says {own}, so --side {asked_side} is set aside")
    origin = find_origin(text) if opened.document is None else origin_of(opened.document)
    found = own or asked_side or named_side or origin.side
    if found is None:
        notes = (*notes, f"nothing says whose readout it is; it is called {fallback!r} (--side names it)")
    found = found or fallback
    language = _own_language(matter, where) or asked_language or named_language
    return Readout(
        side=found,
        label=matter.label or label_of(found),
        text=text,
        source=where,
        language=language or guess_language(text, opened.language),
        date=matter.date or origin.date or _day_above(text, boilerplate) or find_date(name),
        title=opened.title or _heading(text, boilerplate),
        publisher=matter.publisher or origin.publisher,
        url=opened.url,
        boilerplate=boilerplate,
        notes=notes,
        extraction=opened.extraction,
        published=matter.published or origin.published,
    )


def _checked(side: str | None, language: str | None) -> tuple[str | None, str | None]:
    """Return the arguments as an id and a code; UsageError for what is neither."""
    side = None if side is None else text_of(side, "side")
    language = None if language is None else text_of(language, "language")
    found_side = None if side is None else side_id(side)
    if side is not None and found_side is None:
        raise UsageError(f"{side!r} cannot be a side", hint=_HINT_SIDE)
    found_language = None if language is None else language_code(language)
    if language is not None and found_language is None:
        raise UsageError(f"{language!r} cannot be a language", hint=_HINT_LANGUAGE)
    return found_side, found_language


def _own_side(matter: Matter, where: str) -> str | None:
    """Return the side that the front matter names, by itself or by its publisher or web address."""
    if matter.side is not None:
        found = side_id(matter.side)
        if found is None:
            raise InputError(f"side {matter.side!r} in the front matter cannot be a side", where=where, hint=_HINT_SIDE)
        return found
    return (matter.publisher and known_side(matter.publisher)) or (matter.url and side_of_host(matter.url)) or None


def _own_language(matter: Matter, where: str) -> str | None:
    if matter.language is None:
        return None
    found = language_code(matter.language)
    if found is None:
        raise InputError(
            f"language {matter.language!r} in the front matter is no code", where=where, hint=_HINT_LANGUAGE
        )
    return found


def _from_name(name: str) -> tuple[str | None, str | None]:
    """Return the side and the language that a file's name tells: ``us.en.txt``, ``2020-07-23-us.txt``."""
    stem = _DATE_IN_NAME.sub("", name.rsplit(".", 1)[0] if "." in name[1:] else name)
    parts = stem.split(".")
    language = language_code(parts[-1]) if len(parts) > 1 else None
    language = language if language in NAMES else None
    if language is not None:
        parts.pop()
    stem = ".".join(parts)
    side = known_side(stem) or known_side(re.split(r"[-_. ]+", stem)[-1])
    return side, language


def _heading(text: str, boilerplate: Sequence[Boilerplate]) -> str | None:
    """Return the heading above the text, without marks; None where there is none."""
    found = (
        without_marks(text[piece.start : piece.end]) for piece in boilerplate if piece.kind is BoilerplateKind.TITLE
    )
    return next(found, None)


def _day_above(text: str, boilerplate: Sequence[Boilerplate]) -> str | None:
    """Return the day that a dateline or a title above the account names (``2024-05-03``); None where none does."""
    at = 0
    for piece in boilerplate:
        if any(map(str.isalnum, text[at : piece.start])):
            return None
        found = find_date(text[piece.start : piece.end]) if piece.kind in DATED else None
        if found is not None:
            return found
        at = piece.end
    return None


def _has_account(text: str, boilerplate: Sequence[Boilerplate]) -> bool:
    """Return whether a letter stands outside the boilerplate."""
    at = 0
    for piece in boilerplate:
        if any(c.isalnum() for c in text[at : piece.start]):
            return True
        at = piece.end
    return any(c.isalnum() for c in text[at:])


def _refuse_twins(sources: Sequence[Source]) -> None:
    """Raise UsageError where one source is given twice, also by two paths to one file."""
    seen: set[object] = set()
    for source in sources:
        key: object = id(source)
        if isinstance(source, (str, Path)):
            try:
                key = STDIN if source == STDIN else Path(source).resolve()
            except (OSError, RuntimeError, ValueError):  # reading says what is wrong with it
                key = str(source)
        if key in seen:
            raise UsageError("the same readout is given twice", where=name_of(source), hint="give one file a side")
        seen.add(key)


def _letter(n: int) -> str:
    """Return the id of the n-th side that nothing names: a, b, ... z, then s-27."""
    return chr(ord("a") + n) if n < 26 else f"s-{n + 1}"


def _apart(readouts: Sequence[Readout]) -> tuple[Readout, ...]:
    """Return the readouts, each with a side id that no other has and whose point ids cannot be mistaken for another's.

    The accounts that one side gives in several languages are told apart by them.
    """
    readouts = [_version(readout, readouts) for readout in readouts]
    taken: list[str] = []
    result: list[Readout] = []
    for readout in readouts:
        name, count = readout.side, 1
        while any(_mistakable(name, other) for other in taken):
            count += 1
            name = f"{readout.side}-{count}"
        taken.append(name)
        if name != readout.side:
            note = TWIN.format(readout.side, name)
            label = f"{readout.label} ({count})"
            result.append(replace(readout, side=name, label=label, notes=(*readout.notes, note)))
        else:
            result.append(readout)
    return tuple(result)


def _version(readout: Readout, readouts: Sequence[Readout]) -> Readout:
    """Name a readout by its language as well where it alone has it among several of its side: ``ru-en``."""
    same = [other.language for other in readouts if other.side == readout.side]
    if len(set(same)) < 2 or same.count(readout.language) > 1:
        return readout
    name = f"{readout.side}-{readout.language}"
    return replace(readout, side=name, label=f"{readout.label} in {language_name(readout.language)}")


def _mistakable(one: str, other: str) -> bool:
    """Return whether two ids are equal or one is the other and digits; ``g`` and ``g7`` both have a point ``g71``."""
    short, long = sorted((one, other), key=len)
    rest = long.removeprefix(short)
    return one == other or (long.startswith(short) and rest.isdigit())
