"""What the lexicon's terms find in a text, and what they leave alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readcmp.lexicon import Lexicon, load_lexicon
from readcmp.lexicon.entries import Term
from readcmp.lexicon.inflection import verb_forms
from readcmp.lexicon.matching import Index
from readcmp.lexicon.terms import key_words


def found(*terms: Term | str, text: str, kind: str = "topic") -> list[tuple[str, str]]:
    index = Index(kind, lambda: [t if isinstance(t, Term) else Term("x", t) for t in terms])
    return [(hit.id, hit.text) for hit in index.find(text)]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


def test_a_star_stands_for_any_ending_and_nothing_else():
    assert found("sanction*", text="Sanctions, sanctioned; a sanction. Unsanctioned.") == [
        ("x", "Sanctions"),
        ("x", "sanctioned"),
        ("x", "sanction"),
    ]


def test_words_in_capitals_are_matched_as_written():
    assert found("EU", "New START", text="The EU and New START: a new start, eu.") == [("x", "EU"), ("x", "New START")]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("nuclear threat", True),
        ("nuclear and other grave threats", True),
        ("nuclear, and threats", True),
        ("nuclear one two three four threats", False),
        ("It is nuclear. Threats follow.", False),
    ],
)
def test_a_gap_spans_up_to_three_words_of_one_sentence(text, hit):
    assert bool(found("nuclear .. threat*", text=text)) is hit


@pytest.mark.parametrize(
    "text", ["strategic-stability", "Strategic Stability", "strategic\nstability", "strategic ‑ stability"]
)
def test_hyphens_case_and_line_breaks_make_no_difference(text):
    assert found("strategic stability", text=text) == [("x", text)]


def test_a_comma_or_a_full_stop_keeps_words_apart():
    assert found("energy security", text="energy, security. Energy. Security") == []


def test_accents_and_the_kind_of_apostrophe_make_no_difference():
    assert found("people's republic", "Turkiye", text="the People’s Republic and Türkiye, Tu\u0308rkiye") == [
        ("x", "People’s Republic"),
        ("x", "Türkiye"),
        ("x", "Tu\u0308rkiye"),
    ]


def test_a_possessive_is_left_out_of_the_hit():
    assert found("Ukraine", text="Ukraine’s borders") == [("x", "Ukraine")]


def test_an_abbreviation_with_dots_is_the_one_without():
    assert found("US", text="the U.S. economy told us") == [("x", "U.S.")]


def test_the_longest_match_wins_over_all_entries():
    terms = (Term("georgia", "Georgia*"), Term("party", "Georgian Dream"))
    assert found(*terms, text="Georgian Dream in Georgia") == [("party", "Georgian Dream"), ("georgia", "Georgia")]


def test_a_phrase_with_a_gap_leaves_what_stands_in_the_gap():
    terms = (Term("a", "nuclear .. threat*"), Term("b", "missile"), Term("c", "threat"))
    assert found(*terms, text="nuclear and missile threats") == [
        ("a", "nuclear and missile threats"),
        ("b", "missile"),
    ]


def test_neutral_phrases_silence_what_they_cover_and_nothing_else():
    terms = (Term("us", "state*"), Term("-", "state of emergency", neutral=True))
    assert found(*terms, text="the state of emergency of a state") == [("us", "state")]


def test_an_entrys_own_neutral_phrases_leave_other_entries_alone():
    terms = (Term("a", "reform*"), Term("b", "UN reform"), Term("a", "UN reform", neutral=True))
    assert found(*terms, text="UN reform") == [("b", "UN reform")]


def test_an_unless_term_takes_its_entry_out_of_the_sentence():
    terms = (Term("space", "orbit*"), Term("space", "eye", unless=True))
    assert found(*terms, text="The orbit of the eye. An orbit.") == [("space", "orbit")]


def test_a_strong_term_hides_a_weak_one_of_its_topic():
    hits = Index("topic", lambda: [Term("x", "oil", weak=True), Term("x", "oil*")]).find("oil")
    assert [hit.weak for hit in hits] == [False]


def test_chinese_terms_match_inside_a_run_of_characters():
    assert found("气候变化", "G20", text="就气候变化问题在G20峰会") == [("x", "气候变化"), ("x", "G20")]


@pytest.mark.parametrize(
    ("term", "word"),
    [
        ("coronavirus", "coronavirsu"),
        ("accommodation", "accomodation"),
        ("denuclearization", "denuclearisation"),
        ("proliferation", "prolifertion"),
    ],
)
def test_a_slip_of_the_hand_is_forgiven(term, word):
    assert found(term, text=word) == [("x", word)]


@pytest.mark.parametrize(
    ("term", "word"),
    [
        ("information", "reformation"),
        ("enduring", "ensuring"),
        ("settling", "setting"),
        ("national", "nationals"),
        ("Iran", "Iraq"),
        ("resolution", "revolution"),
    ],
)
def test_another_word_is_no_slip(term, word):
    assert found(term, text=word) == []


def test_names_are_forgiven_more_but_only_with_a_capital():
    assert found("Zelenskyy", "Zelenskiy", text="Zelensky, Zelenskij, zelenskij", kind="actor") == [
        ("x", "Zelensky"),
        ("x", "Zelenskij"),
    ]
    assert found("Slovakia", "Slovenia", text="Slovenia", kind="actor") == [("x", "Slovenia")]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("urge", ("urge", "urges", "urged", "urging")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("convey", ("convey", "conveys", "conveyed", "conveying")),
        ("plan", ("plan", "plans", "planned", "planning")),
        ("agree", ("agree", "agrees", "agreed", "agreeing")),
    ],
)
def test_english_verbs_are_inflected(verb, forms):
    assert verb_forms(verb, {}, frozenset()) == forms


def test_irregular_and_doubling_verbs_follow_their_lists():
    assert verb_forms("speak", {"speak": ("spoke", "spoken")}, frozenset()) == (
        "speak",
        "speaks",
        "spoke",
        "spoken",
        "speaking",
    )
    assert verb_forms("commit", {}, frozenset({"commit"}))[2:] == ("committed", "committing")


def test_leaders_stand_for_their_states(lexicon):
    hits = lexicon.find("Xi Jinping told Mr Biden that Lavrov and Erdoğan had met Modi.", "en", "actor")
    assert [hit.id for hit in hits] == ["cn", "us", "ru", "tr", "in"]


def test_a_find_without_a_kind_gives_topics_actors_concepts_acts_and_placeholders(lexicon):
    kinds = {hit.kind for hit in lexicon.find("Biden discussed sanctions and a range of other issues.", "en")}
    assert kinds == {"topic", "actor", "concept", "act", "placeholder"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They called for a cease-fire and for grain to leave the Black Sea ports."),
        ("ru", "Они призвали к прекращению огня и вывозу зерна через черноморские порты."),
        ("zh", "双方呼吁停火，并经黑海港口出口谷物。"),
        ("uk", "Вони закликали до припинення вогню та вивезення зерна чорноморськими портами."),
        ("fr", "Ils ont appelé à un cessez-le-feu et à laisser sortir les céréales des ports de la mer Noire."),
        ("de", "Sie riefen zu einem Waffenstillstand auf und dazu, Getreide über das Schwarze Meer auszuführen."),
        ("es", "Pidieron un alto el fuego y que los cereales salgan por los puertos del mar Negro."),
    ],
)
def test_a_concept_is_the_same_in_every_language(lexicon, language, text):
    found = {hit.id for hit in lexicon.find(text, language, "concept")}
    assert {"ceasefire", "grain", "black-sea"} <= found


@pytest.mark.parametrize("language", ["de", "es", "fr", "ru", "uk", "zh"])
def test_every_concept_has_a_term_in_every_language(lexicon, language):
    assert {term.id for term in lexicon.terms("concept", language)} == set(lexicon.concepts)


def test_a_language_without_terms_finds_nothing_and_an_unknown_kind_is_an_error(lexicon):
    assert lexicon.find("Biden discussed sanctions", "xx") == ()
    with pytest.raises(ValueError, match="weather"):
        lexicon.find("rain", "en", "weather")


def test_the_region_of_a_language_tag_does_not_matter(lexicon):
    assert lexicon.find("sanctions", "en-GB", "topic") == lexicon.find("sanctions", "en", "topic")


def test_the_lexicon_is_loaded_once_and_its_digest_is_stable(lexicon):
    assert load_lexicon() is lexicon
    assert len(lexicon.digest) == 12
    assert int(lexicon.digest, 16) >= 0


@given(st.text(max_size=300))
def test_hits_lie_in_the_text_they_quote_in_order(text):
    hits = load_lexicon().find(text + " sanctions on Russia’s oil, nuclear and missile threats", "en")
    assert hits
    whole = text + " sanctions on Russia’s oil, nuclear and missile threats"
    assert all(whole[h.start : h.end] == h.text for h in hits)
    assert [h.start for h in hits] == sorted(h.start for h in hits)


@given(st.text(max_size=60))
@example("ʼ")
def test_any_text_can_be_taken_for_a_term(text):
    assert all(key == key.strip() and key for key in key_words(text))
