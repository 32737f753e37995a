"""``readcmp schema``: the JSON Schema of what ``--format json`` prints."""

from __future__ import annotations

import click

from readcmp.cli.grouping import command


@command()
def schema() -> None:
    """Print the JSON Schema of the JSON output."""
    from readcmp.rendering.json import schema_text

    click.echo(schema_text(), nl=False)
