"""Front matter says what a readout is, safely, and what is wrong with it is told by file and line."""

from itertools import pairwise

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from readcmp.errors import InputError
from readcmp.loading import front_matter, load_text
from readcmp.loading.front_matter import KEYS, Matter, split_matter


def test_every_key_is_read_and_the_text_below_it_is_the_body():
    text = (
        "---\nside: us\nlabel: Washington\ndate: 2020-07-23\ntitle: 'Call: trade'\nlanguage: en\npublisher: state\n"
        "url: https://example.org/1\nshelf: 4\n---\nThe leaders met.\n"
    )
    assert split_matter(text, "x") == (
        Matter("us", "Washington", "2020-07-23", "Call: trade", "en", "state", "https://example.org/1"),
        "The leaders met.\n",
    )


@pytest.mark.parametrize(
    "value", ["2020-07-23", "'2020-07-23'", "2020-07-23T20:15:00Z", "2020-07-23 20:15", "20200723"]
)
def test_dates_become_iso_dates(value):
    assert split_matter(f"---\ndate: {value}\n---\nx", "x")[0].date == "2020-07-23"


def test_a_key_in_capitals_counts_and_one_in_lower_case_beside_it_counts_more():
    matter = split_matter("---\nSide: us\nDATE: 2024-05-03\nTitle: A\ntitle: B\n---\nx", "x")[0]
    assert (matter.side, matter.date, matter.title) == ("us", "2024-05-03", "B")


@pytest.mark.parametrize("value", ["Call #5", "#5", "C# talks #2"])
def test_a_value_that_ends_at_a_number_sign_is_told_of(value):
    assert "ends before its #" in split_matter(f"---\ntitle: {value}\n---\nx", "x")[0].notes[0]


@pytest.mark.parametrize("value", ["'Call #5'", '"#5"', "C#", "Call # a comment"])
def test_a_value_that_keeps_its_number_sign_or_has_a_true_comment_is_not_told_of(value):
    assert split_matter(f"---\ntitle: {value}\n---\nx", "x")[0].notes == ()


@pytest.mark.parametrize("value", ["Call: trade", '"Call" on trade', "@office", "Readout: a: b"])
def test_a_value_that_yaml_cannot_read_is_answered_with_what_to_do(value):
    with pytest.raises(InputError) as caught:
        split_matter(f"---\ntitle: {value}\n---\nx", "x")
    assert caught.value.hint == "put the value in quotation marks: title: '...'"


@pytest.mark.parametrize("value", ["", "~", "null", "''"])
def test_a_key_without_a_value_says_nothing(value):
    assert split_matter(f"---\ntitle: {value}\n---\nx", "x")[0].title is None


@pytest.mark.parametrize("text", ["The leaders met.", "---\n\nThe leaders met.\n", "--- side: us ---\nx", "----\nx"])
def test_a_text_without_front_matter_is_its_own_body(text):
    assert split_matter(text, "x") == (Matter(), text)


def test_norway_is_not_false():
    assert split_matter("---\nside: no\n---\nx", "x")[0].side == "no"


def test_front_matter_may_end_with_dots_and_be_empty():
    assert split_matter("---\nside: us\n...\nx", "x") == (Matter(side="us"), "x")
    assert split_matter("---\n---\nx", "x") == (Matter(), "x")


def test_a_value_over_several_lines_becomes_one_line():
    assert split_matter("---\ntitle: >\n  A call\n  on trade\n---\nx", "x")[0].title == "A call on trade"


@pytest.mark.parametrize(
    ("block", "line", "what"),
    [
        ("side: us\ntitle: a: b", 3, "is not YAML"),
        ("side: [us", 3, "is not YAML"),
        ("side: us\n\ttitle: x", 3, "is not YAML"),
        ("- us\n- ru", 2, "not made of 'key: value' lines"),
        ("just words", 2, "not made of 'key: value' lines"),
        ("side: us\ndate: July 23", 3, "'July 23' is not a date"),
        ("date: 2020-13-45", 2, "is not a date"),
        ("side: us\ntitle: [a, b]", 3, "title in the front matter is not text"),
        ("title: {a: b}", 2, "title in the front matter is not text"),
        ("a: &a [*a]", 2, "is not YAML"),
        ("title: " + "[" * 4000 + "]" * 4000, 2, "nested too deep|nesting depth"),
        ("x: " + "y" * 20_000, 1, "longer than 10,000 characters"),
    ],
)
def test_what_is_wrong_is_told_by_line(block, line, what):
    with pytest.raises(InputError, match=what) as caught:
        split_matter(f"---\n{block}\n---\nThe leaders met.", "us.txt")
    assert str(caught.value).startswith(f"us.txt:{line}: ")
    assert "\n" not in str(caught.value)


