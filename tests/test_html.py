"""The page: its whole structure, what may stand in it, and that text from outside is text.

The expected pages stand in ``golden/`` without look and script; after a wanted change ``python tests/test_html.py``
writes them anew, and the difference is there to be read. What the page does is tried in ``test_html_browser.py``.
"""

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from comparisons import PAYLOAD, comparison, filled, hostile, side, three, two
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from readcmp import compare, load
from readcmp.model import Boilerplate, Event, Link, Readout, Side
from readcmp.rendering import render
from readcmp.rendering.html import render_html
from readcmp.rendering.html.page import direction_of
from readcmp.rendering.json import to_dict
from readcmp.rendering.report.accounts import address
from readcmp.rendering.safe import safe
from readcmp.segmentation import segment

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = Path(__file__).parent.parent / "samples"
PAGES = {"two": two, "three": three}
FETCHING = {"src", "srcset", "style", "action", "formaction", "xlink:href", "poster", "ping", "background"}
VOID = {"meta", "link", "br", "input", "hr", "img"}


class Tree(HTMLParser):
    """A page as a list of (tag, attributes) and, for elements that are asked for, their text."""

    def __init__(self, page, *classes):
        super().__init__()
        self.elements, self.open, self.texts = [], [], []
        self.classes = set(classes)
        self.feed(page)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        assert len(attributes) == len(attrs), f"an attribute twice: {attrs}"
        self.elements.append((tag, attributes))
        if tag in VOID:
            return
        wanted = bool(self.classes & set((attributes.get("class") or "").split()))
        if wanted:
            self.texts.append("")
        self.open.append((tag, wanted))

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if any(wanted for _, wanted in self.open) and not any(tag in ("script", "style") for tag, _ in self.open):
            self.texts[-1] += data


def bare(page):
    """The page without look and script, and without their hashes."""
    page = re.sub(r"&#39;sha256-.+?&#39;", "HASH", page)
    return re.sub(r"(<(style|script)[^>]*>).*?(</\2>)", r"\1\3", page, flags=re.S)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_exactly_as_expected(name):
    assert bare(render_html(PAGES[name]())) == (GOLDEN / f"page-{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("make", [two, three, hostile, lambda: filled(PAYLOAD)])
def test_every_id_is_there_once_and_every_way_inside_the_page_leads_somewhere(make):
    elements = Tree(render_html(make())).elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = {a["href"][1:] for _, a in elements if a.get("href", "").startswith("#")}
    named |= {a[key] for _, a in elements for key in ("aria-labelledby", "for") if key in a}
    assert named <= set(ids)


@pytest.mark.parametrize("make", [two, three, hostile, lambda: filled(PAYLOAD)])
def test_nothing_in_the_page_is_fetched_or_styled_or_run_from_outside(make):
    for tag, attributes in Tree(render_html(make())).elements:
        assert tag not in ("img", "iframe", "object", "embed", "base", "audio", "video", "source", "image", "use")
        for name, value in attributes.items():
            assert not name.startswith("on"), f"{tag} {name}"
            assert name not in FETCHING, f"{tag} {name}"
            if name == "href":
                assert value.startswith(("#", "http://", "https://") if tag == "a" else "data:image/svg+xml,")


def test_the_policy_lets_nothing_in_but_the_look_and_the_script_that_are_there():
    page = render_html(two())
    policy = next(a["content"] for _, a in Tree(page).elements if a.get("http-equiv") == "Content-Security-Policy")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    inside = {tag: re.findall(rf"<{tag}(?! type)[^>]*>(.*?)</{tag}>", page, re.S) for tag in ("style", "script")}
    for tag, found in inside.items():
        hashes = [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in found]
        assert rules[f"{tag}-src"] == " ".join(hashes)
    assert len(inside["script"]) == 1
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"


def test_text_from_outside_adds_no_element_and_no_attribute():
    """The page has the same elements, whether a text is plain or markup."""

    def skeleton(drawn):
        return [(tag, sorted(attributes)) for tag, attributes in Tree(render_html(drawn)).elements]

    assert skeleton(filled(PAYLOAD)) == skeleton(filled("plain"))
    assert skeleton(hostile())


def test_what_acts_in_markup_or_on_the_eye_is_shown_as_it_is():
    words = "<script>alert(1)</script> \"quoted\" 'so' &amp; <!-- \u202e -->"
    us = side("us", "United States", [(words, ["trade"])])
    ru = side("ru", "Russia", [("Climate.", ["climate"])])
    page = render_html(comparison((us, ru)))
    assert safe(words) in Tree(page, "body").texts[0]
    assert "\u202e" not in page


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("JavaScript://example.org/%0aalert(1)", False),
        ("//example.org", False),
        ("https:", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_an_address_is_a_link_only_on_the_web(url, kept):
    assert address(url) == (url if kept else "")
    us = side("us", "United States", [("Climate.", ["climate"])], url=url)
    page = render_html(comparison((us, side("ru", "Russia", [("Trade.", ["trade"])]))))
    assert (">source<" in page) is kept


def test_each_text_says_its_language_and_direction():
    eg = side("eg", "Egypt", [("اتصال هاتفي بين الرئيسين (NATO).", ["contact"])], language="ar")
    cn = side("cn", "China", [("双方通话。", ["contact"])], language="zh-Hans")
    xx = side("xx", "Elsewhere", [("They spoke.", ["contact"])], language='e" onload="x')
    elements = Tree(render_html(comparison((eg, cn, xx)))).elements
    bodies = [a for tag, a in elements if tag == "div" and a.get("class") == "body"]
    assert [(a["lang"], a["dir"]) for a in bodies] == [("ar", "rtl"), ("zh-Hans", "ltr"), ("und", "ltr")]
    assert elements[0] == ("html", {"lang": "en"})
    assert direction_of("") == "ltr"


def in_full(readout):
    """What the page shows of a readout: its text, without the numbers and notes that the page adds."""
    sides = (Side(readout, segment(readout)), side("ru", "Russia", [("Trade.", ["trade"])]))
    page = render_html(comparison(sides, [Link(p.id, "ru0", 0.9) for p in sides[0].points[:1]]))
    page = re.sub(r'<a class="ref".*?</a>', "", page)
    return Tree(page, "body").texts[0]


def compact(text):
    return "".join(safe(text).split())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["They spoke", ". ", "\n", "\n\n", "- ", "trade, aid and peace", "<b>&", "\u202e", " "]))
    .map("".join)
    .filter(str.strip)
)
def test_a_readout_stands_in_the_page_in_full(text):
    assert compact(in_full(Readout("us", "US", text, "us.txt"))) == compact(text)


