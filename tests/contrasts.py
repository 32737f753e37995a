"""How many of the differences that editors put into two accounts are found: ``python tests/contrasts.py``."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import yaml

from readcmp import compare, load_text

HERE = Path(__file__).parent / "contrasts"
GROUPS = ("known", "fresh")
FIRST = 3

FITTING = {
    "number": {"number"}, "date": {"number"}, "duration": {"number"}, "place": {"place"}, "name": {"name"},
    "level": {"name", "party"}, "strength": {"strength", "agreement", "vague", "contrary"},
    "denial": {"contrary", "negation", "vague"}, "scope": {"scope", "contrary"},
    "condition": {"condition", "negation", "contrary"}, "initiator": {"initiator"},
    "speaker": {"speaker", "attribution"},
    "evaluation": {"contrary", "strength", "tone", "stance"}, "naming": {"naming", "stance"},
}  # fmt: skip
"""The kinds of findings that tell of a difference of a kind."""

CLAIMS = {"number", "scope", "condition", "negation", "contrary", "strength", "vague", "agreement", "place"}
"""The kinds of findings that say that two passages claim different things."""


class Figures(NamedTuple):
    """Differences put in, found, and found first, by kind; matters told alike, and told apart; what is missed."""

    planted: Counter[str]
    found: Counter[str]
    first: Counter[str]
    same: int
    apart: int
    missed: list[str]


def files(group: str) -> list[Path]:
    """Return the files of a group."""
    return sorted((HERE / group).glob("*.yaml"))


def measure(group: str) -> Figures:
    """Compare every two accounts of a group by words alone, and count."""
    planted, found, first = Counter[str](), Counter[str](), Counter[str]()
    same = apart = 0
    missed = []
    for path in files(group):
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        sides = list(case["readouts"])
        texts = [yaml.safe_dump({"side": side, "language": "en"}) for side in sides]
        accounts = (
            load_text(f"---\n{head}---\n{case['readouts'][side]}") for head, side in zip(texts, sides, strict=True)
        )
        made = compare(accounts, engine="fuzzy")
        home = {side.id: side for side in made.sides}

        def points(words, side, home=home):
            """The ids of the points that some words of an account stand in."""
            text = home[side].readout.text
            start = text.index(words)
            return {p.id for p in home[side].points if p.start < start + len(words) and p.end > start}

        def ends(one, sides=sides, points=points):
            return [points(one[f"{side}_in"], side) for side in sides]

        for one in case["differences"]:
            kind, (here, there) = one["kind"], ends(one)
            planted[kind] += 1
            told = [
                n
                for n, finding in enumerate(made.findings)
                if finding.kind in FITTING[kind] and ({*finding.points} & (here | there) or kind == "initiator")
            ]
            found[kind] += bool(told)
            first[kind] += bool(told) and told[0] < FIRST
            if not told:
                missed.append(f"{path.stem}, {kind}: {one[f'{sides[0]}_in']} | {one[f'{sides[1]}_in']}")
        differing = [here | there for one in case["differences"] for here, there in [ends(one)]]
        for one in case["same"]:
            here, there = ends(one)
            same += 1
            apart += any(
                finding.kind in CLAIMS
                and {*finding.points} & here
                and {*finding.points} & there
                and not any({*finding.points} <= points for points in differing)
                for finding in made.findings
            )
    return Figures(planted, found, first, same, apart, missed)


if __name__ == "__main__":
    for group in GROUPS:
        got = measure(group)
        total = got.planted.total()
        print(f"{group}: {got.found.total()} of {total} found ({got.found.total() / total:.3f}), "
              f"{got.first.total()} among the first {FIRST} ({got.first.total() / total:.3f}); "
              f"{got.apart} of {got.same} matters told alike are told apart")  # fmt: skip
        for kind, count in sorted(got.planted.items()):
            print(f"  {kind:11} {got.found[kind]:2} of {count:2}, first {got.first[kind]:2}")
        if group in sys.argv[1:]:
            print("\n".join(got.missed))
