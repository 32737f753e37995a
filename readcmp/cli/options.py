"""Options that several commands have, worded once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from readcmp.cli.candidates import complete_files, complete_topics
from readcmp.cli.config import config_option, expand_watch

__all__ = [
    "config_option", "engine_option", "files_argument", "jobs_option", "languages_option", "lexicon_option",
    "loose_option", "model_options", "no_cache_option", "pins_option", "sides_option", "strict_option", "watch_option",
]  # fmt: skip

files_argument = click.argument("files", nargs=-1, metavar="FILE FILE [FILE]...", shell_complete=complete_files)
sides_option = click.option(
    "--side",
    "sides",
    multiple=True,
    metavar="ID",
    help="Country of each file, in order (--side us --side ru).  [default: from the file or its name]",
)
languages_option = click.option(
    "--lang",
    "languages",
    multiple=True,
    metavar="CODE",
    help="Language of each file, in order (en, ru, zh, ...).  [default: from the text]",
)

jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 1024),
    metavar="N",
    help="Processes to use.  [default: one a core]",
)

engine_option = click.option(
    "--engine",
    type=click.Choice(("auto", "fuzzy", "semantic", "llm")),
    default="auto",
    show_default=True,
    help="How passages are matched: by words (fuzzy), also by meaning (semantic), or by the language model that "
    "--model names (llm). auto: fuzzy, but semantic for languages that readcmp does not analyse, if installed.",
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
    "--strict", "strictness", flag_value="strict", default="", help="Only matches more likely right than wrong."
)
loose_option = click.option("--loose", "strictness", flag_value="loose", help="Show weaker matches too.")
no_cache_option = click.option(
    "--no-cache", is_flag=True, help="Neither read nor keep sentence vectors and models' answers on disk."
)
lexicon_option = click.option(
    "--lexicon",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="YAML file of your own topics and terms, added to the built-in ones.",
)
pins_option = click.option(
    "--pins",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="YAML file of passages you match, or keep apart, by hand.",
)
title_option = click.option(
    "--title",
    metavar="TEXT",
    help="Headline of the output.  [default: from the accounts]",
)
watch_option = click.option(
    "--watch",
    multiple=True,
    metavar="TOPICS",
    callback=expand_watch,
    shell_complete=complete_topics,
    help="Topics to check for, comma-separated: reports which account mentions each. @NAME is a list of your "
    "configuration.",
)
