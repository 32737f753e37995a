"""Negations inside a link: a statement and its contrary differ, two ways to say one thing do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcmp.annotation.content import TextContent
from readcmp.annotation.negation import find_negations
from readcmp.comparing.negation import find_negation_gaps
from readcmp.lexicon import load_lexicon
from readcmp.model import Gap

CONTRARY = (
    ("Russia will withdraw its troops.", "Russia will not withdraw its troops."),
    ("The sides agreed to extend the treaty.", "The sides did not agree to extend the treaty."),
    ("He said that sanctions help.", "He said that sanctions don’t help."),
    ("The minister will attend the summit.", "The minister refused to attend the summit."),
    ("They support independence for the island.", "They do not support independence for the island."),
    ("There will be a ceasefire.", "There will be no ceasefire."),
    ("Both confirmed the deal.", "Neither confirmed the deal."),
    ("He promised to send arms.", "He ruled out sending arms."),
    ("The talks led to an agreement.", "The talks failed to lead to an agreement."),
    ("They met with preconditions.", "They met without preconditions."),
    ("The President denied the report of a build-up.", "The President confirmed the report of a build-up."),
    ("The army can use the base.", "The army cannot use the base."),
    ("The two will ever be enemies.", "The two will never be enemies."),
    ("Someone was hurt in the strike.", "Nobody was hurt in the strike."),
    ("The alliance is willing to expand.", "The alliance is unwilling to expand."),
    ("He declined to sign the paper without delay.", "He will sign the paper without delay."),
    ("They will not only talk but will not sign.", "They will not only talk but will sign."),
    ("Kyiv will not join, and Moscow will not withdraw.", "Kyiv will not join, and Moscow will withdraw."),
    ("There is no intention to attack; the border stays closed.", "There is an intention to attack; no one can leave."),
    ("The parties made progress on prisoners.", "The parties made hardly any progress on prisoners."),
    ("They will keep to the accord.", "They will refrain from keeping to the accord."),
    ("He spoke of the presence of observers.", "He spoke of the absence of observers."),
)

ALIKE = (
    ("They will not withdraw.", "They will never withdraw."),
    ("There is no alternative to talks.", "Talks have no alternative."),
    ("They discussed trade.", "They discussed not only trade."),
    ("Work will begin without delay.", "Work will begin at once."),
    ("The two countries trade a lot.", "No doubt the two countries trade a lot."),
    ("No fewer than 40 prisoners came home.", "40 prisoners came home."),
    ("The leaders talked about energy.", "The leaders talked about energy, not least gas."),
    ("Conflict must not arise between the powers.", "Between the powers, conflict shall never arise."),
    ("He does not seek a new cold war.", "No new cold war is sought."),
    ("The treaty ends no later than May.", "The treaty ends by May."),
    ("The army is not unprepared.", "The army is prepared."),
    ("It is known as a Normandy meeting.", "It is noted as a notable Normandy meeting."),
    ("They asked whether or not the gas flows.", "They asked if the gas flows."),
    ("Nothing will be settled without Ukraine.", "Nothing is to be settled without Ukraine."),
)


def gaps_between(a, language, b, other_language):
    """The gaps in negation between two texts."""
    ends = ((a, language), (b, other_language))
    return find_negation_gaps(*(TextContent(text, code, load_lexicon()) for text, code in ends))


def kinds(a, b):
    return [gap.kind for gap in gaps_between(a, "en", b, "en")]


@pytest.mark.parametrize(("a", "b"), CONTRARY)
def test_a_statement_and_its_contrary_have_a_gap_that_says_so(a, b):
    assert "negation" in kinds(a, b)


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_two_ways_to_say_one_thing_have_none(a, b):
    assert kinds(a, b) == []


@pytest.mark.parametrize(("a", "b"), [*CONTRARY, *ALIKE])
def test_exchanging_the_texts_exchanges_the_ends(a, b):
    there = {Gap(gap.kind, gap.b, gap.a) for gap in gaps_between(b, "en", a, "en")}
    assert set(gaps_between(a, "en", b, "en")) == there


texts = st.lists(
    st.sampled_from(("the", "will", "not", "never", "withdraw", "troops", "and", "no", "sign", "without", ".")),
    max_size=14,
).map(" ".join)


@given(texts)
def test_a_text_against_itself_has_no_gap(text):
    assert gaps_between(text, "en", text, "en") == []


@given(st.lists(st.sampled_from(["troops", "trade", "gas", "talks", "treaty", "prisoners"]), min_size=1, max_size=6))
def test_a_not_put_into_one_copy_is_always_told(matters):
    text = f"The sides will renew {', '.join(matters)}."
    assert gaps_between(text, "en", text.replace("will", "will not"), "en") == [Gap("negation", None, "not")]


def test_a_language_without_a_list_has_no_negations():
    assert find_negations("ne pas signer", "fr") == ()


CHINESE_CONTRARY = (
    ("中方支持这一提议。", "中方不支持这一提议。"),
    ("双方已达成一致。", "双方尚未达成一致。"),
    ("美方同意取消关税。", "美方拒绝取消关税。"),
    ("對方會撤軍。", "對方不會撤軍。"),
)

CHINESE_ALIKE = (
    ("双方贸易不断增长。", "双方贸易持续增长。"),
    ("未来两国将扩大合作。", "今后两国将扩大合作。"),
    ("双方看法不同。", "双方看法有异。"),
    ("我们绝不接受讹诈。", "我们不接受讹诈。"),
    ("坚定不移走和平道路。", "始终走和平道路。"),
)


@pytest.mark.parametrize(("a", "b"), CHINESE_CONTRARY)
def test_a_contrary_in_chinese_is_told(a, b):
    assert [gap.kind for gap in gaps_between(a, "zh", b, "zh-Hant")] == ["negation"]


@pytest.mark.parametrize(("a", "b"), CHINESE_ALIKE)
def test_what_only_looks_like_a_negator_in_chinese_is_none(a, b):
    assert gaps_between(a, "zh", b, "zh") == []


@given(st.text(st.sampled_from("双方不未没有支持反对会谈同，。"), max_size=16))
def test_a_chinese_text_against_itself_has_no_gap(text):
    assert gaps_between(text, "zh", text, "zh") == []


def test_a_negation_that_both_of_two_languages_have_is_no_gap():
    assert gaps_between("Neither side seeks a conflict.", "en", "双方都不寻求冲突。", "zh") == []
    assert gaps_between("Both sides seek talks.", "en", "双方不寻求会谈。", "zh") == [Gap("negation", None, "不")]


@pytest.mark.parametrize(
    ("language", "one", "other", "found"),
    [
        ("ru", "Россия выведет войска.", "Россия не выведет войска.", "не"),
        ("ru", "Стороны приняли это условие.", "Стороны отвергли это условие.", "отвергли"),
        ("ru", "Переговоры пройдут с условиями.", "Переговоры пройдут без условий.", "без"),
        ("uk", "Україна вступить до союзу.", "Україна не вступить до союзу.", "не"),
        ("uk", "Лідери підтримали угоду.", "Лідери відмовилися підтримати угоду.", "відмовилися"),
        ("uk", "Є гарантії.", "Немає гарантій.", "Немає"),
    ],
)
def test_a_negation_on_one_side_is_told_in_russian_and_ukrainian(language, one, other, found):
    assert gaps_between(one, language, other, language) == [Gap("negation", None, found)]
    assert gaps_between(other, language, one, language) == [Gap("negation", found, None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Обсуждена не только торговля."),
        ("ru", "Тем не менее контакты продолжатся."),
        ("uk", "Обговорили не лише торгівлю."),
        ("uk", "Вони діятимуть без зволікань."),
    ],
)
def test_an_idiom_negates_nothing_in_russian_and_ukrainian(language, text):
    assert find_negations(text, language) == ()


def test_a_negation_in_one_language_has_its_counterpart_in_another():
    assert gaps_between("Россия не выведет войска.", "ru", "Russia will not withdraw its troops.", "en") == []
    assert gaps_between("Росія не виведе війська.", "uk", "Россия не выведет войска.", "ru") == []
