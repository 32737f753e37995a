"""Set phrases of a side: passages, and words within passages, that it repeats, and what became of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from rapidfuzz import fuzz, process

from readcmp.trend.stretches import Passage, Stretch, find_stretches
from readcmp.trend.trend import Formula

SHORTEST = 5
"""A phrase has so many words or more; of Chinese, twice as many characters."""

MOST = 200
"""So many of the phrases that a side repeats most are looked at."""

ALIKE = 75
"""Of 100: two wordings so alike in their words are one phrase, altered."""

_REPEATED = f"""WITH dated AS (SELECT event, told.date AS date,
        country_of(side) AS side, text,
        trim(regexp_replace(lower(text), '[^\\p{{L}}\\p{{N}}]+', ' ', 'g')) AS plain
        FROM points JOIN told USING (event)),
    long AS (SELECT * FROM dated WHERE len(string_split(plain, ' ')) >= {SHORTEST}
        OR (regexp_matches(plain, '\\p{{Han}}') AND len(plain) >= {2 * SHORTEST})),
    counted AS (SELECT side, plain, first(text ORDER BY date) AS text, CAST(count(DISTINCT event) AS INTEGER) AS events,
        CAST(min(date) AS VARCHAR) AS first, CAST(max(date) AS VARCHAR) AS last FROM long GROUP BY side, plain)
    SELECT side, plain, text, events, first, last FROM counted WHERE events > 1
    QUALIFY row_number() OVER (PARTITION BY side ORDER BY events DESC, len(plain) DESC, plain) <= {MOST}
    ORDER BY side, events DESC, first, plain"""

_DAYS = """SELECT country_of(side) AS side, CAST(max(told.date) AS VARCHAR),
    CAST(quantile_disc(told.date, 0.5) AS VARCHAR) FROM points JOIN told USING (event) GROUP BY 1"""

READ = 30_000
"""Of archives of up to so many passages, words within them are compared too; of larger ones, whole passages."""

_PASSAGES = """SELECT country_of(side) AS side, event, CAST(told.date AS VARCHAR), text, language
    FROM points JOIN told USING (event)
    WHERE len(topics) = 0 OR topics[1] NOT IN (FROM aside) ORDER BY side, told.date, event, "start" """

Row = tuple[str, str, str, int, str, str]


def find_formulae(db: Any) -> tuple[Formula, ...]:  # noqa: ANN401 - DuckDB is untyped
    """Return the phrases that each side repeats, the most frequent first."""
    days = {side: (last, middle) for side, last, middle in db.execute(_DAYS).fetchall()}
    of_side: defaultdict[str, list[Row]] = defaultdict(list)
    for row in db.execute(_REPEATED).fetchall():
        of_side[row[0]].append(row)
    for side, stretches in _stretches(db):
        whole = [f" {row[1]} " for row in of_side[side]]
        for one in stretches[:MOST]:
            if not any(f" {one.plain} " in plain or plain in f" {one.plain} " for plain in whole):
                of_side[side].append((side, one.plain, one.text, len(one.events), one.first, one.last))
        of_side[side].sort(key=lambda row: (-row[3], row[4], row[1]))
    return tuple(formula for side, rows in sorted(of_side.items()) for formula in _formulae(rows, *days[side]))


def _stretches(db: Any) -> Iterator[tuple[str, list[Stretch]]]:  # noqa: ANN401 - DuckDB is untyped
    """Return the words that each side repeats within passages, of an archive that is not too large for it."""
    (count,) = db.execute("SELECT count(*) FROM points JOIN told USING (event)").fetchone()
    if count <= READ:
        for side, rows in groupby(db.execute(_PASSAGES).fetchall(), key=lambda row: row[0]):
            yield str(side), find_stretches([Passage(*row[1:]) for row in rows])


def _formulae(rows: Sequence[Row], last_day: str, middle: str) -> list[Formula]:
    found = []
    for side, plain, text, events, first, last in rows:
        later = [row for row in rows if row[4] > last and row[1] != plain]
        now = _successor(plain, later)
        gone = "altered" if now else "gone"
        state = gone if last != last_day else "first seen" if first > middle else "kept"
        found.append(Formula(side, text, events, first, last, state, now if state == "altered" else ""))
    return found


def _successor(plain: str, later: Sequence[Row]) -> str:
    """Return the wording that came after a phrase and is most like it; nothing where none is."""
    best = process.extractOne(plain, [row[1] for row in later], scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE)
    return later[best[2]][2] if best else ""
