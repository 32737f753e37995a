"""Options that several commands have, worded once."""

from __future__ import annotations

import click

engine_option = click.option(
    "--engine",
    type=click.Choice(("auto", "fuzzy", "semantic")),
    default="auto",
    show_default=True,
    help="What links are made by: words and topics (fuzzy), meaning as well (semantic), or the best that is installed.",
)

strict_option = click.option(
    "--strict", "strictness", flag_value="strict", default="", help="Fewer links: those likelier right than wrong."
)
loose_option = click.option("--loose", "strictness", flag_value="loose", help="More links, and more of them wrong.")
no_cache_option = click.option("--no-cache", is_flag=True, help="Neither read nor keep sentence vectors on disk.")
