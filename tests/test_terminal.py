"""The screen: whole expected outputs at fixed widths, and what holds of every screen.

The expected outputs stand in ``golden/``; after a wanted change ``python tests/test_terminal.py`` writes them
anew, and the difference is there to be read.
"""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from comparisons import comparison, leftward, side, three, two, wide
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from readcmp.finding import Nearest
from readcmp.model import Event, Evidence, Fact, Gap, Link
from readcmp.rendering import FORMATS, Look, render
from readcmp.rendering.terminal import render_svg, render_terminal
from readcmp.vocabulary import Verdict

GOLDEN = Path(__file__).parent / "golden"
FULL = {"full": True, "color": False}
FIRST = {"color": False}
SCREENS = {
    "two-100": (two, {"width": 100, **FULL}),
    "two-80": (two, {"width": 80, **FULL}),
    "two-60-verbose": (two, {"width": 60, "color": False, "verbose": True}),
    "two-100-color": (two, {"width": 100, "full": True, "color": True}),
    "three-100": (three, {"width": 100, **FULL}),
    "three-60": (three, {"width": 60, **FULL}),
    "wide-80": (wide, {"width": 80, **FULL}),
    "wide-140": (wide, {"width": 140, **FULL}),
    "leftward-100": (leftward, {"width": 100, **FULL}),
    "first-two-80": (two, {"width": 80, **FIRST}),
    "first-two-100-color": (two, {"width": 100, "color": True, "links": True}),
    "first-two-40": (two, {"width": 40, **FIRST}),
    "first-three-100": (three, {"width": 100, **FIRST}),
    "first-wide-140": (wide, {"width": 140, **FIRST}),
    "first-leftward-80": (leftward, {"width": 80, **FIRST}),
}
LINKED = re.compile(r"\x1b\]8;;[!-~]*\x1b\\")
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def golden(name):
    return GOLDEN / f"terminal-{name}.txt"


@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_is_exactly_as_expected(name):
    make, look = SCREENS[name]
    assert render_terminal(make(), **look) == golden(name).read_text(encoding="utf-8")


def test_the_picture_is_exactly_as_expected():
    assert render_svg(two(), width=100) == (GOLDEN / "terminal-two-100.svg").read_text(encoding="utf-8")


def test_without_colour_there_is_no_escape_sequence_and_with_it_only_colours_and_weights():
    assert "\x1b" not in render_terminal(two(), width=100, color=False, verbose=True)
    coloured = render_terminal(two(), width=100, color=True, verbose=True)
    assert "\x1b[" in coloured
    assert "\x1b" not in ESCAPE.sub("", coloured)


def test_the_environment_decides_nothing(monkeypatch):
    before = render_terminal(two(), width=100, color=True), render_svg(two(), width=100)
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb"), ("COLUMNS", "50"), ("COLORTERM", "truecolor")):
        monkeypatch.setenv(name, value)
    assert (render_terminal(two(), width=100, color=True), render_svg(two(), width=100)) == before


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("make", [two, three, wide, leftward])
def test_no_line_is_wider_than_the_screen_or_ends_in_a_space(make, color):
    for width in range(40, 145):
        for how in ({"verbose": True}, {"full": False}):
            for line in ESCAPE.sub("", render_terminal(make(), width=width, color=color, **how)).split("\n"):
                assert cell_len(line) <= width
                assert line == line.rstrip()


def test_a_wide_screen_is_not_filled_beyond_what_reads_well():
    assert render_terminal(two(), width=400, color=False, full=True) == render_terminal(
        two(), width=140, color=False, full=True
    )


def test_wide_characters_keep_the_columns_aligned():
    us = side("us", "United States", [("They discussed climate.", ["climate"])])
    cn = side("cn", "China", [("习近平强调，双方就气候变化问题充分交换意见，同意加强合作。" * 3, ["climate"])])
    lines = render_terminal(comparison((cn, us), [Link("cn0", "us0", 0.9)]), width=100, color=False, full=True).split(
        "\n"
    )
    row = next(line for line in lines if "●  US" in line)
    column = cell_len(row[: row.index("US")])
    assert column == cell_len(row.partition("●")[0]) + 3
    assert cell_len(row.partition("●")[0]) == 49