def test_front_matter_without_an_end_is_told():
    with pytest.raises(InputError, match="does not end"):
        split_matter("---\nside: us\n\nThe leaders met.", "x")


def test_tags_build_nothing(tmp_path):
    trace = tmp_path / "trace"
    matter, _ = split_matter(f"---\nx: !!python/object/apply:os.mkdir ['{trace}']\nside: us\n---\nx", "x")
    assert matter.side == "us"
    assert not trace.exists()


def test_aliases_that_would_grow_without_bound_do_not():
    names = "abcdefghijklmnop"
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n" for before, name in pairwise(names)
    )
    assert split_matter(f"---\n{bomb}side: us\n---\nx", "x")[0].side == "us"
    with pytest.raises(InputError, match="not text") as caught:
        split_matter(f"---\n{bomb}title: *p\n---\nx", "x")
    assert len(str(caught.value)) < 200


@given(st.text(st.sampled_from("ab:-[]{}&*!|>'\"# \n\t%@`,?~0"), max_size=60))
def test_any_front_matter_is_read_or_refused_in_one_line(block):
    try:
        matter, _ = split_matter(f"---\n{block}\n---\nx", "x")
    except InputError as error:
        said = str(error)
    else:
        said = ""
        assert all(value is None or isinstance(value, str) for value in (getattr(matter, key) for key in KEYS))
    assert "\n" not in said


@given(st.text(st.sampled_from("ab1: #-'\"[{,.&*!|>%@`~é中\t\u00a0\u2028\x07\n"), max_size=30))
@example("https://a.b/c?d=1#e")
@example("2020-07-23 \nno: yes\na: \tc")
@example("b:")
@example(">-\n  one: # two\n  b\nc: d")
@example(">-\n  one \n  b\n")
@example(">-\nc: d")
@example(">-\n")
@example("b\n\nc: d")
def test_what_is_read_without_yaml_is_what_yaml_reads(block):
    plain = front_matter._plain(f"a: {block}\n")
    if plain is not None:
        assert plain == yaml.load(f"a: {block}\n", Loader=yaml.CBaseLoader)


@pytest.mark.parametrize(
    ("lines", "moment"),
    [
        ("published: 2024-05-03T14:05:00Z", "2024-05-03T14:05:00Z"),
        ("published: 2024-05-03 14:05+02:00", "2024-05-03T12:05:00Z"),
        ("published: Fri, 3 May 2024 14:05:00 -0400", "2024-05-03T18:05:00Z"),
        ("date: 2024-05-03T23:30-04:00", "2024-05-04T03:30:00Z"),
        ("date: 2024-05-03T23:30-04:00\npublished: 2024-05-04T00:00Z", "2024-05-04T00:00:00Z"),
        ("date: 2024-05-03 23:30", None),
        ("published: 2024-05-03", None),
        ("published: true", None),
        ("published: [2024-05-03T14:05:00Z]", None),
        ("published: 0001-01-01T00:00+05:00", None),
    ],
)
def test_the_moment_of_publication_is_told_in_utc_where_its_zone_is_known(lines, moment):
    readout = load_text(f"---\nside: us\n{lines}\n---\nThe leaders discussed grain.\n")
    assert (readout.published, readout.notes) == (moment, ())


def test_a_moment_without_a_zone_is_set_aside_with_a_note():
    readout = load_text("---\nside: us\npublished: 2024-05-03 14:05\n---\nThe leaders discussed grain.\n")
    assert readout.published is None
    assert "has no time zone" in readout.notes[0]
