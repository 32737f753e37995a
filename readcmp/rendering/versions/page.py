"""Two versions as a web page: old and new side by side, one below the other on a narrow screen; no request anywhere."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from readcmp.rendering.html.page import direction_of
from readcmp.rendering.versions.blocks import VersionsReport
from readcmp.version import VERSION

HERE = Path(__file__).parent


def page(report: VersionsReport) -> str:
    """Return the document; all text from outside is escaped, and a policy lets nothing run or load but its look."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    code = report.language
    look = b64encode(sha256(_style().encode()).digest()).decode()
    return environment.get_template("versions.html").render(
        report=report,
        style=Markup(_style()),  # a file of this package, nothing from outside
        policy=f"default-src 'none'; style-src 'sha256-{look}'; base-uri 'none'; form-action 'none'",
        language=code if code.isascii() and code.replace("-", "").isalnum() else "und",
        direction=direction_of(" ".join(words for block in report.blocks for words, _ in (*block.old, *block.new))),
        version=VERSION,
    )


@cache
def _style() -> str:
    return "\n" + (HERE / "versions.css").read_text(encoding="utf-8")
