"""Marking as a stage: points in, the same points with what was found out about them out."""

from __future__ import annotations

import re

from readcmp.annotation import annotate
from readcmp.lexicon import load_lexicon
from readcmp.model import Point, Readout

LEXICON = load_lexicon()
TEXT = (
    "The Presidents of Russia and the United States spoke by phone. They discussed a range of issues. "
    "They agreed on extending the New START treaty."
)


def marked(text=TEXT, sides=("us", "ru")):
    readout = Readout("us", "United States", text, "us.txt")
    points = [
        Point(f"us{n + 1}", m.start(), m.end(), m.group(), n) for n, m in enumerate(re.finditer(r"\S[^.]*\.", text))
    ]
    return points, annotate(readout, points, LEXICON, sides=sides)


def test_marking_keeps_the_points_and_their_places():
    before, after = marked()
    assert [(p.id, p.start, p.end, p.text) for p in before] == [(p.id, p.start, p.end, p.text) for p in after]


def test_hits_stand_where_they_say_in_the_readout():
    _, after = marked()
    hits = [h for p in after for h in p.hits]
    assert hits
    assert all(TEXT[h.start : h.end] == h.text for h in hits)


def test_each_point_has_its_topics():
    _, after = marked()
    assert [p.topics[0] for p in after] == ["contact", "agenda", "arms-control"]


def test_a_point_that_names_no_matter_is_a_placeholder_and_one_that_names_one_is_none():
    _, after = marked()
    assert [p.placeholder for p in after] == [False, True, False]


def test_marking_twice_gives_the_same():
    assert marked()[1] == marked()[1]


def test_no_points_give_no_points():
    assert annotate(Readout("us", "United States", "", "us.txt"), [], LEXICON) == ()


def test_a_language_without_terms_is_marked_without_topics():
    text = "Quod erat demonstrandum."
    readout = Readout("va", "Vatican", text, "va.txt", language="la")
    assert annotate(readout, [Point("va1", 0, len(text), text)], LEXICON)[0].topics == ()


def test_a_users_own_topic_comes_first_where_a_shipped_one_has_the_same_term(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("topics:\n  breathing-aid:\n    terms:\n      en:\n        strong: ventilator*\n", encoding="utf-8")
    text = "They thanked for 200 ventilators sent against the pandemic."
    readout = Readout(side="ru", label="RU", text=text, source="ru.txt")
    (point,) = annotate(readout, (Point("ru1", 0, len(text), text),), load_lexicon(file))
    assert point.topics[0] == "breathing-aid"
    assert "covid-19" in point.topics


def test_a_users_own_topic_that_is_part_of_another_is_named_with_it(tmp_path):
    file = tmp_path / "mine.yaml"
    terms = "{en: 'bottom trawling*'}"
    file.write_text(f"topics:\n  trawling: {{label: Trawling, broader: maritime, terms: {terms}}}\n", encoding="utf-8")
    text = "They discussed bottom trawling."
    readout = Readout(side="ru", label="RU", text=text, source="ru.txt")
    (point,) = annotate(readout, (Point("ru1", 0, len(text), text),), load_lexicon(file))
    assert point.topics[:2] == ("trawling", "maritime")
