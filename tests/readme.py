"""Write the parts of the README that the program prints: ``python tests/readme.py``.

Between ``<!-- name -->`` and ``<!-- end -->`` stand the help texts, the figures and, in a file of its own, the picture.
"""

from __future__ import annotations

import re
from pathlib import Path

import click
import yaml

from readcmp import compare, load
from readcmp.aligning.weights import FILE
from readcmp.cli import cli
from readcmp.evaluation import evaluate
from readcmp.rendering import Look, render

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PICTURE = ROOT / "samples" / "picture.svg"
SAMPLE = ROOT / "samples" / "2020-07-23-trump-putin"
NAMES = ("link", "omission", "topic", "mark", "cut")


def filled(text: str) -> str:
    """Give the README with every generated part as the program prints it now."""
    parts = {"help": helps(), "figures: readcmp eval tests/gold": figures(), "unseen": unseen()}
    for name, body in parts.items():
        pattern = re.compile(rf"(<!-- {re.escape(name)} -->\n).*?(<!-- end -->)", re.S)
        assert pattern.search(text), f"the README has no part {name!r}"
        text = pattern.sub(lambda m, body=body: m[1] + body + m[2], text)
    return text


def helps() -> str:
    """Give the help text of every command, in one block each."""
    blocks = []

    def add(command: click.Command, name: str, parent: click.Context | None) -> None:
        context = click.Context(command, info_name=name, parent=parent, terminal_width=80, max_content_width=80)
        blocks.append(f"```\n$ {context.command_path} --help\n{command.get_help(context)}\n```\n")
        if isinstance(command, click.Group):
            for child in command.list_commands(context):
                add(command.commands[child], child, context)

    add(cli, "readcmp", None)
    return "\n".join(blocks)


def table(rows: dict[str, dict[str, float]]) -> str:
    """Give a Markdown table of figures, to two places."""
    lines = [f"| | {' | '.join(NAMES)} |", f"| --- |{' ---: |' * len(NAMES)}"]
    lines += [f"| {row} | {' | '.join(f'{figures[n]:.2f}' for n in NAMES)} |" for row, figures in rows.items()]
    return "\n".join(lines) + "\n"


def figures() -> str:
    """Give the figures over the gold of the project."""
    result = evaluate(ROOT / "tests" / "gold", compare)
    return table({f"{len(result.pairs)} restated pairs": result.together.figures()})


def unseen() -> str:
    """Give the cross-validated figures that the fit wrote beside its weights."""
    engine = yaml.safe_load(FILE.read_text(encoding="utf-8"))["engines"]["fuzzy"]
    names = {"en-en": "English pairs", "en-en-long": "a pair with a long press briefing"}
    return table({names.get(tag, tag): row for tag, row in engine["figures_on_unseen_events"].items()})


def picture() -> str:
    """Give the picture of the 23 July 2020 sample."""
    return render(compare([load(SAMPLE / "us.txt"), load(SAMPLE / "ru.txt")]), "svg", Look(width=110))


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
