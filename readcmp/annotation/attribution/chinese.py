"""The walk in a script without spaces and capitals: Chinese.

There a speaker is named once, before a verb of speech and a comma ("习近平指出，"), and goes on for many sentences
until another takes over; what a clause in between does (offers, thanks, opposes) is told by its own words.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from readcmp.annotation.attribution.acts import derive_act, derive_act_of_statement
from readcmp.annotation.attribution.grammar import Grammar
from readcmp.annotation.attribution.participants import Participants
from readcmp.annotation.attribution.verbs import Speech, Verb
from readcmp.lexicon import Lexicon
from readcmp.model import BOTH, THIRD, Act, Hit, Point, Readout
from readcmp.patterns import compiled
from readcmp.vocabulary import ActClass

LONGEST_NAME, SHORTEST_NAME = 8, 2
"""Characters of a name that is learnt from the text."""

SUBJECT = 24
"""Characters between the beginning of a clause and its verb of speech within which the subject stands."""

NEAR = 12
"""Characters between a person at the beginning of a sentence and a verb that is the person's own."""

_PAUSE = compiled(r"[，。；：！？、,;:!?\s“”‘’「」（）()《》【】\[\]]")
_CLAUSE = compiled(r"[，。；：！？,;:!?\s“”「」（）()]")
_NAME = compiled(r"[^\W\d_]+(?:[-·・‧•][^\W\d_]+)*")


class _State(Struct):
    """What carries over: who speaks, what was done last and in which sentence.

    ``speech`` says that somebody's words are being told, ``joint`` that the sentence is both sides'.
    """

    speaker: str
    act: Act | None = None
    attributed: bool = False
    sentence: int = -1
    speech: bool = False
    joint: bool = False


def _is_short_for(short: str, longer: str) -> bool:
    """Whether a word is another's characters in their order: 外长 for 外交部长."""
    rest = iter(longer)
    return all(character in rest for character in short)


