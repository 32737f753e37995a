"""What a text must have for a pattern to match: to look for words takes a tenth of what trying the pattern does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

try:
    from re import _parser  # type: ignore[attr-defined]
except ImportError:
    _parser = None

Words = Sequence[str]
"""Words of which a text has one."""

Tree = Iterable[tuple[Any, Any]]
"""What the parser of ``re`` makes of a pattern: operators, each with its value."""

_SHORTEST = 3
"""What is shorter stands in most texts, and is not worth looking for."""

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def literals_of(pattern: str) -> tuple[Words, ...]:
    """Return sets of words, the most telling first: a text that a pattern matches in has one of each.

    Where an interpreter's parser of patterns is not as it is today there are none, nor where case makes no difference.
    """
    try:
        tree = _parser.parse(pattern)
        needed = [] if tree.state.flags & re.IGNORECASE else _needed(tree)
    except (AttributeError, TypeError, ValueError):
        return ()
    telling = {words for words in needed if min(map(len, words)) >= _SHORTEST}
    return tuple(tuple(sorted(words)) for words in sorted(telling, key=lambda words: (_worth(words), sorted(words))))


def may_match(text: str, needed: Iterable[Words], end: int) -> bool:
    """Return whether a text has one of each set of words before an offset."""
    return all(any(text.find(word, 0, end) >= 0 for word in words) for words in needed)


def _needed(tree: Tree) -> list[frozenset[str]]:
    """Return sets of words of which a stretch that matches has one of each."""
    found, run = list[frozenset[str]](), ""
    for operator, value in tree:
        if operator.name == "LITERAL":
            run += chr(value)
            continue
        found += [frozenset({run})] if run else []
        run = ""
        if operator.name == "BRANCH":
            ways = [min(_needed(way), key=_worth, default=frozenset[str]()) for way in value[1]]
            found += [frozenset().union(*ways)] if all(ways) else []
        else:
            found += _needed(_inner(operator.name, value))
    return [*found, frozenset({run})] if run else found


def _inner(operator: str, value: Any) -> Tree:  # noqa: ANN401 - each operator has a form of its own
    """Return what has to match within an operator; nothing where it has no such part."""
    inner: Tree = ()
    if operator == "SUBPATTERN" and not value[1] & re.IGNORECASE:
        inner = value[3]
    elif operator == "ASSERT":
        inner = value[1]
    elif operator in _REPEATS and value[0]:
        inner = value[2]
    elif operator == "ATOMIC_GROUP":
        inner = value
    return inner


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """Return what sets of words are sorted by: the longer the shortest is the better, then the fewer they are."""
    return -min(map(len, words)), len(words)
