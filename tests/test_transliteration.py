"""Names that the lexicon does not know, across scripts; and the spellings of those that it knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcmp.annotation.transliteration import same_name, shared_names, sound
from readcmp.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("latin", "russian", "ukrainian"),
    [
        ("Witkoff", "Уиткоффом", "Віткоффу"),
        ("Hegseth", "Хегсета", "Гегсет"),
        ("Ramstein", "Рамштайне", "Рамштайні"),
        ("Bakhmut", "Бахмута", "Бахмуті"),
        ("Pokrovsk", "Покровска", "Покровську"),
        ("Khabarovsk", "Хабаровске", "Хабаровську"),
        ("Steinmeier", "Штайнмайером", "Штайнмаєра"),
        ("Harris", "Харрис", "Гарріс"),
        ("Hodges", "Ходжеса", "Годжеса"),
    ],
)
def test_a_name_sounds_the_same_in_two_scripts_and_in_any_case(latin, russian, ukrainian):
    for name, language in ((russian, "ru"), (ukrainian, "uk")):
        assert same_name(latin, "en", name, language)
        assert same_name(name, language, latin, "en")


@pytest.mark.parametrize(
    ("latin", "russian"),
    [("Merkel", "Макрон"), ("Poland", "Голландия"), ("Minsk", "Мюнхен"), ("Petrov", "Петерс"), ("Iran", "Ираклий")],
)
def test_other_names_do_not(latin, russian):
    assert not same_name(latin, "en", russian, "ru")


def test_what_two_texts_name_is_found_whichever_comes_first():
    us = "The envoys Brown and Witkoff will meet in Ramstein. They spoke of Pokrovsk."
    ru = "Говорили о Покровске. Спецпредставитель Уиткофф будет в Рамштайне."
    found = shared_names(us, "en", ru, "ru")
    assert set(found) == {("Witkoff", "Уиткофф"), ("Ramstein", "Рамштайне"), ("Pokrovsk", "Покровске")}
    assert {(b, a) for a, b in shared_names(ru, "ru", us, "en")} == set(found)
    assert shared_names(us, "en", us, "en") == ()


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґAZaz'-", max_size=12), st.sampled_from(["ru", "uk", "en"]))
def test_a_sound_is_one_for_all_cases_of_letters_and_alike_to_itself(name, language):
    assert sound(name, language) == sound(name.upper().lower(), language)
    assert same_name(name, language, name, language) or len(sound(name, language)) < 2


@pytest.mark.parametrize(
    ("actor", "language", "spellings"),
    [
        ("ua", "en", "Zelensky Zelenskyy Zelenskiy Zelenskyi Kyiv Kiev"),
        ("by", "en", "Lukashenko Lukashenka"),
        ("cn", "ru", "Си_Цзиньпин Си_Цзиньпином Китае КНР"),
        ("cn", "uk", "Сі_Цзіньпін Сі_Цзіньпіном Китаї"),
        ("by", "uk", "Лукашенко Лукашенком Лукашенка"),
        ("ua", "ru", "Зеленский Зеленским Киеве"),
        ("ru", "uk", "Путін Путіним Росією РФ"),
    ],
)
def test_every_spelling_of_a_known_name_is_one_actor(actor, language, spellings):
    for name in spellings.replace("_", "\u00a0").split(" "):
        assert {hit.id for hit in load_lexicon().find(name, language, "actor")} == {actor}, name
