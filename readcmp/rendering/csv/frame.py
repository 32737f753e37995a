"""The tables as data frames of pandas, each column with its type, also where it holds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readcmp.errors import MissingExtraError
from readcmp.model import Comparison
from readcmp.rendering.csv.tables import table_of
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View

if TYPE_CHECKING:
    import pandas

TYPES = {
    **dict.fromkeys(("words", "start", "end", "act_strength", "rank"), "Int64"),
    **dict.fromkeys(("score", "closest_score", "weight", "share", "first"), "Float64"),
    **dict.fromkeys(("doubtful", "placeholder"), "boolean"),
}
"""The types of the columns that hold no text."""


def to_frame(comparison: Comparison, table: str = "links") -> pandas.DataFrame:
    """Return one of the tables of the CSV as a data frame; nothing is ``pandas.NA``, and no cell needs a guard.

    Raises UsageError for a table that there is not, MissingExtraError where pandas is not installed.
    """
    columns, rows = table_of(table)
    try:
        import pandas
    except ImportError as error:
        raise MissingExtraError("to_pandas()", "pandas") from error
    found = [[safe(value) if isinstance(value, str) else value for value in row] for row in rows(View(comparison))]
    frame = pandas.DataFrame(found, columns=list(columns), dtype=object)
    return frame.astype({name: TYPES.get(name, "string") for name in columns})
