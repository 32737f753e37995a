"""What is called both and only, and how well coverage ranks, counted against what is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from readcmp.evaluation.coverage import Calls
from readcmp.evaluation.pairs import GoldPair, GoldPoint
from readcmp.evaluation.scoring import score_pair
from readcmp.loading import load_text
from readcmp.pipeline import compare
from readcmp.text import word_starts

ROWS = [(True, "both", 0.9), (True, "both", 0.8), (False, "both", 0.7), (True, "unsure", 0.4), (False, "only", 0.1)]


def test_both_and_only_are_the_parts_that_are_true_of_what_is_called_so():
    figures = Calls(ROWS).figures()
    assert figures["both"] == pytest.approx(2 / 3)
    assert figures["only"] == 1.0
    assert (figures["called_both"], figures["called_only"]) == (0.6, 0.2)
    assert figures["auc"] == pytest.approx(5 / 6)


def test_nothing_called_has_no_figures():
    assert Calls().figures() == {}


@given(st.lists(st.tuples(st.booleans(), st.just("unsure"), st.sampled_from([0.0, 0.2, 0.5, 0.51, 1.0]))))
def test_auc_is_the_chance_that_a_told_point_stands_above_an_untold_one_and_half_of_a_tie(rows):
    pairs = [(y, n) for told, _, y in rows for other, _, n in rows if told and not other]
    chance = sum((y > n) + (y == n) / 2 for y, n in pairs) / len(pairs) if pairs else 0.0
    assert Calls(rows).auc == pytest.approx(chance)


def gold_pair(us, ru, linked):
    """A gold pair whose every sentence is a point; ``linked`` are pairs of their numbers."""
    readouts, points = [], []
    for side, sentences in (("us", us), ("ru", ru)):
        readouts.append(load_text(" ".join(sentences), side=side, language="en"))
        text = readouts[-1].text
        points.append(
            tuple(
                GoldPoint(f"{side}{n}", frozenset(word_starts(text, text.index(s), text.index(s) + len(s))), (topic,))
                for n, (s, topic) in enumerate(sentences.items())
            )
        )
    links = frozenset((f"us{a}", f"ru{b}") for a, b in linked)
    return GoldPair("pair", ("en-en",), tuple(readouts), tuple(points), links)


PAIR = gold_pair(
    {
        "The leaders spoke by phone.": "contact",
        "The President urged the release of the prisoners.": "detained-citizens",
    },
    {"A call took place.": "contact", "Deliveries of grain to Africa were discussed.": "food-security"},
    [],
)


def test_a_point_on_the_contact_alone_is_not_counted():
    assert len(score_pair(PAIR, compare(PAIR.readouts, engine="fuzzy")).calls.rows) == 2


def test_a_point_that_the_program_left_out_counts_as_called_wrongly():
    comparison = compare(PAIR.readouts, engine="fuzzy")
    bare = replace(
        comparison, sides=tuple(replace(side, points=side.points[:1]) for side in comparison.sides), links=()
    )
    untold = score_pair(PAIR, bare).calls.rows
    told = score_pair(replace(PAIR, links=frozenset({("us1", "ru1")})), bare).calls.rows
    assert untold == [(False, "both", 1.0)] * 2
    assert told == [(True, "only", 0.0)] * 2
