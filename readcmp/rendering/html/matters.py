"""Matter by matter: the links in rows under their topics, and what stands alone, with the nearest there is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from readcmp.model import Link
from readcmp.rendering import clusters
from readcmp.rendering.clusters import Cluster, shares
from readcmp.rendering.html.page import Page, direction_of, language_of
from readcmp.rendering.marked_passage import Words, told
from readcmp.rendering.reasons import reasons
from readcmp.rendering.safe import safe
from readcmp.rendering.speech import describe_source, speaker
from readcmp.rendering.wording import DIFFERENT, NEAR, SURE, confidence
from readcmp.text import count_words
from readcmp.vocabulary import GapKind

QUOTES = '"“”„«»「」『』'
"""They stand around quoted words already."""


class Told(Struct, frozen=True):
    """A point as a row shows it: ``words`` are pairs of words and what they are (see ``differences``)."""

    n: int
    tag: str
    number: int
    ref: str
    language: str
    direction: str
    words: tuple[Words, ...]
    spoken: str
    topics: str
    near: tuple[Near, ...] = ()
    state: str = ""


class Near(Struct, frozen=True):
    """What another side has that comes nearest to a point, and how near; ``far`` if not near at all."""

    n: int
    tag: str
    score: str
    ref: str
    name: str
    language: str
    text: str
    covers: bool
    far: bool


class Gap(Struct, frozen=True):
    """A difference: what it is called, and the words of each end by the end's side; ``absent`` are left out."""

    kind: str
    ends: tuple[tuple[int, str, str], ...]


class Why(Struct, frozen=True):
    """All that is to say of one link: its ends' names in the page, the score, what made it, what differs."""

    a: str
    b: str
    names: tuple[str, str]
    homes: tuple[int, int]
    score: float
    mark: str
    sure: str
    possible: bool
    reasons: tuple[str, ...]
    gaps: tuple[Gap, ...]


class Row(Struct, frozen=True):
    """Points that belong together, a tuple for each side, and what joins them; ``hub`` is the side with fewest."""

    cells: tuple[tuple[Told, ...], ...]
    whys: tuple[Why, ...]
    topics: str
    hub: int


class Matter(Struct, frozen=True):
    """The rows under one topic; ``shares`` are each side's place and what it gives the topic."""

    label: str
    shares: tuple[tuple[int, str], ...]
    rows: tuple[Row, ...]


class Alone(Struct, frozen=True):
    """A side's points by topic, for what stands alone; each is here, since the page names points by their entries."""

    n: int
    tag: str
    groups: tuple[tuple[str, tuple[Told, ...]], ...]
    quiet: tuple[Told, ...]


def matters(page: Page) -> list[Matter]:
    """Return the links in rows under their topics, those to which the sides give most first, the quiet ones last."""
    return [_matter(page, topic, rows) for topic, rows in clusters.linked(page, every=True)[0]]


def possible(page: Page) -> list[Row]:
    """Return what is possibly in both in rows, the likeliest first, with all weak matches."""
    return [_row(page, cluster, possible=True) for cluster in clusters.possible(page, every=True)[0]]


def alone(page: Page) -> list[Alone]:
    """Return each side's points by their main topic, those with most words first, and the quiet ones apart."""
    drawn = []
    for n, side in enumerate(page.comparison.sides):
        groups: dict[str | None, list[str]] = {}
        for point in side.points:
            if page.is_news(point.id):
                groups.setdefault(point.topics[0], []).append(point.id)
        size = {topic: sum(count_words(page.points[p].text) for p in points) for topic, points in groups.items()}
        ordered = sorted(groups.items(), key=lambda item: (-size[item[0]], item[0] or ""))
        quiet = tuple(_told(page, p.id, near=True) for p in side.points if not page.is_news(p.id))
        told_here = tuple((page.label(t), tuple(_told(page, p, near=True) for p in ps)) for t, ps in ordered)
        drawn.append(Alone(n, page.tags[n], told_here, quiet))
    return drawn


def _matter(page: Page, topic: str | None, rows: Sequence[Cluster]) -> Matter:
    label = page.label(topic) if topic else DIFFERENT
    drawn = tuple(_row(page, cluster) for cluster in rows)
    return Matter(label, tuple(enumerate(shares(page, topic))), drawn)


def _row(page: Page, cluster: Cluster, *, possible: bool = False) -> Row:
    cells = tuple(tuple(_told(page, point, cluster.links) for point in points) for points in cluster.sides)
    whys = tuple(_why(page, link, possible=possible) for link in (*cluster.links, *cluster.beyond))
    hub = min((n for n, cell in enumerate(cells) if cell), key=lambda n: len(cells[n]))
    return Row(cells, whys, page.topics_of(point for points in cluster.sides for point in points), hub)


def _told(page: Page, point: str, links: Sequence[Link] = (), *, near: bool = False) -> Told:
    n = page.home[point]
    side = page.comparison.sides[n]
    return Told(
        n,
        page.tags[n],
        page.numbers[point],
        page.refs[point],
        language_of(side),
        direction_of(side.readout.text),
        tuple(told(page, point, links)),
        describe_source(page, page.points[point]),
        page.topics_of([point]),
        tuple(_nearest(page, point)) if near else (),
        page.state(point),
    )


def _nearest(page: Page, point: str) -> Iterable[Near]:
    """Return the nearest candidate of each other side; of a side with partners the likeliest of these."""
    for n, side in enumerate(page.comparison.sides):
        linked = [
            (other, link.score)
            for link in page.partners[point]
            if page.home[other := link.b if link.a == point else link.a] == n
        ]
        found = page.comparison.nearest.get((point, side.id))
        near = linked[:1] or ([(found.point, found.score)] if found else [])
        for other, score in near:
            candidate = page.points[other]
            text = "".join(words for words, _ in told(page, other))
            yield Near(
                n,
                page.tags[n],
                f"{score:.2f}",
                page.refs[other],
                page.name(other),
                language_of(side),
                text,
                candidate.placeholder,
                score < NEAR,
            )


def _why(page: Page, link: Link, *, possible: bool) -> Why:
    sure = "strong" if link.score >= SURE else "likely"
    return Why(
        page.refs[link.a],
        page.refs[link.b],
        (page.name(link.a), page.name(link.b)),
        (page.home[link.a], page.home[link.b]),
        round(link.score, 3),
        "○" if possible else confidence(link.score),
        "weak" if possible else sure,
        possible,
        tuple(reasons(page, [link])),
        tuple(_gaps(page, link)),
    )


def _gaps(page: Page, link: Link) -> Iterable[Gap]:
    for gap in link.gaps:
        ends = []
        for point, words in ((link.a, gap.a), (link.b, gap.b)):
            if words:
                shown = speaker(page, words) if gap.kind is GapKind.SPEAKER else f"“{safe(words).strip(QUOTES)}”"
                ends.append((page.home[point], page.tags[page.home[point]], shown))
        if ends:
            yield Gap(gap.kind.label, tuple(ends))
