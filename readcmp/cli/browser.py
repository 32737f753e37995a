"""``--open``: a page is shown in the browser as soon as it is written."""

from __future__ import annotations

from pathlib import Path

from readcmp.errors import UsageError

SHOWN = (".html", ".htm", ".svg")
"""The endings of what a browser shows."""


def page_to_open(output: Path | None) -> Path:
    """Return the file to write and open: the one named, else one in a temporary folder that is left there.

    Raises UsageError for a file that no browser shows.
    """
    if output is None:
        import tempfile

        return Path(tempfile.mkdtemp(prefix="readcmp-")) / "comparison.html"
    if output.suffix.lower() not in SHOWN:
        raise UsageError("--open shows pages alone", where=str(output), hint="give -o a name that ends in .html")
    return output


def open_page(page: Path) -> None:
    """Open a file in the browser (``BROWSER`` first); a note says so where there is none."""
    import webbrowser

    from readcmp.cli.streams import tell
    from readcmp.rendering.safe import safe

    if not webbrowser.open(page.resolve().as_uri()):
        tell(safe(f"readcmp: note: no browser could be started; open {page} yourself"))
