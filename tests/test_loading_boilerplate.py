"""What stands around an account is found and told; the account itself is never taken for it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcmp.evaluation.gold import read_gold
from readcmp.loading import load, matter_spans
from readcmp.loading.boilerplate import find_boilerplate
from readcmp.model import Readout
from readcmp.segmentation import segment
from readcmp.vocabulary import BoilerplateKind

ROOT = Path(__file__).parent.parent


def found(text, title=None):
    """The boilerplate of a text as (kind, words)."""
    return [(piece.kind, text[piece.start : piece.end]) for piece in find_boilerplate(text, title)]


def matter(text, title=None):
    """What is left of a text: the stretches between its boilerplate."""
    readout = Readout("a", "A", text, "x", boilerplate=find_boilerplate(text, title))
    return [text[start:end] for start, end in matter_spans(readout)]


BODY = "The leaders discussed grain and trade. They agreed to meet in May, and welcomed the progress made."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("###", "rule"),
        ("\\###", "rule"),
        ("# # #", "rule"),
        ("* * *", "rule"),
        ("---", "rule"),
        ("-END-", "rule"),
        ("The Kremlin, Moscow", "dateline"),
        ("Washington, DC", "dateline"),
        ("July 23, 2020", "dateline"),
        ("23 July 2020, 19:30", "dateline"),
        ("Thursday, July 23, 2020 7:30 p.m.", "dateline"),
        ("23 июля 2020 года, 19:30, Москва", "dateline"),
        ("23 липня 2020 року - 19:30", "dateline"),
        ("2020年7月23日 19:30", "dateline"),
        ("le 23 juillet 2020", "dateline"),
        ("For Immediate Release", "masthead"),
        ("FOR IMMEDIATE RELEASE", "masthead"),
        ("Office of the Spokesperson", "masthead"),
        ("The following is attributable to Spokesperson Jane Doe:", "masthead"),
        ("Home / News / A call on grain", "menu"),
        ("Главная » Новости » Разговор", "menu"),
        ("Share", "menu"),
        ("Print this page", "menu"),
        ("Published in sections: News, Telephone conversations", "menu"),
        ("Text version", "menu"),
        ("Also on this subject", "menu"),
        ("Поделиться", "menu"),
        ("分享到", "menu"),
        ("We use cookies to improve this site.", "menu"),
        ("© 2020 The Office. All rights reserved.", "footer"),
        ("All content on this site is licensed under Creative Commons Attribution 4.0", "footer"),
        ("责任编辑：张三", "footer"),
        ("Source: the press service", "footer"),
        ("https://example.org/news/1", "link"),
        ("03/05/2024 | Press release | Distributed by Newswire on 03/05/2024 09:12", "masthead"),
        ("Ministry of Foreign Affairs of the People's Republic of China", "masthead"),
        ("President of Ukraine", "masthead"),
        ("[Provisional translation]", "masthead"),
        ("(Communicated by the Prime Minister's Media Adviser)", "masthead"),
        ("Distributed by Newswire on 3 May 2024", "masthead"),
        ("A Downing Street spokesperson said:", "masthead"),
        ("Неофициальный перевод", "masthead"),
        ("Posted On: 03 MAY 2024 5:12PM by PIB Delhi", "dateline"),
        ("Publié le 3 mai 2024", "dateline"),
        ("viernes 3 de mayo de 2024", "dateline"),
        ("Washington, DC 20500", "dateline"),
        ("Updates to this page", "menu"),
        ("Share on Facebook (opens in new tab)", "menu"),
        ("Темы: внешняя политика", "menu"),
        ("（来源：新华社）", "footer"),
        ("This was published under the 2019 to 2022 Example government", "footer"),
        ("press@example.org", "footer"),
        ("DS/ST", "footer"),
        ("【打印此页】【关闭窗口】", "masthead"),
        ("Photo which the Minister is speaking during the meeting.", "caption"),
        ("(Photo: press office)", "caption"),
        ("На фото: Президенты на переговорах", "caption"),
        ("图为两国元首会晤。", "caption"),
        ("This email is confidential.", "mail"),
        ("END", "rule"),
        ("- Ends -", "rule"),
    ],
)
def test_a_line_of_the_page_is_furniture_above_and_below_the_account(line, kind):
    assert found(f"{line}\n\n{BODY}") == [(kind, line)]
    assert found(f"{BODY}\n\n{line}\n") == [(kind, line)]
    assert matter(f"{line}\n\n{BODY}\n\n{line}") == [BODY]


def test_whom_to_ask_below_an_account_is_furniture_with_name_and_office():
    assert matter(f"{BODY}\n\nA. Smith\nSpokesperson for Grain\nsmith@example.org\n+32 460 12 34 56\n") == [BODY]


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        ("MOSCOW, July 23 –", "dateline"),
        ("WASHINGTON (AP) —", "dateline"),
        ("Beijing, February 11 --", "dateline"),
        ("МОСКВА, 23 июля. /АГЕНТСТВО/.", "dateline"),
        ("The below is attributable to Spokesperson J. Doe:", "masthead"),
        ("Office of the Spokesperson The following is attributable to Spokesperson Jane Doe:", "masthead"),
    ],
)
def test_place_date_and_source_before_the_first_sentence_are_furniture(opening, kind):
    assert found(f"{opening} {BODY}") == [(kind, opening)]


@pytest.mark.parametrize("opening", ["央视网消息（新闻联播）：", "新华社北京2月25日电（记者张三）"])
def test_a_chinese_agencys_opening_is_furniture(opening):
    assert found(f"{opening}两国元首讨论了贸易问题。") == [("masthead", opening)]


@pytest.mark.parametrize(
    "text",
    [
        "NATO – Russia ties were discussed by the ministers.",
        "Washington, DC was named as the place of the talks.",
        "On July 23, 2020, the presidents spoke by phone.",
        "The leaders noted that March 4, 2021 would see talks in Geneva.",
        "They discussed:\n- grain\n- trade\n- the climate",
        f"{BODY}\n\nThe sides spoke of:\n\nGrain\n\nTrade\n\nThe climate",
        f"{BODY}\n\nPresent were:\nA. Smith\nB. Jones\nC. Brown",
        "The minister shared the view of the sides. Print media were not present. Home affairs came up.",
        "Copyright protection was raised.\nSource countries of migrants were named.",
        "He had one wish: peace. She had one: Grain Trade: it came up.",
        "2 * 3 * 4 is no emphasis, nor is snake_case_name.",
    ],
)
def test_an_account_is_not_taken_for_furniture(text):
    assert [kind for kind, _ in found(text) if kind != "bullet"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Photographs of the damage were shown. Photo evidence came up.",
        "The sides spoke in their meeting.\n\nPresident of Ukraine and the Prime Minister agreed to meet in May.",
        "Ending the war came first. End of the year was named as the term.",
        "The Minister wrote:\n\nPeace must come.",
        "The sides spoke of:\n- news\n- events\n- documents",
        "The sides spoke of:\n\nForeign policy\n\nMedia\n\nGrain",
        "Distributed by both sides, the grain reached the port.",
        "Issued by the two offices, the statement speaks of peace.",
        "Related information was exchanged. Image of the country came up.",
        "Von meinem Besuch erwarte ich viel. Este mensaje y la respuesta son claros.",
        "They spoke of trade — and the minister (who led the talks) agreed.",
        "On 3 May the President wrote: peace must come.",
        "She said that grain\n--\nand trade matter, and that the two sides have a long way to go in this matter.",
        "They discussed trade.\n\nThey discussed trade.",
    ],
)
def test_what_only_looks_like_a_page_stays(text):
    assert [kind for kind, _ in found(text) if kind not in {"bullet", "rule"}] == []


def test_a_mark_before_each_quoted_line_is_left_out_and_parts_no_sentence():
    text = "> The leaders spoke of\n> grain.\n>\n>> They met.\n"
    assert found(text) == [("quoting", ">"), ("quoting", ">"), ("quoting", ">"), ("quoting", ">>")]
    readout = Readout("a", "A", text, "x", boilerplate=find_boilerplate(text))
    points = segment(readout)
    assert [" ".join(point.text.split()) for point in points] == ["The leaders spoke of grain.", "They met."]
    assert [len(point.text) for point in points] == [point.end - point.start for point in points]


def test_a_lead_that_the_text_says_again_is_told_once():
    lead = "The Prime Minister spoke to the President today."
    assert matter(f"{lead}\n\n3 May 2024\n\n{lead} {BODY}") == [lead, BODY]
    assert ("repeat", lead) in found(f"{lead}\n\n{BODY}\n\n{lead}")
    assert found(f"{lead}\n\nThe Prime Minister spoke to the President today and yesterday.") == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Call on grain and trade of the two leaders in May: 3 May 2024\n{BODY}", True),
        (f"Meeting with H.E. Mr. Example, Foreign Minister of a large and distant country\n\n{BODY}", True),
        (f"The President had a call with the Chancellor\n\nThe President had a call with the Chancellor. {BODY}", True),
        (f"The President had a call with the Chancellor\n\n{BODY}", False),
        (f"Talks on grain held in Geneva by the leaders of the two countries\n\n{BODY}", True),
        (f"“We need peace in the region,” -The President\n\n{BODY}", False),
        (f"“Grain first”: a call of the two leaders\n\n{BODY}", True),
        (f"In the talks of the leaders of both countries,\n\n{BODY}", False),
    ],
)
def test_a_first_line_is_a_title_unless_it_tells_what_nothing_else_does(text, title):
    assert bool([kind for kind, _ in found(text) if kind == "title"]) is title


def test_lines_that_a_program_wrapped_are_not_taken_for_headings_or_datelines():
    text = (
        "President Adams of Freedonia held a long call on grain today with\nPresident Baker of Sylvania\n"
        "and his ministers, who had asked for it on\nJuly 23, 2020\nin a letter. They agreed to meet again in\n"
        "Moscow\nin the autumn.\n"
    )
    assert found(text) == []


def test_a_saved_page_leaves_its_account_alone():
    page = f"""\
