"""News articles marked by hand with whose account each sentence tells, and how many of them are told right.

Above an article's text stand its title, its language where it is not English, and the ``sides`` whose account it
tells. Below, each line is a sentence, or the clause of one, after the side whose account it tells: ``us|``, ``us+ru|``,
``-|`` for the journalist's own, ``?|`` for what is not counted. An empty line parts paragraphs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from msgspec import Struct

from readcmp.loading import load_text
from readcmp.model import Readout
from readcmp.splitting import Split, Statement, split


class Marked(Struct, frozen=True):
    """A marked sentence: where it stands in the article's text, and whose account it is; None if it does not count."""

    start: int
    end: int
    sides: frozenset[str] | None


class MarkedArticle(Struct, frozen=True):
    """An article marked by hand: its name, what is known of it, and its sentences."""

    name: str
    sides: tuple[str, ...]
    article: Readout
    sentences: tuple[Marked, ...]

    @property
    def counted(self) -> int:
        """How many of its sentences count."""
        return sum(one.sides is not None for one in self.sentences)


class Miss(Struct, frozen=True):
    """A sentence that is not told right: how it is marked, and the statement that was made of it."""

    sentence: Marked
    found: Statement


def read_marked_articles(folder: Path) -> Iterator[MarkedArticle]:
    """Return the marked articles of a folder and of those in it, by path."""
    return (read_marked_article(path) for path in sorted(folder.rglob("*.txt")))


def read_marked_article(path: Path) -> MarkedArticle:
    """Return a marked article; offsets count in its text."""
    _, head, lines = path.read_text(encoding="utf-8").split("---\n", 2)
    known = yaml.load(head, yaml.BaseLoader)
    text, marked, between = "", list[Marked](), ""
    for line in lines.strip().splitlines():
        if not line.strip():
            between = "\n\n"
            continue
        label, words = line.split("| ", 1)
        text += between if text else ""
        sides = None if label == "?" else frozenset(label.split("+")) - {"-"}
        marked.append(Marked(len(text), len(text) + len(words), sides))
        text += words
        between = "\n" if label == "?" else " "
    matter = {"side": "a", "title": known["title"], "language": known.get("language", "en")}
    article = load_text(f"---\n{yaml.safe_dump(matter, allow_unicode=True)}---\n{text}\n")
    return MarkedArticle(path.stem, tuple(known["sides"]), article, tuple(marked))


def find_misses(marked: MarkedArticle, found: Split | None = None) -> list[Miss]:
    """Return the sentences that are not told right, in ``found`` or in what ``split`` makes of the article."""
    told = (found or split(marked.article)).statements
    pairs = ((one, told[statement_at(one, told)]) for one in marked.sentences if one.sides is not None)
    return [Miss(one, statement) for one, statement in pairs if frozenset(statement.sides) != one.sides]


def statement_at(sentence: Marked, statements: Sequence[Statement]) -> int:
    """Return the number of the statement, of those in their order, that a sentence shares most with."""
    first = max(0, bisect_right(statements, sentence.start, key=lambda one: one.start) - 1)
    last = max(first + 1, bisect_left(statements, sentence.end, key=lambda one: one.start))
    return max(range(first, last), key=lambda n: _shared(sentence, statements[n]))


def _shared(sentence: Marked, one: Statement) -> int:
    """Return how many characters a sentence and a statement share."""
    return min(sentence.end, one.end) - max(sentence.start, one.start)
