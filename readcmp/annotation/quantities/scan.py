"""The tokens that numbers and dates are read from: runs of digits, words, and every other sign by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from readcmp.patterns import compiled

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Fractions of one character."""

_TOKEN = compiled(rf"[^\W\d_{VULGAR}]+|[0-9]+|[{VULGAR}]|\S")
_ONE_WORD = compiled(rf"[^\W\d_{VULGAR}]+(?:'[^\W\d_{VULGAR}]+)*|[0-9]+|[{VULGAR}]|\S")
"""As the first, but an apostrophe between letters is one of them, as in Ukrainian."""

GLUED, SPACED, PARTED = 0, 1, 2
"""What stands before a token: nothing; white space; more than a line break, which nothing reaches across."""


class Token(NamedTuple):
    """A token: folded, as written, from where to where, and what stands before it."""

    text: str
    raw: str
    start: int
    end: int
    gap: int


@lru_cache(maxsize=256)
def scan(text: str, *, one_word: bool = False) -> tuple[Token, ...]:
    """Return the tokens of a text; with ``one_word`` an apostrophe does not part a word."""
    found: list[Token] = []
    last = 0
    gap = PARTED
    for match in (_ONE_WORD if one_word else _TOKEN).finditer(text):
        start, end = match.span()
        if found:
            gap = GLUED if start == last else SPACED if text.count("\n", last, start) < 2 else PARTED
        raw = match.group()
        found.append(Token(fold(raw), raw, start, end, gap))
        last = end
    return tuple(found)


def words(text: str, *, one_word: bool = False) -> list[str]:
    """Return the tokens of a text, folded, and nothing else of them."""
    return list(map(fold, (_ONE_WORD if one_word else _TOKEN).findall(text)))


@lru_cache(maxsize=1 << 13)
def fold(word: str) -> str:
    """Return a word as it is looked up: no case, ё as е."""
    return word.casefold().replace("ё", "е")


Value = TypeVar("Value")


class Terms(Generic[Value]):
    """What a few tokens stand for, the longest first; a hyphen may stand between them, and a full stop end them."""

    def __init__(self, terms: Mapping[str, Value], *, one_word: bool = False) -> None:
        """Read terms as texts are read; one with a capital that has three letters or fewer is matched as written."""
        self._by_first: dict[str, list[tuple[tuple[Token, ...], bool, Value]]] = {}
        for term, value in terms.items():
            dotted = term.endswith(".") and len(term) > 1
            tokens = scan(term.removesuffix(".") if dotted else term, one_word=one_word)
            self._by_first.setdefault(tokens[0].text, []).append((tokens, dotted, value))
        for found in self._by_first.values():
            found.sort(key=lambda term: -len(term[0]))

    @property
    def starts(self) -> frozenset[str]:
        """The tokens that a term may begin with."""
        return frozenset(self._by_first)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._by_first)

    def match(self, tokens: Sequence[Token], at: int) -> tuple[Value, int] | None:
        """Return the value of the longest term that stands at a token, and the token after it."""
        if at >= len(tokens):
            return None
        for term, dotted, value in self._by_first.get(tokens[at].text, ()):
            end = _end(tokens, at, term)
            if end is not None:
                if dotted and end < len(tokens) and tokens[end].text == "." and tokens[end].gap == GLUED:
                    end += 1
                return value, end
        return None

    def end(self, tokens: Sequence[Token], at: int) -> int | None:
        """Return the token after the longest term that stands at a token."""
        found = self.match(tokens, at)
        return None if found is None else found[1]


def _end(tokens: Sequence[Token], at: int, term: Iterable[Token]) -> int | None:
    """Return the token after a term, or None where it does not stand."""
    first = at
    for said in term:
        if at > first and said.text != "-" and hyphen(tokens, at):
            at += 1
        if at >= len(tokens) or tokens[at].text != said.text or (at > first and tokens[at].gap == PARTED):
            return None
        if at > first and said.gap == GLUED and not said.text.isalpha() and tokens[at].gap != GLUED:
            return None
        if len(said.raw) <= 3 and said.raw != said.raw.lower() and said.raw != tokens[at].raw:
            return None
        at += 1
    return at


def hyphen(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands at a token, with nothing but words or figures at its sides."""
    return at + 1 < len(tokens) and tokens[at].text == "-" and tokens[at].gap == tokens[at + 1].gap == GLUED
