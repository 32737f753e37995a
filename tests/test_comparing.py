"""What the comparison says of links, topics and the contact itself."""

import pytest

from readcmp import compare
from readcmp.annotation.contact_facts import extract_facts, find_asker
from readcmp.annotation.content import TextContent
from readcmp.annotation.contents import AccountContent
from readcmp.annotation.quantities.extraction import extract_quantities
from readcmp.comparing.emphasis import measure_emphasis
from readcmp.comparing.gaps import find_gaps
from readcmp.comparing.told import Told
from readcmp.lexicon import load_lexicon
from readcmp.model import Act, Gap, Hit, Point, Readout, Side
from readcmp.pipeline import points_of


def side_of(name, *texts, topics=()):
    body = " ".join(texts)
    points, at = [], 0
    for n, text in enumerate(texts, start=1):
        start = body.index(text, at)
        at = start + len(text)
        points.append(
            Point(
                f"{name}{n}",
                start,
                at,
                text,
                topics=topics[n - 1] if topics else (),
                quantities=extract_quantities(text, "en"),
            )
        )
    return Side(Readout(side=name, label=name.upper(), text=body, source=f"{name}.txt"), tuple(points))


def gaps_of(*ends):
    """The gaps between two points, each given with its side."""
    known = load_lexicon()
    told = (
        Told(p, side, TextContent(p.text, side.readout.language, known), AccountContent(side, known))
        for p, side in ends
    )
    return find_gaps(*told, known)


def gaps(a, b, **more):
    one, two = side_of("us", a), side_of("ru", b)
    return set(gaps_of((one.points[0], one), (two.points[0], two)))


def test_a_negation_on_one_side_is_a_gap():
    assert gaps("They will withdraw from the town.", "They will not withdraw from the town.") == {
        Gap("negation", None, "not")
    }


def test_a_negation_on_both_sides_is_none():
    assert gaps("They will never withdraw.", "They will not withdraw.") == set()


def test_an_and_between_two_words_is_another_scope_than_none():
    assert gaps("an energy and infrastructure ceasefire", "an energy infrastructure ceasefire") == {
        Gap("scope", "energy and infrastructure", "energy infrastructure")
    }


def test_exchanging_the_points_exchanges_the_ends_of_every_gap():
    a, b = "175 prisoners and 23 wounded were not named on 19 March.", 'They spoke of "a swap" of 150 prisoners.'
    assert gaps(a, b) == {Gap(g.kind, g.b, g.a) for g in gaps(b, a)}
    assert gaps(a, b)


def test_a_number_that_one_side_lacks_is_a_gap_and_one_that_both_have_is_none():
    found = gaps("The two agreed on 30 days.", "They agreed on 30 days and 175 prisoners.")
    assert {g for g in found if g.kind == "number"} == {Gap("number", None, "175")}


def test_a_range_that_one_side_lacks_is_one_gap_although_it_has_two_ends():
    one, two = side_of("us", "They will meet on 12 and 13 June."), side_of("ru", "They will meet soon.")
    found = gaps_of((one.points[0], one), (two.points[0], two))
    assert [g for g in found if g.kind == "date"] == [Gap("date", "12 and 13 June", None)]


def test_a_third_party_that_one_side_names_is_a_gap_but_the_sides_themselves_are_none():
    us, ru = side_of("us", "China and Russia came up."), side_of("ru", "The talks came up.")
    hits = (Hit("actor", "cn", "China", "China", 0, 5), Hit("actor", "ru", "Russia", "Russia", 10, 16))
    point = Point("us1", 0, 25, us.points[0].text, hits=hits)
    assert gaps_of((point, us), (ru.points[0], ru)) == (Gap("name", "China", None),)


def test_a_stronger_act_of_the_same_class_is_a_gap():
    us, ru = side_of("us", "He demanded a truce."), side_of("ru", "He asked for a truce.")
    strong = Point("us1", 0, 20, us.points[0].text, act=Act("request", "demanded", 5))
    weak = Point("ru1", 0, 21, ru.points[0].text, act=Act("request", "asked for", 2))
    assert gaps_of((strong, us), (weak, ru)) == (Gap("act", "demanded", "asked for"),)


def test_a_topic_has_its_share_of_each_sides_own_words_and_none_where_it_is_not_told():
    us = side_of("us", "one two three", "four", topics=(("energy",), ("trade", "energy")))
    ru = side_of("ru", "one two", topics=(("trade",),))
    rows = {row.id: row for row in measure_emphasis((us, ru), load_lexicon())}
    assert rows["energy"].sides["us"].share == 1.0
    assert rows["energy"].sides["us"].points == ("us1", "us2")
    assert rows["energy"].sides["ru"] is None
    assert (rows["trade"].sides["us"].share, rows["trade"].sides["us"].rank) == (0.25, 2)


def test_who_asked_how_long_and_by_what_channel_are_read_with_their_place():
    side = side_of(
        "ru",
        "At the initiative of the American side, the two had a telephone conversation.",
        "It lasted for just over an hour.",
        "The conversation was constructive and business-like.",
    )
    found = {fact.kind: fact for fact in extract_facts((side,))}
    assert {kind: fact.value for kind, fact in found.items()} == {
        "initiator": "At the initiative of the American side",
        "channel": "telephone conversation",
        "duration": "just over an hour",
        "tone": "constructive and business-like",
    }
    for fact in found.values():
        assert " ".join(side.readout.text[fact.start : fact.end].split()) == fact.value


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The President made a phone call to the King of Jordan.", "us"),
        ("The President received a phone call from the King of Jordan.", "jo"),
        ("The call took place at the initiative of Jordan.", "jo"),
        ("The call took place at the latter’s request.", "jo"),
    ],
)
def test_who_took_the_initiative_is_known_from_who_called_and_who_was_called(text, who):
    side, other = side_of("us", text), side_of("jo", "The King spoke.")
    (fact,) = (fact for fact in extract_facts((side,)) if fact.kind == "initiator")
    assert find_asker(fact, side, other, load_lexicon()) == who