def test_no_chinese_line_begins_with_closing_punctuation():
    us = side("us", "United States", [("Climate.", ["climate"])])
    cn = side("cn", "China", [("双方同意，加强合作。" * 30, ["climate"])])
    for width in range(90, 110):
        screen = render_terminal(comparison((us, cn), [Link("us0", "cn0", 0.9)]), width=width, color=False, full=True)
        assert not re.search(r"^ +[，。]|   [，。]", screen, re.M)


def test_right_to_left_text_passes_unharmed():
    words = "مكالمة هاتفية"
    sides = (side("us", "United States", [("Climate.", ["climate"])]), side("eg", "Egypt", [(words, ["climate"])]))
    assert words in render_terminal(comparison(sides, [Link("us0", "eg0", 0.9)]), width=100, color=False, full=True)


def test_a_word_longer_than_the_column_is_cut_and_kept_whole():
    word = "ж" * 300
    us = side("us", "United States", [(word, ["climate"])])
    ru = side("ru", "Russia", [("Climate.", ["climate"])])
    screen = render_terminal(comparison((us, ru), [Link("us0", "ru0", 0.9)]), width=100, color=False, full=True)
    assert screen.count("ж") == 300


HOSTILE = "\x1b[2J\x1b]0;title\x07\u202ereversed\x9b31m"


def test_nothing_from_outside_acts_on_the_terminal_wherever_it_stands():
    us = side(
        HOSTILE,
        HOSTILE,
        [(f"Trade {HOSTILE} grew", ["trade"], {"lead": HOSTILE})],
        title=HOSTILE,
        date=HOSTILE,
        publisher=HOSTILE,
        url=HOSTILE,
        language=HOSTILE,
        notes=(HOSTILE,),
    )
    ru = side("ru", "Russia", [("Trade grew.", [f"~{HOSTILE}"]), ("Trade.", ["trade"])])
    link = Link(f"{HOSTILE}0", "ru0", 0.8, (Evidence("term", a=HOSTILE, b="x", weight=1.0),), (Gap("name", HOSTILE),))
    drawn = replace(
        comparison(
            (us, ru),
            [link],
            possible=[link],
            nearest={("ru1", HOSTILE): Nearest(f"{HOSTILE}0", 0.5)},
            facts=[Fact(HOSTILE, "ru", HOSTILE, 0, 3)],
            event=Event(HOSTILE, HOSTILE),
            engine=HOSTILE,
        ),
        lexicon=HOSTILE,
    )
    for width in (40, 100):
        screen = render_terminal(drawn, width=width, color=False, verbose=True)
        assert all(char.isprintable() or char == "\n" for char in screen)
        first = LINKED.sub("", render_terminal(drawn, width=width, color=False, links=True))
        assert all(char.isprintable() or char == "\n" for char in first)
    assert all(char.isprintable() or char == "\n" for char in render_svg(drawn, width=100))
    assert ET.fromstring(render_svg(drawn, width=100)).tag.endswith("svg")


def test_markup_and_emoji_codes_are_shown_as_they_are():
    us = side("us", "United States", [("[bold]Trade[/bold] :rocket: <b>&amp;</b>", ["trade"])])
    ru = side("ru", "Russia", [("Climate.", ["climate"])])
    drawn = comparison((us, ru))
    assert "[bold]Trade[/bold] :rocket: <b>&amp;</b>" in render_terminal(drawn, width=100, color=False, full=True)
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in render_svg(drawn, width=100)


def test_the_sides_are_told_in_words_that_blame_nobody():
    screen = render_terminal(two(), width=100, color=False, verbose=True).lower()
    assert "no matching passage" in screen
    assert not re.search(r"\b(?:hid|hides|omit\w*|fail\w*|conceal\w*|ignor\w*)\b", screen)


