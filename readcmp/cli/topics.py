"""``readcmp topics``: the topics that an account can be about, to choose from for a watch list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from readcmp.cli.grouping import command
from readcmp.cli.options import config_option, lexicon_option

if TYPE_CHECKING:
    from readcmp.lexicon import Lexicon

EXAMPLES = 4
"""So many terms of a topic are shown."""


@command()
@click.argument("word", required=False, metavar="[WORD]")
@config_option
@lexicon_option
def topics(word: str | None, lexicon: Path | None) -> None:
    """List the topics: id, label and example terms.

    With WORD, only those that --watch WORD would report: by id, by a word of the label, or by a term.

    \b
    readcmp topics nuclear
    """  # noqa: D301 - \b is click's mark for lines that stay as they are
    from readcmp.cli.streams import tell
    from readcmp.comparing import corrections, resolve_topics
    from readcmp.lexicon import load_lexicon
    from readcmp.rendering.safe import safe

    known = load_lexicon(lexicon)
    wanted = tuple(known.topics) if word is None else resolve_topics([word], known)
    for note in corrections([word] if word else [], known):
        tell(safe(f"readcmp: note: {note}"))
    terms = _examples(known)
    rows = [(topic, known.topics[topic].label, ", ".join(terms.get(topic, ()))) for topic in wanted]
    widths = [max(len(safe(row[n])) for row in rows) if rows else 0 for n in (0, 1)]
    for topic, label, examples in rows:
        click.echo(f"{safe(topic):{widths[0]}}  {safe(label):{widths[1]}}  {safe(examples)}".rstrip())


def _examples(lexicon: Lexicon) -> dict[str, list[str]]:
    """Return some terms of each topic, in English or else in the first language that has any, whole words first."""
    found: dict[str, list[str]] = {}
    languages = ("en", *(code for code in lexicon.languages if code != "en"))
    for language in languages:
        terms: dict[str, dict[str, None]] = {}
        for term in lexicon.terms("topic", language):
            if term.id not in found and not (term.weak or term.neutral or term.unless):
                terms.setdefault(term.id, {})[term.text] = None
        for topic, texts in terms.items():
            plain = [text for text in texts if "*" not in text and ".." not in text]
            stems = [f"{text[:-1]}…" for text in texts if "*" not in text[:-1] and text.endswith("*")]
            found[topic] = [*plain, *stems][:EXAMPLES]
    return found
