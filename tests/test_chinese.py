"""Chinese beside English: topics and names are found without word breaks, and points meet across the languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcmp.annotation.disambiguation import disambiguate, names_place
from readcmp.lexicon import load_lexicon
from readcmp.loading.boilerplate import find_boilerplate
from readcmp.model import Point, Readout
from readcmp.pipeline import compare, points_of
from readcmp.script import simplified
from readcmp.text import words_worth

US = (
    "The two Presidents spoke by telephone. They discussed how to counter climate change. "
    "He raised concerns about export controls on semiconductors. The leaders spoke about the Korean Peninsula."
)
CN = "两国元首通了电话。双方谈到应对气候变化。关于台湾问题,中方强调一个中国原则。双方还就朝鲜半岛局势交换意见。"


def readouts():
    return [
        Readout("us", "United States", US, "us.txt", language="en"),
        Readout("cn", "China", CN, "cn.txt", language="zh"),
    ]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("双方谈到应对气候变化。", "climate"),
        ("中方强调一个中国原则。", "taiwan"),
        ("双方就朝鲜半岛局势交换意见。", "north-korea"),
        ("美方对芯片实施出口管制。", "technology"),
        ("两国元首通了电话。", "contact"),
        ("应当继续停火止战、和平谈判。", "ukraine-settlement"),
        ("愿同各方在抗击疫情方面加强合作。", "covid-19"),
    ],
)
def test_a_chinese_point_has_its_topic(text, topic):
    side = points_of(Readout("cn", "China", text, "cn.txt", language="zh"))
    assert topic in side.points[0].topics


def test_a_longer_term_hides_a_shorter_one_inside_it():
    found = {(hit.id, hit.text) for hit in load_lexicon().find("乌克兰危机", "zh", "topic")}
    assert found == {("ukraine-war", "乌克兰危机")}


def test_names_are_found_inside_a_line_of_characters():
    found = {hit.id for hit in load_lexicon().find("习近平主席同普京总统就乌克兰问题通电话", "zh", "actor")}
    assert found == {"cn", "ru", "ua"}


@pytest.mark.parametrize("engine", ["fuzzy", "semantic"])
def test_points_on_one_matter_meet_across_languages_and_others_stay_alone(engine):
    result = compare(readouts(), engine=engine)
    text = {point.id: point.text for side in result.sides for point in side.points}
    linked = {(text[link.a], text[link.b]) for link in result.links}
    assert any("climate" in a and "气候" in b for a, b in linked)
    assert any("Korean" in a and "朝鲜" in b for a, b in linked)
    assert not any("semiconductors" in a for a, _ in linked)
    assert not any("台湾" in b for _, b in linked)


@pytest.mark.parametrize("engine", ["fuzzy", "semantic"])
def test_exchanging_the_sides_exchanges_the_ends(engine):
    there, back = (compare(order, engine=engine) for order in (readouts(), readouts()[::-1]))
    assert {(link.a, link.b, link.score) for link in there.links} == {
        (link.b, link.a, link.score) for link in back.links
    }


@pytest.mark.parametrize(
    ("text", "traditional"),
    [
        ("双方就乌克兰问题和贸易战交换意见。", "雙方就烏克蘭問題和貿易戰交換意見。"),
        ("应当推动世界经济复苏，了解彼此关切。", "應當推動世界經濟復甦，瞭解彼此關切。"),
        ("习近平主席同泽连斯基总统通电话。", "習近平主席同澤連斯基總統通電話。"),
    ],
)
def test_traditional_characters_are_matched_as_simplified_ones_where_they_stand(text, traditional):
    lexicon = load_lexicon()
    plain, other = (lexicon.find(t, "zh-Hant") for t in (text, traditional))
    assert [(h.kind, h.id, h.start, h.end) for h in other] == [(h.kind, h.id, h.start, h.end) for h in plain]
    assert other
    assert all(h.text == traditional[h.start : h.end] for h in other)


@given(st.text(st.characters(min_codepoint=0x2E80, max_codepoint=0x2FFFF), max_size=40))
def test_no_character_moves_when_a_text_is_simplified(text):
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)


def test_a_latin_text_is_simplified_as_it_is():
    assert simplified("Kyiv – Київ “ok”") == "Kyiv – Київ “ok”"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("主席会见古巴总统。", False),
        ("双方谈到古巴。", True),
        ("双方谈到地区形势。", False),
        ("双方谈到中东局势。", True),
    ],
)
def test_a_state_in_a_title_and_a_general_word_name_no_place(text, place):
    point = Point("cn1", 0, len(text), text)
    (told,) = disambiguate([point], [load_lexicon().find(text, "zh", "topic")], None, "zh")
    assert any(names_place(hit, "zh") for hit in told) is place


def test_a_pair_of_states_makes_their_relations_the_matter():
    text = "我高度重视中芬关系。"
    point = Point("cn1", 0, len(text), text)
    for sides, weak in ((None, False), (("中国", "芬兰"), False), (("美国", "俄罗斯"), True)):
        (told,) = disambiguate([point], [load_lexicon().find(text, "zh", "topic")], sides, "zh")
        assert [(hit.id, hit.weak) for hit in told] == [("bilateral-relations", weak)]


@pytest.mark.parametrize(("term", "words"), [("trade war", 2), ("贸易战", 1.5), ("核", 1), ("乌克兰危机", 2.5)])
def test_two_characters_count_for_a_word(term, words):
    assert words_worth(term) == words


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("川普總統同普丁總統、澤倫斯基總統分別通話", ["us", "ru", "ua"]),
        ("北韓和紐西蘭的代表也在場", ["kp", "nz"]),
        ("中美关系受到俄乌冲突影响", ["cn", "us", "ru", "ua"]),
        ("其中美国的执法方面同发展中国家有差别", ["us"]),
        ("穆罕默德·本·萨勒曼王储到访", ["sa"]),
    ],
)
def test_short_and_regional_names_mean_their_actors_and_chance_neighbours_none(text, actors):
    assert [hit.id for hit in load_lexicon().find(text, "zh", "actor")] == actors


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        (
            "首頁 > 新聞 > 總統府新聞\n總統接見訪賓\n中華民國113年5月20日\n\n"
            "總統今天接見訪賓。雙方談到貿易。\n更新日期：2024-05-20",
            4,
        ),
        (
            "【字体：大 中 小】 打印本页\n两国元首通电话\n2024-05-06 21:30\n\n"
            "两国元首今天通电话。双方谈到贸易。\n（完）",
            4,
        ),
        ("人民网莫斯科5月8日电（记者 某某）两国元首今天会谈。双方谈到贸易。", 1),
    ],
)
def test_what_surrounds_a_chinese_account_is_left_out(page, kinds):
    boilerplate = find_boilerplate(page)
    assert len(boilerplate) == kinds
    rest = "".join(c for i, c in enumerate(page) if not any(f.start <= i < f.end for f in boilerplate))
    assert simplified(rest).strip().startswith(("总统今天", "两国元首今天"))
    assert simplified(rest).strip().endswith("双方谈到贸易。")


@pytest.mark.parametrize("topic", load_lexicon().topics)
def test_every_topic_has_chinese_terms_that_mean_it_by_themselves(topic):
    terms = [t for t in load_lexicon().terms("topic", "zh") if t.id == topic and not (t.weak or t.neutral)]
    assert len(terms) >= 10
    assert all(simplified(term.text) == term.text for term in terms)


def test_a_day_and_what_follows_it_are_no_name_of_two_states():
    for text in ("会谈5月3日中午结束。", "5月3日中方外长会见对方。"):
        assert "jp" not in {hit.id for hit in load_lexicon().find(text, "zh", "actor")}
    assert "jp" in {hit.id for hit in load_lexicon().find("双方就日中关系交换意见。", "zh", "actor")}