def test_topics_of_both_come_first_and_each_group_begins_with_the_largest_share():
    lines = render_terminal(two(), width=100, color=False, full=True).split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith("Topics"))
    table = lines[start + 2 : lines.index("", start)]
    heads = [line for line in table if not line.startswith(" ")]
    assert heads[0] == "In both accounts"
    shares = []
    for line in table:
        found = [int(share) for share in re.findall(r"(\d+)%", line)]
        if found:
            shares[-1].append(sum(found))
        else:
            shares.append([])
    assert len(shares) == len(heads)
    assert all(group == sorted(group, reverse=True) for group in shares)


def test_what_only_one_of_many_points_of_a_cluster_lacks_is_not_marked():
    us = side("us", "United States", [("Launchers: 1,500 by 2030.", ["arms-control"])])
    ru = side("ru", "Russia", [("By 2030 fewer launchers.", ["arms-control"]), ("Launchers.", ["arms-control"])])
    links = [
        Link("us0", "ru0", 0.8, (), (Gap("number", "1,500"),)),
        Link("us0", "ru1", 0.8, (), (Gap("number", "1,500"), Gap("date", "2030"))),
    ]
    screen = render_terminal(comparison((us, ru), links), width=100, color=False, full=True)
    assert "‹1,500›" in screen
    assert "‹2030›" not in screen


def test_a_point_stands_in_the_row_that_it_fits_best_and_its_other_links_are_named_there():
    us = side("us", "United States", [("Gas was raised.", ["energy"]), ("Tariffs on gas will go.", ["trade"])])
    ru = side("ru", "Russia", [("They spoke of gas.", ["energy"]), ("Tariffs were named.", ["trade"])])
    links = [Link("us0", "ru0", 0.9), Link("us1", "ru0", 0.6), Link("us1", "ru1", 0.8)]
    screen = render_terminal(comparison((us, ru), links), width=100, color=False, full=True)
    assert re.search(r"US  Gas was raised\. +●  RU  They spoke of gas\.", screen)
    assert re.search(r"US  Tariffs on gas will go\. +●  RU  Tariffs were named\.", screen)
    assert "also matches RU (0.60): They spoke of gas." in screen


def test_links_between_points_without_a_common_topic_have_a_heading_of_their_own():
    us = side("us", "United States", [("Gas was raised.", ["energy"])])
    ru = side("ru", "Russia", [("Tariffs on gas were named.", ["trade"])])
    drawn = comparison((us, ru), [Link("us0", "ru0", 0.9)])
    assert "\nMatched across topics\nUS  Gas" in render_terminal(drawn, width=100, color=False, full=True)


def test_a_topic_named_from_the_text_stands_in_quotation_marks_and_is_no_row_of_the_table():
    us = side("us", "United States", [("Pandas were lent.", ["~pandas"])])
    ru = side("ru", "Russia", [("Tariffs were named.", ["trade"])])
    screen = render_terminal(comparison((us, ru)), width=100, color=False, full=True)
    assert re.search(r"^“pandas” +• Pandas were lent", screen, re.MULTILINE)
    assert "pandas" not in screen.partition("Topics ")[2].partition("In both accounts ─")[0]


def test_a_negation_inside_a_word_marks_the_whole_word():
    us = side("us", "United States", [("They didn't raise gas.", ["energy"])])
    ru = side("ru", "Russia", [("They raised gas.", ["energy"])])
    drawn = comparison((us, ru), [Link("us0", "ru0", 0.9, (), (Gap("negation", "n't", None),))])
    assert "They ‹didn't› raise gas." in render_terminal(drawn, width=100, color=False, full=True)


