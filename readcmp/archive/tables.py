"""Tables of many comparisons as Parquet files, made from their lines by DuckDB, which needs little memory for that.

Five tables, each with the event's id in ``event``: ``events``, ``points``, ``links``, ``topics``, ``findings``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from readcmp.errors import InputError, MissingExtraError

LONGEST = 64 * 1024 * 1024
"""Bytes. A line of JSON may be so long: far longer than that of the longest readouts that are read."""

_SIDES = (
    "STRUCT(id VARCHAR, label VARCHAR, language VARCHAR, publisher VARCHAR, published VARCHAR, words INTEGER, "
    "points {points}[])[]"
)
_POINT = (
    'STRUCT(id VARCHAR, "start" INTEGER, "end" INTEGER, text VARCHAR, topics VARCHAR[], speaker VARCHAR, '
    'act STRUCT("class" VARCHAR, term VARCHAR, strength INTEGER), coverage JSON, verdict JSON)'
)
_LINK = "STRUCT(a VARCHAR, b VARCHAR, a_text VARCHAR, b_text VARCHAR, score DOUBLE, strength VARCHAR)[]"
_COLUMNS = {
    "event": "STRUCT(id VARCHAR, title VARCHAR, date VARCHAR)",
    "generator": "STRUCT(version VARCHAR, engine VARCHAR, lexicon VARCHAR)",
    "sides": _SIDES.format(points=_POINT),
    "links": _LINK,
    "possible": _LINK,
    "topics": 'STRUCT(id VARCHAR, label VARCHAR, "group" VARCHAR, sides JSON)[]',
    "findings": "STRUCT(kind VARCHAR, topic VARCHAR, headline VARCHAR, told_by VARCHAR[], missing_from VARCHAR[], "
    "weight DOUBLE, doubtful BOOLEAN)[]",
    "error": "VARCHAR",
}
_EVENT = "event.id AS event, TRY_CAST(event.date AS DATE) AS date"

TABLES = {
    "events": f"""SELECT {_EVENT}, event.title AS title, list_transform(sides, lambda s: s.id) AS sides,
        list_transform(sides, lambda s: s.language) AS languages, list_transform(sides, lambda s: s.words) AS words,
        list_transform(sides, lambda s: TRY_CAST(s.published AS TIMESTAMP)) AS published,
        generator.engine AS engine, generator.version AS version, generator.lexicon AS lexicon,
        len(links) AS links, len(findings) AS findings, error FROM lines""",
    "points": f"""SELECT event, date, side.id AS side, side.language AS language, point.id AS point,
        point."start" AS "start", point."end" AS "end", point.text AS text, point.topics AS topics,
        point.speaker AS speaker, point.act."class" AS act, point.act.strength AS strength,
        CAST(point.coverage AS MAP(VARCHAR, DOUBLE)) AS coverage,
        CAST(point.verdict AS MAP(VARCHAR, VARCHAR)) AS verdict
        FROM (SELECT event, date, side, unnest(side.points) AS point
        FROM (SELECT {_EVENT}, unnest(sides) AS side FROM lines))""",
    "links": f"""SELECT event, date, kind, link.a AS a, link.b AS b, link.a_text AS a_text, link.b_text AS b_text,
        link.score AS score, link.strength AS strength FROM (
        SELECT {_EVENT}, 'match' AS kind, unnest(links) AS link FROM lines
        UNION ALL SELECT {_EVENT}, 'possible' AS kind, unnest(possible) AS link FROM lines)""",
    "topics": f"""SELECT event, date, topic.id AS topic, topic.label AS label, topic."group" AS "group",
        entry.key AS side, CAST(entry.value->>'words' AS INTEGER) AS words,
        CAST(entry.value->>'share' AS DOUBLE) AS share, CAST(entry.value->>'rank' AS INTEGER) AS rank FROM (
        SELECT event, date, topic, unnest(map_entries(CAST(topic.sides AS MAP(VARCHAR, JSON)))) AS entry
        FROM (SELECT {_EVENT}, unnest(topics) AS topic FROM lines)) WHERE entry.value->>'words' IS NOT NULL""",
    "findings": f"""SELECT event, date, n, finding.kind AS kind, finding.topic AS topic, finding.headline AS headline,
        finding.told_by AS told_by, finding.missing_from AS missing_from, finding.weight AS weight,
        finding.doubtful AS doubtful FROM (
        SELECT {_EVENT}, unnest(findings) AS finding, generate_subscripts(findings, 1) AS n FROM lines)""",
}
"""The tables: the query that makes each from the lines."""


def require(what: str = "--to parquet") -> Any:  # noqa: ANN401 - the library is imported only here
    """Return DuckDB; MissingExtraError, for what needs it, where it is not installed."""
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError(what, "archive") from error
    return duckdb


def write_tables(lines: Path, folder: Path) -> None:
    """Write every table of a file of lines into a folder as ``NAME.parquet``."""
    duckdb = require()
    with duckdb.connect(":memory:", config={"preserve_insertion_order": True}) as db:
        columns = ", ".join(f"{_quoted(name)}: {_quoted(kind)}" for name, kind in _COLUMNS.items())
        source = f"read_json({_quoted(str(lines))}, format='newline_delimited', maximum_object_size={LONGEST}"
        try:
            db.execute(f"CREATE VIEW lines AS SELECT * FROM {source}, columns={{{columns}}})")
        except duckdb.Error as error:
            what = f"cannot be made into tables ({reason_of(error)})"
            raise InputError(what, where=str(lines), hint="run the batch again") from None
        copy_tables(db, TABLES, folder)


def copy_tables(db: Any, queries: Mapping[str, str], folder: Path) -> None:  # noqa: ANN401 - DuckDB is untyped
    """Write what each query finds into a folder as ``NAME.parquet``; all are made before any is moved.

    Raises InputError where they cannot be made, and leaves what is there as it was.
    """
    duckdb = require()
    made = {folder / f".{name}.parquet.part": folder / f"{name}.parquet" for name in queries}
    try:
        for partial, query in zip(made, queries.values(), strict=True):
            db.execute(f"COPY ({query}) TO {_quoted(str(partial))} (FORMAT parquet, COMPRESSION zstd)")
    except duckdb.Error as error:
        for partial in made:
            partial.unlink(missing_ok=True)
        what = f"the tables cannot be written ({reason_of(error)})"
        raise InputError(what, where=str(folder), hint="check the disk") from None
    for partial, place in made.items():
        partial.replace(place)


def reason_of(error: Exception) -> str:
    """Return what DuckDB says is wrong, without what is for its makers."""
    reason = str(error).partition("\n")[0]
    return "no space left on device" if "No space left" in reason else reason


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
