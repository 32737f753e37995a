"""A readout's points: what is cut apart, what stays whole, and that nothing is lost."""

from __future__ import annotations

import time

import pytest

from readcmp.model import Boilerplate, Point, Readout
from readcmp.segmentation import segment
from readcmp.text import squeeze


def points(
    text: str, language: str = "en", boilerplate: tuple[Boilerplate, ...] = (), *, every: bool = True
) -> tuple[Point, ...]:
    """The points of a text with every cut that the rules propose, or with those alone that are likely."""
    return segment(Readout("us", "US", text, "us.txt", language=language, boilerplate=boilerplate), every=every)


def pieces(text: str, language: str = "en") -> list[str]:
    return [squeeze(point.text) for point in points(text, language)]


CUT = [
    # lists of matters
    "The ministers discussed grain exports, | the repair of the bridge, | and flights between the capitals.",
    "The leaders covered energy, | migration | and Lake Chad.",
    "They exchanged views on countering piracy, | and the shared burden of harbour safety, | coastal erosion, | "
    "and stopping illegal fishing.",
    "The envoys discussed the border dialogue, | a separate track on fisheries, | as well as joint work on dams.",
    "She raised obstacles to trade, | including tariffs on cotton, | new rules for ports, | and delays at customs.",
    "The deputies raised global problems such as crop failure, | the price of fuel, | and shortages of medicine.",
    "The main topic of the talks was the security of the strait | and the prospects for a lasting truce.",
    "He raised Freedonia's brutal raid on Sylvania | and Freedonia's open threats of further raids.",
    "The talks focused on wheat from the east, | on harbour fees, | and on the drought.",
    # predicates, subjects, participles
    "The President voiced concern about the raids | and made clear that the allies would respond.",
    "He reiterated support for the treaty | and once again called for a return to talks.",
    "She noted that aid has grown, | and is exploring further loans.",
    "The two ministers tasked their teams to follow up, | and the Duchy will do so with its neighbours.",
    "He said that the two nations were still rivals | but that they must keep talking.",
    "He raised the blockade, | noted all states have an interest in open seas, | and underscored his resolve.",
    "The leaders discussed relief efforts, | underscoring the principle of free passage.",
    "They discussed floods in the East Province | and the Vice President underscored the need for relief.",
    "He emphasised that the orders had been given | and the coast guard is doing its part.",
    # what a contact was about
    "The President spoke today with Queen Ada of Freedonia | about the harbour works.",
    "The Secretary met on March 3 with Prime Minister Bo in Port Real | to discuss the fishing dispute.",
    "The leaders held a long call yesterday | on a range of regional matters.",
    # phrases joined by a preposition or an infinitive of their own
    "He congratulated the Queen on the opening of the canal | and on the results of the census.",
    "They spoke with the envoy | about the work to deliver grain to the islands | and to lower the cost of transport.",
    "The sides met in Port Real; | the talks went on for three hours.",
]

WHOLE = [
    "They discussed military, economic, and humanitarian assistance.",
    "She raised concerns about arrests in Northland, Southland, and East Bay.",
    "He affirmed the sovereignty and territorial integrity of Sylvania.",
    "The leaders of Freedonia, Sylvania and the Duchy met yesterday.",
    "The Queen of Freedonia and the Duke of Sylvania discussed the canal.",
    "They discussed relations between the Duchy and the Sylvanian Republic.",
    "He stressed that the plan is sound and is ready for a vote.",
    "The leaders reviewed and welcomed the progress of the work.",
    "He called for the complete and unconditional release of the crew.",
    "They discussed support for the industry and its effect on prices.",
    "She welcomed efforts to address the shortage of water.",
    "They discussed aid both directly and through international lenders.",
    "The President spoke on Monday with Duke Leo on the sidelines of the summit.",
    "The ministers welcomed the truce of April 26, 2023 in the valley.",
    "He recalled years of new restrictions, bans and mass expulsions of envoys.",
    "The envoys discussed treaties of friendship and mutual assistance.",
    "They called for a fair, lasting peace in the valley.",
    # a predicate that is broken off and taken up again
    "She told the Duke that Sylvania was, and will remain, a free port.",
    "She noted that the old rules have always been, and must remain, the ground of the treaty.",
    "He stressed that such steps, including the staged count of votes, were a breach.",
    # what somebody is ready for, or welcomes, is one matter with what he is to do
    "He noted the readiness for envoys of Freedonia and the people of Sylvania to meet.",
    "The Duke welcomed Sylvania's willingness to look at new steps.",
    "The Duke welcomed Sylvanian plans to dredge the port.",
    # numbers in words
    "They discussed a loan of two and a half billion dollars for the canal.",
    "They discussed a loan of two hundred and fifty million dollars for the canal.",
]


