"""Any state on earth is an actor in every language."""

from __future__ import annotations

import pytest

from readcmp.lexicon import load_lexicon, reading

LANGUAGES = ("en", "ru", "uk", "zh", "fr", "de", "es")


@pytest.mark.parametrize(
    ("state", "texts"),
    [
        (
            "ke",
            [
                "the President of Kenya",
                "с Президентом Кении",
                "з Президентом Кенії",
                "肯尼亚总统",
                "le président du Kenya",
                "der Präsident Kenias",
                "el presidente de Kenia",
            ],
        ),
        ("ug", ["Kampala", "в Кампале", "у Кампалі", "坎帕拉", "à Kampala", "in Kampala", "en Kampala"]),
        ("np", ["Nepal", "посол Непала", "посол Непалу", "尼泊尔", "le Népal", "in Nepal", "de Nepal"]),
        ("sk", ["Slovakia", "в Словакии", "у Словаччині", "斯洛伐克", "la Slovaquie", "in der Slowakei", "Eslovaquia"]),
        (
            "cf",
            [
                "Central African Republic",
                "Центральноафриканской Республики",
                "Центральноафриканської Республіки",
                "中非共和国",
                "la République centrafricaine",
                "Zentralafrikanische Republik",
                "República Centroafricana",
            ],
        ),
    ],
)
def test_a_state_is_found_in_seven_languages_and_in_other_cases(state, texts):
    found = [{h.id for h in load_lexicon().find(t, lang, "actor")} for t, lang in zip(texts, LANGUAGES, strict=True)]
    assert all(state in ids for ids in found), found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("с учётом того", "ru"),
        ("вони мали розмову", "uk"),
        ("Dominique de Villepin", "fr"),
        ("la ciudad de Granada", "es"),
        ("马里乌波尔", "zh"),
    ],
)
def test_a_word_that_looks_like_a_state_is_none(text, language):
    assert load_lexicon().find(text, language, "actor") == ()


def test_no_state_is_missing_in_any_language():
    states = reading.read("states").keys()
    for language in LANGUAGES:
        assert states <= {term.id for term in load_lexicon().terms("actor", language)}, language


def test_the_files_of_states_are_as_babel_has_them():
    babel = pytest.importorskip("babel", reason="Babel is not installed")
    from readcmp.training.states import DATA, written

    if f"Babel {babel.__version__}." not in (DATA / "states.yaml").read_text("utf-8").partition("\n")[0]:
        pytest.skip("another Babel made the files")
    for name, text in written().items():
        assert (DATA / name).read_text("utf-8") == text, "run python -m readcmp.training.states"