def test_a_language_without_terms_is_said_so_that_nobody_reads_much_into_what_is_not_found():
    us = Readout(side="us", label="US", text="They discussed trade and energy at length.", source="us.txt")
    it = Readout(side="it", label="IT", text="Hanno parlato del commercio.", source="it.txt", language="it")
    for engine, words in (("fuzzy", "hardly a point will be linked"), ("semantic", "sentence vectors alone")):
        notes = [side.readout.notes for side in compare([us, it], engine=engine).sides]
        assert notes[0] == ()
        assert "no terms in this language (it)" in notes[1][0]
        assert words in notes[1][0]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "两国元首应约通电话。通话持续了近两个小时。双方坦诚、务实地交换了意见。",
            {"initiator": "应约", "channel": "通电话", "duration": "近两个小时", "tone": "坦诚、务实"},
        ),
        (
            "應美方請求，兩國外長舉行視訊會談。會談是坦率、有益的。",
            {"initiator": "應美方請求", "channel": "視訊會談", "tone": "坦率、有益"},
        ),
        ("总统应邀访问期间同主席举行会谈。双方可就此深入沟通。", {"channel": "举行会谈"}),
    ],
)
def test_a_chinese_account_says_who_asked_how_long_and_in_what_tone(text, facts):
    side = points_of(Readout("cn", "China", text, "cn.txt", language="zh"))
    found = extract_facts((side,))
    assert {fact.kind: fact.value for fact in found} == facts
    assert all(text[fact.start : fact.end] == fact.value for fact in found)


@pytest.mark.parametrize(
    ("language", "text", "facts"),
    [
        (
            "ru",
            "По инициативе французской стороны состоялся телефонный разговор президентов. Беседа продолжалась "
            "более полутора часов и носила откровенный и деловой характер.",
            {
                "initiator": "По инициативе французской стороны",
                "channel": "телефонный разговор",
                "duration": "более полутора часов",
                "tone": "откровенный и деловой",
            },
        ),
        (
            "ru",
            "Главы государств провели переговоры в режиме видеоконференции. Разговор был содержательным.",
            {"channel": "в режиме видеоконференции", "tone": "содержательным"},
        ),
        (
            "uk",
            "За ініціативи польської сторони відбулася телефонна розмова президентів. Вона тривала понад дві "
            "години. Розмова була змістовною та дружньою.",
            {
                "initiator": "За ініціативи польської сторони",
                "channel": "телефонна розмова",
                "duration": "понад дві години",
                "tone": "змістовною та дружньою",
            },
        ),
        ("uk", "Президент зустрівся з канцлером. Сторони обговорили торгівлю.", {"channel": "зустрівся"}),
    ],
)
def test_a_russian_or_ukrainian_account_says_what_the_contact_was(language, text, facts):
    side = points_of(Readout(language, language, text, "x.txt", language=language))
    found = extract_facts((side,))
    assert {fact.kind: fact.value for fact in found} == facts
    assert all(text[fact.start : fact.end] == fact.value for fact in found)


def test_an_extent_is_a_gap_where_the_other_side_says_the_same_without_it():
    assert gaps("They spoke of a full ceasefire at sea.", "They spoke of a ceasefire at sea.") == {
        Gap("scope", "full ceasefire", None)
    }
    assert Gap("scope", "full ceasefire", "partial ceasefire") in gaps("a full ceasefire", "a partial ceasefire")


def test_a_condition_on_one_side_only_is_a_gap_and_one_that_is_denied_is_none():
    found = gaps("Trade resumes provided that the ban is lifted.", "Trade resumes and the ban is lifted.")
    assert Gap("condition", "provided that", None) in found
    assert not {g for g in gaps("Talks begin without conditions.", "Talks begin.") if g.kind == "condition"}


def test_another_speaker_is_a_gap_but_not_in_the_same_words():
    us, ru = side_of("us", "He voiced hope for trade."), side_of("ru", "Both hoped that trade would grow.")
    told = [
        Point(f"{side.id}1", 0, 25, side.points[0].text, speaker=speaker)
        for side, speaker in ((us, "us"), (ru, "both"))
    ]
    assert Gap("speaker", "us", "both") in gaps_of((told[0], us), (told[1], ru))
    each = Point("ru1", 0, 25, ru.points[0].text, speaker="ru")
    assert not [gap for gap in gaps_of((told[0], us), (each, ru)) if gap.kind == "speaker"]
    again = Point("ru1", 0, 25, us.points[0].text, speaker="both")
    assert gaps_of((told[0], us), (again, ru)) == ()


def test_two_names_in_one_word_are_one_gap():
    hits = tuple(Hit("actor", actor, "俄乌", "俄乌", 0, 2) for actor in ("ru", "ua"))
    cn = Side(Readout("cn", "China", "俄乌对话", "cn.txt", language="zh"), (Point("cn1", 0, 4, "俄乌对话", hits=hits),))
    us = Side(Readout("us", "United States", "Talks", "us.txt"), (Point("us1", 0, 5, "Talks"),))
    assert gaps_of((us.points[0], us), (cn.points[0], cn)) == (Gap("name", None, "俄乌"),)
