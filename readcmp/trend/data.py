"""A trend for programs: JSON, and each of its tables as CSV or Parquet."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from readcmp.archive.tables import copy_tables
from readcmp.rendering.csv.cells import cell
from readcmp.rendering.json import tame
from readcmp.trend.measures import CHANGES
from readcmp.trend.trend import Change, Formula, Left, Published, Share, Trend

SCHEMA = "readcmp.trend/1"

Row = Share | Change | Left | Formula | Published
"""A row of one of the tables."""

TABLES: dict[str, type[Row]] = {
    "shares": Share, "changes": Change, "left": Left, "formulae": Formula, "published": Published,
}  # fmt: skip
"""The tables of a trend by name."""


KINDS = {
    "share": "DOUBLE", "low": "DOUBLE", "high": "DOUBLE",
    "events": "INTEGER", "lacking": "INTEGER", "told": "INTEGER", "known": "INTEGER",
}  # fmt: skip
"""What DuckDB calls the kind of a column, where it holds numbers."""


def to_dict(trend: Trend) -> dict[str, Any]:
    """Return the trend as plain dicts and lists; rates have their interval 0..1 as ``low`` and ``high``."""
    data = {
        "schema": SCHEMA,
        "events": trend.events,
        "undated": trend.undated,
        "first": trend.first,
        "last": trend.last,
        "by": trend.by,
        "sides": [{"side": side, "events": count} for side, count in trend.sides],
    }
    return data | {name: rows_of(trend, name) for name in TABLES}


def rows_of(trend: Trend, table: str) -> list[dict[str, Any]]:
    """Return the rows of a table."""
    return [_row(row) for row in getattr(trend, table)]


def _row(row: Row) -> dict[str, Any]:
    data = asdict(row)
    if isinstance(row, Share):
        data["share"] = round(row.share, 4)
    if isinstance(row, (Left, Published)):
        low, high = row.interval
        data |= {"low": round(low, 4), "high": round(high, 4)}
    return data


def render_json(trend: Trend) -> str:
    """Return the trend as one JSON object."""
    return tame(json.dumps(to_dict(trend), ensure_ascii=False, indent=1)) + "\n"


def render_csv(trend: Trend, *, table: str) -> str:
    """Return a table as CSV whose cells no spreadsheet takes for a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns_of(table))
    writer.writerows([cell(value) for value in row.values()] for row in rows_of(trend, table))
    return out.getvalue()


def columns_of(table: str) -> list[str]:
    """Return the names of a table's columns."""
    names = list(TABLES[table].__struct_fields__)
    return [*names, "low", "high"] if table in ("left", "published") else names


def write_parquet(trend: Trend, folder: Path, db: Any) -> None:  # noqa: ANN401 - DuckDB is untyped
    """Write every table into a folder as ``NAME.parquet``, by a DuckDB connection."""
    folder.mkdir(parents=True, exist_ok=True)
    queries = {}
    for table in TABLES:
        if table == "changes":  # of many events there are more than are held
            queries[table] = CHANGES
            continue
        kinds = KINDS | ({"first": "INTEGER"} if table == "published" else {})  # of a formula it is a day
        columns = ", ".join(f'"{name}" {kinds.get(name, "VARCHAR")}' for name in columns_of(table))
        db.execute(f"CREATE OR REPLACE TEMP TABLE out_{table} ({columns})")
        rows = [tuple(row.values()) for row in rows_of(trend, table)]
        if rows:
            db.executemany(f"INSERT INTO out_{table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        queries[table] = f"FROM out_{table}"
    copy_tables(db, queries, folder)
