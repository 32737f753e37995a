"""Measure how good the comparison is on the project's own gold: ``python tests/quality/measure.py --write --lower``.

Measured are the samples in ``tests/gold`` and the third of ``tests/corpus`` that is set aside, by language pair and
engine; language pairs of which there are few are taken together. The figures are shown beside the floors that stand in
``floors.yaml``, each with its standard error over pairs. Neither word is needed: ``--write`` raises the floors to what
was measured, so that no row of small falls adds up; ``--lower`` also lowers them, for a change whose price is wanted:
say in its commit which.
"""

from __future__ import annotations

import random
import statistics
import sys
from functools import cache
from pathlib import Path

import yaml

from readcmp.evaluation import Scores, read_gold, score_pair
from readcmp.pipeline import compare

TESTS = Path(__file__).parent.parent
FLOORS = Path(__file__).with_name("floors.yaml")

FIGURES = (
    "link", "auc", "both", "only", "called_both", "called_only", "topic", "mark", "cut", "speaker", "act",
)  # fmt: skip
FEW = {"de-ru", "en-es", "en-uk"}
"""Language pairs with one pair set aside each; they are measured together."""

RESAMPLED = 400
"""How often pairs are drawn anew for a standard error; with more it changes in the third place only."""


def gold():
    """Every pair that is measured, and the group it belongs to."""
    for pair in read_gold(TESTS / "gold"):
        yield f"samples {pair.tags[0]}" if pair.tags[0] == "en-en" else pair.tags[0], pair
    for pair in read_gold(TESTS / "corpus"):
        if pair.aside:
            (tag,) = pair.tags
            yield f"invented {tag}" if tag == "en-en" else "others" if tag in FEW else tag, pair


SEMANTIC = {"samples en-en", "en-ru", "en-zh"}
"""The groups that are measured with vectors too: few, as these take time."""


@cache
def scores(engine):
    """The counts of every pair, by group."""
    found = {}
    for group, pair in gold():
        if engine == "fuzzy" or group in SEMANTIC:
            found.setdefault(group, []).append(score_pair(pair, compare(pair.readouts, engine=engine)))
    return found


def together(some):
    """The figures of several pairs: micro averages."""
    every = Scores()
    for one in some:
        every.add(one)
    figures = every.figures()
    return {name: figures[name] for name in FIGURES}


def standard_errors(some):
    """The standard error of each figure over pairs: its deviation when pairs are drawn anew, with replacement."""
    chance = random.Random(0)
    drawn = [together(chance.choices(some, k=len(some))) for _ in range(RESAMPLED)]
    return {name: statistics.pstdev(figures[name] for figures in drawn) for name in FIGURES}


def read_floors():
    """The floors: by engine and group the number of pairs, and of each figure floor and error."""
    return yaml.safe_load(FLOORS.read_text(encoding="utf-8"))


def table(floors, measured):
    """What became of each figure: its value and how far it is from its floor, ``!`` where it fell too far.

    ``measured`` holds figures by (engine, group).
    """
    width = max(len(name) for name in FIGURES)
    lines = []
    for engine in dict.fromkeys(engine for engine, _ in measured):
        groups = [group for one, group in measured if one == engine]
        lines.append(f"{engine:{width}} " + " ".join(f"{group:>15}" for group in groups))
        for name in FIGURES:
            cells = []
            for group in groups:
                now, floor = measured[engine, group][name], floors.get(engine, {}).get(group, {}).get(name)
                change = f"{now - floor['floor']:+.3f}{'!' if fell(now, floor) else ' '}" if floor else "   new "
                cells.append(f"{now:.3f} {change:>7}"[:15].rjust(15))
            lines.append(f"{name:{width}} " + " ".join(cells))
    return "\n".join(lines)


def fell(now, floor):
    """Whether a figure fell by more than its standard error."""
    return now < floor["floor"] - floor["error"]


def main(*words):
    found = {engine: scores(engine) for engine in ("fuzzy", "semantic")}
    measured = {(engine, group): together(some) for engine, groups in found.items() for group, some in groups.items()}
    floors = read_floors() if FLOORS.is_file() else {}
    print(table(floors, measured))
    if "--write" in words:
        FLOORS.write_text(written(found, {} if "--lower" in words else floors), encoding="utf-8")


def written(found, floors):
    """The file of floors: what was measured, and those of ``floors`` that are higher where the pairs are as many."""
    lines = ["# Written by 'python tests/quality/measure.py --write'. A figure may fall below its floor by its error."]
    for engine, groups in found.items():
        lines.append(f"{engine}:")
        for group, some in groups.items():
            lines += [f"  {group}:", f"    pairs: {len(some)}"]
            errors, before = standard_errors(some), floors.get(engine, {}).get(group, {})
            for name, figure in together(some).items():
                new = {"floor": figure, "error": errors[name]}
                old = before.get(name, new) if before.get("pairs") == len(some) else new
                kept = max(new, old, key=lambda one: one["floor"])
                lines.append(f"    {name}: {{floor: {kept['floor']:.4f}, error: {kept['error']:.4f}}}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(*sys.argv[1:])
