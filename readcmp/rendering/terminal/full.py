"""The full screen: every part of the comparison, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator

from readcmp.rendering.terminal.differences import differences
from readcmp.rendering.terminal.emphasis import emphasis
from readcmp.rendering.terminal.facts import facts
from readcmp.rendering.terminal.first import foot
from readcmp.rendering.terminal.layout import Line, paragraph
from readcmp.rendering.terminal.lists import remainder, watched
from readcmp.rendering.terminal.omissions import omissions
from readcmp.rendering.terminal.pairs import pairs, possible
from readcmp.rendering.terminal.screen import Detail, Screen


def full_screen(screen: Screen) -> list[Line]:
    """Draw the whole comparison."""
    return paragraph(_parts(screen), gap=2)


def _parts(screen: Screen) -> Iterator[list[Line]]:
    yield facts(screen)
    yield differences(screen, Detail())
    yield emphasis(screen)
    yield watched(screen)
    yield pairs(screen)
    yield possible(screen)
    yield omissions(screen)
    if screen.verbose:
        yield remainder(screen)
    yield foot(screen)
