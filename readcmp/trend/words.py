"""How a trend puts things: names, dates, and rates that are never a bare percentage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from readcmp.loading.publishers import label_of
from readcmp.rendering.naming import in_running_text
from readcmp.rendering.safe import safe
from readcmp.rendering.wording import long_date
from readcmp.trend.trend import Change, Share, Trend, interval_of

FEWEST = 3
"""A topic is listed as left out where it is known in so many events or more; of fewer nothing can be said."""


class Row(Struct, frozen=True):
    """A line of a heat map: a topic, and the share 0..1 in every period; None where the side has no readout then."""

    label: str
    shares: tuple[float | None, ...]


class Map(Struct, frozen=True):
    """The heat map of a side: its name, the periods that are columns, its topics in the order of their mean share."""

    name: str
    periods: tuple[str, ...]
    rows: tuple[Row, ...]


def name_of(side: str) -> str:
    """Return what a side is called: its country's name, else its id."""
    return safe(label_of(side))


def title_of(trend: Trend) -> str:
    """Return what the trend is of: ``6 events, 30 March 2020 to 18 March 2025``."""
    days = long_date(trend.first)
    if trend.last != trend.first:
        days = f"{days} to {long_date(trend.last)}"
    return f"{trend.events:,} {'event' if trend.events == 1 else 'events'}, {days}"


def rate_of(count: int, total: int) -> str:
    """Return a rate with what it rests on: ``7 of 9 (45 to 94%)``."""
    low, high = interval_of(count, total)
    return f"{count:,} of {total:,} ({low * 100:.0f} to {high * 100:.0f}%)"


def firsts_of(trend: Trend) -> list[str]:
    """Return a sentence on who published first for each two sides, of the one that more often did."""
    more = (one for one in trend.published if (2 * one.first, one.other) > (one.known, one.side))
    return [
        f"{_beginning(one.side)} published before {in_running_text(name_of(one.other))}: "
        f"{rate_of(one.first, one.known)}"
        for one in more
    ]


def _beginning(side: str) -> str:
    """Return what a side is called at the beginning of a sentence: ``The United States``."""
    name = in_running_text(name_of(side))
    return f"{name[0].upper()}{name[1:]}"


def maps_of(trend: Trend, *, most: int, widest: int) -> list[Map]:
    """Return a heat map for each side, of at most so many topics, and of the last so many periods."""
    periods = tuple(sorted({share.period for share in trend.shares}))[-widest:]
    found = []
    for side, _ in trend.sides:
        own = [share for share in trend.shares if share.side == side and share.period in periods]
        if own:
            found.append(Map(name_of(side), periods, tuple(_rows(own, periods, most))))
    return found


def _rows(shares: Sequence[Share], periods: Sequence[str], most: int) -> Iterable[Row]:
    told = {(share.topic, share.period): share.share for share in shares}
    there = {share.period for share in shares}
    total: dict[str, float] = {}
    labels = {share.topic: share.label for share in shares}
    for share in shares:
        total[share.topic] = total.get(share.topic, 0.0) + share.share
    for topic in sorted(total, key=lambda topic: (-total[topic], topic))[:most]:
        cells = (told.get((topic, period), 0.0) if period in there else None for period in periods)
        yield Row(safe(labels[topic]), tuple(cells))


class Step(Struct, frozen=True):
    """What a side's readout has that the one before had not, and what it dropped: topics by their labels."""

    name: str
    date: str
    event: str
    before: str
    new: tuple[str, ...]
    dropped: tuple[str, ...]


def steps_of(trend: Trend, *, most: int) -> list[Step]:
    """Return the last so many steps from one readout of a side to the next, the latest first."""
    grouped: dict[tuple[str, str, str], list[Change]] = {}
    for change in trend.changes:
        grouped.setdefault((change.date, change.event, change.side), []).append(change)
    found = []
    for (date, event, side), changes in list(grouped.items())[:most]:
        of_kind = {kind: tuple(safe(c.label) for c in changes if c.kind == kind) for kind in ("new", "dropped")}
        before = safe(changes[0].before)
        found.append(Step(name_of(side), long_date(date), safe(event), before, of_kind["new"], of_kind["dropped"]))
    return found


class Gap(Struct, frozen=True):
    """How often a side's account lacks what another's tells: in all, and topic by topic where enough is known."""

    sentence: str
    topics: tuple[tuple[str, str, float, float, float], ...]


def gaps_of(trend: Trend, *, most: int) -> list[Gap]:
    """Return a gap for each side and other side, each topic with rate in words, rate 0..1 and its interval 0..1."""
    found = []
    for whole in (left for left in trend.left if not left.topic):
        topics = [
            (safe(left.label), rate_of(left.lacking, left.told), left.lacking / left.told, *left.interval)
            for left in trend.left
            if (left.side, left.other) == (whole.side, whole.other) and left.topic and left.told >= FEWEST
        ]
        other, rate = in_running_text(name_of(whole.other)), rate_of(whole.lacking, whole.told)
        sentence = f"{_beginning(whole.side)} leaves out topics that {other} reports: {rate}"
        found.append(Gap(sentence, tuple(sorted(topics, key=lambda row: (-row[2], row[0]))[:most])))
    return found
