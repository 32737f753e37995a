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

from readcmp.cli import cli
from readcmp.evaluation import evaluate
from readcmp.pipeline import compare

ROOT = Path(__file__).parent.parent
README, PICTURE = ROOT / "README.md", ROOT / "samples" / "picture.svg"
SAMPLE = [f"samples/2020-07-23-trump-putin/{side}.txt" for side in ("us", "ru")]
WEIGHTS = ROOT / "readcmp" / "aligning" / "weights.yaml"

FIGURES = ("link", "omission", "topic", "mark", "cut")
UNSEEN = {"en-en": "two English accounts", "en-en-long": "one of them over a thousand words"}

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
    """The table of what was measured: on the samples now, and on unseen events when the weights were fitted."""
    fitted = yaml.safe_load(WEIGHTS.read_text("utf-8"))["engines"]["fuzzy"]
    unseen = fitted["figures_on_unseen_events"]
    samples = evaluate(ROOT / "tests" / "gold", partial(compare, engine="fuzzy"))
    rows = [(f"the {len(samples.pairs)} samples, with the weights that ship", samples.together.figures())]
    rows += [(f"events not fitted on: {UNSEEN.get(tag, tag)}", figures) for tag, figures in unseen.items()]
    table = [f"| | {' | '.join(FIGURES)} |", "| --- |" + " ---: |" * len(FIGURES)]
    table += [f"| {name} | {' | '.join(f'{figures[n]:.2f}' for n in FIGURES)} |" for name, figures in rows]
    own = {path.name for path in (ROOT / "tests" / "gold").iterdir()}
    outside = sum(name not in own for name in fitted["pairs"])
    note = f"The weights were fitted on {fitted['fitted']} on {len(fitted['pairs'])} pairs marked by hand"
    note += f", {outside} of them official texts that are not part of this repository." if outside else "."
    return "\n".join([*table, "", note, ""])


def picture() -> str:
    """The picture of the sample that the README shows."""
    return program("diff", "-f", "svg", "--width", "100", *SAMPLE)


def fresh(readme: str) -> str:
    """The README with every generated part made anew; KeyError for a part that nothing makes."""
    makers = {" ".join(("help: readcmp", *path)): partial(help_part, path) for path in commands()}
    makers["figures"] = figures_part
    return _PART.sub(lambda part: part["open"] + makers[part["name"]]() + part["close"], readme)


if __name__ == "__main__":
    README.write_text(fresh(README.read_text("utf-8")), "utf-8")
    program("diff", "-f", "svg", "--width", "100", "-o", str(PICTURE), *SAMPLE)
