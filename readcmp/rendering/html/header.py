"""The head of the page: which call it is, whose accounts there are, how much of each is in the others too."""

from __future__ import annotations

from msgspec import Struct

from readcmp.model import Side
from readcmp.rendering.header import fact_kinds
from readcmp.rendering.html.page import Page, direction_of, language_of
from readcmp.rendering.report.parts import Account
from readcmp.rendering.safe import safe
from readcmp.rendering.wording import UNREAD, UNSAID, plural
from readcmp.text import count_words


class Shown(Struct, frozen=True):
    """What is known of a readout: where it is from, how long it is, and remarks on the file.

    ``both``, ``unsure``, ``only`` and ``rest`` count its words: in points that another side tells too, in those that
    one may tell, in those that none does, and in those that tell no more than that there was a contact.
    """

    n: int
    label: str
    title: str
    language: str
    direction: str
    origin: str
    url: str
    size: str
    notes: tuple[str, ...]
    both: int
    unsure: int
    only: int
    rest: int


class Fact(Struct, frozen=True):
    """What the accounts say of the call itself: a kind, and for each side the words with the point they are in."""

    kind: str
    cells: tuple[tuple[tuple[str, str | None], ...], ...]
    absent: tuple[str, ...]


def shown(page: Page, account: Account) -> Shown:
    """Return what the page tells of an account."""
    side = page.comparison.sides[account.n]
    words = {"both": 0, "unsure": 0, "only": 0, "rest": 0}
    for point in side.points:
        state = page.state(point.id)
        words["both" if state == "linked" else state] += count_words(point.text)
    return Shown(
        account.n,
        account.name,
        account.title,
        language_of(side),
        direction_of(account.title),
        ", ".join(filter(None, (account.publisher, account.date))),
        account.url,
        f"{plural(account.words, 'word')} in {plural(account.passages, 'passage')}, {account.language}",
        tuple(safe(note) for note in side.readout.notes),
        **words,
    )


def facts(page: Page) -> list[Fact]:
    """Return what the accounts say of the call itself, with what stands for an account that says nothing."""
    sides = page.comparison.sides
    absent = tuple(UNREAD if side.id in page.comparison.unanalysed else UNSAID for side in sides)
    return [Fact(label, tuple(_said(page, side, kind) for side in sides), absent) for kind, label in fact_kinds(page)]


def _said(page: Page, side: Side, kind: str) -> tuple[tuple[str, str | None], ...]:
    return tuple(
        (safe(fact.value), next((page.refs[p.id] for p in side.points if p.start <= fact.start < p.end), None))
        for fact in page.comparison.facts
        if fact.kind == kind and fact.side == side.id
    )
