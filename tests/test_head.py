"""What sentence vectors say of topics: learnt in some languages, it holds in others, and needs no word."""

from __future__ import annotations

import math

import numpy as np
import pytest

from readcmp.annotation import annotate
from readcmp.annotation.vector_classifier import FILE, topic_log_probabilities
from readcmp.annotation.word_classifier import SHIPPED
from readcmp.encoding.encode import encode
from readcmp.lexicon import load_lexicon
from readcmp.model import Point, Readout

TOLD = {
    "energy": (
        "They discussed the supply of natural gas and oil.",
        "Обсудили поставки природного газа и нефти.",
        "双方讨论了天然气和石油供应。",
        "Ils ont parlé des livraisons de gaz naturel et de pétrole.",
        "Sie sprachen über Lieferungen von Erdgas und Öl.",
    ),
    "trade": (
        "They talked about tariffs and trade between the two countries.",
        "Говорили о пошлинах и торговле между двумя странами.",
        "双方谈到关税和两国贸易。",
        "Ils ont parlé des droits de douane et du commerce entre les deux pays.",
    ),
    "covid-19": (
        "The leaders spoke about vaccines against the coronavirus.",
        "Говорили о вакцинах против коронавируса.",
        "Ils ont parlé des vaccins contre le coronavirus.",
    ),
}


@pytest.mark.parametrize("topic", TOLD)
def test_a_topic_is_heard_in_every_language(topic):
    for row in encode({"us": TOLD[topic]})["us"]:
        (thought,) = topic_log_probabilities(np.array([row]))
        assert topic == max(thought, key=thought.__getitem__)


def test_the_thoughts_of_a_point_are_probabilities():
    vectors = encode({"us": [text for texts in TOLD.values() for text in texts]})["us"]
    for thought in topic_log_probabilities(vectors):
        assert sum(math.exp(value) for value in thought.values()) == pytest.approx(1.0)


def test_a_readout_without_points_gives_no_thought():
    assert topic_log_probabilities(encode({"us": []})["us"]) == []


def test_every_topic_that_can_be_heard_is_one_of_the_lexicon():
    with np.load(SHIPPED / FILE, allow_pickle=False) as kept:
        assert set(kept["topics"].tolist()) - {"other"} <= load_lexicon().topics.keys()
        assert np.isfinite(kept["scale"]).all()


def test_a_point_in_a_language_without_terms_gets_its_topic_by_its_vector():
    text = "I presidenti hanno parlato delle forniture di gas naturale e di petrolio."
    readout = Readout("it", "Italy", text, "it.txt", language="it")
    point = Point("it1", 0, len(text), text)
    vectors = encode({"it": [text]})["it"]
    (heard,) = annotate(readout, [point], load_lexicon(), vectors=vectors)
    (unheard,) = annotate(readout, [point], load_lexicon())
    assert heard.topics[0] == "energy"
    assert "energy" not in unheard.topics
