"""From bytes to text: UTF-8 and UTF-16 by what they are, legacy encodings by a guess that is told, no binary."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from readcmp.errors import InputError
from readcmp.loading.legacy import guess_legacy

_AS_TEXT = "save its text as a .txt file first"

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"bplist00", "a web archive of Safari"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)

_BOMS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_HIDDEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")  # joiners are needed by Persian
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def decode(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    r"""Return the text in ``data`` and notes for the reader: an encoding that was guessed, damage, odd characters.

    Line ends (``\r\n``, ``\r``) become ``\n``, a byte order mark goes; nothing else is changed, so control
    characters stay and are counted in a note. Raises InputError for binary data and for bytes that are text in
    no encoding known here.
    """
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"is {name}, not text", where=where, hint=_AS_TEXT)
    text, notes = _decoded(data, where)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    odd = len(_CONTROL.findall(text))
    if "\x00" in text or odd > max(8, len(text) / 20):
        raise InputError("is not text but binary data", where=where, hint=_AS_TEXT)
    odd += len(_HIDDEN.findall(text))
    if odd:
        notes = (*notes, f"{odd} control or invisible character{'s' * (odd > 1)} in the text")
    return text, notes


def _decoded(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, where)
    if b"\x00" in data:
        found = _unmarked_utf16(data)
        if found is None:
            raise InputError("is not text but binary data", where=where, hint=_AS_TEXT)
        return found
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    return _damaged_utf8(data) or _unmarked_utf16(data) or _legacy(data, where)


def _marked(body: bytes, encoding: str, where: str) -> tuple[str, tuple[str, ...]]:
    """Decode what says by a byte order mark what it is; only UTF-8 may be damaged in places."""
    name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
    try:
        return body.decode(encoding), ()
    except UnicodeDecodeError as error:
        found = _damaged_utf8(body) if encoding == "utf-8" else None
        if found:
            return found
        raise InputError(
            f"begins as {name} but is not (byte {error.start:,})", where=where, hint="save it as UTF-8"
        ) from error


def _damaged_utf8(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Decode UTF-8 with a stray byte here and there: where nine in ten bytes outside ASCII are good UTF-8."""
    high = sum(byte > 0x7F for byte in data)
    if sum(map(len, _UTF8_SEQUENCE.findall(data))) < 0.9 * high:
        return None
    text = data.decode("utf-8", errors="replace")
    count = text.count("\ufffd")
    return text, (f"{count} place{'s' * (count > 1)} could not be decoded as UTF-8",)


def _unmarked_utf16(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """Decode UTF-16 without a mark if one of its byte orders reads as text and the other does not."""
    if len(data) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as_text(text):
            return text, ("read as UTF-16, which it does not say",)
    return None


def _reads_as_text(text: str) -> bool:
    """Return whether the characters are those of a text: letters of few blocks, spaces or Chinese full stops."""
    if not text or "\x00" in text:
        return False
    kinds = Counter(unicodedata.category(c)[0] for c in text)
    if kinds["C"] - text.count("\n") - text.count("\r") - text.count("\t") > len(text) / 100:
        return False
    blocks = Counter(_block(c) for c in text)
    common = sum(blocks[name] for name in ("ascii", "latin", "cyrillic", "chinese", "marks"))
    return common > 0.98 * len(text) and (blocks["ascii"] > len(text) / 50 or blocks["marks"] > len(text) / 50)


def _block(character: str) -> str:
    """Name the block of a character, as coarsely as telling text from noise needs."""
    for name, low, high in (
        ("ascii", 0x09, 0x7E),
        ("latin", 0xA0, 0x24F),
        ("cyrillic", 0x400, 0x4FF),
        ("marks", 0x2010, 0x2044),
        ("marks", 0x3000, 0x303F),
        ("chinese", 0x4E00, 0x9FFF),
        ("marks", 0xFF00, 0xFF65),
    ):
        if low <= ord(character) <= high:
            return name
    return "other"


def _legacy(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    found = guess_legacy(data)
    if found is None:
        raise InputError("is text in no encoding known here", where=where, hint="save it as UTF-8")
    text, name = found
    return text, (f"read as {name}, a guess",)
