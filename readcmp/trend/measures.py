"""The questions that a trend answers, each a query over the tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readcmp.errors import InputError
from readcmp.lexicon.lexicon import topics_with
from readcmp.trend.formulae import find_formulae
from readcmp.trend.trend import Change, Left, Published, Share, Trend
from readcmp.vocabulary import Trait

FEW = 12
"""Up to so many events each is a period of its own; of more, months, quarters or years are."""

PERIODS = {"day": "CAST(date AS VARCHAR)", "month": "strftime(date, '%Y-%m')",
           "quarter": "year(date) || '-Q' || quarter(date)", "year": "CAST(year(date) AS VARCHAR)"}  # fmt: skip
"""How a period is written, in SQL."""

LATEST = 2000
"""So many changes are held, the latest first; the Parquet table has all."""


def measure(db: Any, *, sides: Sequence[str] = (), by: str = "") -> Trend:  # noqa: ANN401 - DuckDB is untyped
    """Return the trend of a store, of events of all ``sides`` where some are named, by day, month, quarter or year.

    Raises InputError where no event has a day.
    """
    db.execute(f"CREATE TEMP TABLE told AS {_told(sides)}", [list(sides)] if sides else [])
    db.execute("CREATE TEMP TABLE aside (topic VARCHAR)")
    db.executemany("INSERT INTO aside VALUES (?)", [(topic,) for topic in sorted(topics_with(Trait.FOLDED))])
    undated = _one(db, "SELECT count(*) FROM events WHERE date IS NULL AND error IS NULL")
    events, first, last = db.execute("SELECT count(*), min(date), max(date) FROM told").fetchone()
    if not events:
        hint = "give the accounts a date, or name other sides"
        raise InputError("there is no event with a day", hint=hint)
    period = by or _period(events, (last - first).days)
    counted = f"SELECT country, count(DISTINCT event) FROM ({_sides()}) GROUP BY 1 ORDER BY 2 DESC, 1"
    return Trend(
        events=events,
        undated=undated,
        first=first.isoformat(),
        last=last.isoformat(),
        by=period,
        sides=tuple(db.execute(counted).fetchall()),
        shares=tuple(Share(*row) for row in db.execute(_SHARES.format(period=PERIODS[period])).fetchall()),
        changes=tuple(Change(*row) for row in db.execute(f"{CHANGES} LIMIT {LATEST}").fetchall()),
        left=tuple(Left(*row) for row in db.execute(_LEFT).fetchall()),
        formulae=find_formulae(db),
        published=tuple(Published(*row) for row in db.execute(_PUBLISHED).fetchall()),
    )


def _told(sides: Sequence[str]) -> str:
    """Return the query of the events that count: dated, compared, and of all the sides that were named."""
    countries = "list_transform(sides, lambda side: country_of(side))"
    wanted = f" AND list_has_all({countries}, CAST(? AS VARCHAR[]))" if sides else ""
    return (
        f"SELECT event, date, list_sort(list_distinct({countries})) AS countries FROM events "
        f"WHERE date IS NOT NULL AND error IS NULL{wanted}"
    )


def _sides() -> str:
    return "SELECT event, unnest(countries) AS country FROM told"


def _period(events: int, days: int) -> str:
    if events <= FEW:
        return "day"
    return "month" if days <= 730 else "quarter" if days <= 3650 else "year"


def _one(db: Any, query: str) -> int:  # noqa: ANN401 - DuckDB is untyped
    return int(db.execute(query).fetchone()[0])


_TOPICS = """SELECT event, told.date AS date, countries, country_of(side) AS side, topic, max(label) AS label,
    max(share) AS share FROM topics JOIN told USING (event)
    WHERE topic NOT IN (FROM aside) AND topic NOT LIKE '~%' GROUP BY ALL"""

_SHARES = f"""WITH rows AS ({_TOPICS}),
    periods AS (SELECT DISTINCT event, {{period}} AS period, side FROM rows),
    counts AS (SELECT period, side, count(DISTINCT event) AS n FROM periods GROUP BY ALL)
    SELECT {{period}} AS period, rows.side, topic, max(label), sum(share) / max(n), CAST(count(*) AS INTEGER)
    FROM rows JOIN counts ON counts.period = {{period}} AND counts.side = rows.side
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 5 DESC, 3"""

CHANGES = f"""WITH rows AS ({_TOPICS}),
    readouts AS (SELECT DISTINCT event, date, countries, side FROM rows),
    steps AS (SELECT *, lag(event) OVER (PARTITION BY side, countries ORDER BY date, event) AS before FROM readouts),
    pairs AS (SELECT * FROM steps WHERE before IS NOT NULL),
    new AS (SELECT pairs.event, pairs.date, before, side, topic, label, 'new' AS kind
        FROM pairs JOIN rows USING (event, side)
        WHERE NOT EXISTS (FROM rows r WHERE r.event = before AND r.side = pairs.side AND r.topic = rows.topic)),
    dropped AS (SELECT pairs.event, pairs.date, before, pairs.side, topic, label, 'dropped' AS kind
        FROM pairs JOIN rows ON rows.event = before AND rows.side = pairs.side
        WHERE NOT EXISTS (FROM rows r WHERE r.event = pairs.event AND r.side = pairs.side AND r.topic = rows.topic))
    SELECT event, CAST(date AS VARCHAR) AS date, before, side, topic, label, kind
    FROM (FROM new UNION ALL FROM dropped) ORDER BY 2 DESC, 1, 4, 7 DESC, 5"""

_PUBLISHED = """WITH each_side AS (SELECT event, unnest(sides) AS side, unnest(published) AS moment
        FROM events JOIN told USING (event)),
    times AS (SELECT event, country_of(side) AS side, min(moment) AS moment FROM each_side
        WHERE moment IS NOT NULL GROUP BY ALL)
    SELECT one.side, other.side AS other, CAST(count(*) FILTER (one.moment < other.moment) AS INTEGER) AS earlier,
        CAST(count(*) AS INTEGER) AS known
    FROM times one JOIN times other USING (event) WHERE one.side <> other.side AND one.moment <> other.moment
    GROUP BY 1, 2 ORDER BY 1, 2"""

_LEFT = """WITH points AS (
        SELECT event, country_of(side) AS side, topics[1] AS topic, unnest(map_entries(verdict)) AS told
        FROM points JOIN told USING (event) WHERE len(topics) > 0),
    known AS (
        SELECT event, side AS other, country_of(told.key) AS side, topic,
            bool_or(told.value = 'both') AS has, bool_or(told.value = 'only') AS lacks FROM points
        WHERE topic NOT IN (FROM aside) AND topic NOT LIKE '~%' GROUP BY ALL),
    rows AS (SELECT side, other, topic, NOT has AS lacking FROM known WHERE (has OR lacks) AND side <> other),
    labels AS (SELECT topic, max(label) AS label FROM topics GROUP BY 1)
    SELECT side, other, coalesce(topic, ''), CASE WHEN topic IS NULL THEN '' ELSE max(label) END,
        CAST(sum(lacking::INTEGER) AS INTEGER) AS lacking, CAST(count(*) AS INTEGER) AS told
    FROM rows LEFT JOIN labels USING (topic) GROUP BY GROUPING SETS ((side, other, topic), (side, other))
    ORDER BY side, other, topic IS NOT NULL, lacking DESC, told DESC, topic"""
