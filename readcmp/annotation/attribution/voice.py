"""Who goes on speaking: a sentence with no verb of speech may still tell what was said in the one before."""

from __future__ import annotations

import re

from msgspec import Struct

from readcmp.annotation.attribution.grammar import Grammar, fold_words
from readcmp.model import BOTH, NONE, THIRD, Act

OPENING = 8
"""TermList at the beginning of a sentence among which the writer shows: "this", "we"."""

PARAGRAPH = re.compile(r"\n[ \t\r]*\n|(?<=[.!?”\"])[ \t\r]*\n")
"""What ends a paragraph: an empty line, or a new line after a full stop."""


class Voice(Struct):
    """The side whose act of speech was told last; empty where it is nobody's, or another sentence came between.

    ``says`` is true where a verb such as "said" told it: what follows may then go on with the words. ``own`` is the
    side that gives the account, whose voice carries over a paragraph's end; that of another does not.
    """

    own: str
    grammar: Grammar
    side: str = ""
    says: bool = False

    def told(self, speaker: str, *, says: bool) -> None:
        """Note whose act of speech a sentence tells of."""
        self.side, self.says = ("" if speaker in (BOTH, NONE, THIRD) else speaker), says

    def stop(self) -> None:
        """Note that a paragraph ends, or a sentence is the account's own, so that nobody else goes on after it."""
        if self.side != self.own:
            self.side = ""

    def goes_on(self, text: str) -> str:
        """Return who goes on speaking in a sentence that names no speaker; empty for nobody.

        An account tells in the past what happened; the present, a duty, a "would" in it tells what was said. The own
        side may have written it all the same, so that another goes on only after a verb such as "said".
        """
        if not self.side:
            return ""
        words = fold_words(text)
        if not self.grammar.reported.any_of(words):
            return ""
        if self.side == self.own:
            return self.own
        writes = (self.grammar.first, self.grammar.together, self.grammar.ours)
        by_writer = self.grammar.this.any_of(words[:1]) or any(one.any_of(words[:OPENING]) for one in writes)
        return "" if by_writer or not self.says or self.grammar.happened.any_of(words) else self.side


class State(Struct):
    """What carries over from point to point: the last subject, and the last one person or side.

    ``writes`` says that the own side's person is the writer, who is never "he" or "she" there; ``named`` that the
    account tells of that person as of somebody else.
    """

    speaker: str
    person: str
    voice: Voice
    act: Act | None = None
    sentence: int = -1
    attributed: bool = False
    writes: bool = False
    named: bool = False
    end: int = 0
