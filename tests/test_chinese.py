"""Chinese beside English: topics and names are found without word breaks, and points meet across the languages."""

from __future__ import annotations

import pytest

from readcmp.lexicon import load_lexicon
from readcmp.model import Readout
from readcmp.pipeline import compare, points_of

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
