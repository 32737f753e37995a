"""Options that several commands have, worded once."""

from __future__ import annotations

import click

engine_option = click.option(
    "--engine",
    type=click.Choice(("auto", "fuzzy")),
    default="auto",
    show_default=True,
    help="What decides whether two points tell of the same matter.",
)
