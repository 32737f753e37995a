"""A user's own lexicon file: what it adds, and how it is told what is wrong with it."""

from __future__ import annotations

import pytest

from readcmp.errors import LexiconError
from readcmp.lexicon import load_lexicon, topics_with
from readcmp.lexicon.survey import check, listing, show
from readcmp.model import Readout
from readcmp.pipeline import points_of
from readcmp.vocabulary import Trait


@pytest.fixture
def write(tmp_path):
    def writer(text):
        path = tmp_path / "own.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return writer


def ids(lexicon, text, kind="topic", language="en"):
    return [hit.id for hit in lexicon.find(text, language, kind)]


def test_a_new_topic_is_listed_and_found(write):
    lexicon = load_lexicon(
        write("topics: {fisheries: {label: Fishing, group: economy, terms: {en: 'trawl*, cod quota'}}}")
    )
    assert lexicon.topics["fisheries"].label == "Fishing"
    assert ids(lexicon, "the trawlers and the cod quota") == ["fisheries", "fisheries"]


def test_terms_may_be_lists_weak_and_in_any_language(write):
    lexicon = load_lexicon(
        write(
            "topics:\n  fisheries:\n"
            "    terms:\n      en: {strong: [trawler*], weak: quota*, not: quota sampling}\n      xx: [рыб*]\n"
        )
    )
    hits = lexicon.find("trawler quotas, quota sampling", "en", "topic")
    assert [(hit.text, hit.weak) for hit in hits] == [("trawler", False), ("quotas", True)]
    assert ids(lexicon, "рыбаки", language="xx") == ["fisheries"]
    assert "xx" in lexicon.languages


def test_a_replaced_topic_forgets_the_terms_that_ship(write):
    kept = load_lexicon(write("topics: {sanctions: {terms: {en: trawl*}}}"))
    assert ids(kept, "sanctions, trawl") == ["sanctions", "sanctions"]
    replaced = load_lexicon(write("topics: {sanctions: {replace: true, terms: {en: trawlnet}}}"))
    assert "sanctions" not in ids(replaced, "sanctions")
    assert ids(replaced, "trawlnet") == ["sanctions"]
    assert replaced.topics["sanctions"].label == load_lexicon().topics["sanctions"].label


def test_actors_and_acts_can_be_added(write):
    lexicon = load_lexicon(
        write(
            "actors: {fo: {label: Faroe Islands, terms: {en: Faroese}}}\n"
            "acts: {request: {terms: {en: {4: put it to}}}}\n"
            ""
        )
    )
    assert ids(lexicon, "the Faroese side", "actor") == ["fo"]
    (hit,) = lexicon.find("she put it to them", "en", "act")
    assert (hit.id, lexicon.acts("en")[hit.id, hit.term].strength) == ("request", 4)


