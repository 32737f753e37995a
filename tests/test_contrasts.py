"""What editors put into two accounts as differences is found, and what both tell alike is not told apart."""

from __future__ import annotations

import pytest
from contrasts import GROUPS, files, measure

FOUND = {"known": 0.66, "fresh": 0.52}
FIRST = {"known": 0.50, "fresh": 0.45}
APART = 0.10


@pytest.mark.parametrize("group", GROUPS)
def test_most_planted_differences_are_found_and_few_others(group):
    got = measure(group)
    total = got.planted.total()
    assert len(files(group)) >= 40
    assert got.found.total() / total >= FOUND[group], "\n".join(got.missed if group == "known" else ())
    assert got.first.total() / total >= FIRST[group]
    assert got.apart / got.same <= APART