class UnspacedTagger:
    """The walk through a readout in such a script; who is who is learnt from its offices and where they stand."""

    def __init__(
        self, readout: Readout, lexicon: Lexicon, grammar: Grammar, language: str, participants: Participants
    ) -> None:
        """Take a readout and its participants, who are taught the names that the readout presents."""
        self._lexicon, self._grammar, self._language, self._participants = lexicon, grammar, language, participants
        self._text = readout.text
        self._names: dict[str, str] = {}
        self._own_offices: set[str] = set()
        self._learn(readout)

    def tag(self, points: Sequence[Point]) -> list[Speech]:
        """Return the speech of each point, in the order of the text."""
        state = _State(self._participants.own)
        ends = {point.sentence: point.end for point in points}
        found = []
        for point in points:
            new = point.sentence != state.sentence
            state.joint = state.joint and (not new or self._bare(point.text))
            state.attributed = state.attributed and not new
            speech = self._speech(point, self._text[point.start : ends[point.sentence]], state, new)
            state.sentence, state.act = point.sentence, speech.act
            found.append(speech)
        return found

    def _speech(self, point: Point, rest: str, state: _State, new: bool) -> Speech:
        text = point.text
        hits = self._lexicon.find(text, self._language, "act")
        attributive = self._grammar.attributive
        verbs = [h for h in self._grammar.saying.find(text) if not attributive.opened(text[h.end : h.end + SUBJECT])]
        said = next((h for h in verbs if len(self._clause_before(text, h.start)) <= SUBJECT), None)
        who = self._who(self._clause_before(text, said.start)) if said else None
        if who is not None:
            state.speech, state.joint = who not in (BOTH, THIRD), who == BOTH
            state.speaker, state.attributed = who, True
        elif (met := self._contact(text, hits, state, new)) is not None:
            return Speech(self._participants.own, met)
        elif (who := self._doer(rest)) is not None:
            state.joint = who == BOTH
            state.speaker, state.attributed = state.speaker if who == BOTH else who, True
        act = self._act(text, hits, said)
        if act is None and (point.lead or not new):
            lead = self._lexicon.find(point.lead, self._language, "act")
            act = self._act(point.lead, lead, None) or (None if new else state.act)
        if act is None:
            act = (
                Act(ActClass.ASSERT, "", 2)
                if state.speech
                else derive_act_of_statement(text, self._grammar, promised=True)
            )
        return Speech(BOTH if state.joint else state.speaker, act, state.attributed)

    def _bare(self, text: str) -> bool:
        """Whether a sentence begins with its verb, so that the subject of the one before goes on."""
        return any(hit.start == 0 for hit in self._lexicon.find(text, self._language, "act"))

    def _clause_before(self, text: str, at: int) -> str:
        """Return the part of a clause before a verb of speech."""
        return _CLAUSE.split(text[:at])[-1]

    def _who(self, subject: str) -> str | None:
        """Return whom the words before a verb of speech name; None where they name nobody."""
        subject = subject[self._grammar.openers.opened(subject) :]
        if self._lexicon.find(subject, self._language, "joint"):
            return BOTH
        actors = self._lexicon.find(subject, self._language, "actor")
        found = [
            (hit.start, self._participants.side_of(hit.id)) for hit in actors if not self._governed(subject, hit.start)
        ]
        found += [(subject.find(name), side) for name, side in self._names.items() if name in subject]
        if found:
            return min(found)[1]
        offices = [hit for hit in self._grammar.offices.find(subject) if not self._governed(subject, hit.start)]
        if not offices or actors:
            return None
        office = offices[0].term
        if any(_is_short_for(office, longer) for longer in self._own_offices):
            return self._participants.own
        holder = self._participants.holder(office)
        return (
            holder
            if self._participants.own in self._names.values() or self._participants.is_presented()
            else self._participants.own
        )

    def _governed(self, text: str, at: int) -> bool:
        """Whether a preposition stands right before a place: "to the Russian side"."""
        return any(text[max(0, at - length) : at] in self._grammar.prepositions for length in (1, 2))

    def _doer(self, text: str) -> str | None:
        """Return the person or the sides at the very beginning whose own deed follows: "双方商定", "习近平祝贺"."""
        start = self._grammar.openers.opened(text)
        clause = text[start:]
        joint = next((h for h in self._lexicon.find(clause, self._language, "joint") if h.start == 0), None)
        if joint is not None:
            reach = _CLAUSE.split(clause[joint.end :])[0]
            acts = self._lexicon.find(reach, self._language, "act")
            alike = any(act.start == 0 and act.id in (ActClass.APPROVE, ActClass.AGREE) for act in acts)
            return BOTH if alike or self._grammar.mutual.within(reach) else None
        people = {name: side for name, side in self._names.items() if clause.startswith(name)}
        people |= self._states(clause)
        if not people:
            return None
        name = max(people, key=len)
        hits = self._lexicon.find(text, self._language, "act")
        done = next((h for h in hits if h.start >= start), None)
        near = done is not None and done.start - start - len(name) <= NEAR
        return people[name] if near and done is not None and not _CLAUSE.search(text[start : done.start]) else None

    def _states(self, clause: str) -> dict[str, str]:
        """Return the other side's state that a clause begins with, where praise or thanks of its own follow at once."""
        for actor in self._lexicon.find(clause, self._language, "actor"):
            side = self._participants.side_of(actor.id)
            acts = self._lexicon.find(clause[actor.end :], self._language, "act")
            own = any(act.start == 0 and self._grammar.thanks.within(act.text) for act in acts)
            if actor.start == 0 and side not in (THIRD, self._participants.own) and own:
                return {clause[: actor.end]: side}
        return {}

    def _contact(self, text: str, hits: Sequence[Hit], state: _State, new: bool) -> Act | None:
        """Return the act of a sentence that tells of the contact itself: before any speech, or who else attended."""
        fact = next((h for h in hits if h.id == ActClass.FACT), None)
        if not state.speech:
            if fact is not None:
                return self._made(fact, text)
            return state.act if not new and state.act is not None and state.act.kind == ActClass.FACT else None
        if fact is None or not new or _PAUSE.split(text[fact.end :].strip("。 \n"))[0] != "":
            return None
        return self._made(fact, text) if self._grammar.attends.within(fact.text) else None

    def _act(self, text: str, hits: Sequence[Hit], said: Hit | None) -> Act | None:
        """Return the act of what a clause says; that of the verb of speech alone where it says nothing more."""
        inner = [h for h in hits if h.id != ActClass.FACT and not self._grammar.saying.within(h.text)]
        if inner:
            return self._made(inner[0], text)
        verb = next((h for h in hits if said is not None and h.start == said.start), None)
        if verb is None:
            return None
        act = self._made(verb, text)
        return Act(ActClass.ASSERT, act.term, act.strength) if act.kind == ActClass.REPORT and act.strength > 1 else act

    def _made(self, hit: Hit, text: str) -> Act:
        return derive_act(Verb(hit, "past", text[: hit.start]), text, self._lexicon, self._grammar, self._language)

    def _learn(self, readout: Readout) -> None:
        """Learn persons: those whom the lexicon knows, and whoever is named after an office and again later."""
        people = {person.name for person in self._lexicon.people(self._language)}
        for hit in self._lexicon.find(readout.text, self._language, "actor"):
            if hit.term in people:
                self._names[hit.text] = self._participants.side_of(hit.id)
        actors = self._lexicon.find(readout.text, self._language, "actor")
        meets = self._grammar.meets.find(readout.text)
        ends = {actor.end: self._participants.side_of(actor.id) for actor in actors}
        given: set[str] = set()
        for office in self._grammar.offices.find(readout.text):
            side = ends.get(office.start, "" if office.term in given else self._participants.own)
            if side:
                self._participants.add_office(office.term, side)
            if side == self._participants.own:
                self._own_offices.add(office.term)
            else:
                given.add(office.term)
        for office in self._grammar.offices.find(readout.text):
            name = self._name_after(office.end)
            if name is None or any(known in name or name in known for known in self._names):
                continue
            country = next((a for a in actors if a.end == office.start), None)
            if country is not None:
                self._names[name] = self._participants.side_of(country.id)
            elif any(m.end <= office.start for m in meets) and self._participants.partner:
                self._names[name] = self._participants.partner

    def _begins_with_verb(self, text: str) -> bool:
        """Whether a verb stands where a name might, after an office that is said without one."""
        acts = self._lexicon.find(text, self._language, "act")
        return any(hit.start == 0 for hit in (*self._grammar.saying.find(text), *acts))

    def _name_after(self, at: int) -> str | None:
        """Return the longest beginning of the words after an office that the text has once more."""
        run = _NAME.match(self._text, at)
        if run is None or self._begins_with_verb(run.group()):
            return None
        rest = self._text[at + 1 :]
        lengths = range(min(LONGEST_NAME, len(run.group())), SHORTEST_NAME - 1, -1)
        return next((run.group()[:n] for n in lengths if run.group()[:n] in rest), None)