@pytest.mark.parametrize("marked", CUT)
def test_each_matter_is_a_point(marked: str) -> None:
    assert pieces(marked.replace("| ", "")) == [piece.strip() for piece in marked.split("|")]


@pytest.mark.parametrize("sentence", WHOLE)
def test_what_tells_one_matter_stays_whole(sentence: str) -> None:
    assert pieces(sentence) == [sentence]


def test_a_listed_matter_knows_the_subject_and_the_verb_that_it_shares() -> None:
    found = points(
        "In Port Real, the ministers discussed grain, and voiced their concern about raids, and floods in May."
    )
    assert [point.lead for point in found] == ["", "", "the ministers voiced their concern about"]


def test_a_point_with_its_own_verb_has_no_lead() -> None:
    assert [p.lead for p in points("He noted the floods and called for calm, and the Duchy will send boats.")] == [
        "",
        "",
        "",
    ]


def test_what_a_contact_was_about_has_the_contact_as_its_lead() -> None:
    found = points("The Duke spoke with Queen Ada about the work to dredge the old port and to lower the cost of fuel.")
    assert [point.lead for point in found] == ["", "The Duke spoke", "The Duke spoke about the work"]


LEADS = [
    ("They had an exchange on their efforts to fight the drought, ", "They had an exchange on their efforts to",
     ["help the farmers of the south, ", "and provide grain."]),
    ("They agreed on the need of working together to address the floods in the east, ",
     "They agreed on the need of working together to", ["strengthen the dams, ", "and provide boats."]),
    ("They agreed to cooperate on trade in grain, ", "They agreed to cooperate on",
     ["the safety of the ports, ", "and the drought in the south."]),
    ("They agreed to work on matters of shared interest, such as drought, ",
     "They agreed to work on matters of shared interest, such as", ["floods, ", "and the seas."]),
    ("They focused on trade in grain, ", "They focused on", ["the safety of the ports, ", "and the drought."]),
    ("They discussed ways of protecting the sea, ", "They discussed ways of",
     ["opening the ports to all, ", "and ending the raids."]),
]  # fmt: skip


@pytest.mark.parametrize(("first", "lead", "items"), LEADS)
def test_a_lead_and_its_item_read_as_a_sentence(first: str, lead: str, items: list[str]) -> None:
    found = points(first + "".join(items))
    assert [point.text for point in found] == [first.strip(), *(item.strip() for item in items)]
    assert [point.lead for point in found] == ["", *[lead] * len(items)]


def test_a_clause_with_a_verb_of_its_own_has_no_lead() -> None:
    found = points(
        "They reviewed the work on the canal in the south and a meeting of the Duchy's engineers will follow."
    )
    assert [point.lead for point in found] == ["", ""]


def test_what_a_contact_was_about_is_no_date() -> None:
    assert len(points("The Duke met with Queen Ada on the 3rd in Port Real.")) == 1


def test_a_lead_that_would_be_long_is_left_out() -> None:
    found = points(
        "They agreed on the great and growing importance of working hand in hand in the years to come to rebuild the "
        "old port of the islands, protect the long bridge over the strait, and open the canal to all ships."
    )
    assert [point.lead for point in found] == ["", "", ""]


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("1. They met.\n2. They left.", "en", ["They met.", "They left."]),
        ("1.\nThey met.\n2.\nThey left.", "en", ["They met.", "They left."]),
        ("1. They met. 2. They left.", "en", ["They met.", "They left."]),
        ("1.\n\nThey met.", "en", ["They met."]),
        ("(a) They met.\n(b) They left.", "en", ["They met.", "They left."]),
        ("一、双方讨论了渔业。二、双方同意再次会晤。", "zh", ["双方讨论了渔业。", "双方同意再次会晤。"]),
        ("1、双方讨论了渔业。2、双方同意再次会晤。", "zh", ["双方讨论了渔业。", "双方同意再次会晤。"]),
        ("1. Они встретились.\n2. Они уехали.", "ru", ["Они встретились.", "Они уехали."]),
        ("1. Sie trafen sich.\n2. Sie fuhren ab.", "de", ["Sie trafen sich.", "Sie fuhren ab."]),
        ("12. Mai: Sie trafen sich.", "de", ["12. Mai: Sie trafen sich."]),
        ("They met. 12 ships left.", "en", ["They met.", "12 ships left."]),
    ],
)
def test_the_number_of_an_item_is_no_part_of_its_point(text: str, language: str, right: list[str]) -> None:
    assert pieces(text, language) == right


def test_the_points_of_one_sentence_share_its_number() -> None:
    found = points("They discussed ports, rails, and roads. The Queen left.")
    assert [point.sentence for point in found] == [0, 0, 0, 1]


def test_points_are_numbered_after_their_side() -> None:
    assert [point.id for point in points("They met. They left.")] == ["us1", "us2"]


