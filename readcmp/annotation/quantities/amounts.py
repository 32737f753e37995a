"""Amounts in languages whose words are spaced: numbers, parts of them, and lengths of time with a part of an hour."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from readcmp.annotation.quantities.scan import PARTED, VULGAR, hyphen
from readcmp.annotation.quantities.words import Amount, WordReader, vulgar

_HOUR = 60
_SIXTY_MINUTES = range(_HOUR)
_HALF = Fraction(1, 2)
_TEENS = 20


class Reader(WordReader):
    """What reads the amount that begins at a token."""

    def amount(self, at: int) -> Amount | None:
        """Return the amount that begins at a token; hours with a part of an hour or with minutes come in minutes."""
        found = self.forms.lengths.match(self.tokens, at)
        if found is not None:
            return Amount(found[0] * _HOUR, found[1])
        amount = self._part(at) or self.whole(at)
        if amount is None:
            article = self.forms.articles.end(self.tokens, at) or at
            hour = self.forms.hours.end(self.tokens, article)
            return None if hour is None else self._length(Fraction(1), hour)
        hour = self.forms.hours.end(self.tokens, amount.end + hyphen(self.tokens, amount.end))
        return (self._length(amount.value, hour) if hour else None) or amount

    def _part(self, at: int) -> Amount | None:
        """Return a part, of one or of what a scale says: two-thirds, a quarter of a million, half a dozen."""
        if self.tokens[at].text in VULGAR:
            return self._of(vulgar(self.tokens[at]), at + 1)
        count, after, article = self._count(at)
        leading = after == at
        after += hyphen(self.tokens, after)
        terms = self.forms.leading if leading else self.forms.parts if count == 1 else self.forms.several
        part = terms.match(self.tokens, after)
        if part is None:
            return None
        amount = self._of(count * part[0], part[1])
        if amount.end > part[1]:
            return amount
        unit = self._past_of(part[1] + hyphen(self.tokens, part[1]))
        if self.forms.hours.end(self.tokens, unit) or self.forms.percent.end(self.tokens, unit):
            return replace(amount, end=unit)
        if article and self.tokens[after].text in self.forms.needs_of:
            return amount if self.forms.of.end(self.tokens, part[1]) is not None else None
        return None if leading or (article and part[0] == _HALF) else amount

    def _count(self, at: int) -> tuple[Fraction, int, bool]:
        """Return how many parts are told of, the token after, and whether an article says so."""
        if (end := self.forms.articles.end(self.tokens, at)) is not None:
            return Fraction(1), end, True
        found = self.cardinal(at)
        if found is not None and found[0] < _TEENS and found[0].denominator == 1:
            return *found, False
        return Fraction(1), at, False

    def _past_of(self, at: int) -> int:
        """Return the token after words that may stand between a part and what it is a part of."""
        of = self.forms.of.end(self.tokens, at) or at
        return self.forms.articles.end(self.tokens, of) or of

    def _of(self, part: Fraction, at: int) -> Amount:
        """Return a part of the scales that follow, or the part itself."""
        after, value = self._past_of(at), part
        after += hyphen(self.tokens, after)
        end = at
        while scale := self.forms.scales.match(self.tokens, after):
            value, after = value * scale[0], scale[1]
            end = after
        return Amount(value, end, worded=True)

    def _length(self, hours: Fraction, at: int) -> Amount | None:
        """Return hours in minutes where a part or minutes follow, or the hours themselves are no whole number."""
        minutes = Fraction(0)
        more = self.forms.more.match(self.tokens, at)
        after = at if more else self.forms.both.end(self.tokens, at) or at
        if more is not None:
            minutes, end = more[0] * _HOUR, more[1]
        elif after < len(self.tokens) and self.tokens[after].gap != PARTED and (found := self._minutes(after)):
            minutes, end = found
        elif hours.denominator == 1:
            return None
        else:
            end = at
        return Amount(hours * _HOUR + minutes, end)

    def _minutes(self, at: int) -> tuple[Fraction, int] | None:
        found = self.whole(at)
        end = self.forms.minutes.end(self.tokens, found.end) if found else None
        return (found.value, end) if found and end and found.value in _SIXTY_MINUTES else None
