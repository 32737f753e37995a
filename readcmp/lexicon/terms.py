"""The syntax of terms: ``sanction*``, ``EU``, ``nuclear .. threat*``.

A term is words in their order. ``*`` at a word's end stands for any ending; ``..`` for up to three words; a word
of two letters or more in capitals is matched as written; any other in whichever case. ``~`` before a word of an
act says that it is the verb, where the verb is not the first word.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from readcmp.lexicon.tokens import tokenise

GAP = ".."
REACH = 3
"""How many words ``..`` may stand for; twice as many Chinese or Japanese characters."""

MOST_WORDS = 40
"""Words of a term, or characters where a script has no spaces; a sentence is no term."""

MOST_GAPS = 4
SHOWN = 60


def split_terms(value: str | Iterable[object]) -> list[str]:
    """Return the terms of a comma-separated text, or of a list, without empty ones."""
    if isinstance(value, str):
        return [term for part in value.replace("\n", " ").split(",") if (term := part.strip())]
    return [term for part in value if (term := " ".join(str(part).split()))]


def key_words(text: str) -> list[str]:
    """Return the words of a term as the matcher has them: folded, capitals kept, ``*`` kept, ``..`` for a gap."""
    return [key for part in text.split() for key in _keys(part) if key]


def fault_of(text: str) -> str | None:
    """Return what is wrong with a term that nothing matches or that takes long to look for; None for a good one.

    What is too long is told without being taken apart.
    """
    parts = text.split()
    if len(parts) > MOST_WORDS:
        return f"has more than {MOST_WORDS} words"
    if parts.count(GAP) > MOST_GAPS:
        return f"has more than {MOST_GAPS} gaps ({GAP})"
    keys = [key for key in key_words(text) if key not in (GAP, "*")]
    if not keys:
        return "has no word in it"
    return f"has more than {MOST_WORDS} words" if len(keys) > MOST_WORDS else None


def shortened(text: str) -> str:
    """Return a term as a message can show it."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def first_key(text: str) -> str:
    """Return the first of a term's key words, empty where it has none."""
    first = text.partition(" ")[0]
    if first.isalpha() and first.islower() and first.isascii():
        return first
    return next(iter(_keys(first) or key_words(text)), "")


def _keys(part: str) -> tuple[str, ...]:
    if part.isascii() and part.isalnum():  # most are, and need no closer look
        return (part if len(part) > 1 and part.isupper() and not part.isdigit() else part.lower(),)
    if part.isascii() and part[:-1].isalnum() and part.endswith("*"):
        return (part.lower(),)
    if part == GAP:
        return (GAP,)
    tokens = tokenise(part)
    keys = [capitals(raw) or folded for raw, folded in zip(tokens.raw, tokens.folded, strict=True)]
    if keys and part.endswith("*"):
        keys[-1] = tokens.folded[-1] + "*"
    return tuple(keys)


def capitals(raw: str) -> str | None:
    """Return a word that is matched as written, or None: two letters or more, all of them capitals."""
    return raw if len(raw) > 1 and raw.isupper() and not raw.isdigit() else None


@lru_cache(maxsize=1 << 10)
def opening_keys(raw: str, folded: str) -> tuple[str, ...]:
    """Return the key words that a term may begin with which begins with a word of a text, given as written and folded.

    They are the word, in capitals as written, and every stem that it may have, from the shortest on.
    """
    stems = (f"{folded[:length]}*" for length in range(1, len(folded) + 1))
    return (folded, *filter(None, (capitals(raw),)), *stems)
