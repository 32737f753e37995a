"""Text from outside stays text in Markdown: what two readers of the format make of it, wherever it stands."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from readcmp.rendering.markdown import escape
from readcmp.rendering.safe import safe

PLACES = {
    "paragraph": "{}",
    "after words": "It says “{}” and more.",
    "after a list's lead": "- US: {}",
    "item": "- {}",
    "numbered item": "1. {}",
    "heading": "## {}",
    "quotation": "> {}",
    "in bold": "a **{}** b",
    "in a link": "[{}](https://example.org/)",
    "cell": "| a | b |\n| --- | --- |\n| x | {} |",
    "first cell": "| {} | b |\n| --- | --- |\n| x | y |",
    "under a line": "above\n{}",
}
READERS = {
    "CommonMark": MarkdownIt("commonmark").enable("table"),
    "GitHub": MarkdownIt("gfm-like", {"linkify": True}),
}
OURS = {"p", "ul", "ol", "li", "h2", "blockquote", "strong", "a", "table", "thead", "tbody", "tr", "th", "td"}

HOSTILE = (
    "# no heading", "## no heading ##", "- no item", "+ no item", "* no item", "1. no item", "12) no item", "2030.",
    "> no quotation", "---", "***", "===", "~~~ no code", "```no code```", "`code`", "``", "a\\", "\\", "\\# a",
    "*a* **b** _c_ __d__ ~e~ ~~f~~", "a_b_c", "*", "**", "_", "<b>bold</b>", "<!-- gone -->", "<script>x()</script>",
    "<https://example.org/>", "[a](https://example.org/)", "![a](https://example.org/a.png)", "[a][b]", "[^1]", "]",
    "[x] done", "[!NOTE]", "a | b | c", "| --- |", ":--", "&lt;b&gt; &amp; &#35; &copy;", "R&D, AT&T;", "a\nb\n\nc",
    "    four spaces", "\ttab", "https://example.org/a_b_", "see www.example.org/.", "a@example.org", "$x$ and $$y$$",
    "Terms & conditions: 5 < 6 > 4", "“quoted” ‘words’ – and dashes —", "x\u202ey\x1b[31m",
)  # fmt: skip


class Seen(HTMLParser):
    """What a reader of a page sees: its text, and the elements that it is in."""

    def __init__(self, page):
        super().__init__()
        self.text, self.tags, self.links = "", set(), []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data):
        self.text += data


def seen(markdown, reader):
    return Seen(READERS[reader].render(markdown))


def one_line(text):
    return " ".join(text.replace("\u200b", "").split())


def assert_plain(text, place, reader):
    """The text is seen as ``safe`` gives it, and makes nothing but what its place makes of a word."""
    shown, word = seen(PLACES[place].format(escape(text)), reader), seen(PLACES[place].format("Xyz"), reader)
    assert one_line(shown.text) == one_line(word.text.replace("Xyz", safe(text)))
    assert shown.tags == word.tags <= OURS
    assert shown.links == word.links


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_what_would_act_is_shown_as_it_is(text, place, reader):
    assert_plain(text, place, reader)


@given(
    st.text(st.sampled_from("\\`*_[]()<>|~&#;$:/@!+-=. \n1aAwW.é中\u0301"), min_size=1, max_size=30),
    st.sampled_from(sorted(PLACES)),
)
def test_any_text_is_shown_as_it_is(text, place):
    if safe(text):
        assert_plain(text, place, "CommonMark")


@pytest.mark.parametrize(
    ("text", "called"), [("@name", "@name"), ("a@b.org", "@b"), ("#12", "#12"), ("GH-12", "GH-12"), ("a/b#1", "#1"),
                         (":rocket:", ":rocket:"), ("(@name)", "@name")],
)  # fmt: skip
def test_what_github_would_call_by_its_name_is_parted_from_its_sign(text, called):
    shown = seen(f"words {escape(text)}", "GitHub").text
    assert called not in shown
    assert called in shown.replace("\u200b", "")


@pytest.mark.parametrize(
    "text",
    [
        "The President (U.S.) raised up to $30 billion, 10–15% of it by 7 May 2031.", "R&D and AT&T", "a_b_c", "5 > 4",
        "Call: 10:30:45", "50/50", "No. 1, “quoted”, it's – so…", "双方就气候变化问题交换意见。", "1.5 million",
        "#peace",
    ],
)  # fmt: skip
def test_common_text_stays_fit_to_read_in_the_source(text):
    assert escape(f"It says {text}") == f"It says {text}"
