"""Russian beside English: topics and names are found in any case, and points meet across the languages."""

from __future__ import annotations

import pytest

from readcmp.lexicon import load_lexicon
from readcmp.model import Readout
from readcmp.pipeline import compare, points_of

US = (
    "The President spoke by telephone today with the President of Russia. They discussed arms control. "
    "He raised the detention of American citizens. The two agreed to stay in contact."
)
RU = (
    "Состоялся телефонный разговор Президента России с Президентом США. Обсуждены вопросы контроля над вооружениями. "
    "Затронута ситуация вокруг Ирана. Лидеры договорились продолжить контакты."
)


def readouts():
    return [
        Readout("us", "United States", US, "us.txt", language="en"),
        Readout("ru", "Россия", RU, "ru.txt", language="ru"),
    ]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Обсуждены поставки природного газа.", "energy"),
        ("Говорили о положении в секторе Газа.", "middle-east"),
        ("Речь шла об обмене военнопленными.", "detained-citizens"),
        ("Отмечена важность Минских договоренностей.", "ukraine-settlement"),
        ("Отмечена важность Минских договорённостей.", "ukraine-settlement"),
        ("Затронуты меры по борьбе с пандемией коронавируса.", "covid-19"),
        ("Президент заявил о недопустимости новых санкций.", "sanctions"),
    ],
)
def test_a_russian_point_has_its_topic_in_any_case(text, topic):
    side = points_of(Readout("ru", "Россия", text, "ru.txt", language="ru"))
    assert topic in side.points[0].topics


@pytest.mark.parametrize("text", ["кубок мира", "индивидуальный подход", "странах Латинской Америки"])
def test_a_word_that_begins_like_a_country_is_none(text):
    assert load_lexicon().find(text, "ru", "actor") == ()


def test_names_are_found_in_any_case():
    text = "Владимир Путин говорил с Байденом и Эрдоганом о Зеленском"
    assert {hit.id for hit in load_lexicon().find(text, "ru", "actor")} == {"ru", "us", "tr", "ua"}


@pytest.mark.parametrize("engine", ["fuzzy", "semantic"])
def test_points_on_one_matter_meet_across_languages_and_others_stay_alone(engine):
    result = compare(readouts(), engine=engine)
    text = {point.id: point.text for side in result.sides for point in side.points}
    linked = {(text[link.a], text[link.b]) for link in result.links}
    assert any("arms control" in a and "вооружениями" in b for a, b in linked)
    assert any("stay in contact" in a and "контакты" in b for a, b in linked)
    assert not any("detention" in a or "Ирана" in b for a, b in linked)


def test_a_state_in_a_title_is_no_matter():
    text = "Президент Исламской Республики Иран поблагодарил за помощь при землетрясении."
    side = points_of(Readout("ru", "Россия", text, "ru.txt", language="ru"))
    assert "iran-nuclear" not in side.points[0].topics


def test_what_is_between_two_sides_is_their_relations():
    text = "Особое внимание уделено развитию российско-иранского сотрудничества."
    side = points_of(Readout("ru", "Россия", text, "ru.txt", language="ru"), sides=("ru", "ir"))
    assert side.points[0].topics == ("bilateral-relations",)
