"""What the verb of a point does."""

from __future__ import annotations

import pytest

from readcmp.annotation.attribution import attribute
from readcmp.lexicon import load_lexicon
from readcmp.model import Point, Readout


def act(text):
    point = Point("us1", 0, len(text), text)
    (found,) = attribute(Readout("us", "United States", text, "x"), [point], load_lexicon(), sides=("us", "ru"))
    return found.act


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The leaders discussed trade.", "report"),
        ("President Biden reiterated the need for calm.", "assert"),
        ("Vladimir Putin expressed hope for progress.", "wish_offer"),
        ("President Biden urged Russia to reject escalation.", "request"),
        ("The President thanked the Prime Minister.", "approve"),
        ("The two leaders agreed to stay in touch.", "agree"),
        ("President Biden pledged more aid.", "commit"),
        ("President Biden voiced the deep concerns of the allies.", "concern"),
        ("The leaders condemned the attack.", "oppose"),
        ("Vladimir Putin warned against interference.", "warn"),
        ("President Biden made clear that the United States and its allies would respond.", "warn"),
        ("President Biden met with President Putin.", "fact"),
        ("The parties reaffirmed their commitment to the treaty.", "agree"),
        ("President Biden reaffirmed his commitment to the treaty.", "assert"),
    ],
)
def test_the_governing_verb_gives_the_class(text, kind):
    assert act(text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The leaders discussed the need to condemn terrorism and to support the report.", "report"),
        ("President Biden called on Russia to withdraw and to stop threatening.", "request"),
        ("The leaders discussed the agreed steps, the demands raised and the protest.", "report"),
        ("The United States noted its support for the talks.", "report"),
        ("Recognizing the stakes, the leaders agreed on a plan.", "agree"),
        ("Noting the recent visit, the leaders thanked the hosts.", "approve"),
        ("Recognizing a plan backed by the allies, the leaders thanked the hosts.", "approve"),
        ("President Biden said he looked forward to the talks.", "wish_offer"),
        ("Participants in the meeting included two mayors.", "fact"),
        ("The leaders discussed survivor-led policies.", "report"),
    ],
)
def test_other_verbs_of_the_sentence_do_not_govern(text, kind):
    assert act(text).kind == kind


def test_a_not_turns_assent_into_opposition():
    assert act("The leaders did not agree on a plan.").kind == "oppose"
    assert act("The leaders agreed not to escalate.").kind == "agree"


def test_an_adverb_moves_the_act_on_the_ladder():
    plain = act("President Biden criticized the attack.").strength
    assert act("President Biden strongly criticized the attack.").strength == plain + 1
    assert act("The leaders agreed in principle.").strength < act("The leaders agreed to a truce.").strength


def test_the_ladder_rises_from_mention_to_demand():
    steps = [
        act(f"The leaders {verb} a truce.").strength
        for verb in ("discussed", "noted", "called for", "urged", "demanded")
    ]
    assert steps == sorted(set(steps))


def test_the_term_is_said_in_the_words_of_the_text():
    assert act("President Biden voiced the deep concerns of the allies.").term == "voiced the deep concerns of"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The United States will send aid.", "commit"),
        ("The parties must show restraint.", "assert"),
        ("Arms have crossed the border.", "assert"),
    ],
)
def test_a_sentence_without_a_verb_of_speech_promises_obliges_or_states(text, kind):
    assert act(text).kind == kind


def test_every_strength_is_on_the_ladder():
    acts = load_lexicon().acts("en").values()
    assert {a.strength for a in acts} == {0, 1, 2, 3, 4, 5}
