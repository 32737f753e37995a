"""The head of the page: which contact, who tells of it at what length, and what each says of it; the findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readcmp.model import Side
from readcmp.rendering.header import fact_kinds
from readcmp.rendering.html.page import Page, address, direction_of, language_of
from readcmp.rendering.safe import safe
from readcmp.rendering.wording import published, size_of
from readcmp.text import count_words


@dataclass(frozen=True, slots=True)
class Said:
    """What a side says of the contact itself: the kind in words, what it says, and the point where it says so."""

    kind: str
    values: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a readout.

    ``both``, ``unsure``, ``only`` and ``rest`` count its words: in points that another side tells too, in those that
    one may tell, in those that none does, and in those that tell no more than that there was a contact.
    """

    n: int
    tag: str
    label: str
    title: str
    language: str
    direction: str
    published: str
    url: str | None
    size: str
    said: tuple[Said, ...]
    notes: tuple[str, ...]
    both: int
    unsure: int
    only: int
    rest: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding: what it is about, the sentence, and the points that show it (place of the side, name, name here)."""

    kind: str
    about: str
    text: str
    doubtful: bool
    points: tuple[tuple[int, str, str], ...]
    topics: str


def cards(page: Page) -> list[Card]:
    """Give what is known of each readout."""
    return [_card(page, n, side) for n, side in enumerate(page.comparison.sides)]


def _card(page: Page, n: int, side: Side) -> Card:
    words = {"both": 0, "unsure": 0, "only": 0, "rest": 0}
    for point in side.points:
        state = page.state(point.id)
        words["both" if state == "linked" else state] += count_words(point.text)
    readout = side.readout
    return Card(
        n,
        page.tags[n],
        safe(readout.label),
        safe(readout.title or ""),
        language_of(side),
        direction_of(readout.title or ""),
        safe(published(side)),
        address(readout.url),
        size_of(side),
        tuple(_said(page, side)),
        tuple(safe(note) for note in readout.notes),
        **words,
    )


def _said(page: Page, side: Side) -> Iterable[Said]:
    for kind, label in fact_kinds(page):
        values = [
            (safe(fact.value), next((page.refs[p.id] for p in side.points if p.start <= fact.start < p.end), None))
            for fact in page.comparison.facts
            if fact.kind == kind and fact.side == side.id
        ]
        yield Said(label, tuple(values))


def findings(page: Page) -> list[Shown]:
    """Give the findings, the weightiest first, each topic apart from the sentence that it opens."""
    shown = []
    for finding in page.comparison.findings:
        points = [point for point in finding.points if point in page.points]
        about = page.label(finding.topic) if finding.topic else finding.kind.about
        text = safe(finding.text).removeprefix(f"{about.strip('“”')}: ")
        ends = tuple((page.home[point], page.name(point), page.refs[point]) for point in points)
        text = text[:1].upper() + text[1:]
        shown.append(Shown(finding.kind, about, text, finding.doubtful, ends, page.topics_of(points)))
    return shown
