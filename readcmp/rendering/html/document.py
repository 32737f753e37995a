"""The parts put into the templates, with the look and the script inside, and the policy that lets nothing else in."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path

from readcmp.model import Comparison
from readcmp.rendering.findings import weightiest
from readcmp.rendering.header import cautions, date_of, means_of, title_of
from readcmp.rendering.html import emphasis, header, matters, texts
from readcmp.rendering.html.page import Page
from readcmp.rendering.safe import safe
from readcmp.rendering.topics import left_out
from readcmp.rendering.watching import watching
from readcmp.rendering.wording import WATCH_LIST, in_both, possibly
from readcmp.version import VERSION

HERE = Path(__file__).parent
STYLE, DARK, SCRIPT = ("page.css",), ("dark.css",), ("bands.js", "page.js")

OPEN_WHYS = 3
"""So many links of a row stand open; the others open on a click."""


def document(comparison: Comparison, *, findings: int) -> str:
    """Give the whole page, with so many findings standing open; the others open on a click."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    page = Page(comparison)
    return environment.get_template("page.html").render(
        style=Markup(_own(STYLE)),  # files of this package, nothing from outside
        dark=Markup(_own(DARK)),
        script=Markup(_own(SCRIPT)),
        policy=policy(),
        title=title_of(page),
        date=date_of(page),
        named=not comparison.event.title,
        cards=header.cards(page),
        findings=header.findings(page),
        open_findings=findings,
        findings_title=weightiest(page, findings)[0],
        watch_list=WATCH_LIST,
        in_both=in_both(page.count),
        possibly=possibly(page.count),
        open_whys=OPEN_WHYS,
        ledger=emphasis.ledger(page),
        tags=page.tags,
        texts=texts.texts(page),
        matters=matters.matters(page),
        possible=matters.possible(page),
        alone=matters.alone(page),
        watching=watching(page),
        notes=[safe(note) for note in comparison.notes],
        cautions=cautions(page),
        means=means_of(page),
        left_out=left_out(page),
        version=VERSION,
    )


def framed(page: str) -> str:
    """Give a document as an element that shows it in a frame of its own, which cannot reach what is around it."""
    may = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
    look = 'title="Comparison of readouts" width="100%" height="800"'
    return f'<iframe {look} sandbox="{may}" srcdoc="{escape(page)}"></iframe>\n'


def policy() -> str:
    """Give the Content Security Policy: nothing but this look, this script and the picture in the head."""
    looks = " ".join(map(_hash, (STYLE, DARK)))
    return (
        f"default-src 'none'; img-src data:; style-src {looks}; script-src {_hash(SCRIPT)}; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _own(names: tuple[str, ...]) -> str:
    return "\n".join(["", *((HERE / name).read_text(encoding="utf-8") for name in names)])


def _hash(names: tuple[str, ...]) -> str:
    return f"'sha256-{b64encode(sha256(_own(names).encode()).digest()).decode()}'"
