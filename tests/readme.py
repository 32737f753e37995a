"""What the README shows of the program, made by the program: ``python tests/readme.py`` writes it anew.

Three kinds of parts: the help of every command, the measured figures, and ``samples/picture.svg``. Each stands
in the README between ``<!-- NAME -->`` and ``<!-- end of NAME -->``.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click
import yaml

from readcmp.cli.program import cli

ROOT = Path(__file__).parent.parent
README, PICTURE = ROOT / "README.md", ROOT / "samples" / "picture.svg"
SAMPLE = [f"samples/2020-07-23-trump-putin/{side}.txt" for side in ("us", "ru")]
PICTURED = ("diff", "--engine", "fuzzy", "-f", "svg", "--width", "100", *SAMPLE)
WEIGHTS = ROOT / "readcmp" / "aligning" / "weights.yaml"

FIGURES = ("link", "omission", "topic", "mark", "cut")
UNSEEN = {
    "tests/gold, en-en": "the samples, both English",
    "tests/gold, en-zh": "a sample, English and Chinese",
    "tests/gold, en-ru": "a sample, English and Russian (four links)",
    "gold/pairs, en-en": "official texts, both English",
    "gold/pairs, en-en-long": "official texts, one of them over a thousand words",
    "gold/pairs, en-zh": "official texts, English or Russian beside Chinese",
    "gold/pairs, en-zh-long": "official texts, English beside Chinese, over a thousand words",
}

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
        for name, below in command.commands.items():
            yield from commands(below, (*path, name))


def help_part(path: tuple[str, ...]) -> str:
    """The help of a command as a block."""
    return f"```text\n{program(*path, '--help')}```\n"


def figures_part() -> str:
    """The table of what was measured when the weights were fitted, each event scored without having been fitted on."""
    engines = yaml.safe_load(WEIGHTS.read_text("utf-8"))["engines"]
    table = [f"| events not fitted on | engine | {' | '.join(FIGURES)} |", "| --- | --- |" + " ---: |" * len(FIGURES)]
    for kind, words in UNSEEN.items():
        for engine, fitted in engines.items():
            figures = fitted["figures_on_unseen_events"].get(kind)
            if figures is None:
                continue
            table.append(f"| {words} | {engine} | {' | '.join(f'{figures[n]:.2f}' for n in FIGURES)} |")
    names = engines["semantic"]["pairs"]
    own = {path.name for path in (ROOT / "tests" / "gold").iterdir()}
    outside = sum(name not in own for name in names)
    note = f"Fitted on {engines['fuzzy']['fitted']} on {len(names)} pairs marked by hand, {outside} of them official"
    return "\n".join([*table, "", f"{note} texts that are not part of this repository.", ""])


def calibration_part() -> str:
    """The table of how often pairs of a score were links, in events that the weights had not been fitted on."""
    engines = yaml.safe_load(WEIGHTS.read_text("utf-8"))["engines"]
    table = ["| engine | score | pairs | mean score | links |", "| --- | --- | ---: | ---: | ---: |"]
    for engine, fitted in engines.items():
        for row in fitted["calibration_on_unseen_events"]:
            score = f"{row['from']:.2f} to {row['to']:.2f}"
            table.append(f"| {engine} | {score} | {row['pairs']} | {row['mean']:.2f} | {row['right']:.0%} |")
    return "\n".join([*table, ""])


def picture() -> str:
    """The picture of the sample that the README shows."""
    return program(*PICTURED)


def fresh(readme: str) -> str:
    """The README with every generated part made anew; KeyError for a part that nothing makes."""
    makers = {" ".join(("help: readcmp", *path)): partial(help_part, path) for path in commands()}
    makers |= {"figures": figures_part, "calibration": calibration_part}
    return _PART.sub(lambda part: part["open"] + makers[part["name"]]() + part["close"], readme)


if __name__ == "__main__":
    README.write_text(fresh(README.read_text("utf-8")), "utf-8")
    PICTURE.write_text(picture(), "utf-8")
