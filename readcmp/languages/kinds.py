"""The kinds of values that a language's files hold; ``check`` tells what is no such value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Annotated, Any, Final

TERMS: Final = "terms"
PATTERN: Final = "a regular expression"

Terms = Annotated[str, TERMS]
"""Words and phrases with commas between them."""

Headed = Mapping[str, Terms]
"""Terms under headings."""

Forms = Terms | Headed
"""Terms; or stems under the endings that they take, parted by spaces, where ``-`` is no ending."""

Pattern = Annotated[str, PATTERN]
Patterns = Sequence[Pattern]

REQUIRED: Final = "required"


def required() -> Any:  # noqa: ANN401 - whatever the field is declared as
    """Return a text that every language needs; it is empty only where a language has no such file at all."""
    return field(default="", metadata={REQUIRED: True})


def required_list() -> Any:  # noqa: ANN401 - as above
    """Return a list that every language needs."""
    return field(default=(), metadata={REQUIRED: True})


def required_table() -> Any:  # noqa: ANN401 - as above
    """Return a mapping that every language needs."""
    return field(default_factory=dict, metadata={REQUIRED: True})


def table() -> Any:  # noqa: ANN401 - as above
    """Return a mapping that a language may do without."""
    return field(default_factory=dict)
