"""The report, from which screen, Markdown and brief are laid out: names, lists of topics, the matrix, quotations."""

import re
from pathlib import Path

import pytest
from comparisons import comparison, side, two
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from readcmp.finding import Finding, Quote
from readcmp.loading import load_all
from readcmp.model import Evidence, Link, Watched
from readcmp.pipeline import compare
from readcmp.rendering.marked_passage import MARK, PLAIN
from readcmp.rendering.naming import account_of, parties_of, tag_of
from readcmp.rendering.report import Report
from readcmp.rendering.report.quotes import begun, cut
from readcmp.rendering.view import View
from readcmp.vocabulary import Verdict

SAMPLES = Path(__file__).parent.parent / "samples"


def report(made):
    return Report(View(made))


def readout(name, label, **known):
    return side(name, label, [("Trade.", ["trade"])], **known).readout


@pytest.mark.parametrize(
    ("name", "label", "tag"),
    [
        ("us", "United States", "US"),
        ("in", "India", "IND"),
        ("no", "Norway", "NOR"),
        ("it-2", "Italy (2)", "ITA-2"),
        ("in", "in", "IN"),
    ],
)
def test_a_tag_is_no_english_word_where_the_country_is_known(name, label, tag):
    assert tag_of(name, label) == tag


@pytest.mark.parametrize(
    ("name", "label", "account"),
    [
        ("us", "United States", "the US account"),
        ("ru", "Russia", "Russia’s account"),
        ("nl", "Netherlands", "the Netherlands’ account"),
        ("ru-en", "Russia in English", "Russia’s account in English"),
        ("ru-2", "Russia (2)", "Russia’s account (2)"),
    ],
)
def test_an_account_is_named_by_its_country(name, label, account):
    assert account_of(readout(name, label)) == account


def test_versions_of_one_governments_account_are_one_party():
    known = parties_of(
        [
            readout("ru-en", "Russia in English"),
            readout("us", "United States"),
            readout("ru-ru", "Russia in Russian", language="ru"),
        ]
    )
    assert [party.heading for party in known] == ["Russia (2 texts)", "United States"]
    assert [party.sides for party in known] == [(0, 2), (1,)]


def versions():
    """Two versions of one account beside another's: what both versions have is found for each of them."""
    sides = (
        side("ru-en", "Russia in English", [("Energy was raised.", ["energy"]), ("Trade.", ["trade"])]),
        side("ru-ru", "Russia in Russian", [("Энергетика.", ["energy"])], language="ru"),
        side("us", "United States", [("Climate.", ["climate"])]),
    )
    return comparison(sides, [Link("ru-en0", "ru-ru0", 0.9)])


def test_what_two_versions_of_an_account_tell_is_one_difference_and_what_sets_them_apart_is_none():
    made = versions()
    assert {(f.between, f.points) for f in made.findings} >= {
        (("ru-en", "us"), ("ru-en0",)),
        (("ru-ru", "us"), ("ru-ru0",)),
        (("ru-en", "ru-ru"), ("ru-en1",)),
    }
    shown = [one.points for one in report(made).differences]
    assert sorted(shown) == [("ru-en0",), ("ru-en1",), ("us0",)]


def test_a_reason_within_another_is_not_named():
    us = side("us", "United States", [("The Black Sea.", ["trade"])])
    ru = side("ru", "Russia", [("Shipping in the Black Sea.", ["trade"])])
    why = tuple(Evidence("term", a=word, b=word, weight=1.0) for word in ("Sea", "Black Sea", "Black", "Shipping"))
    made = comparison((us, ru), [Link("us0", "ru0", 0.9, why)])
    [matter] = report(made).both.matters
    assert matter.matches[0].reasons == ("Black Sea", "Shipping")
    assert set(Report(View(made), every=True).both.matters[0].matches[0].reasons) >= {"Sea", "Black", "Black Sea"}


def test_what_two_versions_of_an_account_share_is_in_one_account_only():
    found = report(versions())
    assert found.both.matters == ()
    only = {(one.heading, passage.point) for one in found.only for _, passages in one.groups for passage in passages}
    assert only == {
        ("Only in Russia’s account in English", "ru-en0"),
        ("Only in Russia’s account in English", "ru-en1"),
        ("Only in Russia’s account in Russian", "ru-ru0"),
        ("Only in the US account", "us0"),
    }


def test_a_headline_names_the_government_where_its_account_has_several_versions():
    made = versions()
    found = next(finding for finding in made.findings if finding.points == ("ru-en0",))
    finding = replace(found, kicker="Energy", headline="Only Russia in English says this")
    [difference] = report(replace(made, findings=(finding,))).differences
    assert difference.headline == "Only Russia says this"


