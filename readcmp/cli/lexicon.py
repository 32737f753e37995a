"""``readcmp lexicon``: the topics, actors, concepts and acts that the program knows, and a user's own."""

from __future__ import annotations

from pathlib import Path

import click

from readcmp.cli.grouping import Group

_ADDED = click.option(
    "--lexicon", "extra", type=click.Path(path_type=Path), metavar="FILE", help="A YAML file of your own, added."
)


@click.group(cls=Group)
def lexicon() -> None:
    """Look up the topics and terms it knows."""


@lexicon.command("list")
@click.argument("kind", required=False, type=click.Choice(("topic", "actor", "concept", "act", "naming")))
@_ADDED
def listing(kind: str | None, extra: Path | None) -> None:
    """List every entry.

    Prints kind, id, label, group, and how many terms it has in each language.
    """
    from readcmp.lexicon import load_lexicon
    from readcmp.lexicon.survey import listing as rows
    from readcmp.rendering.safe import safe

    for row in rows(load_lexicon(extra)):
        if kind in (None, row.kind):
            counts = " ".join(f"{language}:{n}" for language, n in row.terms.items())
            group = f"{row.group}, part of {row.broader}" if row.broader else row.group
            click.echo("\t".join(map(safe, (row.kind, row.id, row.label, group, counts))))


@lexicon.command()
@click.argument("entry", metavar="ID")
@_ADDED
def show(entry: str, extra: Path | None) -> None:
    """Show the terms of one entry.

    ID is that of a topic, actor, concept, class of acts or naming.
    """
    from readcmp.errors import UsageError
    from readcmp.lexicon import load_lexicon
    from readcmp.lexicon.survey import show as terms_of
    from readcmp.rendering.safe import safe

    found = load_lexicon(extra)
    try:
        terms = terms_of(found, entry)
    except KeyError:
        raise UsageError(f"no entry {entry!r} in the lexicon", hint="see 'readcmp lexicon list'") from None
    topic = found.topics.get(entry)
    if topic is not None:
        part = f", part of {topic.broader}" if topic.broader else ""
        click.echo(safe(f"{topic.id}: {topic.label} ({topic.group}{part}). {topic.scope}"))
    for language, lists in terms.items():
        for name, values in lists.items():
            click.echo(safe(f"{language} {name}: {', '.join(values)}"))


@lexicon.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--language", metavar="CODE", help="Check how this language works instead, and list what it lacks.")
def check(file: Path | None, language: str | None) -> None:
    """Check the lexicon, and FILE if given.

    Finds terms of two topics, terms that never match, and unknown ids.
    """
    if language is not None:
        _check_language(language, file)
        return
    from readcmp.errors import LexiconError
    from readcmp.lexicon import load_lexicon
    from readcmp.lexicon.survey import check as problems_of
    from readcmp.rendering.safe import safe

    problems = problems_of(load_lexicon(file))
    for problem in problems:
        click.echo(safe(f"{problem.kind}\t{problem.id}\t{problem.text}"))
    if problems:
        raise LexiconError(f"{len(problems)} problems, listed on stdout", hint="mend the entries that are named")
    click.echo("nothing is wrong")


def _check_language(language: str, file: Path | None) -> None:
    """Print what is wrong with a language's files and what English has beside it; only the former is an error."""
    from readcmp.errors import LexiconError, UsageError
    from readcmp.languages.validation import faults, has_folder, lacks
    from readcmp.rendering.safe import safe

    if file is not None:
        raise UsageError("--language takes no FILE", hint="check the one, then the other")
    if not has_folder(language):
        raise UsageError(
            f"no folder for the language {language!r} in readcmp/languages", hint="see 'readcmp help languages'"
        )
    found = list(faults(language))
    for fault in found:
        click.echo(safe(f"fault\t{fault}"))
    if found:
        raise LexiconError(f"faults in {language}: {len(found)}, listed on stdout", hint="mend the keys that are named")
    for section, keys in lacks(language).items():
        click.echo(f"lacks\t{section}.yaml\t{', '.join(keys) or 'the whole file'}")
    click.echo("nothing is wrong")
