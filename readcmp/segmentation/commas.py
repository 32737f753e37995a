"""Where a sentence of a script without spaces is split: at the commas behind which a further matter is told.

A comma parts what one sentence tells of one matter as often as it parts two matters. Behind one that does stands a
verb of report ("and wished"), a party with its verb ("both sides agreed"), a preposition with a matter of its own, or,
where both stretches are long enough, one of several deeds that share a subject ("will widen ..., avoid ...").
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct

from readcmp.patterns import compiled
from readcmp.segmentation.class_patterns import ClassPatterns, size

_PART = compiled(r"[，；;]|,(?!\d)")
_TOLD = 5
"""Characters that a clause must have to tell anything."""
_HEAVY = 8
"""Characters from which a deed without a subject is a matter of its own."""
_LONG = 10
"""Characters from which a clause that begins with a preposition is one."""
_NEAR = 200
"""Characters before a comma that are looked at; no clause that matters is longer."""
_LEAD = 16
"""Characters that a stretch before a governing verb may have to be shown as a lead."""


class UnspacedClause(Struct, frozen=True):
    """A clause at ``start:end`` of the sentence.

    ``lead`` is the governing verb that it shares with one before it, ``subject`` what stands for that where the clause
    has a governing verb of its own and no subject.
    """

    start: int
    end: int
    lead: str = ""
    subject: str = ""


def split_unspaced(patterns: ClassPatterns, text: str, plain: str) -> list[UnspacedClause]:
    """Return the clauses of a sentence; together they cover it, in order.

    ``plain`` is the sentence ``text`` as ``ClassPatterns.plain`` gives it.
    """
    bounds = sorted({0, *(match.end() for match in _PART.finditer(plain)), len(plain)})
    governors = _Governors(patterns)
    edges, shared = [0], [("", "")]
    told = False
    for lo, hi in pairwise(bounds):
        stretch, before = plain[lo:hi], plain[max(edges[-1], lo - _NEAR) : lo]
        cut = told and size(before) >= _TOLD and _begins(patterns, stretch, before)
        if cut:
            edges.append(lo)
            shares, bare = _shares(patterns, stretch), _bare(patterns, stretch)
            lead = governors.lead if shares else ""
            if _joined(patterns, stretch):
                lead = text[edges[-2] : edges[-2] + patterns.governing(plain[edges[-2] : lo])].strip()
            shared.append((lead, governors.subject if bare and not shares else ""))
        told = (told and not cut) or not (_says(patterns, stretch) or _circumstance(patterns, stretch))
        governors.read(text[lo:hi], stretch)
    return [UnspacedClause(*span, *words) for span, words in zip(pairwise([*edges, len(plain)]), shared, strict=True)]


class _Governors:
    """What governs deeds without a subject: the last verb or modal that several of them can share, with its subject.

    ``lead`` puts it in words: "the sides agreed to"; empty where there is none.
    """

    def __init__(self, patterns: ClassPatterns) -> None:
        self.lead = ""
        self._patterns = patterns
        self._said = self._sayer = self._party = ""

    @property
    def subject(self) -> str:
        """The party that the last verb is said of, with who said so; empty where no party is named."""
        return f"{self._said}{self._party}" if self._party else ""

    def read(self, text: str, plain: str) -> None:
        """Take the next stretch between two commas."""
        patterns = self._patterns
        bare = _bare(patterns, plain)
        if _says(patterns, plain) and not bare:
            self._said = text.strip() if size(plain) <= _LEAD else ""
            self._sayer = re.sub(rf"{patterns.any('sayings')}\W*\Z", "", self._said)
            self._party = self.lead = ""
            return
        shared = next(patterns.words(plain, "not_governors", "governors"), None)
        if not bare:
            party = re.match(rf"\s*{patterns.party}", plain)
            self._party = text[: party.end()].strip() if party else ""
            self.lead = self._said + text[: shared.end()].strip() if shared and shared.start() <= _LEAD else ""
        elif shared and not plain[: shared.start()].strip():
            told = re.fullmatch(patterns.any("sharing"), shared[0]) is not None
            if not (told and self.lead):
                self.lead = self.subject or (self._sayer if told else self._said)
                self.lead += text[shared.start() : shared.end()]


def _begins(patterns: ClassPatterns, stretch: str, before: str) -> bool:
    """Return whether a stretch behind a comma tells a further matter than those before it in its clause."""
    opening = stretch.lstrip()
    if before.rstrip().endswith(("；", ";")) or re.match(
        patterns.adverbs + patterns.any("reports") + "[，：:]", opening
    ):
        return True
    if size(opening) < _TOLD or _joined(patterns, opening):
        return min(size(opening), size(before)) >= _LONG
    verb = re.sub(rf"\A{patterns.adverbs}", "", opening)
    if re.match(patterns.any("adding"), opening) or re.match(patterns.any("reports", "disclaimers"), verb):
        return True
    if re.match(patterns.any("resuming"), opening):
        return False
    party = patterns.party + patterns.adverbs + patterns.any("reports", "modals")
    return re.match(party, verb) is not None or _deed(patterns, verb, before)


def _joined(patterns: ClassPatterns, stretch: str) -> bool:
    """Return whether a stretch is a phrase joined to one before it: "the freedom of trade, and also ..."."""
    return re.match(patterns.any("heavy_joints"), stretch.lstrip()) is not None


def _deed(patterns: ClassPatterns, verb: str, before: str) -> bool:
    """Return whether a stretch without a subject is a matter of its own."""
    purpose = patterns.any("purposes") + patterns.adverbs + patterns.any("deeds")
    if size(verb) >= _LONG and re.match(f"{patterns.any('frames', 'bare_modals')}|{purpose}", verb):
        return True
    if re.match(f"{patterns.any('towards')}.*{patterns.any('reports')}", verb):
        return True
    last = _PART.split(before.rstrip("，,；; \n"))[-1]
    if re.match(patterns.any("repeated"), verb) and verb[0] in last:
        return True
    return min(size(verb), size(before)) >= _HEAVY and re.match(patterns.any("deeds"), verb) is not None


def _says(patterns: ClassPatterns, stretch: str) -> bool:
    """Return whether a stretch is "she noted,", so that what she noted goes on behind the comma."""
    return re.search(rf"{patterns.any('sayings')}\s*+(?:[，,：:]\s*+)?\Z", stretch) is not None


def _circumstance(patterns: ClassPatterns, stretch: str) -> bool:
    """Return whether a stretch only says when, where, how or under which condition the next is true."""
    opening = stretch.lstrip()
    if size(opening) < _TOLD or re.match(patterns.any("conditions"), opening):
        return True
    end = r"\s*+(?:[，,]\s*+)?\Z"
    based = re.search(patterns.any("base_nouns") + end, opening)
    if based and re.search(patterns.any("bases"), opening[: based.start()]):
        return True
    return (
        re.search(rf"(?:{patterns.any('circumstances')}|\d\s*+{patterns.any('date_signs')}){end}", opening) is not None
    )


def _shares(patterns: ClassPatterns, stretch: str) -> bool:
    """Return whether a stretch is a deed that the governing verb of one before it governs too."""
    own = patterns.adverbs + patterns.any("reports", "disclaimers")
    return _bare(patterns, stretch) and not re.match(own, stretch.lstrip())


def _bare(patterns: ClassPatterns, stretch: str) -> bool:
    """Return whether a stretch begins with its verb, so that its subject stands further before."""
    verb = patterns.adverbs + patterns.any(
        "reports", "disclaimers", "deeds", "frames", "purposes", "repeated", "towards"
    )
    return re.match(verb, stretch.lstrip()) is not None
