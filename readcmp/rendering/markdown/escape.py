r"""Text from outside as Markdown that shows it as it is: no markup, link, mention or formula comes of it.

Escaped is what acts in CommonMark or on GitHub and nothing else, so that the source stays fit to read in an
e-mail: ``(U.S.)`` and ``up to $30 billion`` pass as they are, ``*`` becomes ``\*``.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category

from readcmp.rendering.safe import safe

APART = "&#8203;"
"""A space of no width. GitHub looks for mentions, numbers of issues and emoji in what it shows, where a backslash no
longer stands; this parts their sign from their name."""


_SHOWN = {"<": "&lt;"}
"""What no backslash stands before: not every program that reads Markdown knows that one before a tag."""


def escape(text: str) -> str:
    r"""Return ``text`` on one line of Markdown that a reader sees as ``safe`` gives it, wherever in a block it stands.

    It may begin a paragraph, a heading, a quotation, an item of a list or a cell of a table, or follow other words.
    """
    return begun(piece(safe(text)))


def piece(text: str) -> str:
    """Escape a stretch of a line that others stand beside: a space at an end stays, and what it begins is no block."""
    shown = safe(f"<{text}>")[1:-1]
    return _calls().sub(APART, _acts().sub(lambda sign: _SHOWN.get(sign[0], f"\\{sign[0]}"), shown))


def begun(line: str) -> str:
    """Return a line of escaped pieces that makes no list and no heading where it begins a block."""
    return _begins().sub(r"\1\\", line, count=1)


def link(url: str | None) -> str:
    """Return a link to an address on the web that shows the whole of it; nothing for any other address."""
    shown = safe(url or "")
    return f"<{shown.replace('|', '%7C')}>" if re.fullmatch(r"https?://[^\s<>\\]+", shown) else ""


def linked(text: str, url: str | None) -> str:
    """Return ``text`` escaped and leading to an address on the web; the text alone for any other address."""
    return f"[{escape(text)}]({address})" if (address := link(url)) else escape(text)


def strong(text: str) -> str:
    """Return ``text`` escaped and in bold from its first letter or digit to its last; signs around these stay light.

    Beside a sign the stars would not everywhere be taken for a mark.
    """
    signs = "".join(char for char in text if not char.isalnum())
    words = text.lstrip(signs).rstrip("".join(char for char in signs if not category(char).startswith("M")))
    if not words:
        return piece(text)
    before, _, after = text.partition(words)
    return f"{piece(before)}**{piece(words)}**{piece(after)}"


@cache
def _acts() -> re.Pattern[str]:
    """Match a character that means something wherever it stands."""
    return re.compile(
        r"""[\\`*\[\]<|~]               # code, emphasis, links, HTML, cells, struck out
          | (?<![^\W_])_ | _(?![^\W_])  # emphasis, which is not inside a_word
          | &(?=\#?\w+;)                # an entity
          | (?<!\s)\$                   # closes a formula, which begins after a space
          | (?<=\s)\#(?=\#*$)           # the end of a heading
          | :(?=//) | (?<=www)\.        # an address would become a link
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _begins() -> re.Pattern[str]:
    """Match up to the sign that makes a heading, a quotation, a list or a rule where it begins a block."""
    return re.compile(r"^((?=[#>+=:-])|\d{1,9}(?=[.)](?:\s|$)))")


@cache
def _calls() -> re.Pattern[str]:
    """Match the place between a sign that GitHub makes a link or a picture of and its name."""
    return re.compile(r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=\bGH)(?=-\d)|(?<!\d:)(?<=:)(?=[a-z\d+-][\w+-]*:)", re.IGNORECASE)
