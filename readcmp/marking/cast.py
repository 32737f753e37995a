"""Who is who in a readout: which side a name, an office or a pronoun stands for.

The lexicon knows states and many persons; the rest is learnt from the text, which presents people with their
office and country, and from its first sentence, where the own side meets the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from readcmp.lexicon import Lexicon
from readcmp.lexicon.tokens import fold
from readcmp.marking.grammar import WORD, Grammar, words_of
from readcmp.model import BOTH, NONE, THIRD, Readout

_CAPITAL = r"(?:(?:[A-Z]\.)+|(?:Dr|Mr|Mrs|Ms|Jr|Sr|St|Gen|Amb)\.|[A-Z][\w’'-]*)"
PRESENTED = re.compile(
    rf"{_CAPITAL}(?:\s+(?:of\s+the|of|to\s+the|to|for|the|al|bin|von|der|van|de|el)(?=\s+[A-Z])|,?\s+Jr\.|\s+{_CAPITAL})*"
)
"""Words with capitals in a row, with what joins them: an office, a country and a name in any order."""

WITH = re.compile(r"\b(?:with|by|hosted|received|called|welcomed|between|from)\b")


class Cast:
    """The people and states of one readout as seen from its own side."""

    def __init__(
        self, readout: Readout, lexicon: Lexicon, grammar: Grammar, *, own: str, others: Sequence[str]
    ) -> None:
        """Learn from a readout; ``own`` and ``others`` are actor ids of the lexicon."""
        self._lexicon, self._grammar, self._language = lexicon, grammar, readout.language
        self._own, self._others = own, frozenset(others)
        self._names: dict[str, str] = {}
        self._offices: dict[str, set[str]] = defaultdict(set)
        for person in lexicon.people(readout.language):
            self._names.setdefault(fold(person.name.split()[-1]), "")
        self._office = re.compile(r"\b(?:" + "|".join(map(re.escape, grammar.offices)) + r")\b", re.I)
        self._learn(readout)

    def side_of(self, actor: str) -> str:
        """Give what an actor of the lexicon is here: the own side's actor id, another side's, or ``third``."""
        return actor if actor == self._own or actor in self._others else THIRD

    def subject(self, stretch: str) -> str | None:
        """Give who the subject in a stretch before a verb is: an actor id, ``both``, ``third``, a pronoun, None.

        ``he`` and ``they`` are given as ``he`` and ``they``; ``none`` is a meeting, an issue and the like.
        """
        chunks = [chunk for chunk in re.split(r"[,;()]|\s[–—-]\s", stretch) if chunk.strip()]
        for n in range(len(chunks) - 1, -1, -1):
            chunk = chunks[n]
            found = self._mentions(chunk)
            if not found:
                continue
            if n and re.match(r"\s*(?:and|as well as)\b", chunk):
                for other in chunks[:n]:
                    found = [*self._mentions(other), *found]
                chunk = stretch
            return self._together(found, chunk)
        return None

    def _together(self, found: Sequence[str], chunk: str) -> str:
        """Give the one subject that several mentions in a stretch make."""
        if BOTH in found:
            return BOTH
        distinct = list(dict.fromkeys(found))
        joined = self._grammar.joiners.search(chunk) is not None
        if joined and len(distinct) > 1 and (self._own in distinct or len(self._others.intersection(distinct)) > 1):
            return BOTH
        if joined and len(distinct) == 1 and self._unknown_partner(chunk):
            return BOTH
        if NONE in distinct:
            return NONE if distinct[0] == NONE else distinct[0]
        return distinct[0]

    def _unknown_partner(self, chunk: str) -> bool:
        """Whether one of those joined is named by office alone or as a counterpart, and nobody knows whose."""
        if self._grammar.companions.search(chunk):
            return True
        parts = self._grammar.joiners.split(chunk)
        return any(not self._mentions(part) and self._office.search(part) for part in parts)

    def _mentions(self, chunk: str) -> list[str]:
        """Give all who are mentioned in a stretch, in its order."""
        grammar, lexicon = self._grammar, self._lexicon
        bare = chunk.strip()
        opener = grammar.openers.match(bare)
        bare = bare[opener.end() if opener else 0 :].strip()
        words = words_of(bare)
        if not words:
            return []
        found = [(hit.start, BOTH) for hit in lexicon.find(bare, self._language, "joint")]
        hits = lexicon.find(bare, self._language, "actor")
        found += [(hit.start, self.side_of(hit.id)) for hit in hits]
        for match in WORD.finditer(bare):
            if match.group()[:1].isupper() and not any(h.start <= match.start() < h.end for h in hits):
                side = self._names.get(fold(match.group()))
                if side:
                    found.append((match.start(), side))
        found += self._bare_offices(bare)
        pronoun = self._pronoun(words[0])
        if pronoun:
            found.append((0, pronoun))
        if words[0] not in grammar.prepositions:
            occasion = grammar.occasions.search(bare)
            if occasion and (not found or occasion.start() < min(found)[0]):
                return [NONE]
        return [side for _, side in sorted(found)]

    def _pronoun(self, word: str) -> str | None:
        if word in self._grammar.singular:
            return "he"
        if word in self._grammar.plural:
            return "they"
        return self._own if word in self._grammar.mine else None

    def _bare_offices(self, bare: str) -> Iterable[tuple[int, str]]:
        """Give the offices that stand for their holder, with no name or country at them: "the President"."""
        for match in self._office.finditer(bare):
            before, after = bare[: match.start()].rstrip(), bare[match.end() :].lstrip()
            if (
                after[:1].isupper()
                or re.match(r"(?:of|for)\b", after)
                or not re.search(r"(?:^|\b[Tt]he|\band)$", before)
            ):
                continue
            yield match.start(), self.holder(match.group().lower())

    def holder(self, office: str) -> str:
        """Give the side that an office alone stands for: the one that holds it here, the own one where both do."""
        holders = self._offices.get(office) or set()
        if not holders and office.endswith(("minister", "secretary")):
            kind = office.rsplit(maxsplit=1)[-1]
            holders = {side for held, sides in self._offices.items() if held.endswith(kind) for side in sides}
        if not holders or self._own in holders:
            return self._own
        return sorted(holders)[0]

    def _learn(self, readout: Readout) -> None:
        text = readout.text
        title = f"{readout.title}. " if readout.title else ""
        first = next((h for h in self._lexicon.find(text[:1500], self._language, "act") if h.id == "fact"), None)
        for match in PRESENTED.finditer(title + text):
            self._present(match.group(), self._where(text, match.start() - len(title), first.start if first else -1))
        offices = {person.name: person.office for person in self._lexicon.people(self._language)}
        for hit in self._lexicon.find(text, self._language, "actor"):
            if office := offices.get(hit.term):
                self._offices[office].add(self.side_of(hit.id))

    def _where(self, text: str, at: int, verb: int) -> str:
        """Tell whose a place of the first sentence is: the own side's before the verb, the other's after "with"."""
        if at < 0 or verb < 0:
            return ""
        if at < verb:
            return self._own
        between = text[verb:at]
        if ". " in between.replace("Dr. ", "").replace("Mr. ", "") or len(between) > 400:
            return ""
        return next(iter(sorted(self._others)), THIRD) if WITH.search(between) else ""

    def _present(self, phrase: str, place: str) -> None:
        low = f" {phrase.lower()} "
        office = next((o for o in self._grammar.offices if f" {o} " in low), None)
        hits = self._lexicon.find(phrase, self._language, "actor")
        sides = list(dict.fromkeys(self.side_of(h.id) for h in hits))
        taken = [(h.start, h.end) for h in hits]
        side = sides[0] if sides else place
        if not side:
            return
        if office:
            self._offices[office].add(side)
            if office != "vice president" and office.endswith("president"):
                self._offices["president"].add(side)
        free = [
            m.group()
            for m in WORD.finditer(phrase)
            if m.group()[0].isupper()
            and len(m.group()) > 2
            and m.group().lower() not in self._grammar.titles
            and not any(a <= m.start() < b for a, b in taken)
            and not any(m.group().lower() in o.split() for o in self._grammar.offices)
        ]
        if free and (office or (place and len(free) > 1)):
            name = fold(free[-1])
            if not self._names.get(name):
                self._names[name] = side