def three_accounts(*lacking):
    """Three accounts, the first of which alone has energy by its findings against those that lack it."""
    us = side("us", "United States", [("Gas was raised.", ["energy"])])
    cn, ru = side("cn", "China", [("Trade.", ["trade"])]), side("ru", "Russia", [("Visas.", ["visas"])])
    findings = tuple(
        Finding(
            "omission", name, 0.5, ("us0",), "", between=tuple(sorted((name, "us"))), kicker="Energy · only in US",
            headline="Only the United States mentions energy", quotes=(Quote("us", "us0", "Gas was raised"),),
        )
        for name in lacking
    )  # fmt: skip
    return replace(comparison((us, cn, ru)), findings=findings)


def test_what_one_of_three_accounts_has_is_one_difference_and_only_stays():
    [difference] = report(three_accounts("cn", "ru")).differences
    assert difference.headline == "Only the United States mentions energy"
    assert [(quote.n, quote.note) for quote in difference.quotes] == [
        (0, ""), (1, "no matching passage"), (2, "no matching passage"),
    ]  # fmt: skip
    assert difference.silent == (1, 2)


def test_what_one_of_three_accounts_lacks_is_not_said_to_be_in_one_only():
    [difference] = report(three_accounts("ru")).differences
    assert difference.headline == "The United States mentions energy; Russia does not"
    assert difference.kicker == "Energy · not in all accounts"
    assert [quote.n for quote in difference.quotes] == [0, 2]


def test_the_matrix_has_a_column_a_government_and_groups_what_all_some_and_one_have():
    us = side("us", "United States", [("Trade.", ["trade"]), ("Gas.", ["energy"])])
    cn = side("cn", "China", [("Trade.", ["trade"]), ("Gas.", ["energy"]), ("Climate.", ["climate"])])
    ru = side("ru", "Russia", [("Trade.", ["trade"])])
    found = report(comparison((us, cn, ru), [Link("us0", "cn0", 0.9), Link("us0", "ru0", 0.9)])).matrix
    assert [party.tag for party in found.parties] == ["US", "CN", "RU"]
    assert dict(found.groups) == {
        "In all accounts": (("Trade and economic cooperation", ("●", "●", "●")),),
        "In some accounts": (("Energy", ("●", "●", "–")),),
        "In one account only": (("Climate and environment", ("–", "●", "–")),),
    }


def listed(made):
    return {one.heading: one.topics for one in report(made).topic_lists}


def test_the_bins_say_who_has_which_topic_and_what_was_asked_for():
    assert listed(two()) == {
        "In both accounts": ("Arms control and strategic stability", "Energy"),
        "Only in the US account": ("Human rights",),
        "Only in Russia’s account": ("Trade and economic cooperation (in part)",),
        "Asked for, in neither": ("Climate and environment",),
        "Asked for, only in US": ("Human rights",),
        "Asked for, in both": ("Energy",),
    }


def test_a_topic_that_the_other_account_may_have_is_in_no_bin_of_one_account():
    us = side("us", "United States", [("Tariffs.", ["trade"])])
    ru = side("ru", "Russia", [("Gas.", ["energy"])])
    made = comparison((us, ru))
    unsure = replace(made, verdicts=dict.fromkeys(made.verdicts, Verdict.UNSURE))
    assert listed(unsure) == {"Possibly in both": ("Energy (RU)", "Trade and economic cooperation (US)")}


def test_no_bin_has_a_topic_named_from_the_text_or_one_of_the_call_itself():
    us = side("us", "United States", [("Pandas.", ["~pandas"]), ("Both stay in touch.", ["next-steps"])])
    ru = side("ru", "Russia", [("Gas.", ["energy"])])
    assert [topic for topics in listed(comparison((us, ru))).values() for topic in topics] == ["Energy"]


def test_the_bins_count_versions_of_one_account_as_one():
    sides = (
        side("ru-en", "Russia in English", [("Energy was raised.", ["energy"]), ("Trade.", ["trade"])]),
        side("ru-ru", "Russia in Russian", [("Энергетика.", ["energy"])], language="ru"),
        side("us", "United States", [("Climate.", ["climate"]), ("Trade.", ["trade"])]),
    )
    assert listed(comparison(sides, [Link("ru-en0", "ru-ru0", 0.9), Link("ru-en1", "us1", 0.9)])) == {
        "In both accounts": ("Trade and economic cooperation",),
        "Only in Russia’s account": ("Energy",),
        "Only in the US account": ("Climate and environment",),
    }


def test_a_side_that_is_silent_has_no_passage_to_quote():
    [difference, *_] = report(
        comparison((side("us", "United States", [("Gas.", ["energy"])]), side("ru", "Russia", [])))
    ).differences
    assert [(quote.n, quote.point, quote.note) for quote in difference.quotes] == [
        (0, "us0", ""), (1, None, "no matching passage"),
    ]  # fmt: skip


