"""Who speaks in a point, told by subjects, offices, pronouns, quotations."""

from __future__ import annotations

from time import process_time

import pytest

from readcmp.annotation.attribution import actor_of, attribute
from readcmp.lexicon import load_lexicon
from readcmp.loading import load_text
from readcmp.model import Point, Readout
from readcmp.pipeline import compare, points_of


def said(*points, side="us", sides=("us", "ru"), language="en", leads=None, sentences=None):
    """Return the speech of made-up points, each a sentence unless ``sentences`` says otherwise."""
    text, made = "", []
    for n, point in enumerate(points):
        start = len(text) + bool(text)
        text = f"{text} {point}" if text else point
        lead = (leads or {}).get(n, "")
        made.append(Point(f"{side}{n}", start, len(text), point, sentence=(sentences or range(99))[n], lead=lead))
    readout = Readout(side, side.upper(), text, "x", language)
    return attribute(readout, made, load_lexicon(), sides=sides)


def speech(*points, **more):
    return tuple((one.speaker, one.act) for one in said(*points, **more))


def speakers(*points, **more):
    return [speaker for speaker, _ in speech(*points, **more)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Biden underscored the need for calm.", "us"),
        ("Vladimir Putin stressed the need for calm.", "ru"),
        ("The Russian President noted the talks.", "ru"),
        ("Joseph Biden, in turn, outlined the measures.", "us"),
        ("The two leaders discussed arms control.", "both"),
        ("They agreed to keep in touch.", "both"),
        ("President Biden and President Putin reviewed arms control.", "both"),
        ("President Biden and Secretary Blinken reviewed arms control.", "us"),
        ("President Biden and his Russian counterpart reviewed arms control.", "both"),
        ("Both sides noted the talks.", "both"),
        ("In response, Vladimir Putin warned of a rupture.", "ru"),
        ("Speaking of Russia, President Biden expressed concern.", "us"),
        ("The situation in the region was discussed.", "none"),
        ("The situation in the region was raised by the Russian side.", "ru"),
        ("It was agreed to keep in touch.", "both"),
        ("Special attention was paid to trade.", "none"),
        ("The conversation focused on trade.", "none"),
        ("The conversation was warm and candid.", "us"),
        ("This call was part of a dialogue.", "us"),
        ("According to Vladimir Putin, trade has grown.", "ru"),
        ("Vladimir Putin listened to every word.", "ru"),
        ("Vladimir Putin’s war has no excuse.", "us"),
        ("President Biden and Commissioner Fields reviewed arms control.", "both"),
        ("President Biden underscored steps backed by President Putin.", "us"),
    ],
)
def test_the_subject_of_the_governing_verb_speaks(text, speaker):
    assert speakers(text) == [speaker]


def test_he_is_the_one_who_spoke_before():
    assert speakers("Vladimir Putin noted the talks.", "He also expressed concern.") == ["ru", "ru"]
    assert speakers("President Biden noted the talks.", "He also expressed concern.") == ["us", "us"]


def test_an_office_alone_is_whose_the_text_says_it_is():
    opening = "President Biden spoke with Prime Minister Adam Fields of India."
    got = speakers(opening, "The Prime Minister noted the talks.", "The President welcomed this.", sides=("us", "in"))
    assert got == ["us", "in", "us"]


def test_the_president_alone_is_the_own_sides():
    opening = "President Biden spoke with President Putin."
    assert speakers(opening, "The President noted the talks.")[1] == "us"
    assert speakers(opening, "The President noted the talks.", side="ru", sides=("ru", "us"))[1] == "ru"


def test_names_are_learnt_from_how_the_text_presents_them():
    opening = "Deputy Secretary Mary Adeyo met with State Councilor Tan Orvill of China."
    got = speakers(opening, "Adeyo noted the talks.", "Orvill expressed concern.", sides=("us", "cn"))
    assert got[1:] == ["us", "cn"]


def test_an_item_of_a_list_takes_the_speaker_and_the_act_of_its_lead():
    got = speech("The leaders discussed trade,", "energy", leads={1: "The leaders discussed"}, sentences=[0, 0])
    assert [(who, act.kind) for who, act in got] == [("both", "report"), ("both", "report")]


