"""Who speaks and what the verb does in Russian and Chinese, in a readout alone, and the form of a language's files."""

from __future__ import annotations

import pytest

from readcmp.annotation.attribution import attribute
from readcmp.annotation.attribution.grammar import INFLECTED, STEMS, UNSPACED
from readcmp.languages import known, load
from readcmp.lexicon import load_lexicon
from readcmp.model import Readout
from readcmp.pipeline import points_of
from readcmp.vocabulary import ActClass

SPOKEN = known()


def speech(text, language, side, sides=(), title=None):
    """Give speaker and class of each point of a text, cut as the program cuts it."""
    readout = Readout(side, side.upper(), text, "x", language, title=title)
    points = points_of(readout).points
    found = attribute(readout, points, load_lexicon(), sides=sides)
    return [(said.speaker, said.act.kind) for said in found]


def speakers(*args, **more):
    return [who for who, _ in speech(*args, **more)]


RUSSIAN = "Состоялся телефонный разговор Владимира Путина с Президентом США Дональдом Трампом. "


@pytest.mark.parametrize(
    ("sentence", "speaker", "kind"),
    [
        ("Владимир Путин подчеркнул важность диалога.", "ru", "assert"),
        ("Президент США поблагодарил за приглашение.", "us", "approve"),
        ("Дональд Трамп, в свою очередь, выразил озабоченность.", "us", "concern"),
        ("Президент России пригласил Дональда Трампа в Москву.", "ru", "wish_offer"),
        ("Российская сторона призвала к сдержанности.", "ru", "request"),
        ("Лидеры обсудили вопросы торговли.", "both", "report"),
        ("Владимир Путин и Дональд Трамп приветствовали перемирие.", "both", "approve"),
        ("Условлено продолжить контакты.", "both", "agree"),
        ("Подчёркнута важность переговоров.", "none", "assert"),
        ("С российской стороны подчёркнута важность переговоров.", "ru", "assert"),
        ("Американской стороной была выражена надежда на прогресс.", "us", "wish_offer"),
        ("Говоря о торговле с США, Владимир Путин осудил санкции.", "ru", "oppose"),
        ("В связи с призывом Трампа Путин подтвердил готовность помочь.", "ru", "wish_offer"),
        ("Лидеры продолжили обмен мнениями о торговле.", "both", "report"),
        ("Обстоятельно обсуждены вопросы торговли.", "none", "report"),
        ("По словам Президента США, торговля растёт.", "us", "assert"),
        ("Президент США слушал внимательно.", "us", "assert"),
    ],
)
def test_in_russian_the_subject_or_the_named_agent_speaks(sentence, speaker, kind):
    assert speech(RUSSIAN + sentence, "ru", "ru", ("ru", "us"))[-1] == (speaker, kind)


def test_in_russian_he_goes_on_and_a_name_is_known_again_by_its_stem():
    text = (
        "Состоялся телефонный разговор с Президентом Турции Кемалем Орханоглу. "
        "Кемаль Орханоглу отметил важность диалога. Он также выразил надежду на прогресс."
    )
    assert speakers(text, "ru", "ru", ("ru", "tr"))[1:] == ["tr", "tr"]


CHINESE = "国家主席习近平同美国总统特朗普通电话。"


def test_in_chinese_a_speaker_goes_on_until_another_takes_over():
    text = (
        CHINESE + "习近平指出，两国合作前景广阔。中方愿同美方加强沟通。双方要相互尊重。"
        "特朗普表示，很高兴通话。美方感谢中方的支持。双方商定保持联系。"
    )
    assert speech(text, "zh", "cn", ("cn", "us")) == [
        ("cn", "fact"),
        ("cn", "assert"),
        ("cn", "wish_offer"),
        ("cn", "request"),
        ("us", "approve"),
        ("us", "approve"),
        ("both", "agree"),
    ]


def test_in_chinese_what_is_said_of_the_other_side_does_not_make_it_speak():
    text = CHINESE + "习近平强调，美方的做法值得关注。特朗普总统提出的倡议有积极意义。"
    assert speakers(text, "zh", "cn", ("cn", "us")) == ["cn", "cn", "cn"]


