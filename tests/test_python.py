"""The package as a Python program or a notebook uses it."""

import copy
import pickle
import re
import shutil
import sys
import webbrowser
from html import escape
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from types import ModuleType, NoneType, SimpleNamespace
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from comparisons import hostile, three, two
from markdown_it import MarkdownIt
from msgspec.structs import replace

import readcmp
from readcmp import Comparison, ReadcmpError, Readout, compare, load, load_text
from readcmp.rendering import FORMATS, Look, draw, render
from readcmp.rendering.csv import TABLES
from readcmp.rendering.json import to_dict
from readcmp.rendering.report import Report
from readcmp.rendering.safe import safe
from readcmp.rendering.view import View
from readcmp.showing import Showing

OURS = "---\nside: us\ndate: 2031-05-04\n---\nThe leaders discussed trade and the natural gas pipeline.\n"
THEIRS = "The presidents noted that trade has grown."


@pytest.fixture(scope="module")
def made():
    return compare([load_text(OURS), load_text(THEIRS, side="ru", language="en")], engine="fuzzy")


def test_every_name_that_is_offered_is_there():
    for name in readcmp.__all__:
        assert getattr(readcmp, name) is not None
        assert name in dir(readcmp)
    assert {name for name in dir(readcmp) if not name.startswith("__")} == {*readcmp.__all__} - {"__version__"}
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = readcmp.nothing


def test_a_text_at_hand_is_read_as_a_file_is(tmp_path):
    (tmp_path / "us.txt").write_text(OURS, encoding="utf-8")
    assert replace(load_text(OURS), source="") == replace(load(tmp_path / "us.txt"), source="")
    assert isinstance(load_text(THEIRS, side="ru"), Readout)
    for bad in ("", " \n", "---\nside: us\n---\n", "\x00\x01"):
        with pytest.raises(ReadcmpError):
            load_text(bad, side="us")


@pytest.mark.parametrize("form", FORMATS)
def test_a_comparison_gives_itself_in_every_format(made, form):
    assert made.render(form) == render(made, form)


def test_a_comparison_takes_looks_by_name(made):
    assert made.render() == made.render("terminal") == render(made, "terminal")
    assert made.render("csv", table="points") == render(made, "csv", Look(table="points"))
    assert made.render(width=60, verbose=True) == render(made, "terminal", Look(width=60, verbose=True))


@pytest.mark.parametrize(
    ("form", "look", "says"),
    [
        ("docx", {}, "no format is called 'docx'; there are terminal"),
        ("csv", {"tabel": "x"}, "no look is called 'tabel'; there are width"),
        ("csv", {"table": "x"}, "no table is called 'x'; there are links"),
    ],
)
def test_a_format_or_a_look_that_there_is_not_is_told_with_those_there_are(made, form, look, says):
    with pytest.raises(ReadcmpError, match=says):
        made.render(form, **look)


def test_the_dict_is_the_contract(made):
    assert made.to_dict() == to_dict(made)
    assert made.to_dict()["schema"] == "readcmp.comparison/2"


