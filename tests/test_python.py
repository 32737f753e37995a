"""The package as a Python program or a notebook uses it."""

import copy
import pickle
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from comparisons import two

import readcmp
from readcmp import Comparison, ReadcmpError, Readout, compare, load, load_text
from readcmp.rendering import FORMATS, Look, draw, render
from readcmp.rendering.json import to_dict
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


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(made):
    (tag, frame), *more = Frames(made._repr_html_()).found
    assert (tag, more) == ("iframe", [])
    assert frame["srcdoc"] == made.render("html")
    assert "allow-same-origin" not in frame["sandbox"]


def test_a_comparison_is_short_where_a_program_prints_it(made):
    assert repr(made) == f"<Comparison of us, ru; links: {len(made.links)}, findings: {len(made.findings)}>"


def test_one_put_together_by_hand_cannot_show_itself_and_says_so():
    assert two()._repr_html_() is None
    with pytest.raises(RuntimeError, match="compare"):
        two().to_dict()
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
