"""What each role looks like. Sides are told apart by hue, in the order they come, never by red and green.

The colours are those of the 256-colour palette whose contrast (WCAG 2) is at least 3.5 to 1 on black and on
white alike, since a program cannot know what it is shown on; no colour has more than 4.58 to 1 on both.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from readcmp.rendering.terminal.layout import Line

SIDES = (32, 166, 134, 30, 168, 66)
"""Blue, orange, violet, teal, rose, slate; further sides begin anew."""

QUIET = 243

_ADDRESS = "!#$%&'()*+,-./:;=?@[]_~"
"""Signs that stand in an address as they are."""

LINK = "link "
"""Begins the role of words that lead to an address on the web, which follows it."""


def style_of(role: str) -> str:
    """Return a role's look in rich's language: ``bold color(32)``; empty for running text.

    Roles are ``quiet``, ``strong`` and, for each side, ``side0`` (bars), ``tag0`` (its name), ``mark0`` (what
    only it has).
    """
    if role.startswith(LINK):
        return ""
    if role == "quiet":
        return f"color({QUIET})"
    if role == "strong":
        return "bold"
    for name, more in (("side", ""), ("tag", "bold "), ("mark", "bold ")):
        if role.startswith(name):
            return f"{more}color({SIDES[int(role.removeprefix(name)) % len(SIDES)]})"
    return ""


def paint(lines: Iterable[Line], *, color: bool, links: bool = False) -> str:
    """Return the lines as text that ends in a line break, with escape sequences only for ``color`` and ``links``.

    A link is one that terminals know (OSC 8): it shows the words alone. No line ends in spaces.
    """
    return "".join(f"{_painted(_joined(_linked(line) if links else line), color)}\n" for line in lines)


def _linked(line: Line) -> Line:
    """Put the addresses of links around their words, in letters that cannot end the sequence."""
    return tuple(
        (f"\x1b]8;;{quote(role.removeprefix(LINK), safe=_ADDRESS)}\x1b\\{text}\x1b]8;;\x1b\\", "")
        if role.startswith(LINK)
        else (text, role)
        for text, role in line
    )


def _painted(line: Line, color: bool) -> str:
    if not color:
        return "".join(text for text, _ in line)
    from rich.color import ColorSystem
    from rich.style import Style

    return "".join(
        Style.parse(style).render(text, color_system=ColorSystem.EIGHT_BIT) if (style := style_of(role)) else text
        for text, role in line
    )


def _joined(line: Line) -> Line:
    """Join neighbours of one role and cut the spaces at the end."""
    spans: list[tuple[str, str]] = []
    for text, role in line:
        if spans and spans[-1][1] == role:
            spans[-1] = (spans[-1][0] + text, role)
        elif text:
            spans.append((text, role))
    while spans:
        text, role = spans.pop()
        if text.rstrip():
            return (*spans, (text.rstrip(), role))
    return ()