def test_bulleted_matters_inherit_the_line_above_them() -> None:
    found = points("The ministers discussed:\n- grain exports\n- the repair\n  of the bridge\n\nThey left.")
    assert [squeeze(point.text) for point in found[1:]] == [
        "- grain exports",
        "- the repair of the bridge",
        "They left.",
    ]
    assert [point.lead for point in found] == ["", "The ministers discussed", "The ministers discussed", ""]


def test_bullets_that_are_furniture_still_make_items() -> None:
    text = "They discussed:\n* dams\n* roads"
    marks = tuple(Boilerplate(i, i + 1, "bullet") for i, c in enumerate(text) if c == "*")
    found = points(text, boilerplate=marks)
    assert [(p.text, p.lead) for p in found] == [
        ("They discussed:", ""),
        ("dams", "They discussed"),
        ("roads", "They discussed"),
    ]


def test_furniture_is_in_no_point_and_ends_a_sentence() -> None:
    text = "MENU They met\nShare this page\nand left. ###"
    boilerplate = tuple(
        Boilerplate(text.index(s), text.index(s) + len(s), "menu") for s in ("MENU", "Share this page", "###")
    )
    assert [point.text for point in points(text, boilerplate=boilerplate)] == ["They met", "and left."]


def test_marks_within_a_sentence_do_not_end_it() -> None:
    text = "They **met** in Port Real."
    boilerplate = (Boilerplate(5, 7, "markup"), Boilerplate(10, 12, "markup"))
    assert [point.text for point in points(text, boilerplate=boilerplate)] == [text]


def test_a_language_without_a_profile_is_cut_at_sentences_and_semicolons() -> None:
    assert pieces("Le parti hanno discusso di grano, porti e strade; si vedranno a maggio. Il re è partito.", "it") == [
        "Le parti hanno discusso di grano, porti e strade;",
        "si vedranno a maggio.",
        "Il re è partito.",
    ]


def test_a_language_that_is_not_known_is_cut_all_the_same() -> None:
    assert pieces("Lorem ipsumque dolor. Consectetur elitem.", "xx") == [
        "Lorem ipsumque dolor.",
        "Consectetur elitem.",
    ]


UNLIKELY = [
    "The delegations met in Port Real; the meal went on for three hours.",
    "He stressed that the dam must be mended, including the old gate by the sea.",
]


@pytest.mark.parametrize("sentence", UNLIKELY)
def test_a_cut_that_parts_no_matters_is_proposed_and_not_made(sentence: str) -> None:
    readout = Readout("us", "US", sentence, "us.txt")
    assert len(segment(readout, every=True)) > 1
    assert len(segment(readout)) == 1


LIKELY = [
    "The President voiced concern about the raids | and made clear that the allies would respond.",
    "The leaders discussed sanctions against Russia, | the war in Ukraine, | and climate change.",
    "They discussed the situation in Gaza, | and the President called for the release of the hostages.",
]


@pytest.mark.parametrize("marked", LIKELY)
def test_a_cut_that_parts_two_matters_is_made(marked: str) -> None:
    readout = Readout("us", "US", marked.replace("| ", ""), "us.txt")
    assert [point.text for point in segment(readout)] == [piece.strip() for piece in marked.split("|")]


def test_the_matters_of_a_list_stand_or_fall_together() -> None:
    parted = {len(segment(Readout("us", "US", f"They discussed {a}, {b} and the {c}.", "us.txt"))) for a, b, c in LISTS}
    assert parted <= {1, 3}


LISTS = [
    (a, b, c)
    for a in ("the sanctions", "the weather on the islands")
    for b in ("the war in Ukraine", "the old gate")
    for c in ("fight against terrorism", "lamps of the harbour")
]


def test_where_nothing_is_learnt_of_a_language_each_cut_that_the_rules_propose_is_made() -> None:
    readout = Readout("de", "DE", "Sie nannten die Dürre; er nannte die Flut.", "de.txt", language="de")
    assert segment(readout) == segment(readout, every=True)
    assert len(segment(readout)) == 2


def test_a_file_beside_the_profiles_is_no_language() -> None:
    assert len(segment(Readout("us", "US", "They met. They left.", "us.txt", language="boundaries"))) == 2


@pytest.mark.parametrize("text", ["", " \n\n ", "###", "* * *", "…"])
def test_a_text_without_words_has_no_points(text: str) -> None:
    assert points(text) == ()


def test_many_cuts_in_one_sentence_take_time_in_step_with_their_number() -> None:
    begin = time.process_time()  # whatever else the machine does meanwhile
    assert len(points("trade; " * 5000, every=False)) <= 5000
    few = time.process_time() - begin
    assert len(points("trade; " * 20000, every=False)) <= 20000
    assert time.process_time() - begin - few < 10 * few
