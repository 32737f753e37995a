"""The cases below ``cases/``: small readouts, each with what is right of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from casebook import CHECKS, CaseError, check, read_cases

FOLDER = Path(__file__).parent / "cases"
FILES = sorted(FOLDER.rglob("*.yaml"))

TWO = """
why: A case of the runner's own.
readouts:
  us: |
    The President urged Moscow to withdraw its 20 tanks from the border.
    The leaders discussed climate change.
  no: |
    The Prime Minister was urged to withdraw 30 tanks from the border.
    The Prime Minister praised the fishing fleet of Norway.
right:
"""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER).with_suffix("")))
def test_the_cases_of_a_file_come_out_right(path, tmp_path):
    failures = []
    for number, case in enumerate(read_cases(path.read_text(encoding="utf-8")), 1):
        folder = tmp_path / str(number)
        folder.mkdir()
        failures += [f"case {number} ({case.why or 'no reason given'})\n    {line}" for line in check(case, folder)]
    if failures:
        pytest.fail(f"{path}\n" + "\n".join(failures), pytrace=False)


def wrong_of(right, tmp_path):
    """What the runner says is wrong of the runner's own case."""
    (case,) = read_cases(TWO + "".join(f"  {line}\n" for line in right.splitlines()))
    return check(case, tmp_path)


RIGHT = (
    'has_points: {us: ["The leaders discussed climate change."]}',
    'points: {"no": ["The Prime Minister was urged to withdraw 30 tanks from the border.", '
    '"The Prime Minister praised the fishing fleet of Norway."]}',
    'speakers: {"climate change": both, us1: us}',
    'acts: {"us: withdraw its": request}',
    'topics_include: {"climate change": [climate]}',
    'topics_exclude: {"climate change": [trade]}',
    'quantities: {"20 tanks": ["20"]}',
    'no_links: [["climate change", "fishing fleet"]]',
    'no_findings: [{kind: nonesuch}]',
    'no_facts: [{kind: duration}]',
    'languages: {us: en, "no": en}',
    'dates: {us: ""}',
)  # fmt: skip

WRONG = (
    ('points: {us: ["Energy"]}', "should be ['Energy']; what came: ["),
    ('has_points: {us: ["Energy"]}', "has no point 'Energy'"),
    ('speakers: {"climate change": us}', "should be 'us'; what came: 'both'"),
    ('acts: {"fishing fleet": warn}', "should be 'warn'; what came: "),
    ('topics: {"climate change": [trade, climate]}', "main first; what came: "),
    ('topics_include: {"climate change": [trade]}', "should have trade"),
    ('topics_exclude: {"climate change": [climate]}', "should not have climate"),
    ('quantities: {"20 tanks": ["30"]}', "should have ['30']; what came: ['20']"),
    ('links: [["climate change", "fishing fleet"]]', "should be among links"),
    ('possible: [["climate change", "fishing fleet"]]', "should be among possible"),
    ('gaps: [{a: "climate change", b: "fishing fleet", kinds: []}]', "are not linked"),
    ('verdicts: {"fishing fleet": sure}', "should be 'sure'; what came: {'us': '"),
    ('findings: [{kind: nonesuch}]', "none is like {'kind': 'nonesuch'}"),
    ('findings: [{colour: red}]', "unknown key 'colour'"),
    ('facts: [{kind: duration}]', "none is {'kind': 'duration'}"),
    ('boilerplate: {us: ["climate change"]}', "should be left out of us"),
    ('boilerplate: {us: ["nowhere"]}', "is not in the text"),
    ('languages: {us: ru}', "should have 'ru'; what came: 'en'"),
    ('languages: {cn: zh}', "there is no side 'cn', only us, no"),
    ('speakers: {"tanks from the border": us}', "names 2 points"),
    ('speakers: {"submarines": us}', "no point has 'submarines'; the points are us1 'The President"),
    ('error: "no such"', "wanted status 2"),
    ('notes: ["nothing of the kind"]', "no 'nothing of the kind'"),
    ('seconds: 0', "more than 0"),
)  # fmt: skip


def test_the_runner_finds_nothing_wrong_where_all_is_right(tmp_path):
    assert wrong_of("\n".join(RIGHT), tmp_path) == []


@pytest.mark.parametrize("right", [line for line, _ in WRONG], ids=lambda line: line.split(":")[0])
def test_the_runner_says_what_came_where_a_case_is_not_right(right, tmp_path):
    (line,) = wrong_of(right, tmp_path)
    assert dict(WRONG)[right] in line


def test_every_check_of_the_runner_is_seen_to_fail():
    assert {line.split(":")[0] for line, _ in WRONG} >= CHECKS.keys() - {
        "no_links",
        "no_findings",
        "no_facts",
        "titles",
        "dates",
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("why: nothing to read", "has 'readouts' and 'right'"),
        ("readouts: {us: x}\nright: {}", "nothing stands under 'right'"),
        ("readouts: {us: x}\nright: {colours: red}", "unknown key 'colours'"),
        ("readouts: {us: x}\nlinks: []\nright: {error: x}", "unknown key 'links'"),
        ("readouts: {us: x, us: y}\nright: {error: x}", "'us' is given twice"),
        ("readouts: {us: [}", "is not YAML"),
    ],
)  # fmt: skip
def test_a_case_that_is_written_wrongly_is_refused(text, says):
    with pytest.raises(CaseError, match=says):
        read_cases(text)
