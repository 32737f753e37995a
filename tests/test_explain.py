"""Why a point is linked as it is: the account adds up, names the runner-up, and refuses what it cannot find."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from program import readcmp

from readcmp.aligning.explain import LINK, NOTHING, RIVAL, explain, log_odds
from readcmp.aligning.link_model import shipped, shipped_for
from readcmp.errors import UsageError
from readcmp.lexicon import load_lexicon
from readcmp.loading import load_all
from readcmp.pipeline import compare, sides_of
from readcmp.rendering.explain import render_explanation
from readcmp.vocabulary.features import PairFeature

ROOT = Path(__file__).parent.parent
EVENTS = sorted(folder for folder in (ROOT / "samples").iterdir() if folder.is_dir())
SAMPLE = [ROOT / "samples" / "2020-07-23-trump-putin" / f"{side}.txt" for side in ("us", "ru")]


@cache
def made(files, engine):
    """The sides of an event and their vectors, made once."""
    return sides_of(load_all(files), engine=engine)


def accounts_of(files, target, engine="fuzzy", weights=None):
    sides, vectors = made(tuple(files), engine)
    choice = (lambda *_: weights) if weights else shipped_for(engine)
    return explain(sides, load_lexicon().topics, target, weights=choice, vectors=vectors)


@pytest.mark.parametrize(("engine", "folders"), [("fuzzy", EVENTS), ("semantic", [EVENTS[2], EVENTS[-1]])])
def test_what_was_weighed_adds_up_to_the_score_and_the_verdict_is_that_of_the_comparison(engine, folders):
    for files in (sorted(folder.glob("*.txt")) for folder in folders):
        result = compare(load_all(files), engine=engine)
        linked = {(link.a, link.b): link.score for link in result.links}
        for point in result.sides[0].points[:6]:
            for account in accounts_of(files, point.id, engine):
                assert sum(part.weight for part in account.parts) == pytest.approx(log_odds(account.score), abs=1e-6)
                assert (account.verdict == LINK) == ((account.a, account.b) in linked)
                assert {part.name for part in account.parts} <= set(PairFeature)
                if account.verdict == LINK:
                    assert account.score == linked[account.a, account.b] >= account.bar
        assert linked, files


def test_a_pair_comes_with_the_best_rival_of_each_of_its_points():
    first, *others = accounts_of(SAMPLE, "ru3-us6")
    assert (first.a, first.b) == ("us6", "ru3")
    assert len(others) == 2
    assert others[0].a == "us6"
    assert others[1].b == "ru3"


def test_a_pair_that_a_better_one_pushes_out_names_it():
    strict = replace(shipped("fuzzy"), link=0.05, competition=0.99)
    accounts = [a for n in range(1, 7) for a in accounts_of(SAMPLE, f"us{n}", weights=strict)]
    pushed = [a for a in accounts if a.verdict == RIVAL]
    assert pushed
    for account in pushed:
        assert account.rival is not None
        assert account.score < account.bar
        assert account.rival[0] == account.a or account.rival[1] == account.b


def test_a_pair_with_nothing_in_common_says_so():
    accounts = accounts_of(SAMPLE, "us2-ru10")
    assert accounts[0].verdict == NOTHING
    text = render_explanation(accounts[:1], sides_of(load_all(SAMPLE))[0])
    assert text.startswith("us2 and ru10: not matched; they share no topic, no telling word and no meaning\n")


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("us99", "no point is called 'us99' and none has these words; there are us1 to us6, ru1 to ru11"),
        ("", "no point is called ''"),
        ("us1-us2", "'us1-us2' is no pair"),
        ("us1-ru1-ru2", "'us1-ru1-ru2' is no pair"),
        ("telephone", r"several points have the words 'telephone' \(us1, ru1\); name one of them"),
    ],
)
def test_what_names_no_point_is_refused(target, what):
    with pytest.raises(UsageError, match=what):
        accounts_of(SAMPLE, target)


def test_a_point_can_be_named_by_its_words():
    assert accounts_of(SAMPLE, "Reopening of  economies") == accounts_of(SAMPLE, "us3")


def test_the_command_prints_the_account_and_nothing_else():
    done = readcmp("diff", "--width", "72", "--explain", "us5-ru2", *SAMPLE)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith("us5 and ru2: ")
    assert "together, in log-odds: a score of " in done.stdout
    assert all(len(line) <= 72 for line in done.stdout.splitlines())


def test_strict_gives_fewer_links_and_loose_more():
    readouts = load_all(SAMPLE)
    ends = {
        how: {(link.a, link.b) for link in compare(readouts, engine="fuzzy", strictness=how).links}
        for how in ("strict", "", "loose")
    }
    assert ends["strict"] < ends[""] < ends["loose"]
    scores = [link.score for link in compare(readouts, engine="fuzzy", strictness="strict").links]
    assert min(scores) >= 0.5
    strict = compare(readouts, engine="fuzzy", strictness="strict")
    assert ends[""] - ends["strict"] <= {(link.a, link.b) for link in (*strict.possible, *strict.links)}
