"""Who is named as a source in a stretch of an article: a government, one who speaks for it, or someone else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from readcmp.annotation.attribution.discovery import learn_participants
from readcmp.annotation.attribution.grammar import (
    INFLECTED,
    UNSPACED,
    WORD,
    Grammar,
    TermList,
    fold_words,
    load_grammar,
)
from readcmp.annotation.attribution.mentions import Pronoun, oblique
from readcmp.annotation.attribution.participants import Participants
from readcmp.languages import load
from readcmp.lexicon import Lexicon
from readcmp.model import BOTH, NONE, OTHER, THIRD, Hit, Readout
from readcmp.splitting.chunks import STOP
from readcmp.splitting.deeds import Deeds
from readcmp.splitting.model import Source
from readcmp.splitting.outsiders import BESIDE, Outsiders
from readcmp.splitting.reporting import Reporting, reporting_of
from readcmp.splitting.speakers import Speakers
from readcmp.splitting.states import States, is_possessive
from readcmp.text import short

JOURNALIST = "journalist"
"""The id that stands for the one who tells the article, in a cast made for readouts."""

OPENING = 400
"""Characters of an article within which those stand who met."""

_JOINED = 6
"""Words that a subject of two governments may have: "But Washington and Moscow both"."""

_NEXT = 1
"""Characters between a state and one who is only met: "his DANISH counterpart"."""

_PHRASE = 7
"""Words of a phrase that an office is the head of: "the deputy minister of food and agriculture" is longer."""

_GROUPED = 25
"""Characters that may stand between what says how many and the group: "both transport ministries"."""

_NAMED = 20
"""Characters after a body within which its state may be named: "the Foreign Office of Pakistan"."""

_NOBODY = (BOTH, NONE, THIRD, OTHER, JOURNALIST)


class Sources:
    """The sources of one article."""

    def __init__(self, article: Readout, lexicon: Lexicon) -> None:
        """Learn from an article whom it presents."""
        self.language = short(article.language)
        grammar, reporting = load_grammar(self.language), reporting_of(self.language)
        assert grammar is not None
        assert reporting is not None
        self.grammar: Grammar = grammar
        self.words: Reporting = reporting
        self.states = States(article, lexicon)
        self._opening = self.actors(f"{article.title or ''}\n{article.text[:OPENING]}")
        self.titled = self.actors(article.title or "")
        sides = {actor: actor for actor in lexicon.actors}
        self._cast = Participants(lexicon, grammar, self.language, own=JOURNALIST, sides=sides)
        self.speakers = Speakers(reporting, grammar, self.states, self._cast)
        self.deeds = Deeds(lexicon, self.language, self.speakers)
        self._outsiders = Outsiders(self.speakers, self._opening)
        if grammar.way != UNSPACED:
            learn_participants(self._cast, article, lexicon, grammar, self.language)
            self.speakers.learn(article.text)

    def who(self, stretch: str, *, after: bool = False, subject: bool = False) -> Source | None:
        """Return who is the source in a stretch before a verb of reporting, or ``after`` one; None for nobody.

        ``subject`` says that the stretch is what a sentence without such a verb begins with.
        """
        if self.words.everyone.within(stretch) or " ".join(fold_words(self._bare(stretch))) in self.words.all:
            return Source("everyone")
        if after and self.words.people.opened(stretch.lstrip()):
            return Source("he")
        stands = self._standing_for(stretch) is not None
        other = self._outsiders.medium(stretch) or self._outsiders.outsider(stretch, stands=stands)
        if other is not None:
            return other
        all_ = self.is_group(stretch, self.words.parties)
        return Source("everyone") if all_ else self._government(stretch, after=after, subject=subject)

    def refers_back(self, stretch: str) -> bool:
        """Return whether a stretch begins with what stands for somebody named before: "she", "its ministry"."""
        bare = self._bare(stretch.lstrip())
        return any(words.opened(bare) for words in (self.words.its, self.words.people, self.words.things))

    def counterparts(self, text: str) -> set[str]:
        """Return the states whose people are only met in a text: "his DANISH counterpart"."""
        hits = self.states.find(text)
        return {
            hit.id
            for one in self.grammar.companions.find(text)
            for hit in hits
            if 0 <= one.start - hit.end <= _NEXT or 0 <= hit.start - one.end <= _NEXT
        }

    def is_group(self, stretch: str, *more: TermList) -> bool:
        """Return whether a stretch names all who give an account at once: "both ministries", "all three readouts"."""
        groups = [hit for words in (self.words.groups, *more) for hit in words.find(stretch)]
        return any(
            all_.end <= hit.start <= all_.end + _GROUPED
            and not STOP.search(stretch[all_.end : hit.start])
            and not self.words.between.any_of(fold_words(stretch[: all_.start])[-1:])
            for all_ in (self.words.all.find(stretch) if groups else ())
            for hit in groups
        )

    def _government(self, stretch: str, *, after: bool, subject: bool) -> Source | None:
        stretch = self._without_host(stretch)
        if body := self._institution(stretch) or self.states.version(stretch, self.words.versions):
            return Source("voice", body)
        speaks = [*self.speakers.speaking(stretch), *self.words.anonymous.find(stretch)]
        side, named = self._subject(stretch), tuple(dict.fromkeys(self.actors(stretch)))
        if after and self.grammar.way != INFLECTED:
            side = next(iter(named), side)
        if side == BOTH and len(named) == 1 and self.grammar.offices.any_of(fold_words(stretch)[-1:]):
            side = named[0]  # "Ghana's food and agriculture minister"
        joined = side == BOTH and len(fold_words(stretch)) <= _JOINED * len(named)
        if len(named) > 1 and (joined or self._are_joined(stretch)):
            return Source("several", sides=named)
        own = self.words.its.opened(self._bare(stretch.lstrip()))  # "its office asked Oslo"
        if side in ("", BOTH, None) and not own and self._tells_side(stretch, speaks, subject=subject):
            side = next(iter(named), "") or side
        if (seat := self._seat_of_office(stretch)) and side not in named:
            return Source("voice", seat)
        if (
            speaks and named and side not in named and not own
        ):  # a name that was learnt stands beside "in the Danish ministry"
            side = named[0]
        bare = not named and self._is_bare_office(stretch)
        if isinstance(side, str) and side not in ("", BOTH) and not bare:
            kind = self._kind(stretch, speaks, side)
            return Source("outsider") if kind == "leader" and self._is_stranger(stretch, speaks) else Source(kind, side)
        return self._nameless(stretch, speaks, office=isinstance(side, str))

    def _is_bare_office(self, stretch: str) -> bool:
        """Return whether an office stands without a name: "the minister himself"; German has capitals in any case."""
        offices = self.grammar.offices.find(stretch)
        rest = [w for w in WORD.finditer(stretch) if not any(o.start <= w.start() < o.end for o in offices)]
        names = any(w.group()[0].isupper() for w in rest[1:] if not self.grammar.titles.within(w.group()))
        return bool(offices) and (not names or load(self.language).traits.nouns_capitalised)

    def meets(self, stretch: str) -> bool:
        """Return whether two states that are joined stand in a stretch: "the leaders of Norway and Chile"."""
        joins = (self.words.joins, self.grammar.joiners)
        return any(
            one.id != two.id and any(stretch[one.end : two.start].strip().lower() in words for words in joins)
            for one, two in pairwise(self.states.find(stretch))
        )

    def _are_joined(self, stretch: str) -> bool:
        """Return whether a stretch begins with states, and nothing but what joins them: "neither Oslo nor Riga"."""
        joins = (self.words.joins, self.grammar.joiners, self.grammar.articles)
        at = 0
        for hit in self.states.find(stretch):
            between = fold_words(stretch[at : hit.start])
            if not all(any(w in words for words in joins) for w in between):
                return False
            at = hit.end
        if self.states.is_adjective(stretch) and not self.speakers.speaking(stretch):  # "the Czech and Austrian trains"
            return False
        return not self.grammar.offices.within(stretch[at:])

    def _institution(self, stretch: str) -> str:
        """Return the state that a stretch names by its body, unless another is told: "the PAKISTANI Foreign Office"."""
        for body in self.words.institutions.find(stretch):
            named = [hit.id for hit in self.states.find(stretch) if hit.end <= body.end + _NAMED]
            elsewhere = self.words.sources.within(body.text) and body.id not in self.states.named
            if (not named or body.id in named) and not elsewhere:
                return body.id
        return ""

    def _nameless(self, stretch: str, speaks: Sequence[Hit], *, office: bool) -> Source | None:
        """Return one who speaks for a government but is named without it: "the ministry", "the minister", "she"."""
        if speaks:
            never = tuple(dict.fromkeys(hit.id for hit in self.words.never.find(stretch)))
            body = "" if self.words.its.within(stretch) else self.speakers.body(speaks)
            kind = "thing" if self.speakers.is_text(stretch) else "person"
            return Source(kind, "", never, hint=self._holder(stretch) or body)
        if (stands := self._standing_for(stretch)) is not None:
            return stands
        headed = (office and self.grammar.offices.within(stretch)) or self._is_headed(stretch)
        return Source("person", hint=self._holder(stretch)) if headed else None

    def _is_headed(self, stretch: str) -> bool:
        """Return whether a stretch is a phrase with an office for its head: "the transport minister"."""
        words = fold_words(self._bare(stretch.lstrip()))
        head = self.grammar.offices.any_of(words[-1:])
        return head and len(words) <= _PHRASE and (words[0] in self.grammar.articles or words[0] in self.words.its)

    def _tells_side(self, stretch: str, speaks: Sequence[Hit], *, subject: bool) -> bool:
        """Return whether a state in a stretch is that of its source, though it is not the subject itself."""
        hits = self.states.find(stretch)
        if subject and not speaks and hits and oblique(hits[0], self.grammar):
            return False
        before = fold_words(stretch[: hits[0].start]) if hits else []
        if speaks or self.grammar.way == UNSPACED:
            return True
        if self.grammar.way == INFLECTED:  # "as Danes tell it"
            return self.states.is_named(stretch) and all(word in self.grammar.articles for word in before)
        return not subject or len(before) < BESIDE

    def _without_host(self, stretch: str) -> str:
        """Return a stretch without the state in which a mission is: "Kenya's embassy IN DELHI"."""
        for hit in self.words.missions.find(stretch):
            after = fold_words(stretch[hit.end :])[:1]
            if self.grammar.prepositions.any_of(after) and not self.grammar.of.any_of(after):
                return stretch[: hit.end]
        return stretch

    def _seat_of_office(self, stretch: str) -> str:
        """Return the government at whose seat an office is: "the office of the president in Ankara"."""
        for seat in (hit for hit in self.states.find(stretch) if hit.weak):
            for office in self.grammar.offices.find(stretch[: seat.start]):
                between = fold_words(stretch[office.end : seat.start])
                if len(between) == 1 and self.grammar.prepositions.any_of(between):
                    return seat.id
        return ""

    def _kind(self, stretch: str, speaks: Sequence[Hit], side: str) -> str:
        """Return as what a side is named: by who speaks for it or its seat, by its own name, or by who acts for it."""
        offices = self.grammar.offices.find(stretch)
        aide = any(is_possessive(stretch, hit) for hit in offices)  # "the minister's adviser"
        speaks = [hit for hit in speaks if not any(one.start <= hit.start and hit.end <= one.end for one in offices)]
        voice = aide or speaks or self.grammar.companions.within(stretch)
        if voice or self.states.has_seat(stretch, side) or self.speakers.named(stretch):
            return "voice"
        return "state" if self.states.is_named(stretch) and not offices else "leader"

    def _is_stranger(self, stretch: str, speaks: Sequence[Hit]) -> bool:
        """Return whether somebody has a state but neither an office nor a name that is known: "Polish farmers"."""
        if speaks or self.grammar.way == UNSPACED or self.grammar.offices.within(stretch):
            return False
        if self.words.ministers and any(word.endswith(self.words.ministers) for word in fold_words(stretch)):
            return False
        return self.states.has_stranger(stretch)

    def actors(self, text: str) -> list[str]:
        """Return the states that a text names, in its order."""
        return self.states.ids(text)

    def only(self, never: Sequence[str]) -> str:
        """Return the one state named in the title, else the opening, that can have such an office; empty for more."""
        if not never:
            return ""
        found = {side for side in self.titled or self._opening if side not in never}
        return found.pop() if len(found) == 1 else ""

    def _subject(self, stretch: str) -> str | Pronoun | None:
        """Return the side that acts in a stretch; empty for somebody whose side is not told there."""
        if self.grammar.way == UNSPACED:
            return None
        found = self._cast.subject(stretch)
        if found is None or isinstance(found, Pronoun):
            return found
        return BOTH if found == BOTH else "" if found in _NOBODY else self.states.meant(found)

    def _holder(self, stretch: str) -> str:
        """Return the one side whose office a stretch names; empty where several or none have it."""
        for office in self.grammar.offices.find(stretch):
            holders = self._cast.holders(office.id) - {JOURNALIST}
            if len(holders) == 1:
                return holders.pop()
        return ""

    def _bare(self, stretch: str) -> str:
        """Return a stretch without the words that a clause may begin with."""
        return stretch[self.grammar.openers.opened(stretch) :]

    def _standing_for(self, stretch: str) -> Source | None:
        """Return what a pronoun in a stretch stands for."""
        bare = self._bare(stretch)
        for kind, words in (("he", self.words.people), ("it", self.words.things)):
            if words.opened(bare) or any(hit.end >= len(bare.rstrip()) for hit in words.find(bare)):
                seat = next((hit.id for hit in self.states.find(stretch) if hit.weak and kind == "it"), "")
                return Source("voice", seat) if seat else Source(kind)  # "in Oslo they say"
        last = fold_words(bare)[-1:]
        if last and last[0] in self.words.people:
            return Source("he")
        return None
