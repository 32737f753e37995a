"""How a comparison shows itself, to a Python program and in a notebook.

What draws it stands above the model that is drawn, so that ``compare`` puts it in and nothing here imports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pandas


class Draw(Protocol):
    """Something that gives a comparison in a format: as text, or as a data frame for the format ``pandas``."""

    def __call__(self, comparison: Any, form: str, /, **look: Any) -> Any:  # noqa: ANN401 - each look has its type
        """Draw the comparison in ``form``; UsageError for a format or a look that there is not."""


class Showing:
    """What has ``draw``, and shows itself by it."""

    __slots__ = ()
    draw: Draw | None

    def render(self, form: str = "terminal", **look: Any) -> str:  # noqa: ANN401 - each look has its type
        """Return the comparison as text in a format that ``readcmp diff --format`` has: ``"md"``, ``"csv"``.

        ``look`` is how it shall look, where the format asks: ``width`` in columns, ``color``, ``verbose``, ``table``,
        ``summary`` for the key differences alone. Raises UsageError for another format or look, and RuntimeError if the
        comparison was not made by ``compare``.
        """
        text: str = _drawing(self)(self, form, **look)
        return text

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as plain dicts and lists, in the form of the JSON output; raises as ``render`` does."""
        import json

        return dict(json.loads(self.render("json")))

    def to_pandas(self, table: str = "links") -> pandas.DataFrame:
        """Return a table of the CSV output as a data frame: ``links``, ``points``, ``topics`` or ``findings``.

        Raises UsageError for another table, MissingExtraError where pandas is not installed, and RuntimeError as
        ``render`` does.
        """
        frame: pandas.DataFrame = _drawing(self)(self, "pandas", table=table)
        return frame

    def show(self) -> None:
        """Show the page: below the cell in a notebook, elsewhere in the browser, from a temporary file."""
        page = self.render("html", fragment=True) if _in_notebook() else self.render("html")
        if _in_notebook():
            from IPython.display import HTML, display

            display(HTML(page))
            return
        import tempfile
        import webbrowser
        from pathlib import Path

        file = Path(tempfile.mkdtemp(prefix="readcmp-")) / "comparison.html"
        file.write_text(page, encoding="utf-8")
        webbrowser.open(file.as_uri())

    def _repr_html_(self) -> str | None:
        """Show the key differences in a notebook, as a table that is there wherever the notebook is read."""
        return None if self.draw is None else self.render("html", summary=True)

    def _repr_markdown_(self) -> str | None:
        """Show the key differences where Markdown is shown."""
        return None if self.draw is None else self.render("md", summary=True)


def _drawing(shown: Showing) -> Draw:
    """Return what draws a comparison; RuntimeError where it was put together by hand."""
    if shown.draw is None:
        raise RuntimeError("only a comparison that compare() made can show itself")
    return shown.draw


def _in_notebook() -> bool:
    """Return whether a notebook runs this, which shows what is displayed; nothing of it is imported to find out."""
    import sys

    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return getattr(shell, "kernel", None) is not None
