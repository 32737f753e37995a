"""The words that two sides have in common: one spelling for what they write differently and mean the same."""

from __future__ import annotations

import pytest

from readcmp.aligning.words import CONCEPT, NAME, bag_words, inverse_document_frequency, join_names, join_spellings
from readcmp.annotation.content import PointContent
from readcmp.lexicon import load_lexicon
from readcmp.model import Hit, Point, Readout, Side


def side(name, language, *texts):
    """A side whose points are these texts."""
    whole = " ".join(texts)
    points = [Point(f"{name}{n}", whole.index(t), whole.index(t) + len(t), t) for n, t in enumerate(texts, 1)]
    return Side(Readout(name, name, whole, f"{name}.txt", language=language), tuple(points))


def bag_of(point, language):
    """The bag of a point."""
    return bag_words(PointContent(point, language, load_lexicon()))


def bags_of(*sides):
    """The bags of sides, by side id."""
    return {side.id: [bag_of(point, side.readout.language) for point in side.points] for side in sides}


def test_a_bag_holds_stems_of_point_and_lead_and_the_concepts():
    hit = Hit("concept", "grain", "grain", "grain", 0, 5)
    point = Point("us1", 0, 13, "grain exports", lead="They discussed", hits=(hit,))
    assert bag_of(point, "en") == {
        "they": 1,
        "discuss": 1,
        "grain": 1,
        "export": 1,
        CONCEPT + "grain": 1,
    }


def test_rare_words_that_are_spelt_almost_alike_become_one():
    us, ua = side("us", "en", "Thanks to Rakhmonov"), side("ua", "en", "Thanks to Rakhmanov")
    bags = bags_of(us, ua)
    join_spellings(bags, {"us": "en", "ua": "en"})
    assert bags["us"] == bags["ua"]


def test_a_name_in_two_scripts_is_one_more_word_that_both_have():
    us = side("us", "en", "They met Steve Witkoff.", "They discussed gas.")
    ru = side("ru", "ru", "Они обсудили газ.", "Они встретились со Стивом Уиткоффом.")
    bags = bags_of(us, ru)
    join_names(bags, (us, ru))
    named = {word for word in bags["us"][0] if word.startswith(NAME)}
    assert named
    assert named <= set(bags["ru"][1])
    assert not any(word.startswith(NAME) for word in (*bags["us"][1], *bags["ru"][0]))


@pytest.mark.parametrize("language", ["en", "ru", "zh"])
def test_a_concept_is_as_rare_in_every_language(language):
    assert (
        inverse_document_frequency(CONCEPT + "grain", language)
        == inverse_document_frequency(CONCEPT + "grain", "fr")
        > 0
    )


def test_what_stands_in_many_points_tells_nothing():
    assert inverse_document_frequency("the", "en") == 0.0
    assert inverse_document_frequency("vaccin", "en") > 3
