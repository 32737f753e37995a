"""What holds of the points of any text."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from readcmp.model import Boilerplate, Readout
from readcmp.segmentation import segment
from readcmp.text import word_starts

_WORDS = [
    *("The", "leaders", "discussed", "raised", "noted", "called", "for", "and", "or", ",", ";", ":", ".", "that"),
    *("which", "including", "such", "as", "well", "to", "about", "on", "with", "Freedonia", "Sylvania", "U.S.", "aid"),
    *("trade", "the", "a", "its", "their", "importance", "of", "supporting", "peace", "in", "2021", "will", "is"),
    *("(", ")", "“", "”", '"', "–", "\n", "\n\n"),
]
_CHARACTERS = [
    *("双方", "岛方", "雙方", "指出", "同意", "愿", "要", "讨论了", "交换意见", "就", "在", "为", "渔业"),
    *("灯塔维修问题", "等", "领域", "的", "加强", "推进", "并", "也", "和", "以及", "2021年"),
    *"、，；：。“”《》「」（）\n",
]
_FURTHER = [
    *("Стороны", "обсудили", "подчеркнул", "и", "а", "также", "что", "по", "о", "торговли", "был", "отмечен", "г."),
    *("сторони", "обговорили", "та", "щодо", "наголосив", "Le", "Roi", "a", "souligné", "l'accord", "et", "que", "de"),
    *("sur", "ainsi", "salue", "König", "betonte", "und", "die", "über", "dass", "hat", "sowie", "aus", "z. B.", "El"),
    *("destacó", "y", "sobre", "así", "como", "EE. UU.", ",", ",", ";", ".", "«", "»", "„", "“", "(", ")", "\n"),
]
prose = st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join)
further = st.lists(st.sampled_from(_FURTHER), max_size=60).map(" ".join)
characters = st.lists(st.sampled_from(_CHARACTERS), max_size=60).map("".join)
languages = st.sampled_from(["en", "ru", "uk", "zh", "fr", "de", "es", "xx", ""])
texts = st.one_of(st.text(max_size=200), prose, further, characters)


def readout(text: str, language: str = "en", boilerplate: tuple[Boilerplate, ...] = ()) -> Readout:
    return Readout("us", "US", text, "us.txt", language=language, boilerplate=boilerplate)


@given(texts, languages)
@example(";0", "en")
def test_any_text_gives_points_that_are_its_own_stretches_in_order(text: str, language: str) -> None:
    end = 0
    for point in segment(readout(text, language)):
        assert end <= point.start < point.end
        assert text[point.start : point.end] == point.text == point.text.strip()
        assert word_starts(point.text)
        end = point.end


_NUMBER = re.compile(r"[(（]?(?:\d{1,2}|[a-z]|[一二三四五六七八九十]{1,3})[.)）．、]\s*\Z")


@given(texts, languages)
@example("1. aid 2. trade", "en")
def test_every_word_but_the_number_of_an_item_lies_in_one_point(text: str, language: str) -> None:
    points = segment(readout(text, language))
    held = [start for point in points for start in word_starts(text, point.start, point.end)]
    assert len(held) == len(set(held))
    ends = [0, *(point.end for point in points)]
    between = [text[lo:hi] for lo, hi in zip(ends, [*(point.start for point in points), len(text)], strict=True)]
    assert all(_NUMBER.search(stretch) for stretch in between if word_starts(stretch))


@given(prose, prose, prose)
def test_furniture_lies_in_no_point_and_all_else_does(before: str, between: str, after: str) -> None:
    text = f"{before}\n{between}\n{after}"
    start = len(before) + 1
    boilerplate = (Boilerplate(start, start + len(between), "menu"),) if between.strip() else ()
    held = {w for p in segment(readout(text, boilerplate=boilerplate)) for w in word_starts(text, p.start, p.end)}
    assert held == word_starts(text, 0, start) | word_starts(text, start + len(between))


@given(prose, st.sampled_from(["They left.", "The leaders discussed aid, trade, and peace."]))
def test_a_paragraph_at_the_end_changes_no_point_before_it(text: str, added: str) -> None:
    before = segment(readout(text))
    after = segment(readout(f"{text}\n\n{added}"))
    assert after[: len(before)] == before
    assert len(after) > len(before)


@given(
    st.lists(st.sampled_from(["They met in May.", "She noted the floods and called for aid."]), min_size=1, max_size=6)
)
def test_a_sentence_at_the_end_changes_no_point_before_it(sentences: list[str]) -> None:
    before = segment(readout(" ".join(sentences[:-1])))
    assert segment(readout(" ".join(sentences)))[: len(before)] == before


@given(texts)
def test_cutting_again_gives_the_same(text: str) -> None:
    assert segment(readout(text)) == segment(readout(text))


@given(prose)
def test_a_point_is_cut_no_finer_at_its_marks_than_at_its_words(text: str) -> None:
    assert len(segment(readout(text))) <= len(word_starts(text))
