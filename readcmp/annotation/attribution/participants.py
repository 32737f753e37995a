"""Who is who in a readout: which side a name, an office or a pronoun stands for.

The lexicon knows states and many persons; the rest is learnt from the text, which presents people with their
office and country, and from its first sentence, where the own side meets the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from readcmp.annotation.attribution.grammar import WORD, Grammar, fold_words
from readcmp.annotation.attribution.mentions import REACH, Mention, Pronoun, Subject, governed, oblique, stem_of
from readcmp.annotation.attribution.offices import SHORT, is_short_for
from readcmp.lexicon import Lexicon
from readcmp.lexicon.tokens import fold
from readcmp.model import BOTH, NONE, OTHER, THIRD, Hit
from readcmp.text import CLAUSE_BREAK

"""What parts the phrases of a clause."""

NUMBERED = re.compile(r"^\(?\d{1,2}[.)]\s+")
"""The number of an item of a list."""

OPENING = 300
"""Characters at the beginning of a sentence within which the one stands who does something there."""

NAMING = 12
"""Words that a phrase may have which names a subject that is parted from its verb: "Putin, on grain, said"."""

OF_REACH = 45
"""Characters after an office within which "of" may lead to its state."""

POSSESSED = re.compile(r"^\W*+(?:[\w.-]++\s++){0,4}[\w-]+(?:['’]s|s['’])\s")
"""A sentence that begins with what somebody has: "President Putin's war"."""


class Participants:
    """The people and states of one readout as seen from its own side."""

    def __init__(
        self, lexicon: Lexicon, grammar: Grammar, language: str, *, own: str, sides: Mapping[str, str]
    ) -> None:
        """Begin with what the lexicon knows; ``sides`` maps its actors to the ids of sides, ``own`` is the own id."""
        self._lexicon, self._grammar, self._language = lexicon, grammar, language
        self.own, self._sides = own, sides
        self._others = frozenset(sides.values()) - {own}
        self._people = lexicon.offices_of_people(language).keys()
        self._found: dict[str, list[Mention]] = {}  # in each stretch, as far as the names are known
        self._names: dict[str, str] = {}
        self._offices: dict[str, set[str]] = defaultdict(set)

    @property
    def partner(self) -> str:
        """The id of the one other side; empty where there are several."""
        return next(iter(self._others)) if len(self._others) == 1 else ""

    def side_of(self, actor: str) -> str:
        """Return the id of the side that an actor of the lexicon is here, or ``third``."""
        return self._sides.get(actor, THIRD)

    def add_name(self, name: str, side: str) -> None:
        """Remember whose a name is that the lexicon does not have."""
        self._names.setdefault(stem_of(name, self._grammar), side)
        self._found.clear()

    def add_office(self, office: str, side: str) -> None:
        """Remember that a side's office is held by somebody in the text."""
        self._offices[office].add(side)
        self._found.clear()

    def is_presented(self) -> bool:
        """Whether an office is known to be the own side's."""
        return any(self.own in sides for sides in self._offices.values())

    def holders(self, office: str) -> set[str]:
        """Return the sides that have an office here; one that may be short for a longer one is that as well."""
        holders = self._offices.get(office) or set()
        longer = [sides for held, sides in self._offices.items() if is_short_for(office, held)]
        return holders.union(*longer) if not holders or office in SHORT else holders

    def holder(self, office: str) -> str:
        """Return the side that an office alone stands for: the one that holds it here, the own one where both do."""
        holders = self.holders(office)
        if not holders or self.own in holders:
            return self.own
        return sorted(holders)[0]

    def subject(self, stretch: str) -> Subject | None:
        """Return who the subject in a stretch before a verb is; None for nobody.

        ``none`` is a meeting, an issue and the like.
        """
        chunks = [chunk for part in CLAUSE_BREAK.split(stretch) if (chunk := part.strip())]
        for n in range(len(chunks) - 1, -1, -1):
            chunk = self._without_relative(chunks[n])
            found = self.mentions(chunk)
            if not found:
                continue
            if n < len(chunks) - 1 and len(fold_words(chunk)) > NAMING:
                return None  # a clause of its own: "Italy has no part in the war, and in the talks so far stressed"
            if n and self._grammar.joiners.opened(chunk):
                for other in chunks[:n]:
                    found = [*self.mentions(other), *found]
                chunk = stretch
            if (who := self._together(found, chunk)) is not None:
                return who
        return None

    def _without_relative(self, chunk: str) -> str:
        """Return a chunk without the clause in it that tells of a thing: "the corridor which should link India"."""
        at = next((hit.start for hit in self._grammar.which.find(chunk) if chunk[: hit.start].strip()), len(chunk))
        return chunk[:at]

    def subject_after(self, stretch: str) -> Subject | None:
        """Return who the subject is that begins a stretch after a verb: "subrayó el presidente"; None for an object."""
        grammar = self._grammar
        for mention in self.mentions(stretch):
            before = [(m.group(), fold(m.group())) for m in WORD.finditer(stretch.lstrip()[: mention.start])]
            if mention.governed or mention.oblique:
                return None
            if all(raw[0].isupper() or w in grammar.articles or grammar.offices.within(raw) for raw, w in before):
                return mention.side
            return None
        return None

    def named(self, stretch: str) -> Subject | None:
        """Return the first person or state that a stretch names, in whatever case; None for nobody."""
        sides = (m.side for m in self._known(CLAUSE_BREAK.split(stretch)[0]) if m.side != NONE)
        return next(sides, None)

    def doer(self, sentence: str) -> Subject | None:
        """Return the person whom a sentence begins with, as one who does something there; None for others."""
        chunk = CLAUSE_BREAK.split(sentence.strip()[:OPENING])[0]
        found = [m for m in self._known(chunk) if m.side not in (BOTH, NONE)]
        if not found or not found[0].person or found[0].governed or found[0].oblique:
            return None
        bare = chunk[self._grammar.openers.opened(chunk) :]
        before = fold_words(bare[: found[0].start])
        plain = all(word in self._grammar.articles or self._grammar.offices.within(word) for word in before)
        if not plain or POSSESSED.search(chunk):
            return None
        return BOTH if self._joined(found, bare) else found[0].side

    def _joined(self, found: Sequence[Mention], bare: str) -> bool:
        """Whether the first two of some mentions do something together: "President Biden and the King toured"."""
        if self._grammar.joiners.within(bare) and self._unknown_partner(bare):
            return True
        if len(found) < 2 or found[1].governed or found[1].side == found[0].side:
            return False
        between = fold_words(bare[found[0].start : found[1].start])
        return " ".join(between[-1:]) in self._grammar.joiners or " ".join(between[-2:-1]) in self._grammar.joiners

    def _together(self, found: Sequence[Mention], chunk: str) -> Subject | None:
        """Return the one subject that several mentions in a stretch make."""
        free = [m for m in found if not m.governed]
        free = [m for m in free if not m.oblique] or free
        if not free:
            return None
        sides = [m.side for m in free]
        if BOTH in sides:
            return BOTH
        distinct = list(dict.fromkeys(sides))
        if Pronoun.COUNTERPART in distinct and len(distinct) > 1:
            return BOTH if self._grammar.joiners.within(chunk) else distinct[0]
        joined = self._grammar.joiners.within(chunk)
        met = sum(side in distinct for side in self._others)
        if joined and len(distinct) > 1 and (self.own in distinct or met > 1):
            return BOTH
        if joined and len(distinct) == 1 and self._unknown_partner(chunk):
            return BOTH
        return distinct[0]

    def _unknown_partner(self, chunk: str) -> bool:
        """Whether one of those joined is named by office alone or as a counterpart, and nobody knows whose."""
        if self._grammar.companions.within(chunk):
            return True
        at, parts = 0, []
        for hit in self._grammar.joiners.find(chunk):
            parts.append(chunk[at : hit.start])
            at = hit.end
        parts.append(chunk[at:])
        return any(not self._known(part) and self._grammar.offices.within(part) for part in parts)

    def mentions(self, chunk: str) -> list[Mention]:
        """Return all who are mentioned in a stretch, in its order; strangers where there is nobody else."""
        return self._known(chunk) or list(self._strangers(chunk.strip()))

    def _known(self, chunk: str) -> list[Mention]:
        bare = NUMBERED.sub("", chunk.strip())
        bare = bare[self._grammar.openers.opened(bare) :].strip()
        if (found := self._found.get(bare)) is None:
            found = self._found[bare] = self._look_for(bare)
        return found

    def _look_for(self, bare: str) -> list[Mention]:
        """Return the same of a stretch without what opens a sentence."""
        grammar, lexicon = self._grammar, self._lexicon
        words = fold_words(bare)
        if not words:
            return []
        found = [Mention(hit.start, BOTH) for hit in lexicon.find(bare, self._language, "joint")]
        hits = lexicon.find(bare, self._language, "actor")
        offices = grammar.offices.find(bare)
        found += [self._actor(hit, offices, bare) for hit in hits]
        known = {i for hit in hits for i in range(hit.start, hit.end)}
        for match in WORD.finditer(bare) if self._names else ():
            if match.group()[:1].isupper() and match.start() not in known:
                side = self._names.get(stem_of(match.group(), grammar))
                if side:
                    found.append(self._name(match.start(), side, offices, bare))
        found += self._bare_offices(bare, offices, hits)
        found += self._counterparts(bare, hits)
        pronoun = None if self._is_title(bare) else self._pronoun(words[0])
        if pronoun:
            found.append(Mention(0, pronoun))
        elif grammar.mine.opened(bare):
            found.append(Mention(0, self.own))
        if words[0] not in grammar.prepositions:
            occasion = grammar.occasions.find(bare)
            if occasion and (not found or occasion[0].start < min(mention.start for mention in found)):
                return [Mention(occasion[0].start, NONE)]
        return sorted(found, key=lambda mention: mention.order)

    def _actor(self, hit: Hit, offices: Sequence[Hit], bare: str) -> Mention:
        found = self._mention(hit.start, self.side_of(hit.id), oblique(hit, self._grammar), offices, bare)
        at_office = any(o.end + 1 == hit.start or hit.end + 1 == o.start for o in offices)
        return found._replace(person=hit.term in self._people or at_office)

    def _name(self, start: int, side: str, offices: Sequence[Hit], bare: str) -> Mention:
        return self._mention(start, side, False, offices, bare)._replace(person=True)

    def _mention(self, start: int, side: str, bent: bool, offices: Sequence[Hit], bare: str) -> Mention:
        """Return a mention; its form is that of the office right before it, where there is one."""
        office = next((o for o in offices if o.end < start <= o.end + 2), None)
        if office is not None:
            bent = oblique(office, self._grammar)
        return Mention(start, side, governed(bare, start, self._grammar), bent)

    def _is_title(self, bare: str) -> bool:
        """Whether what looks like a pronoun is short for a title: "HE the President", "HE Minister"."""
        first, _, after = bare.partition(" ")
        follows = " ".join(after.split(maxsplit=3)[:3])
        if len(first) <= 1 or not first.isupper():
            return False
        begins = any(hit.start == 0 for hit in self._grammar.offices.find(follows))
        return begins or self._grammar.articles.any_of(fold_words(follows)[:1])

    def _pronoun(self, word: str) -> Subject | None:
        if word in self._grammar.singular:
            return Pronoun.ONE
        if word in self._grammar.plural:
            return Pronoun.SEVERAL
        return self.own if word in self._grammar.mine else None

    def _strangers(self, bare: str) -> Iterable[Mention]:
        """Return those of whom nobody knows whose they are: "officials", "Commissioner Borges".

        They are the other side where the lexicon has no actor for it, in a meeting with executives, say.
        """
        side = OTHER if OTHER in self._sides else THIRD
        offices = self._grammar.offices.find(bare)
        named = (o for o in offices if bare[o.start].isupper() or bare[o.end :].lstrip(" .")[:1].isupper())
        for hit in (*self._grammar.people.find(bare), *named):
            yield Mention(hit.start, side, governed(bare, hit.start, self._grammar))

    def _bare_offices(self, bare: str, offices: Sequence[Hit], actors: Sequence[Hit]) -> Iterable[Mention]:
        """Return the offices that stand for their holder, with no name or country at them: "the President"."""
        for hit in offices:
            before, after = bare[max(0, hit.start - REACH) : hit.start].rstrip(), bare[hit.end :][:REACH].lstrip(" .")
            first = next(iter(fold_words(after[:20])), "")
            ours = fold_words(before)[-1:]
            if after[:1].isupper() or any(hit.end < actor.start <= hit.end + 2 for actor in actors):
                continue  # "le président ukrainien"
            if ours and ours[0] in self._grammar.ours:
                side = self.own
            elif not self._may_stand_after(before):
                continue
            elif first in self._grammar.of:  # "the President of the Republic", whose it is nobody needs to say
                if any(hit.end < actor.start <= hit.end + OF_REACH for actor in actors):
                    continue
                side = self.own
            else:
                side = self.holder(hit.id)
            yield self._mention(hit.start, side, oblique(hit, self._grammar), (), bare)._replace(person=True)

    def _counterparts(self, bare: str, actors: Sequence[Hit]) -> Iterable[Mention]:
        """Return those who are called a counterpart, a guest, an interlocutor, with no country or name at them."""
        for hit in self._grammar.companions.find(bare):
            before = fold_words(bare[max(0, hit.start - REACH) : hit.start])[-1:]
            named = any(a.end <= hit.start <= a.end + 2 or hit.end < a.start <= hit.end + 2 for a in actors)
            if before and not named and not bare[hit.end : hit.end + 9].lstrip()[:1].isupper():
                yield Mention(hit.start, Pronoun.COUNTERPART, governed(bare, hit.start, self._grammar))

    def _may_stand_after(self, before: str) -> bool:
        """Whether an office may stand for its holder here; where there are articles, it needs one."""
        last = fold_words(before)[-1:]
        grammar = self._grammar
        return not last or last[0] in grammar.articles or last[0] in grammar.joiners or not grammar.articles
