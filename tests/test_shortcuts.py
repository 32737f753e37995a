"""What is passed over because a cheap look says that nothing can be there: the full search finds nothing there."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readcmp.annotation.quantities import extraction
from readcmp.annotation.quantities.extraction import extract_quantities
from readcmp.annotation.word_classifier import stems_of
from readcmp.languages.stemming import stem
from readcmp.lexicon import load_lexicon, matching, openers, tokens
from readcmp.lexicon.entries import Term
from readcmp.lexicon.matching import Index
from readcmp.segmentation import clauses
from readcmp.segmentation.sentence_tokens import SentenceTokens
from readcmp.segmentation.tokens import tokenise
from readcmp.segmentation.word_classes import word_classes_of

_TERMS = [
    *(
        "oil",
        "oil price*",
        "price* of oil",
        "oil .. price",
        "Black Sea",
        "UN",
        "un",
        "sanction*",
        "grain .. sea .. port",
    ),
    *("the port", "port", "l'accord", "U.S.", "Ukraine", "gas", "黑海", "黑海 .. 港", "港口"),
]
_WORDS = [
    *("oil", "oils", "price", "prices", "of", "the", "Black", "Sea", "UN", "un", "sanctions", "grain", "port", "gas"),
    *("U.S.", "Ukraine's", "l'accord", "Prix", "p.m.", "A.B.C", "`a`", "’tis", "sea’s", "co-operate", "黑海", "港口"),
    *("и́", "re\u00adport", ".", ",", ";", "\n\n", "-", "(", ")", "“", "”", " ", "x"),
]
_AMOUNTS = [
    *("two", "the", "a", "an", "half", "quarter", "hour", "hours", "third", "first", "of", "May", "5", "50", "billion"),
    *("$", "%", "percent", "and", "minutes", "2025", ",", ".", "-", "–", "minus", "hundred", "dozen", "Mai", "mai"),
    *(
        "vierzig",
        "einundzwanzig",
        "anderthalb",
        "une",
        "demi-heure",
        "heures",
        "août",
        "dos",
        "medio",
        "agosto",
        "полтора",
    ),
    *("час", "мая", "п'ять", "серпня", "二十", "5月", "1日", "万", "½", "EUR", "USD", "oil", "“", "”", "\n\n"),
]
languages = st.sampled_from(["en", "ru", "uk", "zh", "fr", "de", "es", "xx"])
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(_WORDS), max_size=20).map(" ".join))
amounts = st.one_of(texts, st.lists(st.sampled_from(_AMOUNTS), max_size=14).map(" ".join))


@contextmanager
def replaced(owner, name, value):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, value)
        yield


@cache
def shared() -> Index:
    """An index that has met many texts before."""
    return fresh()


def fresh() -> Index:
    return Index("topic", lambda: [Term(f"t{n}", term) for n, term in enumerate(_TERMS)])


@given(texts)
@example("oil port of the Black Sea")
def test_no_term_stands_where_the_next_word_is_said_not_to_go_on_with_it(text):
    found = fresh().find(text)
    with replaced(matching._Node, "goes_on", lambda *_: True):
        assert fresh().find(text) == found


@given(texts)
def test_what_an_index_remembers_of_other_texts_changes_nothing(text):
    assert shared().find(text) == fresh().find(text)
    with replaced(matching, "MET", 3), replaced(openers, "MET", 3):
        assert shared().find(text) == fresh().find(text)


@given(texts)
def test_no_term_begins_a_text_whose_first_word_is_said_to_begin_none(text):
    index = shared()
    words = tokens.tokenise(text)
    first = words.starts[0] if words.starts else None
    assert index.may_open(text) or all(hit.start != first for hit in index.find(text))
    assert tokens.first_word(text) == (words.raw[0] if words.raw else None)


@given(texts)
def test_plain_words_are_the_same_by_the_plain_pattern(text):
    found = tokens.tokenise.__wrapped__(text)
    with replaced(tokens, "_is_plain", lambda _: False):
        assert tokens.tokenise.__wrapped__(text) == found


@given(amounts, languages)
@settings(max_examples=300)
@example("It lasted an hour and a half on the first of May.", "en")
def test_a_text_said_to_hold_no_quantity_holds_none(text, language):
    found = extract_quantities(text, language)
    with replaced(extraction, "may_say_quantity", lambda *_: True):
        assert extract_quantities(text, language) == found


@given(
    st.lists(
        st.sampled_from(["noted", "that", "and", ",", ";", "he", "the", "raised", "or", "aid", "to", "who"]),
        max_size=25,
    )
)
def test_no_clause_begins_but_behind_a_mark_or_at_a_joint(words):
    text = " ".join(words)
    g = SentenceTokens(tokenise(text, 0, len(text)), word_classes_of("en"))
    first = g.first_finite(0, len(g.tokens))
    assert first == next((i for i in range(len(g.tokens)) if g.finite(i)), None)
    for i in range(1, len(g.tokens)):
        if g.low(i - 1) not in {",", ";"} and not g.of("conjunctions", i):
            assert not clauses._begins(g, i, first)


def test_a_word_that_is_damaged_is_its_own_stem():
    assert stem("\ud800dogs", "en") == "\ud800dogs"
    assert stem("negotiations", "en") == stem("negotiation", "en")


def test_the_stems_that_speak_for_a_topic_leave_figures_out():
    assert list(stems_of("Forty-five of 200 ships’ crews", "en")) == [
        stem(w, "en") for w in ("forty", "five", "of", "ships'", "crews")
    ]


def test_the_lexicon_finds_the_same_the_second_time():
    lexicon = load_lexicon()
    text = "They discussed sanctions against Freedonia and the Black Sea grain deal."
    assert lexicon.find(text, "en") == lexicon.find(str(text.encode(), "utf-8"), "en") != ()
