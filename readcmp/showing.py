"""How a comparison shows itself, to a Python program and in a notebook.

What draws it stands above the model that is drawn, so that ``compare`` puts it in and nothing here imports it.
"""

from __future__ import annotations

from typing import Any, Protocol


class Draw(Protocol):
    """Something that gives a comparison in a format, as text."""

    def __call__(self, comparison: Any, form: str, /, **look: Any) -> str:  # noqa: ANN401 - each look has its type
        """Draw the comparison in ``form``; UsageError for a format or a look that there is not."""


class Showing:
    """What has ``draw``, and shows itself by it."""

    __slots__ = ()
    draw: Draw | None

    def render(self, form: str = "terminal", **look: Any) -> str:  # noqa: ANN401 - each look has its type
        """Give the comparison as text in a format that ``readcmp diff --format`` has: ``"md"``, ``"csv"``.

        ``look`` is how it shall look, where the format asks: ``width`` in columns, ``color``, ``verbose``, ``table``.
        Raises UsageError for another format or look, and RuntimeError if the comparison was not made by ``compare``.
        """
        if self.draw is None:
            raise RuntimeError("only a comparison that compare() made can show itself")
        return self.draw(self, form, **look)

    def to_dict(self) -> dict[str, Any]:
        """Give the comparison as plain dicts and lists, in the form of the JSON output; raises as ``render`` does."""
        import json

        return dict(json.loads(self.render("json")))

    def _repr_html_(self) -> str | None:
        """Show the comparison in a notebook: the page, in a frame of its own."""
        return None if self.draw is None else self.draw(self, "html", fragment=True)
