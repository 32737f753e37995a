"""How long a trend over many comparisons takes: ``python tests/bench/trend.py [EVENTS]`` (100,000 by default).

The tables are made of the samples' by DuckDB, each event again and again on other days. Nothing is asserted.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

SAMPLES = Path(__file__).parents[2] / "samples"
TABLES = ("events", "points", "links", "topics", "findings")


def main() -> None:
    """Print seconds and memory."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as home:
        few, many = Path(home) / "few", Path(home) / "many"
        many.mkdir()
        command = [sys.executable, "-m", "readcmp"]
        batch = [*command, "batch", "--engine", "fuzzy", "--no-cache", str(SAMPLES), "--to", "parquet", "-o", str(few)]
        subprocess.run(batch, check=True)
        with duckdb.connect() as db:
            (events,) = db.execute(f"SELECT count(*) FROM '{few}/events.parquet'").fetchone() or (1,)
            for table in TABLES:
                query = (
                    f"SELECT event || '-' || r.n AS event, CAST(date + CAST(r.n % 5000 AS INTEGER) AS DATE) AS date, "
                    f"t.* EXCLUDE (event, date) FROM '{few}/{table}.parquet' t, range({count // events + 1}) r(n)"
                )
                db.execute(f"COPY ({query}) TO '{many}/{table}.parquet' (FORMAT parquet, COMPRESSION zstd)")
        start = time.perf_counter()
        done = subprocess.run([*command, "trend", str(many)], check=True, capture_output=True, encoding="utf-8")
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{done.stdout.splitlines()[0]}: {seconds:.1f} seconds, {memory:.0f} MB")


if __name__ == "__main__":
    main()
