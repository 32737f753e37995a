"""What carries over from one sentence of an article to the next."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

ALL = "*"
"""Stands for all sides until it is known which there are."""


class Memory(Struct):
    """The account that goes on, that of the paragraph before, and all told, the last first.

    ``topic`` is the one side that a sentence spoke of without telling whose account it is. ``outside`` says that
    somebody spoke last who speaks for no side, ``nobody`` that the paragraph told of people and of no state, ``led``
    that the paragraph before leads to this one, by a colon.
    """

    account: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    led: bool = False
    paragraph: int = -1
    told: list[str] = field(default_factory=list)
    topic: str = ""
    outside: bool = False
    nobody: bool = False

    def begin(self, paragraph: int, *, led: bool) -> None:
        """Note that a paragraph begins; ``led`` says that the one before leads to it, by a colon."""
        self.paragraph, self.led = paragraph, led and bool(self.account or self.topic)
        self.before = self.account or ((self.topic,) if self.topic else ())
        self.account = self.account if led else ()
        self.nobody = False

    @property
    def here(self) -> str:
        """The one side whose account goes on, or of whom the paragraph spoke; empty for none or several."""
        one = self.account[0] if len(self.account) == 1 else ""
        return "" if one == ALL else one or self.topic

    def around(self) -> str:
        """Return the side from whose account the call is told: of the paragraph before, or the only one so far."""
        before = next(iter(self.before), "")
        return before if before and before != ALL else self.told[0] if len(self.told) == 1 else ""

    def go_on(self) -> tuple[str, ...]:
        """Return whose a quotation is with nobody named: whose words went before, be it in another paragraph."""
        before = () if self.outside else self.before
        self.account = self.account or ((self.topic,) if self.topic else before)
        return self.account

    def tell(self, sides: tuple[str, ...]) -> tuple[str, ...]:
        """Note that these sides' account is told, and return them."""
        self.account, self.outside, self.nobody, self.topic = sides, False, False, ""
        if len(sides) == 1 and sides[0] != ALL:
            self.told = [sides[0], *(other for other in self.told if other != sides[0])]
        return sides

    def leave(self, *, outside: bool = False) -> tuple[str, ...]:
        """Note that nobody's account is told here, be it because somebody speaks who speaks for no side."""
        self.account, self.outside = (), outside
        return ()

    def last(self, never: Sequence[str] = ()) -> str:
        """Return the side whose account was told last, of those that can be meant."""
        return next((side for side in self.told if side not in never), "")
