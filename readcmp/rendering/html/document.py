"""The parts put into the templates, with the look and the script inside, and the policy that lets nothing else in."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

from readcmp.comparing.findings.words import join_words
from readcmp.model import Comparison
from readcmp.rendering.html import data, differences, header, matters, texts, topics
from readcmp.rendering.html.page import Page
from readcmp.rendering.html.parts import policy_of, template_of
from readcmp.rendering.report import Report
from readcmp.rendering.safe import safe
from readcmp.rendering.topics import left_out
from readcmp.rendering.wording import DIFFERENCES, KEY_DIFFERENCES, WATCH_LIST, in_both, plural, possibly
from readcmp.version import VERSION

HERE = Path(__file__).parent
STYLE = ("page.css", "texts.css", "lists.css", "media.css")
DARK = ("dark.css",)
SCRIPT = (
    "dom.js", "scheme.js", "bands.js", "pins.js", "model.js", "address.js", "dock.js", "corrections.js", "keys.js",
    "page.js",
)  # fmt: skip

OPEN_WHYS = 3
"""So many links of a row stand open; the others open on a click."""


def document(comparison: Comparison, *, findings: int) -> str:
    """Return the whole page, with so many findings standing open; the others open on a click."""
    from markupsafe import Markup

    page = Page(comparison)
    report = Report(page)
    cards = differences.differences(page)
    return template_of(HERE / "templates", "page.html").render(
        style=Markup(_own(STYLE)),  # files of this package, nothing from outside
        dark=Markup(_own(DARK)),
        script=Markup(_own(SCRIPT)),
        policy=policy(),
        head=report.header,
        description=description(page, len(cards)),
        accounts=[header.shown(page, account) for account in report.header.accounts],
        facts=header.facts(page),
        findings=cards,
        open_findings=findings,
        findings_title=DIFFERENCES if len(cards) <= findings else KEY_DIFFERENCES,
        watch_list=WATCH_LIST,
        watching=report.watch,
        in_both=in_both(page.count),
        possibly=possibly(page.count),
        open_whys=OPEN_WHYS,
        topics=topics.topics(page),
        left_out=left_out(page),
        tags=page.tags,
        names=page.accounts,
        texts=texts.texts(page),
        matters=matters.matters(page),
        possible=matters.possible(page),
        alone=matters.alone(page),
        notes=[safe(note) for note in comparison.notes],
        foot=report.foot,
        version=VERSION,
        comparison=Markup(data.comparison_of(page)),  # JSON without a sign of markup
        quotes=Markup(data.quotes(page)),
    )


def description(page: Page, count: int) -> str:
    """Return what a link to the page tells of it: whose accounts, and how much differs."""
    names = join_words([party.name for party in page.parties])
    return f"{names}: their accounts side by side, {plural(count, 'difference')}."


def framed(page: str) -> str:
    """Return a document as an element that shows it in a frame of its own, which cannot reach what is around it."""
    may = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
    look = 'title="Comparison of readouts" width="100%" height="800"'
    return f'<iframe {look} sandbox="{may}" srcdoc="{escape(page)}"></iframe>\n'


def policy() -> str:
    """Return the Content Security Policy: nothing but this look, this script and the picture in the head."""
    return policy_of(map(_own, (STYLE, DARK)), [_own(SCRIPT)], images=True)


@cache
def _own(names: tuple[str, ...]) -> str:
    return "\n".join(["", *((HERE / name).read_text(encoding="utf-8") for name in names)])
