"""What changes over many contacts: topics by date, what is new and dropped, what a side leaves out, its set phrases.

tables of a batch ──open_store──▶ DuckDB ──measure──▶ Trend ──render──▶ terminal · page · JSON · CSV · Parquet
"""

from __future__ import annotations

from readcmp.trend.measures import measure
from readcmp.trend.store import open_store
from readcmp.trend.trend import Change, Formula, Left, Published, Share, Trend

__all__ = ["Change", "Formula", "Left", "Published", "Share", "Trend", "measure", "open_store"]
