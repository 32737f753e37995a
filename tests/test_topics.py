"""What each point is about: its own terms, the names around it, what its neighbours tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcmp.lexicon import load_lexicon
from readcmp.marking.names import about, names_place
from readcmp.marking.naming import named_from
from readcmp.marking.signs import carried, own
from readcmp.marking.topics import choose, shipped, topics_of
from readcmp.model import Hit, Point

LEXICON = load_lexicon()


def points(*texts, sentences=None):
    """Points of one readout, each a sentence of its own unless said otherwise."""
    made, start = [], 0
    for n, text in enumerate(texts):
        made.append(Point(f"p{n}", start, start + len(text), text, sentences[n] if sentences else n))
        start += len(text) + 1
    return made


def hits_of(made, sides=()):
    return about(made, [LEXICON.find(p.text, "en", "topic") for p in made], sides)


def topics(*texts, sentences=None, sides=()):
    made = points(*texts, sentences=sentences)
    return topics_of(made, hits_of(made, sides))


def main(text):
    return topics(text)[0][0]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("They reviewed efforts to extend the New START treaty.", "arms-control"),
        ("She urged an end to the deliveries of long-range weapons.", "military-aid"),
        ("The ministers discussed the shipment of grain and fertiliser prices.", "food-security"),
        ("He raised the safety of the nuclear power plant in Zaporizhzhia.", "nuclear-risk"),
        ("They agreed to swap prisoners of war.", "detained-citizens"),
        ("They spoke about tariffs and purchases of soybeans.", "trade"),
        ("He stressed the flow of fentanyl precursors.", "narcotics"),
        ("Both sides noted export controls on semiconductors.", "technology"),
        ("He voiced concern about ransomware.", "cyber"),
        ("They discussed the Nord Stream 2 pipeline.", "energy"),
        ("They exchanged views on Nagorno-Karabakh.", "south-caucasus"),
        ("He warned against any support for Taiwan independence.", "taiwan"),
        ("They spoke of the situation in Libya and the Sahel.", "libya-africa"),
        ("They condemned the coup and called for free and fair elections.", "elections"),
        ("He offered help after the earthquake.", "disasters"),
        ("They discussed freedom of navigation in the South China Sea.", "maritime"),
        ("She congratulated him on his birthday.", "courtesies"),
        ("They agreed to stay in close touch.", "next-steps"),
        ("The talk was frank and constructive.", "tone"),
    ],
)
def test_a_term_of_the_lexicon_gives_its_point_its_topic(text, topic):
    assert main(text) == topic


def test_the_matter_comes_before_the_war_that_it_is_about():
    assert main("They discussed sanctions against Russia for its war in Ukraine.") == "sanctions"
    assert main("He reaffirmed support for Ukraine's sovereignty and territorial integrity.") == "sovereignty"


def test_security_guarantees_are_told_apart_by_who_asks_for_them():
    assert main("They discussed security guarantees for Ukraine.") == "security-guarantees"
    assert main("He insisted on legally binding security guarantees for Russia.") == "european-security"


def test_every_kind_of_aid_in_one_list_is_seen():
    found = {h.id for h in LEXICON.find("security, economic, and humanitarian assistance", "en", "topic")}
    assert {"military-aid", "economic-aid", "humanitarian"} <= found


def test_a_neutral_phrase_keeps_a_term_inside_it_from_meaning_its_topic():
    assert main("They discussed reform of the Security Council.") == "united-nations"
    told = {h.id for h in LEXICON.find("National Security Council spokesman", "en", "topic")}
    assert "united-nations" not in told


def test_a_truce_belongs_to_the_conflict_that_was_named_last():
    assert topics("They discussed the war in Gaza.", "He called for a ceasefire.")[1] == ("middle-east",)
    assert topics("They discussed the war in Ukraine.", "He called for a ceasefire.")[1] == ("ukraine-settlement",)


def test_a_country_in_a_title_is_no_topic():
    told = hits_of(points("The President of Tunisia Kais Saied asked for tariffs to be cut."))[0]
    assert not [h for h in told if names_place(h)]


def test_the_bare_name_of_a_party_to_the_contact_is_weak():
    made = points("He met the President of Guyana.", "They spoke of Guyana and of Haiti.")
    weak = {h.text: h.weak for h in hits_of(made)[1]}
    assert weak["Guyana"]
    assert not weak["Haiti"]


def test_the_bare_name_of_a_side_is_weak():
    told = hits_of(points("They spoke of Yemen."), sides=["Yemen"])[0]
    assert [h.weak for h in told if h.text == "Yemen"] == [True]


def test_countries_in_the_name_of_their_relations_give_way_to_the_relations():
    assert main("They underscored the U.S.-Ethiopia relationship.") == "bilateral-relations"


def test_a_point_without_a_term_takes_over_the_topic_of_its_sentence():
    found = topics("They discussed climate change", "and what both could do.", sentences=[0, 0])
    assert found[1] == ("climate",)


def test_a_point_that_points_back_takes_over_the_topic_before_it():
    assert topics("They discussed climate change.", "They will return to this issue.")[1] == ("climate",)


def test_courtesies_carry_over_to_no_other_point():
    found = topics("She congratulated him on his birthday.", "Nothing more was said.")
    assert "courtesies" not in found[1]


def test_a_matter_that_no_topic_covers_is_named_from_the_text():
    assert topics("They discussed stamp collecting.")[0] == ("~stamp-collecting",)
    assert topics("They discussed climate change.", "They also discussed stamp collecting.")[1] == (
        "~stamp-collecting",
    )


def test_an_item_of_a_list_is_named_by_its_head():
    item = Point("p", 0, 30, "the taste of rare old stamps,", lead="The leaders discussed")
    assert named_from(item) == ("~taste",)
    assert named_from(Point("p", 0, 30, "the taste of rare old stamps,")) == ()


def test_a_noun_that_names_no_matter_gives_no_topic():
    assert named_from(Point("p", 0, 40, "They discussed other important issues.")) == ()


def test_a_point_that_tells_nothing_has_no_topics():
    assert topics("Well.") == [()]


def test_a_weak_term_says_less_than_a_strong_one():
    weak, strong = (
        Hit("topic", "energy", "gas", "gas", 0, 3, True),
        Hit("topic", "trade", "tariff*", "tariffs", 4, 11),
    )
    assert choose(own([weak, strong]), shipped()[0], 1.0) == ("trade",)
    assert choose(own([weak]), shipped()[0], 1.0) == ("energy",)


def test_what_most_points_are_about_speaks_for_itself_in_each():
    made = points(*("x" for _ in range(4)))
    found = carried(made, [{}] * 4, ["climate", "climate", "climate", ""])
    assert found[3]["climate"]["common"] == pytest.approx(0.75)


IDS = st.sampled_from(["climate", "energy", "taiwan", "next-steps", "middle-east", "ukraine-war"])
HITS = st.lists(
    st.builds(
        lambda i, w, weak: Hit("topic", i, w, w, 0, len(w), weak),
        IDS,
        st.sampled_from(["a", "Abc", "a b c"]),
        st.booleans(),
    ),
    max_size=6,
)


@given(HITS)
def test_topics_are_those_of_the_hits_at_most_two_and_never_twice(hits):
    found = choose(own(hits), shipped()[0], shipped()[1])
    assert len(found) == len(set(found)) <= 2
    assert set(found) <= {h.id for h in hits}
    assert bool(found) == bool(hits)


@given(st.lists(st.tuples(HITS, st.text(max_size=30), st.integers(0, 2)), max_size=6))
def test_marking_never_fails_and_gives_each_point_its_topics(rows):
    made = [Point(str(n), 0, len(t), t, n // (s + 1)) for n, (_, t, s) in enumerate(rows)]
    assert len(topics_of(made, about(made, [h for h, _, _ in rows]))) == len(rows)


def test_every_leaning_that_ships_is_of_a_topic_of_the_lexicon():
    weights, second = shipped()
    leanings = {name.split(":")[1] for name in weights if ":" in name}
    assert leanings <= set(LEXICON.topics)
    assert 0 < second < 1
