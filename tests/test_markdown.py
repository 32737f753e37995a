"""Markdown: whole expected outputs, and what readers of the format make of it.

The expected outputs stand in ``golden/``; after a wanted change ``python tests/test_markdown.py`` writes them anew.
"""

import re
from pathlib import Path

import pytest
from comparisons import comparison, hostile, side, three, two
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from test_markdown_escape import READERS, Seen, one_line

from readcmp.finding import Nearest
from readcmp.model import Event, Evidence, Fact, Gap, Link
from readcmp.rendering import Look, render
from readcmp.rendering.markdown import render_markdown
from readcmp.rendering.markdown.blocks import table
from readcmp.rendering.markdown.escape import link, strong
from readcmp.rendering.safe import safe
from readcmp.rendering.wording import ordinal, trimmed

GOLDEN = Path(__file__).parent / "golden"
MADE = {"two": two, "three": three, "hostile": hostile}
DOCUMENTS = {
    "two": (two, False), "two-verbose": (two, True), "three": (three, False), "hostile": (hostile, True),
}  # fmt: skip

OURS = {
    "h1", "h2", "h3", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "em", "strong", "hr", "a",
}  # fmt: skip
"""The elements that this program makes."""

words = st.text(st.sampled_from("\\`*_[]()<>|~&#;$:/@!+-=. \n1aAwW.é中“”\u0301"), min_size=1, max_size=20)


def golden(name):
    return GOLDEN / f"{name}.md"


def pages(markdown):
    """What each reader shows."""
    return {name: Seen(reader.render(markdown)) for name, reader in READERS.items()}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_document_is_exactly_as_expected(name):
    make, verbose = DOCUMENTS[name]
    assert render_markdown(make(), verbose=verbose) == golden(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("reader", READERS)
def test_hostile_text_comes_out_as_text_and_nothing_of_it_acts(reader):
    made = hostile()
    page = pages(render_markdown(made, verbose=True))[reader]
    assert page.tags <= OURS
    assert page.links == ["https://example.org/a_(b)?c=d%7Ce"]
    shown = one_line(page.text)
    for one in made.sides:
        for text in (one.readout.label, one.readout.title, *(point.text for point in one.points)):
            assert trimmed(text or "") in shown
    for text in (made.event.title, made.facts[0].value, made.findings[0].text.rstrip("."), made.links[0].why[0].a):
        assert safe(text) in shown


@settings(max_examples=60, deadline=None)
@given(st.lists(words.filter(trimmed), min_size=8, max_size=8), st.booleans())
def test_any_text_is_shown_as_it_is_wherever_it_stands(texts, verbose):
    ours, theirs, lead, label, title, term, topic, gap = texts
    us = side("us", label, [(ours, [f"~{topic}"], {"lead": lead}), (gap, ["trade"])], title=title, publisher=term)
    ru = side("ru", "Russia", [(theirs, ["trade"]), (f"{ours} {gap}", [])])
    made = comparison(
        (us, ru),
        [Link("us1", "ru0", 0.5, (Evidence("term", a=term, b=label, weight=1.0),), (Gap("name", gap, ours),))],
        nearest={("us0", "ru"): Nearest("ru1", 0.2)},
        facts=[Fact("tone", "us", lead, 0, 1)],
        event=Event(title, None),
    )
    markdown = render_markdown(made, verbose=verbose)
    page = pages(markdown)["CommonMark"]
    assert page.tags <= OURS
    assert page.links == []
    shown = one_line(page.text)
    for text in (ours, theirs, gap):
        assert trimmed(text) in shown
    for text in (lead, label, title):
        assert safe(text) in shown
    assert "## Only in" in markdown


@given(words)
def test_bold_words_are_bold_and_seen_as_they_are(marked):
    page = READERS["CommonMark"].renderInline(f"x{strong(marked)}y")
    assert one_line(Seen(page).text) == one_line(f"x{safe(f'<{marked}>')[1:-1]}y")
    assert ("<strong>" in page) == any(char.isalnum() for char in marked)


def test_a_table_has_a_cell_for_each_column_in_every_row():
    """Else GitHub drops what is too much and fills up what is too little."""
    for make in MADE.values():
        rows = [re.split(r"(?<!\\)\|", line) for line in render_markdown(make()).split("\n") if line.startswith("|")]
        assert {len(row) for row in rows} == {len(make().sides) + 3}


def test_a_table_is_filled_up_to_even_columns_where_it_is_fit_to_be_read_so():
    assert table([["", "CN"], ["气候", "100%"]], right=True).split("\n") == [
        "|      | CN   |", "| ---- | ---: |", "| 气候 | 100% |",
    ]  # fmt: skip
    wide = table([["", "US"], ["x" * 200, "y"]])
    assert wide.split("\n")[1:] == ["| --- | --- |", f"| {'x' * 200} | y |"]


def test_rows_are_numbered_through_so_that_people_can_refer_to_them():
    assert re.findall(r"^(\d+)\. ", render_markdown(two()), re.MULTILINE) == ["1", "2", "3", "4"]
    assert re.findall(r"<ol.*>", READERS["GitHub"].render(render_markdown(two()))) == [
        "<ol>", '<ol start="2">', '<ol start="3">',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a?b=c#d", "<https://example.org/a?b=c#d>"),
        ("https://example.org/a|b", "<https://example.org/a%7Cb>"),
        ("javascript:alert(1)", ""),
        ("https://example.org/> <b>", ""),
        ("https://example.org/\x1b[31m", ""),
        ("file:///etc/passwd", ""),
        (None, ""),
    ],
)
def test_only_an_address_on_the_web_becomes_a_link_and_is_shown_whole(url, shown):
    assert link(url) == shown


def test_places_in_an_order_are_named_as_english_has_it():
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st", "111th",
    ]  # fmt: skip


def test_the_sides_are_told_in_words_that_blame_nobody():
    text = render_markdown(two(), verbose=True).lower()
    assert "no matching passage" in text
    assert not re.search(r"\b(?:hid|hides|omit\w*|fail\w*|conceal\w*|ignor\w*)\b", text)


def test_exchanging_the_sides_exchanges_what_only_they_tell():
    made = two()
    turned = render_markdown(replace(made, sides=made.sides[::-1]))
    for account in ("the US account", "Russia’s account"):
        own = re.search(rf"## Only in {account}\n.*?(?=\n## |\n---)", render_markdown(made), re.DOTALL)
        assert own is not None
        assert own[0] in turned


def test_the_registry_gives_what_the_renderer_gives():
    assert render(two(), "md", Look(verbose=True)) == render_markdown(two(), verbose=True)


if __name__ == "__main__":
    for document, (maker, all_of_it) in DOCUMENTS.items():
        golden(document).write_text(render_markdown(maker(), verbose=all_of_it), encoding="utf-8")
