"""The package as a Python program or a notebook uses it."""

import copy
import pickle
from dataclasses import replace
from html.parser import HTMLParser

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
    assert made.to_dict()["schema"] == "readcmp.comparison/1"


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