def test_what_a_finding_marks_is_marked_in_its_quotations_also_where_marks_overlap():
    us = side("us", "United States", [("They agreed to 30 cuts.", ["trade"])])
    ru = side("ru", "Russia", [("They spoke of 40 cuts.", ["trade"])])
    quotes = (
        Quote("ru", "ru0", "They spoke of 40 cuts", ((14, 16), (14, 21))),
        Quote("us", "us0", "to 30 cuts", ((3, 5),)),
    )
    found = Finding(
        "number", None, 0.9, ("us0", "ru0"), "", between=("ru", "us"), headline="They differ", quotes=quotes
    )
    [difference] = report(replace(comparison((us, ru), [Link("us0", "ru0", 0.9)]), findings=(found,))).differences
    assert [text_of(quote.words) for quote in difference.quotes] == ["… to 30 cuts", "They spoke of 40 cuts"]
    assert [[w for w, what in quote.words if what == MARK] for quote in difference.quotes] == [["30"], ["40", " cuts"]]


def test_watched_topics_are_named_by_who_mentions_them():
    us, ru = side("us", "United States", [("Gas.", ["energy"])]), side("ru", "Russia", [("Gas.", ["energy"])])
    watched = [
        Watched("cyber", "Cyber", {"us": False, "ru": False}),
        Watched("energy", "Energy", {"us": True, "ru": True}),
    ]
    assert report(comparison((us, ru), watched=watched)).watch == [
        ("In neither account", ["Cyber"]), ("In both accounts", ["Energy"]),
    ]  # fmt: skip


def text_of(words):
    return "".join(piece for piece, _ in words)


def test_a_long_passage_is_cut_at_the_end_of_a_clause():
    words = [("They agreed on a first step, and on a second that is to follow within the month of May.", PLAIN)]
    assert text_of(cut(words, 50)) == "They agreed on a first step, and on a second …"
    assert text_of(cut(words, 200)) == words[0][0].rstrip(".")


def test_words_that_are_marked_stay_where_a_passage_is_cut():
    words = [
        ("They spoke of trade, of energy, of visas and, at the very end, of ", PLAIN),
        ("sanctions", MARK),
        (".", PLAIN),
    ]
    shown = cut(words, 40)
    assert ("sanctions", MARK) in shown
    assert text_of(shown).startswith("… ")


@given(
    st.lists(st.tuples(st.text("ab ,.;。é中", min_size=1, max_size=40), st.sampled_from((PLAIN, MARK))), max_size=8),
    st.integers(20, 120),
)
def test_what_is_cut_is_a_stretch_of_the_passage_and_not_much_longer_than_asked_for(words, room):
    shown = text_of(cut(words, room))
    assert shown.removeprefix("… ").removesuffix(" …") in text_of(words)
    assert len(shown) <= room + 4 + 40 * len(words) * any(what == MARK for _, what in words)


def test_words_that_begin_within_a_sentence_have_dots_before_them():
    assert text_of(begun([("and visas", PLAIN)])) == "… and visas"
    assert text_of(begun([("Visas", PLAIN)])) == "Visas"


@pytest.mark.parametrize("name", ["2020-07-23-trump-putin", "2021-12-07-biden-putin", "2022-03-18-biden-xi"])
def test_the_first_screen_has_at_most_thirty_lines_and_each_difference_a_quotation(name):
    made = compare(load_all(sorted((SAMPLES / name).glob("*.txt"))), engine="fuzzy", watch=["sanctions", "cyber"])
    for width in (80, 100, 140):
        screen = made.render(width=width)
        assert screen.count("\n") <= 30
        for number in "123":
            _, _, below = screen.partition(f"\n{number}  ")
            assert re.search(r"^   (?:US|RU|CN)", below.partition("\n\n")[0], re.MULTILINE), number
        assert "Next: --full" in screen
        assert "Matched with readcmp" in screen


def test_who_asks_for_many_differences_reads_their_quotations_as_well():
    made = compare(load_all(sorted((SAMPLES / "2022-03-18-biden-xi").glob("*.txt"))), engine="fuzzy")
    few, many = made.render(width=100), made.render(width=100, findings=12)
    assert "\n12  " in many
    assert (
        few.partition("\n1  ")[2].partition("\n2  ")[0].split()
        == many.partition("\n1   ")[2].partition("\n2   ")[0].split()
    )


@pytest.mark.parametrize("name", ["2021-12-07-biden-putin", "2020-07-23-trump-putin"])
def test_the_order_of_the_accounts_changes_nothing_but_their_order(name):
    readouts = load_all(sorted((SAMPLES / name).glob("*.txt")))
    there, back = (report(compare(given, engine="fuzzy", watch=["cyber"])) for given in (readouts, readouts[::-1]))
    assert [one.headline for one in there.differences] == [one.headline for one in back.differences]
    lists = [{one.heading: one.topics for one in made.topic_lists} for made in (there, back)]
    assert lists[0] == lists[1]
    for group, turned in zip(there.matrix.groups, back.matrix.groups, strict=True):
        assert group == (turned[0], tuple((topic, signs[::-1]) for topic, signs in turned[1]))
    assert {one.heading for one in there.only} == {one.heading for one in back.only}