def test_furniture_is_shown_faintly_and_paragraphs_stay_apart():
    text = "Home | News\n\nBeijing -- They spoke\nof trade.\n\n- Aid came up.\n* So did peace.\n\n###\n"
    kinds = {"Home | News": "menu", "Beijing --": "dateline", "- Aid": "bullet", "* So": "bullet", "###": "rule"}
    pieces = tuple(
        Boilerplate(text.index(words), text.index(words) + (1 if kind == "bullet" else len(words)), kind)
        for words, kind in kinds.items()
    )
    readout = Readout("us", "US", text, "us.txt", boilerplate=pieces)
    page = render_html(comparison((Side(readout, segment(readout)), two().sides[1])))
    body = re.search(r'<div class="body"[^>]*>\n(.*?)</div>', page, re.S)[1]
    shown = re.sub(r'<a class="ref".*?</a>|data-[a-z]+(?:="[^"]*")?|id="[^"]*"', "", body)
    assert re.sub(r" +>", ">", shown) == (
        '<p class="faint"><span class="boilerplate">Home | News</span></p>\n'
        '<p><span class="boilerplate">Beijing --</span> <span class="point rest">They spoke of trade.</span></p>\n'
        '<p class="item"><span class="boilerplate">-</span> <span class="point rest">Aid came up.</span></p>\n'
        '<p class="item"><span class="boilerplate">*</span> <span class="point rest">So did peace.</span></p>\n'
        '<p class="faint"><span class="boilerplate">###</span></p>\n'
    )


def test_the_fragment_is_the_page_in_a_frame_of_its_own():
    elements = Tree(render_html(two(), fragment=True)).elements
    assert [tag for tag, _ in elements] == ["iframe"]
    assert elements[0][1]["srcdoc"] == render_html(two())
    assert "allow-same-origin" not in elements[0][1]["sandbox"]


def test_the_same_comparison_gives_the_same_page_and_the_environment_decides_nothing(monkeypatch):
    before = render_html(two())
    for name, value in (("NO_COLOR", "1"), ("LANG", "ru_RU.UTF-8"), ("TZ", "Asia/Shanghai")):
        monkeypatch.setenv(name, value)
    assert render_html(two()) == before


def test_every_finding_of_three_sides_is_there_whatever_another_side_tells():
    made = three()
    page = render_html(made, findings=2)
    assert page.count('<li class="finding"') == len(made.findings) > 2
    assert "data-points" not in page


def test_the_sides_are_told_in_words_that_blame_nobody():
    words = " ".join(Tree(render_html(two()), "masthead", "sides", "findings", "rail", "accounts", "alone").texts)
    assert "no matching passage" in words
    assert not re.search(r"\b(?:hid|hides|omit\w*|fail\w*|conceal\w*|ignor\w*)\b", words.lower())


def test_a_title_takes_the_place_of_the_names():
    assert "<h1>A call of two presidents</h1>" in render_html(two())
    assert "<h1>The United States and Russia: two accounts</h1>" in render_html(replace(two(), event=Event()))


def test_a_link_to_the_page_tells_its_title_and_whose_accounts_it_has():
    metas = {
        a.get("property") or a.get("name"): a.get("content")
        for tag, a in Tree(render_html(two())).elements
        if tag == "meta"
    }
    assert metas["og:title"] == "A call of two presidents, 4 May 2031"
    assert metas["og:description"] == metas["description"]
    assert metas["description"] == "United States and Russia: their accounts side by side, 6 differences."


def test_the_data_in_the_page_are_the_comparison_whatever_its_texts():
    for drawn in (two(), three(), hostile(), filled(PAYLOAD)):
        page = render_html(drawn)
        data = re.search(r'<script type="application/json" id="comparison">(.*?)</script>', page, re.S)[1]
        assert json.loads(data) == to_dict(drawn)
        assert not set("<>&") & set(data)


def test_the_page_of_a_usual_pair_stays_small():
    folder = SAMPLES / "2024-04-02-biden-xi"
    page = render(compare([load(folder / "us.txt"), load(folder / "cn.txt")], engine="fuzzy"), "html")
    assert len(page.encode()) < 300_000
    assert page.endswith("</html>\n")


if __name__ == "__main__":
    for page_name, make_page in PAGES.items():
        (GOLDEN / f"page-{page_name}.html").write_text(bare(render_html(make_page())), "utf-8")
