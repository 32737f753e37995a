"""Numbers, dates and quoted words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcmp.marking.figures import figures


def values(text, language="en", **more):
    return [(figure.kind, figure.value) for figure in figures(text, language, **more)]


@pytest.mark.parametrize(
    "text",
    [
        "$500 million",
        "500 million dollars",
        "500 million U.S. dollars",
        "half a billion dollars",
        "US$ 500,000,000",
        "$0.5 billion",
    ],
)
def test_one_sum_has_one_value_however_it_is_written(text):
    assert values(text) == [("number", "500000000 usd")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30 percent", "30%"),
        ("30%", "30%"),
        ("3,000 troops", "3000"),
        ("1.5 degrees", "1.5"),
        ("three hundred", "300"),
        ("the 50th anniversary", "50th"),
        ("eleven states", "11"),
    ],
)
def test_numbers_come_in_one_form(text, value):
    assert values(text) == [("number", value)]


@pytest.mark.parametrize(
    "text",
    ["COVID-19", "the G7", "5G", "the 2+2 talks", "F-16s", "two points", "at 10:30", "one China", "a three-way race"],
)
def test_what_only_looks_like_a_number_is_none(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("July 23, 2020", "2020-07-23"),
        ("23 July 2020", "2020-07-23"),
        ("on July 23", "--07-23"),
        ("June 2021", "2021-06"),
        ("since 2014", "2014"),
        ("June 16–17, 2021", "2021-06-16"),
        ("the 3rd of May", "--05-03"),
    ],
)
def test_dates_come_as_far_as_they_are_said(text, value):
    assert values(text) == [("date", value)]


def test_a_month_that_is_a_verb_is_no_date():
    assert values("they may 5 times march 3 miles") == [("number", "5"), ("number", "3")]


def test_the_year_of_the_readout_completes_a_date():
    assert values("on July 23", year=2020) == [("date", "2020-07-23")]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("23 июля 2020 года", "ru", ("date", "2020-07-23")),
        ("2,5 млрд долларов", "ru", ("number", "2500000000 usd")),
        ("500 000 человек", "ru", ("number", "500000")),
        ("2020年7月23日", "zh", ("date", "2020-07-23")),
        ("12月7日", "zh", ("date", "--12-07")),
        ("5亿美元", "zh", ("number", "500000000 usd")),
        ("30%", "xx", ("number", "30%")),
    ],
)
def test_other_languages_write_them_otherwise(text, language, value):
    assert values(text, language) == [value]


@pytest.mark.parametrize(
    "text", ["so-called “red lines”", 'as"red lines" go', "«Red lines»", "„red lines“", "the ‘red lines,’ he"]
)
def test_quoted_words_are_the_same_in_any_quotes(text):
    assert values(text) == [("quote", "red lines")]


def test_apostrophes_are_no_quotes():
    assert values("the allies’ aims and Russia’s 'own") == []


@given(
    st.text(alphabet=st.sampled_from('0123456789 ,.$%-–:JulyMay"“”‘’年月日亿'), max_size=60),
    st.sampled_from(["en", "ru", "zh"]),
)
def test_figures_lie_in_the_text_and_do_not_repeat(text, language):
    found = figures(text, language)
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert len(set(found)) == len(found)
