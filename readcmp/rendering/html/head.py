"""The head of the page: which contact, who tells of it at what length, and what each says of it; the findings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from readcmp.model import Finding, Side
from readcmp.rendering.differences import told
from readcmp.rendering.html.page import Page, address, direction_of, language_of
from readcmp.rendering.safe import safe
from readcmp.rendering.wording import FACTS, long_date, published, size_of
from readcmp.text import count_words


@dataclass(frozen=True, slots=True)
class Said:
    """What a side says of the contact itself: the kind in words, what it says, and the point where it says so."""

    kind: str
    values: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a readout.

    ``both``, ``only`` and ``rest`` count its words: in points that another side tells too, in those that none
    does, and in those that tell no more than that there was a contact.
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
    only: int
    rest: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding: for an omission the side that alone tells it, the words and their point, else the sentence alone."""

    kind: str
    n: int | None
    tag: str
    text: str
    ref: str
    language: str
    direction: str
    lacks: str
    near: str
    jumps: tuple[tuple[int, str, str], ...]
    topics: str
    point: str


def title_of(page: Page) -> str:
    """Give the contact's title, or the sides' names in a row."""
    names = [safe(side.readout.label) for side in page.comparison.sides]
    return safe(page.comparison.event.title or "") or f"{', '.join(names[:-1])} and {names[-1]}"


def date_of(page: Page) -> str:
    """Give the contact's date in words, or nothing."""
    return long_date(page.comparison.event.date) if page.comparison.event.date else ""


def cards(page: Page) -> list[Card]:
    """Give what is known of each readout."""
    return [_card(page, n, side) for n, side in enumerate(page.comparison.sides)]


def _card(page: Page, n: int, side: Side) -> Card:
    words = {"both": 0, "only": 0, "rest": 0}
    for point in side.points:
        kind = "both" if page.partners[point.id] else "only" if page.is_news(point.id) else "rest"
        words[kind] += count_words(point.text)
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
    kinds = {fact.kind for fact in page.comparison.facts}
    for kind in sorted(kinds, key=lambda kind: ([*FACTS, kind].index(kind), kind)):
        values = [
            (safe(fact.value), next((page.refs[p.id] for p in side.points if p.start <= fact.start < p.end), None))
            for fact in page.comparison.facts
            if fact.kind == kind and fact.side == side.id
        ]
        yield Said(FACTS.get(kind, safe(kind).capitalize()), tuple(values))


def findings(page: Page) -> list[Shown]:
    """Give the findings, the weightiest first; an omission of several sides is one."""
    omitted: dict[tuple[str, ...], list[str]] = {}
    for finding in page.comparison.findings:
        if finding.kind == "omission" and finding.side is not None:
            omitted.setdefault(finding.points, []).append(finding.side)
    shown: list[Shown] = []
    seen: set[tuple[str, ...]] = set()
    for finding in sorted(page.comparison.findings, key=lambda f: -f.weight):
        if finding.kind == "omission":
            if finding.points in seen:
                continue
            seen.add(finding.points)
        shown.append(_shown(page, finding, omitted.get(finding.points, [])))
    return shown


def _shown(page: Page, finding: Finding, lacking: list[str]) -> Shown:
    known = [point for point in finding.points if point in page.points]
    jumps = tuple((page.home[point], page.name(point), page.refs[point]) for point in known)
    topics = page.topics_of(known)
    if finding.kind != "omission" or not known:
        return Shown(finding.kind, None, "", safe(finding.text), "", "en", "ltr", "", "", jumps, topics, "")
    point = known[0]
    n = page.home[point]
    side = page.comparison.sides[n]
    tags = [tag for tag, other in zip(page.tags, page.comparison.sides, strict=True) if other.id in lacking]
    near = ""
    if finding.nearest is not None and finding.nearest.point in page.points and len(lacking) == 1:
        near = f"nearest: {page.name(finding.nearest.point)}, {finding.nearest.score:.2f}"
    text = "".join(words for words, _ in told(page, point))
    return Shown(
        finding.kind,
        n,
        page.tags[n],
        text,
        page.refs[point],
        language_of(side),
        direction_of(text),
        " or ".join(tags),
        near,
        jumps,
        topics,
        page.refs[point],
    )
