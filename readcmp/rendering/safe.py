"""Text from outside made fit to show: no terminal escapes, no invisible characters, no hard wraps.

For every renderer that shows text as it is and for the notes on stderr. Formats with an escaping of their own
(JSON, HTML) escape besides, not instead.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from readcmp.patterns import compiled

BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates: they reorder what stands around them (CVE-2021-42574)."""

_LOOSE_MARKS = 4
"""More combining marks than this on one letter are dropped: no language stacks so many."""


def safe(text: str) -> str:
    r"""Return ``text`` on one line with nothing in it that acts on a terminal or hides from the reader.

    Every run of white space becomes one space. Control characters (C0, C1), bidirectional overrides, lone
    surrogates and unassigned code points are shown as escapes (``\x1b``, ``\u202e``); other invisible
    characters (zero width, soft hyphen, byte order mark) are dropped. Joiners stay where a script needs them.
    Right-to-left letters pass unharmed.
    """
    line = " ".join(text.split())
    if line.isascii() and line.isprintable():
        return line
    if not line.isprintable():
        line = " ".join("".join(_shown(line, i, c) for i, c in enumerate(line)).split())
    return _piles().sub(lambda pile: pile.group()[:_LOOSE_MARKS], line)


def _shown(line: str, index: int, char: str) -> str:
    if char.isprintable():
        return char
    if unicodedata.category(char) == "Cf" and char not in BIDI_CONTROLS:
        between = (line[index - 1 : index], line[index + 1 : index + 2])
        return char if char in "\u200c\u200d" and all(map(_joined, between)) else ""
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _joined(char: str) -> bool:
    """Return whether a joiner beside this letter shapes it: Arabic, the scripts of India and further east."""
    return "\u0600" <= char <= "\u109f" or "\u1780" <= char <= "\u18af"


@cache
def _piles() -> re.Pattern[str]:
    marks = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    return compiled(f"[{marks}]{{{_LOOSE_MARKS + 1},}}")
