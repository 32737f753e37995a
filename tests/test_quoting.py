"""The words by which a page names passages in a file of pins: each names its passage and no other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from readcmp.aligning.pins import resolve_pins
from readcmp.aligning.quoting import quotes_of
from readcmp.loading import load_all
from readcmp.model import Pin, Readout, Side
from readcmp.segmentation import segment

OTHER = Side(
    Readout("ru", "Russia", "Trade grew.", "ru.txt"), segment(Readout("ru", "Russia", "Trade grew.", "ru.txt"))
)


def side_of(text):
    """One side with its points."""
    readout = Readout("us", "United States", text, "us.txt")
    return Side(readout, segment(readout))


def named_by(side, quote):
    """The id of the point that a pin with this quote is about, None if it is about none."""
    same, _ = resolve_pins((side, OTHER), [Pin(True, (("us", quote), ("ru", "Trade grew.")), "pins.yaml:1")])
    return next((a for a, _ in same), None)


def test_a_passage_is_named_by_its_own_words():
    side = side_of("They agreed on aid to the port. They spoke of grain and of gas.")
    assert quotes_of(side) == {point.id: point.text for point in side.points}


def test_words_that_stand_twice_are_quoted_with_some_around_them():
    side = side_of(
        "They spoke of the release of all prisoners. Aid was named. They spoke of the release of all prisoners."
    )
    quotes = quotes_of(side)
    assert [named_by(side, quote) for quote in quotes.values()] == [*quotes] == [point.id for point in side.points]
    assert len(quotes[side.points[0].id]) > len(side.points[0].text)


def test_a_long_passage_is_named_by_its_first_words():
    side = side_of(
        "They spoke at length and in detail of the delivery of grain from the ports of the south to all the states "
        "that had asked for it in the course of the year."
    )
    (quote,) = quotes_of(side).values()
    assert 90 <= len(quote) < len(side.points[0].text)
    assert named_by(side, quote) == side.points[0].id


def test_a_passage_that_no_words_name_is_left_out():
    side = side_of("Yes.\n\nYes.\n\nYes.")
    assert all(named_by(side, quote) for quote in quotes_of(side).values())
    assert len(quotes_of(side)) < len(side.points)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["They spoke of aid. ", "Aid came up. ", "\n\n", "They agreed. ", "aid "]), max_size=12)
)
def test_every_quote_names_its_own_passage(pieces):
    side = side_of("".join(pieces) or "Aid.")
    for point, quote in quotes_of(side).items():
        assert named_by(side, quote) == point


def test_the_passages_of_a_real_pair_are_all_named():
    readouts = load_all(["samples/2024-04-02-biden-xi/us.txt", "samples/2024-04-02-biden-xi/cn.txt"])
    for readout in readouts:
        side = Side(readout, segment(readout))
        assert len(quotes_of(side)) == len(side.points)


def test_a_text_of_the_same_words_over_and_over_takes_no_time():
    assert quotes_of(side_of("They spoke of aid. " * 3000)) == {}
