"""Two versions as a web page: old and new side by side, one below the other on a narrow screen; no request anywhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from readcmp.rendering.html.page import direction_of
from readcmp.rendering.html.parts import policy_of, template_of
from readcmp.rendering.versions.blocks import VersionsReport
from readcmp.version import VERSION

HERE = Path(__file__).parent


def page(report: VersionsReport) -> str:
    """Return the document; all text from outside is escaped, and a policy lets nothing run or load but its look."""
    from markupsafe import Markup

    code = report.language
    return template_of(HERE, "versions.html").render(
        report=report,
        style=Markup(_style()),  # a file of this package, nothing from outside
        policy=policy_of([_style()]),
        language=code if code.isascii() and code.replace("-", "").isalnum() else "und",
        direction=direction_of(" ".join(words for block in report.blocks for words, _ in (*block.old, *block.new))),
        version=VERSION,
    )


@cache
def _style() -> str:
    return "\n" + (HERE / "versions.css").read_text(encoding="utf-8")