def test_a_shared_verb_takes_the_speaker_and_keeps_its_own_act():
    got = speech("Vladimir Putin noted the talks", "and expressed concern over arms.", sentences=[0, 0])
    assert [(who, act.kind) for who, act in got] == [("ru", "report"), ("ru", "concern")]


def test_the_contact_itself_is_the_own_sides_whoever_is_its_subject():
    who, act = speech("President Putin held a telephone conversation with President Biden.")[0]
    assert (who, act.kind) == ("us", "fact")


def test_what_a_contact_was_to_discuss_is_both_sides():
    who, act = speech("President Biden spoke with President Putin to discuss arms control.")[0]
    assert (who, act.kind) == ("both", "report")


def test_a_long_quotation_is_whose_it_is_said_to_be():
    quote = (
        '"We have stood by this treaty for a great many years, and we shall go on standing by it," Vladimir Putin said.'
    )
    assert speakers("President Biden noted the talks.", quote) == ["us", "ru"]


def test_a_side_is_an_actor_by_its_id_or_its_label():
    lexicon = load_lexicon()
    assert actor_of("us", "", lexicon) == "us"
    assert actor_of("kremlin", "Russia", lexicon) == "ru"
    assert actor_of("white-house", "", lexicon) == "us"
    assert speakers("Vladimir Putin noted the talks.", side="us", sides=("us", "kremlin")) == ["kremlin"]


def test_who_speaks_does_not_depend_on_the_order_of_the_sides():
    texts = ("Vladimir Putin noted the talks.", "The two leaders discussed trade.", "He thanked President Biden.")
    assert speech(*texts, sides=("us", "ru")) == speech(*texts, sides=("ru", "us"))


def test_a_language_without_a_grammar_gives_nobody():
    assert speech("Putin sprach mit Biden.", language="xx") == (("none", None),)


@pytest.mark.parametrize("text", ["", "…", "— (", '"', "and", "to", "The", "“”, said", "Expressed", "\u200b"])
def test_scraps_of_text_do_no_harm(text):
    assert len(speech("President Biden noted it.", text)) == 2


def test_a_speaker_is_attributed_where_the_own_sentence_names_the_speaker():
    got = said(
        "Vladimir Putin noted the talks",
        "and expressed concern over arms.",
        "He welcomed the truce.",
        "It would be of use to all.",
        "President Biden condemned the attack.",
        sentences=[0, 0, 1, 2, 3],
    )
    assert [one.attributed for one in got] == [True, True, False, False, True]


def test_a_side_may_be_called_like_a_pronoun():
    texts = ("We stressed the need for arms control.", "The Russian side noted it.", "He condemned the attack.")
    got = speakers(*texts, side="he", sides=("he", "ru"))
    assert got == ["he", "ru", "ru"]
    assert speakers(*texts, side="they", sides=("they", "ru")) == ["they", "ru", "ru"]


NORWAY = {"side": "gb", "sides": ("gb", "no")}


def test_a_subject_line_gives_no_office_to_the_one_met():
    got = speakers("PM call with Prime Minister of Norway\nThe Prime Minister stressed the need for aid.", **NORWAY)
    assert got == ["gb"]


def test_an_office_is_the_own_sides_where_it_stands_alone_before_the_others_is_presented():
    opening = "The President welcomed the President of Kenya."
    assert speakers(opening, "The President noted the talks.", sides=("us", "ke"))[1] == "us"
    opening = "The Minister of Foreign Affairs met with the Foreign Minister of Kenya."
    assert speakers(opening, "The Minister noted the talks.", sides=("us", "ke"))[1] == "us"


def test_an_office_that_the_text_gives_to_the_one_met_alone_is_theirs():
    opening = "Secretary Adam Fields met with the Foreign Minister of Kenya."
    assert speakers(opening, "The Foreign Minister noted the talks.", sides=("us", "ke"))[1] == "ke"


@pytest.mark.parametrize("office", ["Our President", "The President of the Republic", "His Excellency", "We", "I"])
def test_what_the_account_calls_its_own_is_the_own_sides(office):
    opening = "President Biden met with President Putin."
    assert speakers(opening, f"{office} noted the talks.", side="ru", sides=("ru", "us"))[1] == "ru"


