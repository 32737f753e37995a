"""Ukrainian: topics are found in any case, and names in titles tell who, not what."""

from __future__ import annotations

import pytest

from readcmp.languages.stemming import stem
from readcmp.lexicon import load_lexicon
from readcmp.model import Readout
from readcmp.pipeline import points_of


def topics_in(text, language="uk"):
    side = points_of(Readout("ua", "Ukraine", text, "ua.txt", language=language), sides=("ua", "fr"))
    return [point.topics for point in side.points]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Лідери говорили про посилення української протиповітряної оборони.", "military-aid"),
        ("Ідеться про повернення депортованих дітей і звільнення полонених.", "detained-citizens"),
        ("Обговорили санкційний тиск та заморожені активи.", "sanctions"),
        ("Президент наголосив на зв’язку між справедливим миром і припиненням вогню.", "ukraine-settlement"),
        ("Порушили питання зернового коридору.", "food-security"),
        ("Сторони домовилися залишатися на зв'язку.", "next-steps"),
        ("Глави держав обговорили відкриття переговорних кластерів.", "accession"),
        ("Йшлося про захист енергетичної інфраструктури.", "energy"),
    ],
)
def test_a_ukrainian_point_has_its_topic_in_any_case(text, topic):
    assert topic in topics_in(text)[0]


def test_what_is_between_two_states_is_their_relations_and_not_a_region():
    told = topics_in("Сторони відзначили розвиток українсько-азербайджанського діалогу.")
    assert told == [("bilateral-relations",)]


def test_between_two_others_it_is_the_matter():
    assert "south-caucasus" in topics_in("Обговорили нормалізацію вірмено-азербайджанських відносин.")[0]


@pytest.mark.parametrize(
    "forms",
    [
        "переговори переговорів переговорами",
        "санкції санкцій санкціями",
        "безпека безпеки безпекою",
        "цілісність цілісності",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms):
    assert len({stem(form, "uk") for form in forms.split()}) == 1


def test_names_are_found_in_any_case_and_spelling():
    text = "Розмова Володимира Зеленського з Еммануелем Макроном та Дональдом Трампом у Києві"
    assert [hit.id for hit in load_lexicon().find(text, "uk", "actor")] == ["ua", "fr", "us", "ua"]


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("Президент Зеленський подякував за допомогу.", "ua", "approve"),
        ("Президент Франції засудив обстріли.", "fr", "oppose"),
        ("Еммануель Макрон підтвердив готовність надати нові системи.", "fr", "wish_offer"),
        ("Сторони домовилися продовжити контакти.", "both", "agree"),
        ("Було наголошено на важливості санкцій.", "none", "assert"),
        ("Окрему увагу приділили обміну полоненими.", None, "report"),
        ("Лідери обмінялися думками про торгівлю.", "both", "report"),
    ],
)
def test_who_speaks_and_what_the_verb_does(text, speaker, act):
    side = points_of(Readout("ua", "Ukraine", text, "ua.txt", language="uk"), sides=("ua", "fr"))
    point = side.points[0]
    assert point.act is not None
    assert point.act.kind == act
    assert speaker is None or point.speaker == speaker
