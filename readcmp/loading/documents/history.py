"""What a mail quotes of those before it: out where the mail answers them, in where it sends them on."""

from __future__ import annotations

import re
from functools import cache

from readcmp.loading.mail import introduces
from readcmp.loading.phrases import any_of
from readcmp.patterns import compiled
from readcmp.text import count_words

_QUOTED = compiled(r"[ \t]{0,3}>")
_OWN = 15
"""Words that a mail must have of its own above what it quotes, to be an answer and not the sending on of an account."""


def part_history(text: str, subject: str) -> tuple[str, list[str]]:
    """Return a mail's own words, and what it quotes: from where an earlier mail begins, and each line behind ``>``."""
    if _forwarded().match(subject):
        return text, []
    lines = text.split("\n")
    begins = next((n for n, line in enumerate(lines) if _begins(lines, n, line)), len(lines))
    own = [line for line in lines[:begins] if not _QUOTED.match(line)]
    if count_words("\n".join(own)) < _OWN:
        return text, []
    quoted = [line for n, line in enumerate(lines) if n >= begins or _QUOTED.match(line)]
    history = "\n".join(quoted).strip()
    return "\n".join(own) + "\n", [history] if history else []


def _begins(lines: list[str], n: int, line: str) -> bool:
    """Whether an earlier mail begins on a line; who wrote it may be told on two."""
    stripped = line.strip()
    if _original().fullmatch(stripped):
        return True
    pair = f"{stripped} {lines[n + 1].strip()}" if n + 1 < len(lines) else ""
    return introduces(stripped) or (bool(stripped) and not stripped.endswith(".") and introduces(pair))


@cache
def _forwarded() -> re.Pattern[str]:
    return compiled(rf"\s{{0,20}}{any_of('forwards')}\s?[:：]", re.IGNORECASE)


@cache
def _original() -> re.Pattern[str]:
    return compiled(rf"[-_ ]{{2,40}}{any_of('originals')}[-_ ]{{2,40}}|_{{10,80}}", re.IGNORECASE)
