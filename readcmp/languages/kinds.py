"""The kinds of values that a language's files hold, and what all sections have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Final

TERMS: Final = "terms"
PATTERN: Final = "a regular expression"

Terms = Annotated[str, TERMS]
"""Words and phrases with commas between them."""

Headed = Mapping[str, Terms]
"""Terms under headings."""

Forms = Terms | Headed
"""Terms; or stems under the endings that they take, parted by spaces, where ``-`` is no ending."""

LINES: Final = ("whole", "begins", "holds")

Lines = Annotated[Mapping[str, Sequence[str]], LINES]
"""Phrases that tell what a line is: it is one of the first, begins with one of the second or holds one of the third."""

Pattern = Annotated[str, PATTERN]
Patterns = Sequence[Pattern]

NONE: Final[Mapping[str, Any]] = MappingProxyType({})
"""What a mapping is where a language has none."""


class Section:
    """What one file of a language holds: a key for each annotation, with the value that a language without it has.

    A plain class, as to make records of a few hundred fields would slow every start.
    """

    needed: ClassVar[str] = ""
    """The keys that every language has, parted by spaces."""

    def __init__(self, values: Mapping[str, Any] = NONE) -> None:
        """Take the values of a file; TypeError for a key that is none."""
        unknown = values.keys() - self.kinds()
        if unknown:
            raise TypeError(f"no such key: {', '.join(sorted(unknown))}")
        vars(self).update(values)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: what a language is does not change."""
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    @classmethod
    def kinds(cls) -> Mapping[str, str]:
        """Return the kind of each key, as it is written in the schema."""
        return cls.__annotations__
