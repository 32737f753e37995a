"""What a shell may complete a word to: files, topics, the user's own lists of topics."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def complete_files(*of: object) -> list[CompletionItem]:
    """Return the mark by which the shell completes the name of a file; the word begun is the last argument."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(of[-1], type="file")]


def complete_topics(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the topics, and the user's own lists of them, that the last of several words between commas may be."""
    from click.shell_completion import CompletionItem

    from readcmp.cli.config import read_config
    from readcmp.errors import ReadcmpError
    from readcmp.lexicon import load_lexicon

    before, comma, word = incomplete.rpartition(",")
    known = {topic: entry.label for topic, entry in load_lexicon().topics.items()}
    with suppress(ReadcmpError):  # a completion has no place for an error
        known |= {f"@{name}": ", ".join(topics) for name, topics in read_config().lists.items()}
    return [
        CompletionItem(f"{before}{comma}{topic}", help=label)
        for topic, label in known.items()
        if topic.startswith(word)
    ]
