"""The words by which clauses and lists are known in a script without spaces, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from readcmp.patterns import compiled
from readcmp.script import simplified
from readcmp.segmentation.word_classes import WordClasses, word_classes_of

_QUOTED = compiled(
    r"“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉|（[^（）]*）|\([^()]*\)|\"[^\"]*\""
)
_HIDDEN = "\N{OBJECT REPLACEMENT CHARACTER}"
_MANY = 2
"""Characters of a quotation that count as one: its title or slogan is a word or two of the clause it stands in."""


class ClassPatterns:
    """Patterns of the closed classes of one language."""

    def __init__(self, classes: WordClasses) -> None:
        """Take the classes of a language whose script puts no spaces between words."""
        self._classes = classes
        side = f"(?!{self.any('not_sides')})\\w(?:{self.any('side')})"
        self.adverbs = f"(?:{self.any('adverbs')})*"
        self.party = f"(?:{self.any('parties')}|{side})"

    @cache  # noqa: B019 - there is one of a language, as long as the process lives
    def any(self, *kinds: str) -> str:
        """Return a pattern for any word of some classes, the longest first; one that matches nothing for no word."""
        words = {word for kind in kinds for word in self._classes.of(kind)}
        return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))})" if words else "(?!)"

    def words(self, plain: str, apart: str, *kinds: str) -> Iterator[re.Match[str]]:
        """Return where words of some classes stand that are no part of a word of the class ``apart``."""
        pattern = compiled(f"{self.any(apart)}|({self.any(*kinds)})")
        return (match for match in pattern.finditer(plain) if match[1])

    def governing(self, plain: str) -> int:
        """Return where the first verb ends that can govern matters; 0 where none is."""
        found = re.search(f"{self.any('reports', 'deeds')}{self.any('aspects')}?", plain)
        return found.end() if found else 0

    def plain(self, text: str) -> str:
        """Return a text of the same length in simplified characters, quotations and brackets hidden."""
        hidden = text
        for _ in range(2):  # a title within a quotation
            hidden = _QUOTED.sub(lambda match: _HIDDEN * len(match[0]), hidden)
        return simplified(hidden)


@cache
def class_patterns_of(language: str) -> ClassPatterns:
    """Return the patterns of a language whose script puts no spaces between words."""
    return ClassPatterns(word_classes_of(language))


def size(plain: str) -> int:
    """Count the characters of a stretch that words have; of a quotation each second."""
    return sum(c.isalnum() for c in plain) + plain.count(_HIDDEN) // _MANY
