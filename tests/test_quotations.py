"""Quotations: whole clauses on one line, with the verb and what it governs, and with the words that differ marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcmp.comparing.findings.quotations import MOST, ROOM, WHOLE, cut, quote_points
from readcmp.model import Act, Point, Readout, Side
from readcmp.vocabulary import ActClass

LONG = (
    "The key condition for keeping the conflict from growing, and for finding a political way out by diplomatic means, "
    "was said by the President, who spoke of it at some length, to be that all foreign military help comes to an end, "
    "so that the talks can begin at once and without further terms"
)


def side(text, *ends, lead="", sentence=0, act=None, name="us"):
    """A side whose points are stretches of a text, each given by where it ends."""
    starts = (0, *ends[:-1])
    points = tuple(
        Point(f"{name}{n}", start, end, text[start:end], sentence=sentence, lead=lead, act=act)
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    return Side(Readout(name, name.upper(), text, f"{name}.txt"), points)


def test_a_short_passage_is_quoted_whole_on_one_line_without_its_full_stop():
    us = side("The sides agreed\n to  build a line.", 36)
    (quote,) = quote_points([us], us.points, [])
    assert (quote.side, quote.point, quote.text) == ("us", "us0", "The sides agreed to build a line")


def test_the_clause_that_governs_a_passage_goes_before_it():
    us = side("the release of captives", 23, lead="The President raised")
    assert quote_points([us], us.points, [])[0].text == "The President raised … the release of captives"


def test_a_long_passage_is_cut_at_a_clause_and_after_its_verb():
    text = cut(LONG, "was said")
    assert text.startswith("The key condition")
    assert "was said by the President" in text
    assert text.endswith(" …")
    assert LONG[len(text) - 2] in ",;"


def test_a_long_passage_is_not_cut_before_the_words_that_make_the_difference():
    assert "military help comes to an end" in cut(LONG, "was said", ["military help comes to an end"])


@given(st.text(alphabet="ab ,.;—，。国", max_size=900), st.sampled_from(["", "ab", "国"]))
def test_a_quotation_is_a_stretch_of_its_passage_and_no_longer_than_the_longest_allowed(text, verb):
    text = " ".join(text.split())
    found = cut(text, verb)
    assert found.removeprefix("… ").removesuffix(" …") in text
    assert len(found) <= MOST + len("… ") + len(" …")


def test_what_differs_is_marked_where_it_stands_in_the_quotation():
    us = side("They agreed on a pause for energy and infrastructure.", 53, lead="")
    (quote,) = quote_points([us], us.points, [("us", "ENERGY and  infrastructure"), ("ru", "pause")])
    assert [quote.text[start:end] for start, end in quote.marks] == ["energy and infrastructure"]


def test_passages_that_follow_each_other_are_quoted_in_one_go_and_at_most_two_stretches_of_a_side():
    text = "They spoke of grain, of gas and of coal."
    us = side(text, 20, 28, len(text))
    assert [quote.text for quote in quote_points([us], us.points, [])] == ["They spoke of grain, of gas and of coal"]
    apart = [us.points[0], us.points[2]]
    assert [quote.point for quote in quote_points([us], apart, [])] == ["us0", "us2"]


@pytest.mark.parametrize("text", ["中" * 600, "a" * 900, "a b " * 300])
def test_a_passage_without_any_clause_is_cut_all_the_same(text):
    assert ROOM // 3 <= len(cut(text, "")) <= MOST + 5


def test_a_verb_that_stands_before_the_passage_lets_it_be_cut_at_its_first_clause():
    act = Act(ActClass.REPORT, "discussed", 0)
    text = "the " + "long road to peace, " * 20
    us = side(text, len(text), lead="They discussed", act=act)
    (quote,) = quote_points([us], us.points, [])
    assert len(quote.text) < WHOLE
    assert quote.text.endswith(" …")
