"""What each point is about: its own terms, the names around it, what its neighbours tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcmp.annotation.disambiguation import disambiguate, names_place
from readcmp.annotation.features import OTHER, extract_context_features, extract_features
from readcmp.annotation.open_topics import find_open_topics
from readcmp.annotation.topics import MOST, Context, assign_topics, coefficients_in_use
from readcmp.annotation.word_classifier import SHIPPED, features_of, layer, stems_of
from readcmp.lexicon import load_lexicon
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
    return disambiguate(made, [LEXICON.find(p.text, "en", "topic") for p in made], sides, "en")


def topics(*texts, sentences=None, sides=(), paragraphs=()):
    made = points(*texts, sentences=sentences)
    hits = [LEXICON.find(p.text, "en") for p in made]
    context = Context("en", hits=hits, paragraphs=paragraphs, lexicon=LEXICON)
    return assign_topics(made, hits_of(made, sides), context)


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
    assert not [h for h in told if names_place(h, "en")]


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
    assert find_open_topics(item, "en") == ("~taste",)
    assert find_open_topics(Point("p", 0, 30, "the taste of rare old stamps,"), "en") == ()


def test_a_noun_that_names_no_matter_gives_no_topic():
    assert find_open_topics(Point("p", 0, 40, "They discussed other important issues."), "en") == ()


def test_a_point_that_tells_nothing_has_no_topics():
    assert topics("Well.") == [()]


def test_a_weak_term_decides_nothing_where_a_sentence_has_other_matter():
    assert main("They discussed tariffs and gas.") == "trade"
    assert topics("The sides reviewed tariffs, quotas and the gas price.")[0][0] == "trade"


def test_nothing_carries_over_a_paragraph_break():
    texts = ("They discussed climate change.", "They will return to this issue.")
    assert topics(*texts)[1] == ("climate",)
    assert "climate" not in topics(*texts, paragraphs=(0, 1))[1]


def test_neighbours_speak_for_what_they_are_about_in_their_sentence_and_paragraph():
    made = points("a", "b", "c", sentences=[0, 0, 1])
    found = extract_context_features(made, [{"climate": 0.8, "tone": 0.1}, {}, {"energy": 0.5}], (0, 0, 1), "en")
    assert found[1] == {"sentence": {"climate": 0.8}, "sentence_silent": {"climate": 0.8}}
    assert found[0] == found[2] == {}


def test_a_topic_that_the_words_name_is_not_dropped():
    found = topics("They voiced concern over the South China Sea, Hong Kong and Taiwan.")[0]
    assert set(found) == {"maritime", "hong-kong-xinjiang", "taiwan"}


def test_what_a_sentence_tells_besides_that_there_was_a_call_is_not_lost():
    text = "The Prime Minister received a phone call from the President, in which they discussed the war in Gaza."
    assert "middle-east" in topics(text)[0]


@pytest.mark.parametrize(
    ("text", "narrow", "broad"),
    [
        ("They discussed the demarcation of the state border.", "borders", "sovereignty"),
        ("She supported the country's EU membership.", "accession", "european-security"),
        ("They spoke of arms exports to the Gulf.", "arms-exports", "military-aid"),
        ("They reviewed the sharing of water of the transboundary river.", "water", "climate"),
        ("He raised fishing quotas and illegal fishing.", "fisheries", "maritime"),
        ("They discussed consular services for citizens abroad.", "consular", "diplomatic-missions"),
        ("They agreed on the exchange of intelligence.", "intelligence", "military-ties"),
    ],
)
def test_a_topic_that_is_part_of_another_is_named_with_it(text, narrow, broad):
    found = topics(text)[0]
    assert found.index(narrow) + 1 == found.index(broad)


def test_every_topic_that_is_part_of_another_names_one_that_is_part_of_none():
    assert LEXICON.broader
    for narrow, broad in LEXICON.broader.items():
        assert LEXICON.topics[narrow].broader == broad
        assert broad in LEXICON.topics
        assert broad not in LEXICON.broader


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Sie sprachen über die Zähmung der Füchse und die Größe der Höhlen."),
        ("fr", "Ils ont parlé des fêtes de l'été."),
        ("es", "Hablaron de la cría de cigüeñas."),
    ],
)
def test_nothing_is_named_from_a_text_in_a_language_without_rules_for_it(language, text):
    assert find_open_topics(Point("p", 0, len(text), text, lead="x"), language) == ()


def test_a_name_from_the_text_keeps_its_letters():
    text = "They discussed the émigré archives."
    assert find_open_topics(Point("p", 0, len(text), text), "en") == ("~émigré-archives",)


@pytest.mark.parametrize(
    "text", ["found it important", "found it important that talks go on", "thought this necessary"]
)
def test_a_judgement_is_no_name_of_a_topic(text):
    assert find_open_topics(Point("p", 0, len(text), text, lead="The leaders"), "en") == ()


def test_the_features_of_a_point_are_its_stems_and_what_the_lexicon_finds():
    text = "They discussed Tariffs."
    hits = LEXICON.find(text, "en")
    found = features_of(
        Point("p", 0, len(text), text), extract_features([h for h in hits if h.kind == "topic"], "en"), hits, "en"
    )
    assert {"en:tariff", "en:discuss", "#trade"} <= set(found)


def test_chinese_has_its_neighbouring_characters_for_stems():
    assert list(stems_of("氣候變化", "zh")) == ["气候", "候变", "变化"]


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


@given(st.lists(st.tuples(HITS, st.text(max_size=30), st.integers(0, 2)), max_size=6))
def test_marking_never_fails_and_gives_each_point_few_topics_and_none_twice(rows):
    made = [Point(str(n), 0, len(t), t, n // (s + 1)) for n, (_, t, s) in enumerate(rows)]
    found = assign_topics(made, disambiguate(made, [h for h, _, _ in rows], None, "en"), Context("en"))
    assert len(found) == len(rows)
    for topics in found:
        assert len(topics) == len(set(topics)) <= MOST + 1


def test_everything_that_the_coefficients_speak_of_is_a_topic_of_the_lexicon():
    known = {*LEXICON.topics, OTHER}
    assert set(coefficients_in_use()["bias"]) == known - set(LEXICON.broader)
    for path in SHIPPED.glob("layer*.txt"):
        _, _, language = path.stem.partition(".")
        assert {topic for row in layer(language).values() for topic, _ in row} <= known


@pytest.mark.parametrize("engine", ["words", "vectors"])
def test_what_is_carried_over_needs_a_higher_probability_than_what_is_named(engine):
    limits = coefficients_in_use()[engine]
    assert 0 < limits["named"] <= limits["further"] <= limits["carried"] < 1
