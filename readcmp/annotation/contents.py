"""What the points and accounts of several sides say, each read once however many stages ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from readcmp.annotation.content import PointContent
from readcmp.annotation.quantities.extraction import extract_quantities
from readcmp.lexicon import Lexicon, load_lexicon
from readcmp.model import Point, Side
from readcmp.text import WORD, squeeze


class AccountContent:
    """What a whole account says: that of its points, and of what stands between them."""

    def __init__(self, side: Side, lexicon: Lexicon) -> None:
        """Take the side; nothing is read of it yet."""
        self._side = side
        self._lexicon = lexicon

    @cached_property
    def folded(self) -> str:
        """The account on one line, without case."""
        return squeeze(self._side.readout.text).casefold()

    @cached_property
    def lowered(self) -> str:
        """The account on one line, in small letters."""
        return squeeze(self._side.readout.text.lower())

    @cached_property
    def names(self) -> frozenset[str]:
        """The ids of those whom the account names anywhere."""
        language = self._side.readout.language
        hits = (hit for text in self._between for hit in self._lexicon.find(text, language, "actor"))
        told = (hit for point in self._side.points for hit in point.hits if hit.kind == "actor")
        return frozenset(hit.id for hit in (*told, *hits))

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers and dates that the account has anywhere."""
        language = self._side.readout.language
        found = (figure for text in self._between for figure in extract_quantities(text, language))
        told = (figure for point in self._side.points for figure in point.quantities)
        return frozenset(figure.value for figure in (*told, *found) if figure.kind != "quote")

    @cached_property
    def _between(self) -> Sequence[str]:
        """The stretches with letters or digits that stand in no point."""
        text, end, found = self._side.readout.text, 0, []
        for point in self._side.points:
            found.append(text[end : point.start])
            end = max(end, point.end)
        return [stretch for stretch in (*found, text[end:]) if WORD.search(stretch)]


class Contents:
    """What the points and accounts of some sides say, by the ids of points and of sides."""

    def __init__(self, sides: Sequence[Side], lexicon: Lexicon | None = None) -> None:
        """Take the sides, and the lexicon where it is another than the one that ships."""
        known = lexicon or load_lexicon()
        self._points = {p.id: PointContent(p, side.readout.language, known) for side in sides for p in side.points}
        self._accounts = {side.id: AccountContent(side, known) for side in sides}

    def __getitem__(self, point: Point) -> PointContent:
        return self._points[point.id]

    def account(self, side: Side) -> AccountContent:
        """Return what a side's whole account says."""
        return self._accounts[side.id]