def test_a_sentence_without_a_verb_of_speech_is_not_carried_to_the_other_side():
    got = speakers("Mexico will hold people back at once.", "This will help all.", "Thank you!", sides=("us", "mx"))
    assert got == ["us", "us", "us"]


def test_who_writes_in_the_first_person_is_not_he():
    got = speakers("I had a great talk with the President of Kenya.", "She has agreed to it.", sides=("us", "ke"))
    assert got[1] == "ke"
    got = speakers("I can say this.", "President Biden noted the talks.", "He welcomed the truce.", sides=("us", "ke"))
    assert got[2] == "us"


def test_we_are_both_sides_where_we_do_what_takes_two():
    assert speakers("We discussed trade.", "We agreed to meet again.", "We condemned the attack.") == [
        "both",
        "both",
        "us",
    ]


def test_a_counterpart_is_the_one_whom_the_own_side_met():
    assert speakers("President Biden noted the talks.", "His counterpart expressed concern.") == ["us", "ru"]


def test_a_quotation_over_several_paragraphs_is_its_speakers():
    text = (
        "“We want a ceasefire,” Vladimir Putin said. “Exports have fallen.\n\n"
        "“We have sent gas to all.\n\n“I ask them to lift the sanctions.” President Biden noted this."
    )
    readout = Readout("us", "US", text, "x", "en")
    points = points_of(readout).points
    found = attribute(readout, points, load_lexicon(), sides=("us", "ru"))
    assert [one.speaker for one in found] == ["ru", "ru", "ru", "ru", "us"]


def test_two_accounts_of_one_state_are_one_speaker_to_a_third_in_whatever_order():
    texts = ("Wang Yi met with Secretary Rubio.", "The US side welcomed this.")
    for sides in (("cn", "us", "us-2"), ("us-2", "us", "cn"), ("us", "us-2", "cn")):
        assert speakers(*texts, side="cn", sides=sides)[1] == "us"
        assert speakers("Wang Yi welcomed this.", side="us-2", sides=sides) == ["cn"]
        assert speakers("Secretary Rubio welcomed this.", side="us-2", sides=sides) == ["us-2"]


def test_with_two_accounts_of_one_state_the_findings_do_not_depend_on_their_order():
    texts = {
        "us": "Secretary Rubio met with Wang Yi. Wang Yi expressed concern about tariffs.",
        "us-2": "Secretary Rubio met with Wang Yi. Wang Yi called for calm in Gaza.",
        "cn": "Wang Yi met with Secretary Rubio. Secretary Rubio welcomed the truce. Wang Yi called for aid to Kenya.",
    }
    found = []
    for order in (("us", "us-2", "cn"), ("cn", "us-2", "us"), ("us-2", "cn", "us")):
        comparison = compare([load_text(texts[side], side=side) for side in order], engine="fuzzy")
        found.append(sorted((one.kind, one.between, one.points, one.text) for one in comparison.findings))
    assert found[0] == found[1] == found[2]
    assert any(kind == "attribution" for kind, *_ in found[0])


def test_we_talked_is_of_who_writes_too():
    got = speakers(
        "I spoke with the President of Kenya. We talked of trade.", "He has agreed to it.", sides=("us", "ke")
    )
    assert got[-1] == "ke"


def test_a_short_word_before_a_full_stop_begins_no_name():
    text = ("Manila met with China on the South China Sea.", "Both sides had a truly very frank talk.")
    assert "cn" not in speakers(*text, side="ph", sides=("ph", "cn"))


def test_an_envoy_for_something_of_a_state_is_not_the_states():
    opening = "The Special Representative for Ukraine's Recovery met with the Prime Minister of Ukraine."
    assert speakers(opening, "The Special Representative raised reform.", sides=("us", "ua"))[1] == "us"


def test_who_stands_in_a_clause_on_a_thing_is_not_its_subject():
    text = "The port, and the corridor which should link India with it, noted progress."
    assert speakers("President Macron met with Prime Minister Modi.", text, side="fr", sides=("fr", "in"))[1] != "in"


@pytest.mark.parametrize("words", ["President Biden said, ", "Vladimir Putin ", "U.S. ", "the President and "])
def test_time_grows_with_the_text_alone(words):
    started = process_time()
    speakers("President Biden noted it.", words * 2000)
    assert process_time() - started < 8
