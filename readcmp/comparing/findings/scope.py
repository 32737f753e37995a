"""How far a thing goes: "all forces" against "some forces", in links and in words that echo each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from readcmp.annotation.negation import empty_words
from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import SURE, Pair, PairContext
from readcmp.comparing.findings.making import make_paired
from readcmp.comparing.findings.words import quote_words
from readcmp.comparing.verdict_corrections import BINDING
from readcmp.encoding.words import stems
from readcmp.text import WORD, short, squeeze
from readcmp.vocabulary import FindingKind

SAID_OF = 2
"""An extent of so many words names what it is said of: "all forces"."""

NAMING = 3
"""So many words behind an extent may name what it is said of: "all South African citrus"."""


def find_scope(case: PairContext, pair: Pair) -> Iterator[Candidate]:
    """Find, in a likely link, that one account goes further than the other."""
    for ours, theirs in pair.words("scope"):
        if ours and theirs and _is_one_thing(case, pair, ours, theirs):
            text = f"{case.ours} says {quote_words(ours)}, {case.theirs} {quote_words(theirs)}"
            yield make_paired(case, FindingKind.SCOPE, pair, text, (ours, theirs), contrary=1.0)
        elif pair.score >= SURE and not (ours and theirs):
            has, lacks = (case.ours, case.theirs) if ours else (case.theirs, case.ours)
            text = f"{has} says {quote_words(ours or theirs or '')}, {lacks} does not"
            yield make_paired(case, FindingKind.SCOPE, pair, text, (ours, theirs), one_sided=1.0)


def _is_one_thing(case: PairContext, pair: Pair, ours: str, theirs: str) -> bool:
    """Whether two extents are of one thing: "all forces" and "some forces", not "several bombs" and "every month"."""
    languages = [short(side.readout.language) for side in (case.side, case.other)]
    said_of = min(len(WORD.findall(ours)), len(WORD.findall(theirs))) >= SAID_OF
    if languages[0] != languages[1]:
        return pair.score >= SURE
    if not said_of:
        return pair.score >= BINDING
    here, there = (
        _things(point.text, words, languages[0]) for point, words in ((pair.own, ours), (pair.other, theirs))
    )
    return bool(here & there)


def _things(text: str, words: str, language: str) -> set[str]:
    """Return the stems of the words of an extent and of the next few, which name what it is said of."""
    at = squeeze(text).find(words)
    behind = islice(stems(squeeze(text)[at + len(words) :], language), NAMING) if at >= 0 else ()
    return {*stems(words, language), *behind} - empty_words(language)


def find_echoes(case: PairContext) -> Iterator[Candidate]:
    """Two words that one side joins and the other sets side by side, in points that no likely link joins."""
    if case.side.readout.language != case.other.readout.language:
        return
    known = {(pair.own.id, pair.other.id) for pair in case.pairs if not pair.doubtful}
    for mine, yours, ours in ((case.side, case.other, True), (case.other, case.side, False)):
        everything, itself = case.contents.account(yours).lowered, case.contents.account(mine).lowered
        for point in mine.points:
            for first, second, words in dict.fromkeys(case.contents[point].joined):
                beside = f"{first} {second}"
                if beside not in everything or words.lower() in everything:
                    continue
                bare = re.compile(rf"\b{re.escape(beside)}\b")
                if not bare.search(everything) or bare.search(itself):
                    continue
                for echo in yours.points:
                    if not bare.search(case.contents[echo].lowered):
                        continue
                    own, other = (point, echo) if ours else (echo, point)
                    if (own.id, other.id) in known:
                        continue
                    ends = (words, beside) if ours else (beside, words)
                    text = f"{case.ours} says {quote_words(ends[0])}, {case.theirs} {quote_words(ends[1])}"
                    yield make_paired(case, FindingKind.SCOPE, Pair(own, other, SURE, ()), text, ends, contrary=1.0)
