"""How many sentences of the tests' articles are given to the right side: ``python tests/splits.py``."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from readcmp.evaluation.articles import MarkedArticle, Miss, find_misses, read_marked_articles
from readcmp.splitting import Split, split

HERE = Path(__file__).parent / "articles"
GROUPS = ("known", "editors", "set_aside", "fresh")


@cache
def articles(group: str) -> tuple[MarkedArticle, ...]:
    """Return the articles of a group, by path."""
    return tuple(read_marked_articles(HERE / group))


@cache
def misses(group: str) -> tuple[tuple[MarkedArticle, Miss], ...]:
    """Return the sentences of a group that are not told right."""
    return tuple((one, miss) for one in articles(group) for miss in find_misses(one, split_of(one)))


@cache
def split_of(article: MarkedArticle) -> Split:
    """Return what the program makes of an article."""
    return split(article.article)


def counted(group: str) -> int:
    """Return how many sentences of a group count."""
    return sum(article.counted for article in articles(group))


def described(article: MarkedArticle, miss: Miss) -> str:
    """Return a miss as a line: the sides of a sentence, those found, why, and the sentence."""
    right, found = ("+".join(sorted(sides)) or "-" for sides in (miss.sentence.sides or (), miss.found.sides))
    text = article.article.text[miss.sentence.start : miss.sentence.end]
    return f"{article.name}: {right}, not {found} ({miss.found.reason}: {miss.found.cue}): {text}"


if __name__ == "__main__":
    for group in GROUPS:
        total, wrong = counted(group), misses(group)
        print(f"{group}: {total - len(wrong)} of {total} right ({1 - len(wrong) / max(total, 1):.3f})")
        if group == "known" or group in sys.argv[1:]:
            print("\n".join(described(*miss) for miss in wrong))
