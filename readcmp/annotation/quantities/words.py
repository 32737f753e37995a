"""Digits and number words of a language whose words are spaced, summed up as far as they go on.

No library does it: text2num, dateparser and their like know some of the languages, drop offsets or load slowly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from unicodedata import numeric

from msgspec import Struct
from msgspec.structs import replace

from readcmp.annotation.quantities.forms import Forms
from readcmp.annotation.quantities.scan import GLUED, PARTED, VULGAR, Token, hyphen
from readcmp.annotation.quantities.sums import DIGITS, Sum, digits_value

_RUN = re.compile(r"[0-9]+(?:[.,'/:][0-9]+)*")
_HUNDRED = 100
_NINETEEN = 19
_CENTURY = range(1900, 2000)


class Amount(Struct, frozen=True):
    """A number and the token after it; whether in words, one of a row, a year; by what a last scale multiplies it."""

    value: Fraction
    end: int
    worded: bool = False
    ordinal: bool = False
    year: bool = False
    factor: int = 1


class WordReader:
    """What reads the digits or number words that begin at a token."""

    def __init__(self, text: str, tokens: Sequence[Token], forms: Forms) -> None:
        """Keep a text, its tokens, and the forms of its language."""
        self.text, self.tokens, self.forms = text, tokens, forms

    def digits(self, at: int) -> tuple[Fraction, int] | None:
        """Return the value of digits, with what parts thousands and decimals, and the token after them."""
        match = DIGITS[self.forms.decimal].match(self.text, self.tokens[at].start)
        said = match.group() if match else ""
        if match is None or (said.isdigit() and len(said) > 1 and said[0] == "0"):
            return None
        return digits_value(said, self.forms.decimal), self.token_after(match.end(), at)

    def token_after(self, offset: int, at: int) -> int:
        """Return the first token from one on that begins at an offset or later."""
        while at < len(self.tokens) and self.tokens[at].start < offset:
            at += 1
        return at

    def skip(self, at: int) -> int:
        """Return the token after digits that are no number, with all that hangs together with them."""
        match = _RUN.match(self.text, self.tokens[at].start)
        return self.token_after(match.end(), at) if match else at + 1

    def whole(self, at: int) -> Amount | None:
        """Return digits or number words, summed up as far as they go on."""
        if at >= len(self.tokens) or not self.forms.counts(self.tokens[at].text):
            return None
        start, said, state = at, Sum(), Amount(Fraction(0), at, worded=True)
        if self.is_digits(at):
            found = self.digits(at)
            if found is None:
                return None
            said.add(found[0])
            state = replace(state, end=found[1], worded=False)
        elif (after := self.forms.articles.end(self.tokens, at)) is not None:
            scale = self.forms.scales.match(self.tokens, after)
            if scale is not None:
                said.add(Fraction(1))
                state = replace(state, end=after)
        between = at > 0 and self.forms.between.end(self.tokens, at - 1) is not None
        while not state.ordinal and (after_step := self._step(said, state, start, joining=not between)) is not None:
            state = after_step
        while state.ordinal and (found := self._ordinal(state.end)) and said.add(found[0]):
            state = replace(state, end=found[1])  # each word of septuagésimo quinto is one
        if state.end == start:
            return None
        state = replace(state, value=said.total, factor=said.factor)
        return self._year(state, start) or state

    def _step(self, said: Sum, state: Amount, start: int, *, joining: bool) -> Amount | None:
        """Take the next token or tokens into a sum; None where it ends."""
        at, first, tokens = state.end, state.end == start, self.tokens
        if not first:
            at += hyphen(tokens, at)
            if at >= len(tokens) or tokens[at].gap == PARTED:
                return None
            if (end := self._more(said, at)) is not None:
                return replace(state, end=end)
        scaled = self._scaled(said, at, glued=not first and tokens[at].gap == GLUED)
        if scaled is not None:
            return replace(state, end=scaled)
        if not first and joining and (joint := self._joint(said, at)) is not None:
            if self._too_much(joint, said):
                return None
            at = joint
        if self.is_digits(at) and said.parts and said.group is None:
            return self._digits_after_scale(said, state, at)
        return self._word(said, state, at)

    def _more(self, said: Sum, at: int) -> int | None:
        """Add a part that stands at a token, ½ or "and a half", and return the token after it."""
        more = self.forms.more.match(self.tokens, at)
        if more is not None:
            said.add_part(more[0])
            return more[1]
        if self.tokens[at].text in VULGAR and said.group is not None and said.group.denominator == 1:
            said.add_part(vulgar(self.tokens[at]))
            return at + 1
        return None

    def _scaled(self, said: Sum, at: int, *, glued: bool) -> int | None:
        """Multiply by the scale that stands at a token, and return the token after it; one letter must be glued."""
        scale = self.forms.scales.match(self.tokens, at)
        token = self.tokens[at] if scale else None
        if scale is None or token is None or not (len(token.text) > 1 or glued or token.raw.isupper()):
            return None
        return scale[1] if said.multiply(int(scale[0]), alone=token.text in self.forms.alone) else None

    def _word(self, said: Sum, state: Amount, at: int) -> Amount | None:
        """Take a number word into a sum."""
        found, row = self.cardinal(at), self._ordinal(at)
        if found is not None and (row is None or row[1] <= found[1]):
            return replace(state, end=found[1]) if said.add(found[0], self._room(found[0])) else None
        if row is None:
            return None
        scaled = row[0] >= _HUNDRED and said.group
        room = 10 if row[0] % 10 == 0 else 0
        fits = said.multiply(int(row[0])) if scaled else said.add(row[0], room)
        return replace(state, end=row[1], ordinal=True) if fits else None

    def cardinal(self, at: int) -> tuple[Fraction, int] | None:
        """Return the value of one number word and the token after it."""
        found = self.forms.numbers.match(self.tokens, at)
        if found is not None:
            return found[0], found[1]
        compound = self.forms.compound(self.tokens[at].text) if at < len(self.tokens) else None
        return (compound[0], at + 1) if compound and not compound[1] else None

    def row(self, at: int) -> tuple[Fraction, int] | None:
        """Return the place in a row that words name, first or twenty-fifth, and the token after it."""
        found = self.whole(at)
        return (found.value, found.end) if found and found.ordinal else None

    def _ordinal(self, at: int) -> tuple[Fraction, int] | None:
        found = self.forms.ordinals.match(self.tokens, at)
        if found is not None:
            return found[0], found[1]
        compound = self.forms.compound(self.tokens[at].text) if at < len(self.tokens) else None
        return (compound[0], at + 1) if compound and compound[1] else None

    def _joint(self, said: Sum, at: int) -> int | None:
        """Return the token after a word that may join what is said and what follows: two hundred and five."""
        tens = said.group is not None and said.room in (10, 20)
        joint = self.forms.after_tens if tens else self.forms.after_scale if said.group is None else None
        after = joint.end(self.tokens, at) if joint else None
        if after is None:
            return None
        after += hyphen(self.tokens, after)
        return after if self.cardinal(after) or self._ordinal(after) else None

    def _too_much(self, at: int, said: Sum) -> bool:
        """Whether a second number begins at a token: the two hundred of one hundred and two hundred."""
        found = self.cardinal(at) or self._ordinal(at)
        while found is not None:
            at, last = found[1], found
            found = self.cardinal(at + hyphen(self.tokens, at))
            if last[0] >= said.room:
                return True
        scale = self.forms.scales.match(self.tokens, at)
        return scale is not None and scale[0] == said.room

    def _digits_after_scale(self, said: Sum, state: Amount, at: int) -> Amount | None:
        """Take digits into a sum that have a smaller scale of their own: 2 million 300 thousand."""
        found = self.digits(at)
        if found is None or found[0] >= said.room:
            return None
        scale = self.forms.scales.match(self.tokens, found[1])
        if scale is None or scale[0] >= said.parts[-1][1]:
            return None
        said.add(found[0])
        said.multiply(int(scale[0]))
        return replace(state, end=scale[1])

    def _year(self, state: Amount, start: int) -> Amount | None:
        """Return a year in two numbers, nineteen forty-five, or in hundreds, if the language has such."""
        end = state.end
        if not (self.forms.pairs and state.worded) or state.ordinal:
            return None
        if state.value in _CENTURY and (self.cardinal(start) or (0,))[0] == _NINETEEN:
            return replace(state, year=True)
        if state.value not in (19, 20) or end in (start, len(self.tokens)) or end > start + 1:
            return None
        if self.tokens[end].gap == PARTED or self.is_digits(end):
            return None
        rest = self.whole(state.end)
        if rest is None or rest.ordinal or rest.factor > 1 or rest.value not in range(10, _HUNDRED):
            return None
        return replace(state, value=state.value * _HUNDRED + rest.value, end=rest.end, year=True)

    def _room(self, value: Fraction) -> int:
        """Return what a number that is added to another must be less than."""
        if value.denominator > 1 or not value:
            return 0
        if value % _HUNDRED == 0:
            return _HUNDRED
        if value in self.forms.twenties:
            return 20
        return 10 if value in range(20, _HUNDRED, 10) else 0

    def is_digits(self, at: int) -> bool:
        """Whether digits stand at a token."""
        return at < len(self.tokens) and "0" <= self.tokens[at].text[0] <= "9"


def vulgar(token: Token) -> Fraction:
    """Return the value of a fraction of one character."""
    return Fraction(numeric(token.text)).limit_denominator(10)