def test_a_changed_file_is_read_anew_and_changes_the_digest(write):
    first = load_lexicon(write("topics: {fisheries: {terms: {en: trawl}}}"))
    second = load_lexicon(write("topics: {fisheries: {terms: {en: longer net}}}"))
    assert len({first.digest, second.digest, load_lexicon().digest}) == 3
    assert ids(second, "longer net") == ["fisheries"]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("topics:\n  a: {lable: A}", 2, "unknown key 'lable'"),
        ("topics:\n  - a", 2, "mapping"),
        ("tpoics: {}", 1, "unknown key 'tpoics'"),
        ("acts:\n  shout: {terms: {en: {3: shout}}}", 2, "unknown key 'shout'"),
        ("acts:\n  warn:\n    terms: {en: shout}", 3, "step"),
        ("topics:\n  a:\n    terms:\n      en: {strong: '*'}", 4, "no word"),
        ("topics:\n  a: {label: [x]}", 2, "expected words"),
        ("topics:\n  a: {replace: perhaps}", 2, "true or false"),
        ("topics:\n  a: {label: x\n", 3, "not YAML"),
        ("topics:\n  a: {label: x}\n  a: {label: y}", 3, "twice"),
        ("{'\\e[31m': 1}", 1, "unknown key"),
    ],
)
def test_a_malformed_file_is_one_line_with_file_and_line(write, text, line, said):
    path = write(text)
    with pytest.raises(LexiconError) as caught:
        load_lexicon(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_says_so(tmp_path):
    with pytest.raises(LexiconError, match="cannot be read"):
        load_lexicon(tmp_path / "none.yaml")


def test_a_file_that_is_no_text_is_an_error(tmp_path):
    path = tmp_path / "own.yaml"
    path.write_bytes(b"topics: \x81\x82")
    with pytest.raises(LexiconError, match="not YAML"):
        load_lexicon(path)


def test_an_empty_file_adds_nothing(write):
    assert load_lexicon(write("")).topics == load_lexicon().topics


def test_check_finds_duplicates_what_cannot_match_and_what_is_empty(write):
    lexicon = load_lexicon(
        write(
            "topics:\n  a: {terms: {en: 'trawl net, .. net, cod, cod'}}\n"
            "  b: {terms: {en: Trawl-Net}}\n  c: {label: C}\n"
        )
    )
    news = set(check(lexicon)) - set(check(load_lexicon()))
    assert {(problem.kind, problem.id) for problem in news} == {
        ("unknown", "a"),
        ("unknown", "b"),
        ("duplicate", "a"),
        ("unreachable", "a"),
        ("empty", "c"),
    }
    assert any("a (strong) and b (strong)" in problem.text for problem in news)


def test_the_actors_and_acts_that_ship_have_no_problems():
    lexicon = load_lexicon()
    own = {*lexicon.actors, *(kind for kind, _ in lexicon.acts("en"))}
    assert [problem for problem in check(lexicon) if problem.id in own] == []


def test_listing_and_show_tell_what_there_is():
    lexicon = load_lexicon()
    rows = {(row.kind, row.id): row for row in listing(lexicon)}
    assert rows["topic", "sanctions"].terms["en"] > 0
    assert rows["actor", "ru"].label == "Russia"
    assert len({row.id for row in rows.values() if row.kind == "act"}) == 11
    assert "Putin" in show(lexicon, "ru")["en"]["strong"]
    assert "urge" in show(lexicon, "request")["en"]["4"]
    with pytest.raises(KeyError):
        show(lexicon, "nothing")


def test_a_thing_of_a_users_own_is_known_by_each_of_its_names(tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text(
        "namings:\n  isles: {label: the isles, terms: {en: {northern: Northern Isles, outer: 'Outer Isles'}}}\n",
        encoding="utf-8",
    )
    lexicon = load_lexicon(file)
    assert [hit.id for hit in lexicon.find("From the Northern Isles to the Outer Isles", "en", "naming")] == [
        "isles/northern",
        "isles/outer",
    ]
    assert lexicon.namings["isles"].label == "the isles"
    assert check(lexicon) == ()


def test_a_thing_without_ways_to_call_it_is_refused_with_its_line(tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text("namings:\n  isles: {label: the isles, terms: {en: Isles}}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"own\.yaml:2: a thing needs the ways to call it"):
        load_lexicon(file)


PART = "topics:\n  trawling: {label: Trawling, broader: %s, terms: {en: 'bottom trawling*'}}\n"


def test_a_topic_of_a_users_own_can_be_part_of_one_that_ships(tmp_path):
    file = tmp_path / "own.yaml"
    file.write_text(PART % "maritime", encoding="utf-8")
    lexicon = load_lexicon(file)
    assert lexicon.broader["trawling"] == "maritime"
    assert not [problem for problem in check(lexicon) if problem.id == "trawling"]
    (row,) = [row for row in listing(lexicon) if row.id == "trawling"]
    assert row.broader == "maritime"


@pytest.mark.parametrize("broader", ["nonesuch", "fisheries", "trawling"])
def test_what_is_part_of_no_topic_or_of_a_part_is_a_problem(tmp_path, broader):
    file = tmp_path / "own.yaml"
    file.write_text(PART % broader, encoding="utf-8")
    lexicon = load_lexicon(file)
    assert "trawling" not in lexicon.broader
    assert [problem.kind for problem in check(lexicon) if problem.id == "trawling"] == ["unknown"]


NEW_CONFLICT = """
topics:
  karelia: {label: Karelia, group: conflicts, traits: [place, conflict], news: 0.7, terms: {en: "Karelia, Karelian"}}
"""


def test_a_new_conflict_needs_no_more_than_its_traits(write):
    text = "The ministers spoke about Karelia. They called for a truce and for peace talks."
    readout = Readout("no", "Norway", text, "no.txt")
    points = points_of(readout, write(NEW_CONFLICT)).points
    assert points[-1].topics == ("karelia",)
    assert "karelia" not in points_of(readout).points[-1].topics


def test_traits_and_news_of_a_topic_that_ships_may_be_others(write):
    lexicon = load_lexicon(write("topics: {space: {traits: [], news: 1}, trade: {traits: minor}}"))
    assert lexicon.topics["space"].traits == frozenset()
    assert lexicon.topics["space"].news == 1
    assert lexicon.topics["trade"].traits == {Trait.MINOR}
    assert lexicon.topics["trade"].news == 0.4


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("traits: [place, war-like]", "there is no trait 'war-like'"),
        ("news: much", "news should be a number from 0 to 1"),
        ("news: 2", "news should be a number from 0 to 1"),
        ("news: nan", "news should be a number from 0 to 1"),
    ],
)
def test_a_trait_that_there_is_not_is_refused_with_its_line(write, said, hint):
    with pytest.raises(LexiconError, match=hint) as caught:
        load_lexicon(write(f"topics:\n  karelia:\n    {said}\n"))
    assert ":3" in str(caught.value)


@pytest.mark.parametrize("trait", Trait)
def test_every_trait_is_that_of_a_topic_that_ships(trait):
    assert topics_with(trait) < load_lexicon().topics.keys()
    assert topics_with(trait)
    assert trait.label