def test_in_chinese_a_name_that_the_lexicon_lacks_is_learnt_from_its_office():
    text = "国家主席习近平会见图瓦卢总理洛塔努。习近平指出，双方合作良好。洛塔努表示，感谢中方帮助。"
    assert speakers(text, "zh", "cn") == ["cn", "cn", "other"]


def test_in_chinese_an_office_alone_is_the_own_sides_unless_a_state_is_named_with_it():
    text = "外交部长同美国国务卿通电话。外长指出，合作良好。国务卿表示，美方愿同中方合作。美国国务卿感谢中方。"
    assert speakers(text, "zh", "cn", ("cn", "us")) == ["cn", "cn", "us", "us"]
    text = "外交部长同俄罗斯外长会谈。外长指出，合作良好。俄方高度评价中方。双方肯定合作。"
    assert speakers(text, "zh", "cn", ("cn", "ru")) == ["cn", "cn", "ru", "both"]


def test_in_chinese_one_who_is_spoken_to_does_not_speak():
    assert speakers(CHINESE + "国家主席指出，合作良好，向美方表示慰问。", "zh", "cn", ("cn", "us"))[-1] == "cn"


def test_in_chinese_a_wish_of_the_people_is_no_offer():
    text = CHINESE + "习近平指出，和平是两国人民的共同心愿。"
    assert speech(text, "zh", "cn", ("cn", "us"))[-1] == ("cn", "assert")


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Readout of a call with President Adam Fields of Kenya", "The leaders discussed trade."),
        (None, "President Biden spoke today with President Adam Fields of Kenya."),
        (None, "President Biden met with Adam Fields."),
    ],
)
def test_in_a_readout_alone_the_one_met_speaks_as_the_other(title, opening):
    text = f"{opening} President Biden noted the talks. Fields expressed concern. Somalia condemned the attack."
    assert speakers(text, "en", "us", title=title)[1:] == ["us", "other", "third"]


def test_in_a_readout_alone_two_can_be_met():
    title = "Conversations with President of Belarus Alexander Lukashenko and President of Armenia Adam Fields"
    text = "Vladimir Putin noted the talks. Alexander Lukashenko welcomed this. Adam Fields expressed concern."
    assert speakers(text, "en", "ru", title=title) == ["ru", "other", "other"]


def test_with_two_sides_given_nobody_is_the_other():
    text = "President Biden spoke with President Putin. Executives welcomed this. Putin expressed concern."
    assert speakers(text, "en", "us", ("us", "ru")) == ["us", "third", "ru"]


def test_in_two_accounts_of_one_side_the_one_met_speaks_as_the_other():
    text = "President Putin had a telephone conversation with President Trump. Donald Trump thanked Vladimir Putin."
    assert speakers(text, "en", "ru-en", ("ru-en", "ru-ru")) == ["ru-en", "other"]


@pytest.mark.parametrize("language", SPOKEN)
def test_a_language_says_how_its_verbs_are_found(language):
    way = load(language).attribution.way
    assert way in (INFLECTED, STEMS, UNSPACED)
    assert bool(load(language).verbs.forms) == (way == INFLECTED)


@pytest.mark.parametrize("language", SPOKEN)
def test_the_acts_of_a_language_are_on_the_ladder(language):
    acts = load_lexicon().acts(language).values()
    assert {act.kind for act in acts} == set(ActClass)
    assert {act.strength for act in acts} == {0, 1, 2, 3, 4, 5}


@pytest.mark.parametrize("language", SPOKEN)
@pytest.mark.parametrize("text", ["", "…", "«", "и", "的", "，。", "，习近平", "表示，", "\u200b", "to", "С", "1。"])
def test_scraps_of_text_do_no_harm(text, language):
    readout = Readout("us", "US", text, "x", language)
    assert len(attribute(readout, points_of(readout).points, load_lexicon())) == len(points_of(readout).points)