def test_each_passage_that_may_be_in_both_stands_once_with_its_best_candidate_and_other_pairs_are_counted():
    sides = [side(name, name, [(f"Matter {n}.", ["trade"]) for n in range(12)]) for name in ("us", "ru")]
    best = [Link(f"us{n}", f"ru{n}", 0.2 + n / 100) for n in range(12)]
    drawn = comparison(sides, possible=[*best, *(Link(f"us{n}", f"ru{n + 1}", 0.1) for n in range(4))])
    short = render_terminal(drawn, width=100, color=False, full=True)
    assert short.count("○  RU") == 12
    assert "\n4 weaker matches are not shown.\n" in short
    assert "Only US" not in short


def test_a_weak_link_is_no_match_and_leaves_its_ends_to_neither():
    us = side("us", "United States", [("Gas was raised.", ["energy"]), ("Tariffs will go.", ["trade"])])
    ru = side("ru", "Russia", [("They spoke of gas.", ["energy"]), ("Visas were named.", ["energy"])])
    drawn = comparison((us, ru), [Link("us0", "ru0", 0.49), Link("us1", "ru1", 0.5)])
    screen = render_terminal(drawn, width=100, color=False, full=True)
    both, _, perhaps = screen.partition("Possibly in both")
    assert "Visas were named." in both
    assert "They spoke of gas." not in both
    assert "They spoke of gas." in perhaps
    assert "Only" not in perhaps


def test_a_passage_that_may_be_there_without_any_candidate_stands_by_itself():
    us, ru = side("us", "United States", [("Tariffs will go.", ["trade"])]), side("ru", "Russia", [("Hm.", [])])
    made = comparison((us, ru))
    drawn = replace(made, verdicts=dict.fromkeys(made.verdicts, Verdict.UNSURE), unanalysed=frozenset({"ru"}))
    screen = render_terminal(drawn, width=100, color=False, full=True, findings=0)
    assert "Only US" not in screen
    assert "Tariffs will go." in screen.partition("Possibly in both")[2]
    assert "is not analysed: nothing is said here to be missing" in screen


def test_many_points_of_one_topic_are_cut_down_and_counted_unless_all_are_asked_for():
    us = side("us", "United States", [("Climate.", ["climate"])])
    ru = side("ru", "Russia", [(f"Trade matter {n}.", ["trade"]) for n in range(20)])
    drawn = comparison((us, ru))
    short = render_terminal(drawn, width=100, color=False, full=True)
    assert short.count("• Trade matter") == 4
    assert "16 more with --verbose" in short
    assert render_terminal(drawn, width=100, color=False, verbose=True).count("• Trade matter") == 20


def test_a_comparison_in_which_nothing_is_linked_and_nothing_named_still_draws():
    us, ru = side("us", "United States", [("Hello.", [])]), side("ru", "Russia", [])
    screen = render_terminal(comparison((us, ru)), width=80, color=False, full=True)
    assert "No passage of one account has a likely match" in screen


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=120), min_size=1, max_size=4),
    st.integers(40, 150),
    st.booleans(),
)
def test_any_text_fits_the_screen(texts, width, color):
    sides = tuple(side(name, name, [(text, ["trade"]) for text in texts]) for name in ("us", "ru"))
    links = [Link("us0", "ru0", 0.5, (), (Gap("name", texts[0], None),))]
    screen = ESCAPE.sub("", render_terminal(comparison(sides, links), width=width, color=color))
    for line in screen.split("\n"):
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_every_format_is_text_that_ends_in_a_line_break():
    for name in FORMATS:
        assert render(two(), name, Look(width=80)).endswith("\n")


def test_the_registry_gives_what_the_renderer_gives():
    assert render(two(), "terminal", Look(80, color=True)) == render_terminal(two(), width=80, color=True)
    assert render(two(), "terminal", Look(80, full=True)) == render_terminal(two(), width=80, color=False, full=True)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for screen_name, (maker, how) in SCREENS.items():
        golden(screen_name).write_text(render_terminal(maker(), **how), encoding="utf-8")
    (GOLDEN / "terminal-two-100.svg").write_text(render_svg(two(), width=100), encoding="utf-8")