President of Freedonia
Events
Documents
Contacts
Search

Telephone conversation with President Baker of Sylvania

Adams had a telephone conversation with President Baker of Sylvania.

July 23, 2020
19:30
The Kremlin, Moscow

{BODY}

Published in sections: News, Telephone conversations
Publication date: July 23, 2020, 19:30
Text version

Also on this subject
Telephone conversation with the Prime Minister of Ruritania
Meeting with the Foreign Minister

Share
Telegram
Official website of the President
All materials on the site are available under
Creative Commons Attribution 4.0 International
"""
    assert matter(page) == ["Adams had a telephone conversation with President Baker of Sylvania.", BODY]
    assert [kind for kind, _ in found(page)] == ["menu", "title", "dateline", "menu", "footer"]


def test_a_title_known_from_the_front_matter_is_found_also_where_it_is_wrapped():
    text = f"Call of President Adams\nwith President Baker.\n\n{BODY}"
    assert found(text, "Call of President Adams with President Baker") == [
        ("title", "Call of President Adams\nwith President Baker.")
    ]


def test_the_heading_above_a_text_becomes_its_title(tmp_path):
    path = tmp_path / "us.txt"
    path.write_text(f"# Readout of a *call*\n\n{BODY}", encoding="utf-8")
    readout = load(path)
    assert readout.title == "Readout of a call"
    assert matter(readout.text) == [BODY]


def test_a_first_paragraph_without_a_full_stop_is_no_title_of_a_shorter_text():
    assert found("President Adams spoke with President Baker today about grain\n\nHe thanked him.") == []


def test_only_the_marks_of_markdown_are_furniture():
    text = "They **welcomed** the [treaty](https://example.org/a_(b)), *all* of it.\n\n## Grain\n\nIt came up."
    assert [words for _, words in found(text)] == ["**", "**", "[", "](https://example.org/a_(b))", "*", "*", "##"]
    assert {kind for kind, _ in found(text)} == {"markup"}


def test_marks_inside_a_sentence_do_not_part_it_and_marks_at_its_ends_are_left_out():
    assert matter("**The leaders** spoke of *grain*.\n") == ["The leaders** spoke of *grain*."]
    assert matter("## **Grain**\n") == ["Grain"]
    assert matter("- one\n- two\n") == ["one", "two"]


@pytest.mark.parametrize("gap", ["\n\n", " "])
def test_in_a_briefing_questions_and_labels_are_furniture_and_answers_stay(gap):
    text = gap.join(
        [
            "Aide to the President John Doe: Good evening. The leaders spoke for an hour.",
            "Question: Was trade raised? Our viewers ask.",
            "John Doe: It was.",
            "Question: And grain?",
            "John Doe: That too: at length.",
        ]
    )
    assert matter(text) == [
        "Good evening. The leaders spoke for an hour.",
        "It was.",
        "That too: at length.",
    ]
    assert {kind for kind, _ in found(text)} == {"label", "question"}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("MR. DOE: They met.\n\nQUESTION: Why?\n\nMR. DOE: For trade.", ["They met.", "For trade."]),
        ("Д.Иванов: Встретились.\n\nВопрос: Зачем?\n\nД.Иванов: Ради торговли.", ["Встретились.", "Ради торговли."]),
        ("记者：讨论了贸易吗？\n答：讨论了。", ["讨论了。"]),
        ("Question: Was trade raised?\nIt was, at length.\nQuestion: Grain?\nYes.", ["It was, at length.", "Yes."]),
        ("Q: Is this all? Grain came up.\nQ: When? In May.", ["Grain came up.", "In May."]),
    ],
)
def test_briefings_come_in_several_forms(text, left):
    assert matter(text) == left
    assert "question" in {kind for kind, _ in found(text)}


pieces = st.lists(
    st.sampled_from(
        [
            "###",
            "* * *",
            "Share",
            "July 23, 2020",
            "Home / News",
            "**a**",
            "[a](b)",
            "- x",
            "# T",
            "Question: a?",
            "John Doe: b.",
            "© 2020",
            BODY,
            "两国元首通话。",
            "See also",
            ">",
            "---",
            "The Kremlin, Moscow",
            "\u200b",
            "a:",
            "> x",
            "From: a@b.org\nSubject: c",
            "--",
            "— A B (@ab) May 3, 2022",
            "1.",
            "2. x",
            "Photo: x",
            f"{BODY} And more.",
        ]
    ),
    max_size=12,
)


@given(pieces, st.sampled_from(["\n", "\n\n", " ", ""]), st.sampled_from([None, "Share", "# T"]))
def test_furniture_is_sorted_disjoint_and_never_empty_and_what_is_left_is_the_rest(parts, gap, title):
    text = gap.join(parts)
    boilerplate = find_boilerplate(text, title)
    at = 0
    for piece in boilerplate:
        assert at <= piece.start < piece.end <= len(text)
        assert piece.kind in BoilerplateKind
        assert text[piece.start : piece.end].strip() == text[piece.start : piece.end]
        at = piece.end
    spans = matter_spans(Readout("a", "A", text, "x", boilerplate=boilerplate))
    for start, end in spans:
        assert text[start:end] == text[start:end].strip() != ""
    covered = {i for p in boilerplate for i in range(p.start, p.end)} | {i for s, e in spans for i in range(s, e)}
    assert all(c.isspace() for i, c in enumerate(text) if i not in covered)


@pytest.mark.parametrize(
    "unit",
    [
        "[",
        "*",
        "_",
        "a ",
        "- a\n",
        "Aa Bb: ",
        "<",
        "Home / ",
        "Jan 1\n",
        "![",
        "> ",
        "— a(@",
        "1. a\n",
        "a" * 50,
        "From: a\n",
        "a | ",
        "Word. ",
        "“a ",
        "--\n",
        "a wrote ",
    ],
)
def test_a_text_of_one_thing_over_and_over_is_done_with(unit):
    """A pattern that backtracks without bound would not come to an end."""
    find_boilerplate(unit * (60_000 // len(unit)))


@pytest.mark.parametrize("path", sorted((ROOT / "samples").glob("*/*.txt")), ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_the_samples_keep_nine_tenths_of_their_words(path):
    readout = load(path)
    taken = sum(piece.end - piece.start for piece in readout.boilerplate if piece.kind not in {"question", "label"})
    assert taken < 0.1 * len(readout.text)


@pytest.mark.gold
def test_no_point_that_an_editor_marked_is_taken_for_furniture(shared):
    for pair in read_gold(shared / "gold" / "pairs"):
        for readout, points in zip(pair.readouts, pair.points, strict=True):
            covered = {i for piece in readout.boilerplate for i in range(piece.start, piece.end)}
            assert [point.id for point in points if point.words & covered] == [], pair.name


@pytest.mark.gold
def test_of_real_readouts_less_than_a_fiftieth_is_furniture(shared):
    total = taken = 0
    for line in (shared / "points" / "points.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        text = ("" if row["language"] == "zh" else " ").join(point["text"] for point in row["points"])
        total += len(text)
        taken += sum(piece.end - piece.start for piece in find_boilerplate(text, row["title"]))
    assert 0 < taken < total / 50
