"""The words by which clauses and lists are known in a script without spaces, as patterns made from the profile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from readcmp.patterns import compiled
from readcmp.script import simplified
from readcmp.segmentation.profile import Profile, profile_for

_QUOTED = compiled(
    r"“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉|（[^（）]*）|\([^()]*\)|\"[^\"]*\""
)
_HIDDEN = "\N{OBJECT REPLACEMENT CHARACTER}"
_MANY = 2
"""Characters of a quotation that count as one: its title or slogan is a word or two of the clause it stands in."""


class Signs:
    """Patterns of the closed classes of one profile."""

    def __init__(self, profile: Profile) -> None:
        """Take a profile that declares its script as unspaced."""
        self._profile = profile
        side = f"(?!{self.any('not_sides')})\\w(?:{self.any('side')})"
        self.adverbs = f"(?:{self.any('adverbs')})*"
        self.party = f"(?:{self.any('parties')}|{side})"

    def any(self, *kinds: str) -> str:
        """Return a pattern for any word of some classes, the longest first; one that matches nothing for no word."""
        words = {word for kind in kinds for word in self._profile.of(kind)}
        return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))})" if words else "(?!)"

    def words(self, plain: str, apart: str, *kinds: str) -> Iterator[re.Match[str]]:
        """Return where words of some classes stand that are no part of a word of the class ``apart``."""
        pattern = compiled(f"{self.any(apart)}|({self.any(*kinds)})")
        return (match for match in pattern.finditer(plain) if match[1])

    def governing(self, plain: str) -> int:
        """Return where the first verb ends that can govern matters; 0 where none is."""
        found = re.search(f"{self.any('reports', 'deeds')}了?", plain)
        return found.end() if found else 0

    def plain(self, text: str) -> str:
        """Return a text of the same length in simplified characters, quotations and brackets hidden."""
        hidden = text
        for _ in range(2):  # a title within a quotation
            hidden = _QUOTED.sub(lambda match: _HIDDEN * len(match[0]), hidden)
        return simplified(hidden)


@cache
def signs_for(language: str) -> Signs:
    """Return the patterns of a language whose profile declares its script as unspaced."""
    return Signs(profile_for(language))


def size(plain: str) -> int:
    """Count the characters of a stretch that words have; of a quotation each second."""
    return sum(c.isalnum() for c in plain) + plain.count(_HIDDEN) // _MANY
