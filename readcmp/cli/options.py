"""Options that several commands have, worded once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

sides_option = click.option(
    "--side",
    "sides",
    multiple=True,
    metavar="ID",
    help="Whose readout a file is (us, ru, ...), once for each file in order, where the file does not say.",
)
languages_option = click.option(
    "--lang",
    "languages",
    multiple=True,
    metavar="CODE",
    help="The language of a file (en, ru, zh, ...), once for each file in order.",
)

engine_option = click.option(
    "--engine",
    type=click.Choice(("auto", "fuzzy", "semantic", "llm")),
    default="auto",
    show_default=True,
    help="What links are made by: words and topics (fuzzy), meaning as well (semantic), the best of these that is "
    "installed (auto), or a language model that --model names (llm).",
)


def model_options(command: Callable[..., object]) -> Callable[..., object]:
    """Add the options that go with the engine ``llm``."""
    for option in reversed(_MODEL_OPTIONS):
        command = option(command)
    return command


_MODEL_OPTIONS = (
    click.option(
        "--model",
        metavar="NAME",
        help="With --engine llm, the model that judges which passages match, as 'llm models' lists it. The passages of "
        "the readouts, and nothing else, are sent to it.",
    ),
    click.option(
        "--calibration",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="With --engine llm, what the model's sureness comes to, from readcmp eval --write.",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(0.1, 86_400),
        metavar="SECONDS",
        help="With --engine llm, how long to wait for the model.  [default: 300]",
    ),
)


strict_option = click.option(
    "--strict", "strictness", flag_value="strict", default="", help="Fewer links: those likelier right than wrong."
)
loose_option = click.option("--loose", "strictness", flag_value="loose", help="More links, and more of them wrong.")
no_cache_option = click.option(
    "--no-cache", is_flag=True, help="Neither read nor keep sentence vectors and models' answers on disk."
)
lexicon_option = click.option(
    "--lexicon",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A YAML file with entries of your own, added to those that ship.",
)
pins_option = click.option(
    "--pins",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A YAML file that says by quoting them which points are the same, and which are not.",
)
watch_option = click.option(
    "--watch",
    multiple=True,
    metavar="TOPICS",
    help="Topics that you expect, by id, a word of the label or a term, with commas between them: say who has them.",
)
