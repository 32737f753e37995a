"""Text from outside can do nothing to the screen and hide nothing from the reader."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readcmp.rendering.safe import BIDI_CONTROLS, safe


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("C1 \x9b2J", "C1 \\x9b2J"),
        ("\x00nul\x7f", "\\x00nul\\x7f"),
        ("a \u202egnorw\u202c b", "a \\u202egnorw\\u202c b"),
        ("\u2066isolate\u2069", "\\u2066isolate\\u2069"),
        ("half \ud800 pair", "half \\ud800 pair"),
        ("tag \U000e0041 gone", "tag gone"),
        ("private \U000f0000", "private \\U000f0000"),
    ],
)
def test_what_acts_on_a_terminal_is_shown_as_an_escape_or_dropped(raw, shown):
    assert safe(raw) == shown


@pytest.mark.parametrize("hidden", ["\u200b", "\ufeff", "\u2060", "\u00ad", "\u200e", "\u200f"])
def test_invisible_characters_are_dropped(hidden):
    assert safe(f"sec{hidden}urity") == "security"


def test_hard_wraps_tabs_and_odd_spaces_become_one_space():
    assert safe("  The\n\tleaders\u00a0 \u3000discussed\u2028trade \r\n") == "The leaders discussed trade"


@pytest.mark.parametrize(
    "text",
    [
        "مكالمة هاتفية بين الرئيسين",
        "שיחת טלפון",
        "می\u200cخواهم",
        "क्\u200dष",
        "中美元首通电话。",
        "Телефонный разговор",
        "Zelenskyi\u0301",
    ],
)
def test_the_scripts_of_the_world_pass_unharmed(text):
    assert safe(text) == text


def test_joiners_between_latin_letters_are_dropped():
    assert safe("NA\u200dTO\u200c") == "NATO"


def test_piles_of_combining_marks_are_cut_down():
    assert safe("Z" + "\u0336" * 50 + "al") == "Z" + "\u0336" * 4 + "al"


@given(st.text(st.characters()))
def test_nothing_unprintable_is_left_in_any_text_but_joiners(text):
    shown = safe(text)
    assert all(char.isprintable() or char in "\u200c\u200d" for char in shown)
    assert not BIDI_CONTROLS & set(shown)


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Zl", "Zp"))))
def test_text_without_oddities_keeps_every_visible_character(text):
    assert safe(text) == " ".join(text.split())


@given(st.text(st.characters()))
def test_making_safe_twice_changes_nothing_more(text):
    assert safe(safe(text)) == safe(text)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in safe(text))
