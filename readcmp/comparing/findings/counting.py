"""Whether two figures can be set against each other: they count one thing."""

from __future__ import annotations

from itertools import islice

from readcmp.annotation.negation import empty_words
from readcmp.annotation.quantities.extraction import are_same, extract_quantities
from readcmp.comparing.findings.context import SURE, Pair, PairContext
from readcmp.encoding.words import stems
from readcmp.patterns import compiled
from readcmp.text import short

CERTAIN = 0.9
"""In a match of this score, 0..1, figures are of one matter where no words say what they count."""

AFTER = 3
"""So many words behind a figure may name what it counts."""

MONEY = "$€£¥₽₴%"
"""Signs that say by themselves what is counted."""


ORDINAL = compiled(r"\d(?:st|nd|rd|th|-?(?:й|го|я|ю|х|е))$")
"""A number that says which of a row a thing is, and not how many there are."""


YEAR = compiled(r"(?:1[5-9]|20)\d\d")
"""A bare number that as a rule is a year."""


def differ(case: PairContext, pair: Pair, kind: str, ours: str, theirs: str) -> bool:
    """Return whether two figures, or two dates, contradict each other: neither is a part of the other."""
    if YEAR.fullmatch(ours) and YEAR.fullmatch(theirs):
        return pair.score >= SURE and _before(pair.own.text, ours) == _before(pair.other.text, theirs) != ""
    if kind == "date":
        if pair.score < SURE:
            return False  # of two matters of one topic, each has its day
        sides = ((ours, case.side), (theirs, case.other))
        here, there = (extract_quantities(words, side.readout.language) for words, side in sides)
        return not any(are_same(a, b) for a in here for b in there)
    if ORDINAL.search(ours) or ORDINAL.search(theirs) or _is_one_count(case, ours, theirs):
        return False
    return count_alike(case, pair, ours, theirs)


def _is_one_count(case: PairContext, ours: str, theirs: str) -> bool:
    """Return whether two figures are of one size, whatever they count it in: "50 billion" and "USD 50 billion"."""
    sides = ((ours, case.side), (theirs, case.other))
    here, there = ({_size(f.value) for f in extract_quantities(words, one.readout.language)} for words, one in sides)
    return bool(here & there)


def _size(value: str) -> str:
    return value.partition(" ")[0]


def _before(text: str, words: str) -> str:
    """Return the word before some words of a text: the "by" of "by 2030", which a year of something else has not."""
    return next(reversed(text[: max(0, text.find(words))].lower().split()), "")


def count_alike(case: PairContext, pair: Pair, ours: str, theirs: str) -> bool:
    """Return whether two figures, as the two points of a pair write them, count one thing."""
    if set(ours) & set(theirs) & set(MONEY):
        return True
    languages = [short(side.readout.language) for side in (case.side, case.other)]
    if languages[0] != languages[1]:
        return pair.score >= CERTAIN
    here, there = (
        _counted(text, words, languages[0]) for text, words in ((pair.own.text, ours), (pair.other.text, theirs))
    )
    return bool(here & there) or (pair.score >= CERTAIN and not (here and there))


def _counted(text: str, words: str, language: str) -> set[str]:
    """Return the stems of a figure's own words and of the next few: "500 million dollars", "30 days"."""
    at = text.find(words)
    behind = islice(stems(text[at + len(words) :], language), AFTER) if at >= 0 else ()
    own = (word for word in stems(words, language) if not word.isdigit())
    return {*own, *behind} - {*stems(" ".join(empty_words(language)), language)}
