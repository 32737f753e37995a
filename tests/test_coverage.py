"""Coverage and verdicts: what links, possible links and candidates say of whether the other side tells a matter."""

import pytest
from comparisons import side

from readcmp.aligning import Alignment
from readcmp.aligning.verdicts import decide_verdicts
from readcmp.finding import Nearest
from readcmp.model import Link
from readcmp.vocabulary import Verdict

US = side("us", "United States", [("Trade grew.", ["trade"]), ("Gas flows.", ["energy"])])
RU = side("ru", "Russia", [("Commerce grew.", ["trade"])])


def covered(*, links=(), possible=(), nearest=None, apart=frozenset()):
    return decide_verdicts(Alignment(tuple(links), tuple(possible), nearest or {}, apart), (US, RU))


def test_every_point_has_a_coverage_and_a_verdict_for_every_other_side():
    keys = {("us0", "ru"), ("us1", "ru"), ("ru0", "us")}
    found = covered()
    assert found.coverage.keys() == found.verdicts.keys() == keys
    assert set(found.verdicts.values()) == {Verdict.ONLY}


@pytest.mark.parametrize(("score", "verdict"), [(0.9, "both"), (0.5, "both"), (0.49, "unsure")])
def test_a_likely_link_is_in_both_and_a_weak_one_is_not_sure(score, verdict):
    found = covered(links=[Link("us0", "ru0", score)])
    assert found.verdicts["us0", "ru"] == found.verdicts["ru0", "us"] == verdict
    assert found.coverage["us0", "ru"] == score
    assert found.verdicts["us1", "ru"] == "only"


def test_a_possible_link_is_not_sure_and_a_mere_candidate_is_told_by_one_alone():
    found = covered(possible=[Link("us0", "ru0", 0.2)], nearest={("us1", "ru"): Nearest("ru0", 0.1)})
    assert found.verdicts["us0", "ru"] == "unsure"
    assert found.verdicts["us1", "ru"] == "only"
    assert found.coverage["us1", "ru"] == 0.1


def test_what_is_pinned_apart_covers_nothing():
    near = {("us0", "ru"): Nearest("ru0", 0.9), ("ru0", "us"): Nearest("us0", 0.9)}
    found = covered(nearest=near, apart=frozenset({("us0", "ru0")}))
    assert found.coverage["us0", "ru"] == found.coverage["ru0", "us"] == 0
    assert found.verdicts["ru0", "us"] == "only"
