"""What README and guide show of the program, made by the program: ``python tests/readme.py`` writes it anew.

Help texts, measured figures and thresholds each stand in a page between ``<!-- NAME -->`` and ``<!-- end of NAME -->``;
``samples/picture.svg`` and the manual pages in ``readcmp/guide/man/`` are made as well.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

import click
import manual
import yaml

from readcmp.cli.commands import cli

ROOT = Path(__file__).parent.parent
README, PICTURE = ROOT / "README.md", ROOT / "samples" / "picture.svg"
GUIDE = ROOT / "readcmp" / "guide"
PAGES = [README, *sorted(GUIDE.glob("*.md"))]
SAMPLE = [f"samples/2020-07-23-trump-putin/{side}.txt" for side in ("us", "ru")]
PICTURED = ("diff", "--engine", "fuzzy", "-f", "svg", "--width", "100", *SAMPLE)
WEIGHTS = ROOT / "readcmp" / "aligning" / "weights.yaml"
FLOORS = ROOT / "tests" / "quality" / "floors.yaml"

FIGURES = ("link", "omission", "topic", "mark", "cut", "speaker", "act")
VERDICTS = ("auc", "both", "only", "called_both", "called_only")
UNSEEN = {
    "tests/gold, en-en": "the samples, both English",
    "tests/gold, en-zh": "a sample, English and Chinese",
    "tests/gold, en-ru": "a sample, English and Russian (four links)",
    "gold/pairs, en-en": "official texts, both English",
    "gold/pairs, en-en-long": "official texts, one of them over a thousand words",
    "gold/pairs, en-zh": "official texts, English or Russian beside Chinese",
    "gold/pairs, en-zh-long": "official texts, English beside Chinese, over a thousand words",
}
TOO_FEW = {"tests/gold, en-ru"}
"""Kinds of texts with so few points that a share of them says nothing."""

STRENGTHS = {"strong match (`●`, score 0.75 or more)": (0.75, 1.0), "likely match (`◐`, 0.5 or more)": (0.5, 0.75)}
WEAK = {"weak match (`○`, below 0.5)": (0.25, 0.5)}

_PART = re.compile(
    r"(?P<open><!-- (?P<name>(?!end of)[^\n]+?) -->\n).*?(?P<close><!-- end of (?P=name) -->)", re.DOTALL
)


def program(*arguments: str) -> str:
    """What the program prints for these arguments, in the checkout's folder, 80 columns wide."""
    done = subprocess.run(
        [sys.executable, "-m", "readcmp", *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def commands(command: click.Command = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every command: () is the program itself, ("lexicon", "show") a command of a command."""
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None, name
            yield from commands(below, (*path, name))


def help_part(path: tuple[str, ...]) -> str:
    """The help of a command as a block."""
    return f"```text\n{program(*path, '--help')}```\n"


@cache
def engines() -> dict[str, Any]:
    """What training left behind, by engine."""
    found: dict[str, Any] = yaml.safe_load(WEIGHTS.read_text("utf-8"))["engines"]
    return found


def table(head: Iterable[str], words: int, rows: Iterable[Iterable[str]]) -> str:
    """A table of Markdown; all columns but the first ``words`` hold numbers."""
    head = list(head)
    ruler = ["---" if n < words else "---:" for n in range(len(head))]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, ruler, *rows))


def shown(figures: Mapping[str, float], names: Iterable[str]) -> list[str]:
    """Figures by name in two places; a dash where there is none."""
    return [f"{figures[name]:.2f}" if name in figures else "–" for name in names]


def unseen_part(names: tuple[str, ...]) -> str:
    """A table of figures of events that the models had not been trained on."""
    rows = [
        [words, engine, *shown(trained["figures_on_unseen_events"][kind], names)]
        for kind, words in UNSEEN.items()
        for engine, trained in engines().items()
        if kind in trained["figures_on_unseen_events"]
    ]
    return table(["events left out", "engine", *(name.replace("_", " ") for name in names)], 2, rows)


def figures_part() -> str:
    """The figures of matches and points, and what the models were trained on."""
    own = {path.name.removesuffix(".pair") for path in (ROOT / "tests" / "corpus").iterdir()}
    samples = {path.name for path in (ROOT / "tests" / "gold").iterdir()}
    names = {name for trained in engines().values() for name in trained["pairs"]}
    official, invented = len(names - own - samples), len(names & own)
    dates = sorted({str(trained["fitted"]) for trained in engines().values()})
    note = (
        f"Trained on {' and '.join(dates)} on up to {len(names)} pairs marked by hand:\n"
        f"{len(names & samples)} of samples, {official} of official texts that are not part of this repository,\n"
        f"{invented} invented.\n"
    )
    return f"{unseen_part(FIGURES)}\n{note}"


def calibration_part() -> str:
    """The table of how often pairs of a score were links, in events that the models had not been trained on."""
    rows = [
        [
            engine,
            f"{row['from']:.2f} to {row['to']:.2f}",
            f"{row['pairs']:.0f}",
            f"{row['mean']:.2f}",
            f"{row['right']:.0%}",
        ]
        for engine, trained in engines().items()
        for row in trained["calibration_on_unseen_events"]
    ]
    return table(["engine", "score", "pairs", "mean score", "links"], 2, rows)


def thresholds_part() -> str:
    """The table of scores and coverages from which something is called a match, in both, or in one account alone."""
    rows = []
    for engine, trained in engines().items():
        bars, covered = trained["thresholds"], trained["coverage"]
        rows.append(
            [engine, *(f"{bar:.2f}" for bar in (bars["link"], bars["possible"], covered["both"], covered["only"]))]
        )
    return table(["engine", "match from", "possible match from", "in both from", "only in one up to"], 1, rows)


def floors_part() -> str:
    """The figures on texts kept for measuring that no change may lower."""
    floors = yaml.safe_load(FLOORS.read_text("utf-8"))
    names = next(iter(floors["fuzzy"].values())).keys() - {"pairs"}
    order = [name for name in (*FIGURES, *VERDICTS) if name in names]
    rows = [
        [group, engine, str(found["pairs"]), *shown({name: found[name]["floor"] for name in order}, order)]
        for engine, groups in floors.items()
        for group, found in groups.items()
    ]
    return table(["texts", "engine", "pairs", *(name.replace("_", " ") for name in order)], 2, rows)


def right_of(least: float, most: float) -> float:
    """The part of the pairs scored between two bounds, over all engines, that were links."""
    rows = [
        row
        for trained in engines().values()
        for row in trained["calibration_on_unseen_events"]
        if least <= row["from"] and row["to"] <= most
    ]
    return float(sum(row["pairs"] * row["right"] for row in rows) / sum(row["pairs"] for row in rows))


def trust_part() -> str:
    """How far to trust what is said: the calibration in three steps, the verdicts from the worst to the best."""
    rows = [[words, f"{right_of(*bounds):.0%}"] for words, bounds in (STRENGTHS | WEAK).items()]
    kinds = [
        figures
        for trained in engines().values()
        for kind, figures in trained["figures_on_unseen_events"].items()
        if kind not in TOO_FEW
    ]
    for name, words in (("both", "passage called “in both”"), ("only", "passage called “only in” one account")):
        values = [figures[name] for figures in kinds if name in figures]
        rows.append([words, f"{min(values):.0%} to {max(values):.0%}, by kind of text"])
    return table(["what readcmp says", "how often it is right"], 1, rows)


def picture() -> str:
    """The picture of the sample that the README shows."""
    return program(*PICTURED)


@cache
def makers() -> dict[str, Any]:
    """What makes each part, by the part's name."""
    return {" ".join(("help: readcmp", *path)): partial(help_part, path) for path in commands()} | {
        "figures": figures_part,
        "verdicts": partial(unseen_part, VERDICTS),
        "calibration": calibration_part,
        "thresholds": thresholds_part,
        "floors": floors_part,
        "trust": trust_part,
    }


def fresh(page: str) -> str:
    """A page with every generated part made anew; KeyError for a part that nothing makes."""
    return _PART.sub(lambda part: f"{part['open']}\n{makers()[part['name']]().strip()}\n\n{part['close']}", page)


if __name__ == "__main__":
    manual.write()
    for path in PAGES:
        path.write_text(fresh(path.read_text("utf-8")), "utf-8")
    if "--no-picture" not in sys.argv:
        PICTURE.write_text(picture(), "utf-8")
