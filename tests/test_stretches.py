"""Words that a side repeats within passages that are otherwise different."""

import pytest

from readcmp.trend.stretches import Passage, find_stretches


def stretches(language, *texts):
    """What is repeated in passages of one event each, a day apart: the words and on how many days."""
    passages = [Passage(f"e{n}", f"2024-01-{n:02}", text, language) for n, text in enumerate(texts, 1)]
    return [(s.text, len(s.events), s.first[-2:], s.last[-2:]) for s in find_stretches(passages)]


def test_words_within_other_words_are_found_with_their_days():
    assert stretches(
        "en",
        "He said that both bear a special responsibility for the world's security and stability.",
        "They discussed grain exports from Odesa.",
        "In view of a special  responsibility for the World's security, talks go on.",
    ) == [("a special responsibility for the world's security", 2, "01", "03")]


def test_what_most_events_have_counts_and_not_what_two_of_them_add_to_it():
    core = "firm support for the unity of the island"
    found = stretches("en", f"They voiced {core} today.", f"They voiced {core} again.", f"We reaffirm {core}.")
    assert found == [(core, 3, "01", "03")]


@pytest.mark.parametrize(
    "texts",
    [
        ("In the evening of the 3 of 4 it was so.", "In the evening of the 3 of 4 they left."),
        ("The talks were about grain.", "The talks were about coal."),
    ],
    ids=["empty words", "too few words"],
)
def test_words_that_mean_nothing_and_few_words_are_no_phrase(texts):
    assert stretches("en", *texts) == []


def test_what_one_event_says_twice_is_not_repeated():
    passages = [Passage("e", "2024-01-01", "firm support for the unity of the island", "en")] * 2
    assert find_stretches(passages) == []


def test_a_quotation_that_a_stretch_opens_it_closes_too():
    said = 'They do not support "Taiwan independence" and'
    assert stretches("en", f"{said} say so.", f"{said} will not.") == [(f"{said.removesuffix(' and')}", 2, "01", "02")]


def test_chinese_is_compared_by_characters():
    assert stretches("zh", "双方强调共同维护世界和平与稳定。", "他说要共同维护世界和平与稳定，并合作。") == [
        ("共同维护世界和平与稳定", 2, "01", "02")
    ]
