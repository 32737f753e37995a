"""Lines of styled text: breaking, cutting and setting beside each other; the look of the roles."""

from colorsys import rgb_to_hsv

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import Color

from readcmp.rendering.terminal.emphasis import bar, percent
from readcmp.rendering.terminal.layout import beside, clip, flush, text_of, width_of, wrap
from readcmp.rendering.terminal.palette import QUIET, SIDES, paint, style_of

WORDS = st.text(st.characters(categories=("L", "N", "P", "Zs", "S", "Mn")), max_size=200).map(
    lambda text: " ".join(text.split())
)


@given(WORDS, st.integers(2, 60))
def test_wrapping_keeps_every_character_but_the_spaces_at_the_breaks(text, width):
    lines = wrap(((text, ""),), width)
    assert all(width_of(line) <= width for line in lines)
    assert "".join(text_of(line) for line in lines).replace(" ", "") == text.replace(" ", "")


@given(WORDS, WORDS, st.integers(2, 60))
def test_wrapping_keeps_every_role_on_its_words(first, second, width):
    lines = wrap(((first, "side0"), (second, "side1")), width)
    for role, text in (("side0", first), ("side1", second)):
        kept = "".join(words for line in lines for words, mine in line if mine == role)
        assert kept.replace(" ", "") == text.replace(" ", "")


@given(WORDS, st.integers(4, 60))
def test_clipping_says_so_with_dots_and_only_where_something_is_left_out(text, width):
    line = clip(((text, ""),), width)
    assert width_of(line) <= width
    assert (text_of(line) == text) if cell_len(text) <= width else text_of(line).endswith("…")


def test_what_does_not_fit_into_the_rows_is_left_out_with_dots():
    lines = wrap((("one two three four five six seven", ""),), 10, rows=2)
    assert [text_of(line) for line in lines] == ["one two", "three …"]


def test_chinese_breaks_between_any_characters_but_before_closing_and_after_opening_marks():
    lines = wrap((("双方同意，加强（经贸）合作。", ""),), 8)
    assert [text_of(line) for line in lines] == ["双方同", "意，加强", "（经贸）", "合作。"]


def test_columns_beside_each_other_are_filled_up_to_their_widths_in_cells():
    rows = beside([[(("中文", ""),), (("a", ""),)], [(("x", ""),), (("y", ""),)]], [6])
    assert [text_of(row) for row in rows] == ["中文  x", "a     y"]


def test_a_mark_keeps_columns_apart_that_run_from_right_to_left():
    (row,) = beside([[(("שלום", ""),)], [(("سلام", ""),)]], [6])
    assert text_of(row) == "שלום  \u200eسلام"
    assert width_of(row) == 10
    assert [text_of(row) for row in beside([[(("a", ""),)], [(("b", ""),)]], [3])] == ["a  b"]


def test_what_does_not_fit_at_the_right_edge_goes():
    left, right = (("a long heading", ""),), (("remark", ""),)
    assert text_of(flush(left, right, 30)) == "a long heading          remark"
    assert flush(left, right, 20) == left


@pytest.mark.parametrize(
    ("share", "drawn"), [(0.0, ""), (0.001, "▏"), (0.25, "██"), (0.3, "██▍"), (0.5, "████"), (1.0, "████████")]
)
def test_a_bar_is_exact_to_an_eighth_of_a_cell_and_never_nothing_for_something(share, drawn):
    assert bar(share, 8) == drawn


@given(st.floats(0, 1), st.integers(1, 60))
def test_a_bar_is_never_longer_than_its_room(share, width):
    assert cell_len(bar(share, width)) <= width


@pytest.mark.parametrize(("share", "shown"), [(0.0, "0%"), (0.001, "<1%"), (0.126, "13%"), (1.0, "100%")])
def test_a_share_is_a_whole_percentage(share, shown):
    assert percent(share) == shown


def luminance(number):
    def linear(part):
        part /= 255
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, Color.from_ansi(number).get_truecolor())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("number", [*SIDES, QUIET])
def test_every_colour_reads_on_black_and_on_white(number):
    assert 1.05 / (luminance(number) + 0.05) >= 3.5
    assert (luminance(number) + 0.05) / 0.05 >= 3.5


def test_the_first_six_sides_have_colours_of_their_own_and_the_seventh_begins_anew():
    styles = [style_of(f"side{n}") for n in range(7)]
    assert len(set(styles)) == 6
    assert styles[6] == styles[0]


def test_no_side_is_red_or_green():
    hues = [360 * rgb_to_hsv(*Color.from_ansi(number).get_truecolor().normalized)[0] for number in SIDES]
    assert not any(hue < 20 or hue > 345 for hue in hues)
    assert not any(70 < hue < 165 for hue in hues)


def test_painting_cuts_spaces_at_the_end_even_inside_a_colour():
    assert paint([(("a ", "side0"), ("  ", ""))], color=True) == "\x1b[38;5;32ma\x1b[0m\n"
    assert paint([(("a ", "side0"), ("  ", ""))], color=False) == "a\n"


def test_the_address_of_a_link_cannot_end_its_sequence():
    hostile = "https://example.org/\x1b\\\x07\x9c;é?a=b%20c#d"
    shown = paint([(("here", f"link {hostile}"), (" and there", ""))], color=False, links=True)
    assert shown == "\x1b]8;;https://example.org/%1B%5C%07%C2%9C;%C3%A9?a=b%20c#d\x1b\\here\x1b]8;;\x1b\\ and there\n"
    assert paint([(("here", f"link {hostile}"),)], color=True) == "here\n"
