"""No output contradicts another or itself: each is held against the verdicts, over samples and invented pairs."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from readcmp.evaluation import read_gold
from readcmp.evaluation.corpus import set_aside
from readcmp.loading import load_all
from readcmp.pipeline import compare
from readcmp.rendering.json import to_dict
from readcmp.rendering.naming import account_of

TESTS = Path(__file__).parent
LIKELY, BINDING = 0.5, 0.6
QUOTED = re.compile(r"“[^”]*”")
ALONE = re.compile(r"\bno matching passage\b|(?<![Pp]erhaps )\b[Oo]nly [^;:,.]+ (?:says|mentions|reports|sets|warns)\b")
"""What a sentence says where one side alone tells a matter; that it alone names somebody is said of matters of both."""


@cache
def comparisons():
    """The comparison of every sample and invented pair by the words alone, and of one contact with three sides."""
    found = {}
    for folder in (TESTS / "gold", TESTS / "corpus"):
        for pair in read_gold(folder):
            found[pair.name] = compare(pair.readouts, engine="fuzzy")
    us, ru = load_all(sorted((TESTS.parent / "samples" / "2021-12-07-biden-putin").glob("??.txt")))
    other = load_all(sorted((TESTS.parent / "samples" / "2021-12-09-biden-zelenskyy").glob("??.txt")))[0]
    found["three sides"] = compare([us, ru, replace(other, side="xx", label="Third")], engine="fuzzy")
    return found


@cache
def drawn():
    """Those that are drawn too, as to draw takes longer than to compare: a sample of all kinds."""
    return {
        name: comparison
        for name, comparison in comparisons().items()
        if not re.fullmatch(r"[a-z]\d+", name) or (set_aside(name) and name[0] in "bd")
    }


def failures(found, checked):
    """What is not right, with the name of the contact."""
    return [f"{name}: {line}" for name, comparison in found.items() for line in checked(comparison)]


def letters(text):
    """The letters and digits of a text alone, as drawing adds marks, spaces and line ends."""
    return "".join(c for c in text if c.isalnum())


def standing(comparison, point):
    """The verdict on a point against all other sides: ``only`` where none of them tells it."""
    said = {str(verdict) for (one, _), verdict in comparison.verdicts.items() if one == point}
    return "both" if "both" in said else "only" if said == {"only"} else "unsure"


def points(comparison):
    return {point.id: point for side in comparison.sides for point in side.points}


def homes(comparison):
    return {point.id: side.id for side in comparison.sides for point in side.points}


def test_every_point_has_a_verdict_and_a_coverage_against_every_other_side():
    def checked(comparison):
        data = to_dict(comparison)
        ids = {side["id"] for side in data["sides"]}
        for side in data["sides"]:
            for point in side["points"]:
                if not point["verdict"].keys() == point["coverage"].keys() == ids - {side["id"]}:
                    yield f"{point['id']}: {point['verdict']} {point['coverage']}"

    assert failures(comparisons(), checked) == []


def test_what_a_binding_link_joins_is_told_by_both_and_what_a_likely_one_joins_by_none_alone():
    def checked(comparison):
        home = homes(comparison)
        for link in comparison.links:
            for end, other in ((link.a, link.b), (link.b, link.a)):
                verdict = comparison.verdicts[end, home[other]]
                wrong = verdict != "both" if link.score >= BINDING else verdict == "only" and link.score >= LIKELY
                if wrong:
                    yield f"{link.a} and {link.b}, {link.score:.2f}: {end} is {verdict}"

    assert failures(comparisons(), checked) == []


def test_no_finding_says_that_one_side_alone_tells_what_another_tells_or_may_tell():
    kinds = set()

    def checked(comparison):
        home = homes(comparison)
        for finding in comparison.findings:
            if finding.kind.of_all or not ALONE.search(QUOTED.sub("", finding.text)):
                continue  # who asked for the call is told of a fact, whose passage may have its match
            kinds.add(finding.kind)
            for point in finding.points:
                for other in {finding.side} if finding.side else set(finding.between) - {home[point]}:
                    if other != home[point] and comparison.verdicts[point, other] != "only":
                        yield f"{point} is {comparison.verdicts[point, other]}, but {finding.kind} says: {finding.text}"

    assert failures(comparisons(), checked) == []
    assert kinds >= {"omission", "agreement", "attribution", "next_step"}, "or they say it in other words now"


def test_an_omission_and_a_doubt_are_not_of_one_point():
    def checked(comparison):
        missing = {(point, f.side) for f in comparison.findings if f.kind == "omission" for point in f.points}
        for finding in comparison.findings:
            if finding.kind == "doubt":
                for point in finding.points:
                    if any((point, side) in missing for side in finding.between):
                        yield f"{point} is an omission and a doubt: {finding.text}"

    assert failures(comparisons(), checked) == []


def sections(markdown):
    """The lines below each heading of the second rank."""
    found, heading = {}, ""
    for line in markdown.splitlines():
        if line.startswith("## "):
            heading = line[3:]
        found.setdefault(heading, []).append(line)
    return found


def misplaced(comparison, shown, side):
    """Which of the passages shown as told by a side alone are not, and which that are so are not shown."""
    own = next(one for one in comparison.sides if one.id == side)
    alone = [letters(p.text) for p in own.points if standing(comparison, p.id) == "only"]
    told = [letters(text) for text in shown]
    yield from (f"is shown as told by {side} alone: {text}" for text in told if not any(map(text.endswith, alone)))
    yield from (
        f"is not shown as told by {side} alone: {one}" for one in alone if not any(t.endswith(one) for t in told)
    )


@pytest.mark.slow
def test_markdown_lists_as_told_by_one_side_alone_what_the_verdicts_say_is():
    def checked(comparison):
        found = sections(comparison.render("md", verbose=True))
        for side in comparison.sides:
            lines = next(
                (rows for head, rows in found.items() if head.strip() == f"Only in {account_of(side.readout)}"), []
            )
            yield from misplaced(comparison, [line for line in lines if line.startswith("- ")], side.id)

    assert failures(drawn(), checked) == []


@pytest.mark.slow
@pytest.mark.parametrize("verbose", [False, True])
def test_markdown_shows_no_passage_both_as_possibly_matched_and_as_told_by_one_side_alone(verbose):
    def checked(comparison):
        found = sections(comparison.render("md", verbose=verbose))
        perhaps = letters(
            " ".join(line for head, rows in found.items() if head.startswith("Possibly") for line in rows)
        )
        for point in points(comparison).values():
            if len(point.text) > 40 and standing(comparison, point.id) == "only" and letters(point.text) in perhaps:
                yield f"{point.id} is told by one side alone, and stands among what is possibly in both: {point.text}"

    assert failures(drawn(), checked) == []


class Page(HTMLParser):
    """The passages of a page with their state, and the entries of what stands alone, by the names of points there."""

    def __init__(self, text):
        super().__init__()
        self.states, self.alone = {}, set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "data-state" in given and "point" in (given.get("class") or "").split():
            self.states[given["id"]] = given["data-state"]
        if given.get("class") == "entry" and "hidden" not in given:
            self.alone.add(given["data-point"])


@pytest.mark.slow
def test_the_page_marks_each_passage_by_its_verdict_and_lists_what_one_side_alone_tells():
    def checked(comparison):
        page = Page(comparison.render("html"))
        ids = [point.id for side in comparison.sides for point in side.points]
        if len(ids) != len(page.states):
            yield f"{len(ids)} points, {len(page.states)} passages"
        for point, (ref, state) in zip(ids, page.states.items(), strict=False):
            verdict = standing(comparison, point)
            fits = {"both": ("linked",), "unsure": ("unsure", "rest"), "only": ("only", "rest")}[verdict]
            if state not in fits:
                yield f"{point} is {verdict}, and is marked as {state}"
            if (ref in page.alone) and state not in ("only", "rest"):
                yield f"{point} is {verdict}, and stands among what one side alone tells"
            if state == "only" and ref not in page.alone:
                yield f"{point} is {verdict}, and does not stand among what one side alone tells"

    assert failures(drawn(), checked) == []


@pytest.mark.slow
def test_the_screen_lists_as_told_by_one_side_alone_what_the_verdicts_say_is():
    def checked(comparison):
        screen = letters(comparison.render("terminal", width=400, verbose=True))
        for side in comparison.sides:
            head = letters(f"Only in {account_of(side.readout)}")
            begins = screen.rfind(head)
            alone = [p for p in side.points if standing(comparison, p.id) == "only"]
            if bool(alone) != (begins >= 0):
                yield f"{len(alone)} points of {side.id} are told by it alone; list: {begins >= 0}"
            for point in alone:
                if letters(point.text) not in screen[begins:]:
                    yield f"{point.id} is told by {side.id} alone, and is not in its list"

    assert failures(drawn(), checked) == []


def test_tables_say_not_found_of_what_the_verdicts_say_one_side_alone_tells():
    def checked(comparison):
        rows = list(csv.DictReader(io.StringIO(comparison.render("csv", table="links").lstrip("\ufeff"))))
        home = homes(comparison)
        sides = [side.id for side in comparison.sides]
        for row in rows:
            if row["kind"] == "not found":
                point = row["a"] or row["b"]
                others = {row.get("side_a"), row.get("side_b")} & set(sides) - {home[point]} or set(sides) - {
                    home[point]
                }
                if not any(comparison.verdicts[point, other] == "only" for other in others):
                    yield f"{point} is said to be not found"

    assert failures(drawn(), checked) == []
