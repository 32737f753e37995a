"""How many sentences of the tests' articles are given to the right side: ``python tests/splits.py``."""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from readcmp.loading import load_text
from readcmp.splitting import Split, split

HERE = Path(__file__).parent / "articles"
GROUPS = ("known", "set_aside", "fresh")


class Article(NamedTuple):
    """An article for the tests: its name, what is known of it, its text, and where whose account stands."""

    name: str
    sides: list[str]
    text: str
    labels: list[tuple[int, int, str]]

    def split(self) -> Split:
        """Return what the program makes of it."""
        return _split(self.text)


@cache
def _split(text: str) -> Split:
    return split(load_text(text))


def articles(group: str) -> list[Article]:
    """Return the articles of a group, by name."""
    return [read(path) for path in sorted((HERE / group).glob("*.txt"))]


def read(path: Path) -> Article:
    """Return an article; offsets of its labels count in what is below the front matter."""
    _, head, lines = path.read_text(encoding="utf-8").split("---\n", 2)
    known = yaml.load(head, yaml.BaseLoader)
    text, labels, between = "", [], ""
    for line in lines.strip().splitlines():
        if not line.strip():
            between = "\n\n"
            continue
        label, words = line.split("| ", 1)
        text += between if text else ""
        labels.append((len(text), len(text) + len(words), label))
        text += words
        between = "\n" if label == "?" else " "
    matter = yaml.safe_dump(
        {"side": "a", "title": known["title"], "language": known.get("language", "en")}, allow_unicode=True
    )
    return Article(path.stem, known["sides"], f"---\n{matter}---\n{text}\n", labels)


def wrong(article: Article) -> list[str]:
    """Return what is not right in an article: the sides of a sentence, those found, why, and the sentence."""
    found = article.split()
    text, misses = found.article.text, []
    for start, end, label in article.labels:
        votes: Counter[int] = Counter()
        for n, one in enumerate(found.statements):
            votes[n] += max(0, min(end, one.end) - max(start, one.start))
        best = found.statements[votes.most_common(1)[0][0]]
        right = set(label.split("+")) - {"-"}
        if label != "?" and set(best.sides) != right:
            said = "+".join(best.sides) or "-"
            misses.append(f"{article.name}: {label}, not {said} ({best.reason}: {best.cue}): {text[start:end]}")
    return misses


def counted(article: Article) -> int:
    """Return how many sentences of an article count."""
    return sum(label != "?" for _, _, label in article.labels)


if __name__ == "__main__":
    for group in GROUPS:
        misses = [miss for article in articles(group) for miss in wrong(article)]
        total = sum(map(counted, articles(group)))
        print(f"{group}: {total - len(misses)} of {total} right ({1 - len(misses) / max(total, 1):.3f})")
        if group == "known" or group in sys.argv[1:]:
            print("\n".join(misses))