class Frames(HTMLParser):
    """The frames of a page and what stands in them."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


STATIC = {"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "b", "br"}
"""Elements that every view of a notebook shows."""


@pytest.mark.parametrize("maker", [two, three, hostile])
def test_a_notebook_shows_the_key_differences_without_script_frame_or_anything_from_elsewhere(maker):
    comparison = replace(maker(), draw=draw)
    table = comparison._repr_html_()
    elements = Frames(table).found
    assert {tag for tag, _ in elements} <= STATIC
    assert {name for _, attributes in elements for name in attributes} <= {"style", "dir", "colspan"}
    assert len(table.splitlines()) <= 30
    for side in comparison.sides:
        assert escape(safe(side.readout.label)) in table
    shown = Report(View(comparison)).differences
    assert shown
    assert table.count("<tr>") == min(len(shown), 8) + 2
    assert all(escape(one.headline) in table for one in shown[:8])


def test_a_notebook_says_of_each_difference_who_tells_it_and_in_which_words():
    table = replace(two(), draw=draw)._repr_html_()
    row = next(line for line in table.splitlines() if "The work of joint ventures was praised" in line)
    assert row.index("no matching passage") < row.index("The work of joint ventures")


@pytest.mark.parametrize("maker", [two, three, hostile])
def test_the_same_stands_in_markdown(maker):
    comparison = replace(maker(), draw=draw)
    page = MarkdownIt("gfm-like").render(comparison._repr_markdown_())
    rows = Frames(page).found
    assert sum(tag == "tr" for tag, _ in rows) == min(len(Report(View(comparison)).differences), 8) + 1
    assert sum(tag == "th" for tag, _ in rows) == len(comparison.sides) + 2
    assert not {"script", "img", "a"} & {tag for tag, _ in rows}


def test_a_long_quotation_is_cut_and_says_so():
    long = "The minister warned that sanctions on Iran would harm " + "the ports of the north and of the south, " * 12
    made = compare([load_text(OURS), load_text(f"{long}and trade.\n", side="ru", language="en")], engine="fuzzy")
    quotes = re.findall("“([^”]*)”", made._repr_markdown_().replace("**", ""))
    cut = [quote for quote in quotes if quote.startswith("The minister warned")]
    assert cut
    assert all(len(quote) <= 260 and quote.endswith("…") for quote in cut)


def test_show_opens_the_page_in_the_browser(made, monkeypatch):
    opened = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    made.show()
    (address,) = opened
    page = Path(url2pathname(urlsplit(address).path))
    assert page.read_text(encoding="utf-8") == made.render("html")
    shutil.rmtree(page.parent)


def test_show_displays_the_page_below_the_cell_of_a_notebook(made, monkeypatch):
    shown = []
    shell, view = ModuleType("IPython"), ModuleType("IPython.display")
    shell.get_ipython = lambda: SimpleNamespace(kernel=object())
    view.HTML, view.display = str, shown.append
    monkeypatch.setitem(sys.modules, "IPython", shell)
    monkeypatch.setitem(sys.modules, "IPython.display", view)
    monkeypatch.setattr(webbrowser, "open", lambda _: pytest.fail("no browser is opened"))
    made.show()
    (tag, frame), *more = Frames(*shown).found
    assert (tag, more) == ("iframe", [])
    assert frame["srcdoc"] == made.render("html")
    assert "allow-same-origin" not in frame["sandbox"]


@pytest.mark.parametrize("maker", [two, three, hostile])
def test_a_table_is_a_data_frame_with_the_type_of_each_column(maker):
    pytest.importorskip("pandas", reason="pandas is not installed; pip install -e '.[dev]' has it")
    comparison = replace(maker(), draw=draw)
    for table, (columns, rows) in TABLES.items():
        frame = comparison.to_pandas(table)
        assert tuple(frame.columns) == columns
        assert len(frame) == len([*rows(View(comparison))])
        for name in columns:
            values = frame[name].dropna()
            kinds = {type(value) for row in rows(View(comparison)) for value in [row[columns.index(name)]]} - {NoneType}
            assert str(frame[name].dtype) in ("string", "str") or kinds <= {int, float, bool}, name
            text = any(issubclass(kind, str) for kind in kinds)
            assert text or str(frame[name].dtype) not in ("string", "str") or values.empty, name
    assert comparison.to_pandas().equals(comparison.to_pandas("links"))


def test_the_cells_of_a_data_frame_have_no_guard():
    pytest.importorskip("pandas", reason="pandas is not installed; pip install -e '.[dev]' has it")
    made = compare([load_text(OURS), load_text("=1+1 trade has grown.", side="ru", language="en")], engine="fuzzy")
    assert made.to_pandas("points")["text"].str.startswith("=1+1").any()


def test_without_pandas_one_line_says_what_to_install(made, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ReadcmpError, match=r"to_pandas\(\) needs the extra 'pandas'; .*readcmp\[pandas\]"):
        made.to_pandas()
    with pytest.raises(ReadcmpError, match="no table is called 'pairs'; there are links"):
        made.to_pandas("pairs")


def test_a_comparison_is_short_where_a_program_prints_it(made):
    assert repr(made) == f"<Comparison of us, ru; links: {len(made.links)}, findings: {len(made.findings)}>"


def test_one_put_together_by_hand_cannot_show_itself_and_says_so():
    assert two()._repr_html_() is None
    assert two()._repr_markdown_() is None
    for call in (two().to_dict, two().to_pandas, two().show):
        with pytest.raises(RuntimeError, match="compare"):
            call()
    assert replace(two(), draw=draw).render("json") == render(two(), "json")


def test_a_comparison_can_be_kept_and_copied_and_what_draws_it_makes_no_difference(made):
    for other in (pickle.loads(pickle.dumps(made)), copy.deepcopy(made), replace(made, draw=None)):
        assert other == made
    assert pickle.loads(pickle.dumps(made)).render("md") == made.render("md")


def test_the_model_can_show_itself_and_is_still_frozen(made):
    assert isinstance(made, Showing)
    assert isinstance(made, Comparison)
    with pytest.raises(AttributeError):
        made.engine = "magic"
    assert not hasattr(made, "__dict__")


ODD = {
    "text for readouts": lambda us, ru: compare("us.txt"),
    "number for readouts": lambda us, ru: compare(7),
    "nothing for readouts": lambda us, ru: compare(None),
    "path for a readout": lambda us, ru: compare([us, "ru.txt"]),
    "one readout": lambda us, ru: compare(iter([us])),
    "engine": lambda us, ru: compare([us, ru], engine="magic"),
    "engine that is none": lambda us, ru: compare([us, ru], engine=None),
    "strictness": lambda us, ru: compare([us, ru], strictness="zzz"),
    "pins": lambda us, ru: compare([us, ru], engine="fuzzy", pins=7),
    "missing pins": lambda us, ru: compare([us, ru], engine="fuzzy", pins="none.yaml"),
    "lexicon": lambda us, ru: compare([us, ru], engine="fuzzy", lexicon=7),
    "missing lexicon": lambda us, ru: compare([us, ru], engine="fuzzy", lexicon="none.yaml"),
    "lexicon with a NUL": lambda us, ru: compare([us, ru], engine="fuzzy", lexicon=Path("a\0")),
    "pins with a NUL": lambda us, ru: compare([us, ru], engine="fuzzy", pins=Path("a\0")),
    "cache": lambda us, ru: compare([us, ru], engine="fuzzy", cache=7),
    "watch": lambda us, ru: compare([us, ru], engine="fuzzy", watch=7),
    "watch of numbers": lambda us, ru: compare([us, ru], engine="fuzzy", watch=[7]),
    "watch of no topic": lambda us, ru: compare([us, ru], engine="fuzzy", watch="beekeeping"),
    "title": lambda us, ru: compare([us, ru], engine="fuzzy", title=7),
    "load of text": lambda us, ru: load(StringIO(THEIRS)),
    "load of nothing": lambda us, ru: load(None),
    "load of a number": lambda us, ru: load(7),
    "load of half a character": lambda us, ru: load("\ud800"),
    "load of a NUL": lambda us, ru: load("a\0b"),
    "load of a closed stream": lambda us, ru: load(closed()),
    "side of a number": lambda us, ru: load_text(THEIRS, side=7),
    "language of a number": lambda us, ru: load_text(THEIRS, language=7),
    "text of bytes": lambda us, ru: load_text(b"They met."),
    "width of text": lambda us, ru: compare([us, ru], engine="fuzzy").render(width="a"),
    "width of nothing": lambda us, ru: compare([us, ru], engine="fuzzy").render(width=0),
    "findings of text": lambda us, ru: compare([us, ru], engine="fuzzy").render(findings="a"),
    "format of a list": lambda us, ru: compare([us, ru], engine="fuzzy").render([]),
    "table of a list": lambda us, ru: compare([us, ru], engine="fuzzy").render("csv", table=[]),
}


def closed():
    stream = BytesIO(b"They met.")
    stream.close()
    return stream


@pytest.mark.parametrize("call", ODD.values(), ids=ODD)
def test_whatever_cannot_be_an_argument_is_a_readcmp_error_of_one_line(call):
    with pytest.raises(ReadcmpError) as raised:
        call(load_text(OURS), load_text(THEIRS, side="ru", language="en"))
    assert str(raised.value).isprintable()


def test_readouts_may_come_from_anything_that_can_be_gone_through(made):
    readouts = [load_text(OURS), load_text(THEIRS, side="ru", language="en")]
    assert compare((readout for readout in readouts), engine="fuzzy") == made


def test_paths_may_be_given_as_text(tmp_path):
    readouts = [load_text(OURS), load_text(THEIRS, side="ru", language="en")]
    (tmp_path / "pins.yaml").write_text("apart: [{us: natural gas, ru: trade has grown}]\n")
    (tmp_path / "own.yaml").write_text("topics: {fish: {label: Fish, terms: {en: fish*}}}\n")
    found = [
        compare(
            readouts, engine="fuzzy", pins=kind(tmp_path / "pins.yaml"), lexicon=kind(tmp_path / "own.yaml"),
            cache=kind(tmp_path / "vectors.sqlite"),
        )
        for kind in (str, Path)
    ]  # fmt: skip
    assert found[0] == found[1]


def test_topics_to_watch_may_be_given_as_one_text(made):
    readouts = [load_text(OURS), load_text(THEIRS, side="ru", language="en")]
    for watch in ("trade, energy", ["trade", "energy"], ["trade,energy"], (w for w in ("trade", "energy"))):
        assert [w.id for w in compare(readouts, engine="fuzzy", watch=watch).watched] == ["trade", "energy"]
    assert compare(readouts, engine="fuzzy", watch=None) == made


def test_a_title_of_ones_own_stands_in_every_output(made):
    readouts = [side.readout for side in made.sides]
    titled = compare(readouts, engine="fuzzy", title="  A call\nabout grain ")
    for form in ("terminal", "md", "json", "html"):
        assert "A call about grain" in titled.render(form)
    assert compare(readouts, engine="fuzzy", title=" ") == made
