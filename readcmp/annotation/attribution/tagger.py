"""One walk through a readout, point by point, as subjects and verbs carry over from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from readcmp.annotation.attribution import base_forms, stems
from readcmp.annotation.attribution.acts import derive_act, derive_act_of_statement, joint_acts
from readcmp.annotation.attribution.grammar import INFLECTED, STEMS, WORD, Grammar, fold_words
from readcmp.annotation.attribution.mentions import Pronoun, Subject, by_number
from readcmp.annotation.attribution.participants import Participants
from readcmp.annotation.attribution.quotes import find_quotations, strip_quotations
from readcmp.annotation.attribution.verbs import Speech, Verb
from readcmp.annotation.attribution.voice import PARAGRAPH, State, Voice
from readcmp.lexicon import Lexicon
from readcmp.lexicon.terms import GAP
from readcmp.model import BOTH, NONE, THIRD, Act, Point, Readout
from readcmp.vocabulary import ActClass

WAYS: dict[str, Callable[..., Verb | None]] = {
    INFLECTED: base_forms.find_governing_verb,
    STEMS: stems.find_governing_verb,
}

SUBJECT_WITHIN = 60
"""In a sentence without a verb of speech the subject is looked for in this many characters."""

AGENT = 60
"""Characters after "by" in which an agent is looked for."""

ACCORDING = 30
"""Characters at the beginning of a sentence in which "according to" stands."""

OWN_WORDS = 6
"""TermList after a verb of speech within which its speaker's own act may stand."""

OWN_REACH = 200
"""Characters that those words and the act may take up."""

TOLD = 160
"""Characters after the verb of a contact within which "regarding" begins what was spoken of."""

TOGETHER = 3
"""The last words before a verb among which a "we" stands that may be both sides."""

BETWEEN = 3
"""Words that may stand between a verb in the passive and "by"."""


class Tagger:
    """The walk in a script with spaces."""

    def __init__(
        self, readout: Readout, lexicon: Lexicon, grammar: Grammar, language: str, participants: Participants
    ) -> None:
        """Take a readout and its participants, whose names are known."""
        self._lexicon, self._grammar, self._language, self._participants = lexicon, grammar, language, participants
        self._find = WAYS[grammar.way]
        self._joint = joint_acts(lexicon, language)
        self._text = readout.text
        self._spans: dict[int, tuple[int, int]] = {}
        self._met = participants.partner or NONE
        self._quotes = tuple(find_quotations(readout.text, participants, lexicon, grammar, language))

    def tag(self, points: Sequence[Point]) -> list[Speech]:
        """Return the speech of each point, in the order of the text."""
        state = State(self._participants.own, self._participants.own, Voice(self._participants.own, self._grammar))
        for point in points:
            start, end = self._spans.get(point.sentence, (point.start, point.end))
            self._spans[point.sentence] = min(start, point.start), max(end, point.end)
        found = []
        for point in points:
            if PARAGRAPH.search(self._text, state.end, point.start):
                state.voice.stop()
                state.person = self._participants.own
            state.end = point.end
            speech = self._speech(point, state)
            state.sentence, state.attributed = point.sentence, speech.attributed
            state.speaker, state.act = speech.speaker, speech.act
            if speech.speaker not in (BOTH, NONE, THIRD) and (speech.attributed or self._is_own_act(speech)):
                state.person = speech.speaker
            if speech.speaker == self._participants.own:
                first = self._grammar.first.any_of(fold_words(strip_quotations(point.text)))
                told = speech.attributed or (speech.act is not None and speech.act.kind == ActClass.FACT)
                state.named = state.named or (
                    told and not first and not self._grammar.together.any_of(fold_words(point.text))
                )
                state.writes = (first or state.writes) and not state.named
            found.append(speech)
        return found

    def _speech(self, point: Point, state: State) -> Speech:
        if (quoted := self._quoted(point)) is not None:
            return quoted
        same = point.sentence == state.sentence
        contact = same and state.act is not None and state.act.kind == ActClass.FACT
        if contact and next(iter(fold_words(point.text)), "") in self._grammar.regarding:
            return Speech(BOTH, Act(ActClass.REPORT, "", 0))
        if (told := self._according(point.text)) is not None:
            return told
        whole = f"{point.lead} {point.text}" if point.lead else point.text
        verb = self._verb(whole)
        if point.lead:
            own = self._verb(point.text)
            if own is not None and (own.shared or own.hit.start == 0):
                verb, whole = own, point.text
        if verb is None:
            return self._without_verb(point, state, same)
        act = derive_act(verb, whole, self._lexicon, self._grammar, self._language)
        if act.kind == "fact":
            return self._contact(whole, verb, act)
        told = self._told(verb, act, whole, self._speaker(verb, whole, state, same))
        state.voice.told(told.speaker, says=not state.writes and self._grammar.saying.within(verb.hit.text))
        return told

    def _is_own_act(self, speech: Speech) -> bool:
        """Whether a verb tells what the own side does, which a sentence without one only falls to."""
        return speech.speaker == self._participants.own and speech.act is not None and bool(speech.act.term)

    def _told(self, verb: Verb, act: Act, whole: str, speaks: tuple[str, bool]) -> Speech:
        """Return the speech of a verb whose subject is known."""
        speaker, named = speaks
        if self._is_deed(verb, speaker):
            return Speech(self._participants.own, derive_act_of_statement(whole, self._grammar, promised=True))
        if speaker == self._participants.own and self._is_together(verb, act):
            speaker = BOTH
        act = self._within(verb, whole) or act
        if speaker == BOTH and (act.kind, verb.hit.term) in self._joint:
            act = Act(ActClass.AGREE, act.term, act.strength)
        return Speech(speaker, act, named)

    def _one_sentence(self, at: int, point: Point) -> bool:
        """Whether a place in the text is in the sentence of a point."""
        start, end = self._spans[point.sentence]
        return start <= at < end

    def _is_deed(self, verb: Verb, speaker: str) -> bool:
        """Whether a verb tells what somebody else does, and not what is said: "Mexico will close its border"."""
        return speaker not in (self._participants.own, BOTH, NONE) and self._grammar.deeds.within(verb.hit.text)

    def _is_together(self, verb: Verb, act: Act) -> bool:
        """Whether "we" is both sides: "we agreed", "we discussed"."""
        if not self._grammar.together.any_of(fold_words(verb.before)[-TOGETHER:]):
            return False
        return act.kind == ActClass.AGREE or self._grammar.mutual.within(verb.hit.term.split()[0])

    def _quoted(self, point: Point) -> Speech | None:
        """Return whose a point is that stands in a quotation with a speaker."""
        for quote in self._quotes:
            if quote.start <= point.start < quote.end:
                return Speech(quote.speaker, quote.act, quote.named and self._one_sentence(quote.said, point))
        return None

    def _according(self, text: str) -> Speech | None:
        """Return a sentence to the one whose words it says that it tells: "According to the minister, ..."."""
        according = self._grammar.according
        for hit in according.find(text[:ACCORDING]) if according.may_open(text) else ():
            who = self._participants.named(text[hit.end :]) if hit.start == 0 else None
            if isinstance(who, str):
                return Speech(who, Act(ActClass.ASSERT, hit.text, 2), attributed=True)
        return None

    def _within(self, verb: Verb, text: str) -> Act | None:
        """Return what a speaker does in his own words after a mere verb of speech: "said he looked forward to"."""
        if not self._grammar.saying.within(verb.hit.text):
            return None
        for hit in self._lexicon.find(text[: verb.hit.end + OWN_REACH], self._language, "act"):
            between = fold_words(text[verb.hit.end : hit.start])
            if hit.start <= verb.hit.end or len(between) > OWN_WORDS or hit.id in (ActClass.FACT, ActClass.REPORT):
                continue
            if any(w in self._grammar.singular or w in self._grammar.plural for w in between[-2:]):
                return derive_act(replace(verb, hit=hit), text, self._lexicon, self._grammar, self._language)
        return None

    def _verb(self, text: str) -> Verb | None:
        return self._find(text, self._lexicon, self._grammar, self._language, self._participants)

    def _speaker(self, verb: Verb, text: str, state: State, same: bool) -> tuple[str, bool]:
        """Return who speaks, and whether the sentence names that speaker."""
        if verb.shared:
            if state.act is not None and state.act.kind == ActClass.FACT and same and verb.form == "base":
                return self._purpose(verb, text).speaker, False
            if (same and not self._grammar.plurals) or verb.form == "gerund":
                return state.speaker, same and state.attributed
            return (self._dropped(verb, state) if self._grammar.way == STEMS else self._participants.own), False
        subject = by_number(self._participants.subject(verb.before), verb.before, verb.hit.text, self._grammar)
        if verb.passive:
            return self._agent(verb, text, subject, state)
        if subject == NONE and state.voice.side and self._grammar.it.alone(verb.before):
            return state.voice.side, False  # "Biden said ... It welcomed", of a state
        return self._resolve(subject, state)

    def _dropped(self, verb: Verb, state: State) -> str:
        """Return the subject that a new sentence leaves out, by the number that the ending of its verb tells."""
        if not self._grammar.plurals:
            return state.speaker
        if fold_words(verb.hit.text)[0].endswith(self._grammar.plurals):
            return BOTH
        return state.person if state.speaker in (BOTH, NONE) else state.speaker

    def _agent(self, verb: Verb, text: str, subject: Subject | None, state: State) -> tuple[str, bool]:
        """Return whose words a passive reports: an agent's if one is named, nobody's as a rule."""
        said = (fold_words(verb.hit.text)[0], fold_words(verb.hit.term)[0])
        if self._grammar.receives.any_of(said) and subject not in (None, NONE, BOTH):
            return (self._participants.own if subject != self._participants.own else NONE), False
        by = next((s for s in map(self._participants.subject, self._agents(verb, text)) if s not in (None, NONE)), None)
        if by is not None:
            return self._resolve(by, state)
        mutual = verb.hit.id == ActClass.AGREE or self._grammar.jointly.within(text)
        return (BOTH if mutual else NONE), False  # nobody agrees alone

    def _agents(self, verb: Verb, text: str) -> list[str]:
        """Return the stretches that may name the agent of a passive verb: after "by", within "on .. part", before."""
        grammar, found = self._grammar, []
        for hit in grammar.agents.find(text):
            if GAP in hit.term:
                found.append(" ".join(text[hit.start : hit.end].split()[1:-1]))
            elif hit.start >= verb.hit.end and len(fold_words(text[verb.hit.end : hit.start])) <= BETWEEN:
                found.append(text[hit.end : hit.end + AGENT])
        for hit in grammar.sided.find(text):
            found.append(" ".join(text[: hit.start].split()[-BETWEEN:]))
        return found

    def _resolve(self, subject: Subject | None, state: State) -> tuple[str, bool]:
        """Return the speaker that a subject stands for, and whether the subject says so by itself."""
        if subject is None:
            return state.speaker, False
        if subject is Pronoun.ONE:
            return self._met if state.writes and state.person == self._participants.own else state.person, False
        if subject is Pronoun.COUNTERPART:
            return self._participants.partner or NONE if state.person == self._participants.own else NONE, False
        if subject is Pronoun.SEVERAL:
            return BOTH, False
        return str(subject), True

    def _contact(self, text: str, verb: Verb, act: Act) -> Speech:
        """Return a sentence of contact to the own side; "to discuss" in it tells what both did."""
        for hit in self._grammar.purpose.find(text[verb.hit.end :]):
            start = verb.hit.end + hit.end
            start += len(text[start:]) - len(text[start:].lstrip())
            inner = self._verb(text[start:])
            if inner is None or inner.hit.id == ActClass.FACT or WORD.findall(text[start:][: inner.hit.start])[1:]:
                continue
            if self._lexicon.find(text[start:], self._language, "placeholder"):
                break  # "to discuss a range of issues" names no matter
            return self._purpose(inner, text[start:])
        if any(hit.start < TOLD for hit in self._grammar.regarding.find(text[verb.hit.end :])):
            return Speech(BOTH, Act(ActClass.REPORT, act.term, 0))
        return Speech(self._participants.own, act)

    def _purpose(self, verb: Verb, text: str) -> Speech:
        mutual = self._grammar.mutual.within(verb.hit.term.split()[0])
        done = derive_act(verb, text, self._lexicon, self._grammar, self._language)
        return Speech(BOTH if mutual else self._participants.own, done)

    def _without_verb(self, point: Point, state: State, same: bool) -> Speech:
        first = next(iter(fold_words(point.text)), "")
        contact = state.act is not None and state.act.kind == ActClass.FACT
        if same and contact and first in self._grammar.about:
            return Speech(BOTH, Act(ActClass.REPORT, "", 0))
        if same:
            theirs = state.speaker not in (self._participants.own, BOTH, NONE)
            if not theirs or not self._grammar.ours.any_of(fold_words(point.text)):
                return Speech(state.speaker, state.act, state.attributed)
        subject = self._participants.subject(point.text[:SUBJECT_WITHIN])
        if subject == NONE and (first in self._grammar.this or self._lexicon.find(point.text, self._language, "tone")):
            return Speech(
                self._participants.own, Act(ActClass.FACT, "", 0)
            )  # "This call was part of", "The talks were constructive"
        if subject == NONE and state.act is not None and first in self._grammar.articles:
            return Speech(BOTH, Act(ActClass.REPORT, "", 0))  # "The key topic of the talks was"
        return self._statement(point.text, state, subject, contact=contact)

    def _statement(self, text: str, state: State, subject: Subject | None, *, contact: bool) -> Speech:
        """Return a sentence without a verb of speech to whom it tells of, or to whoever goes on speaking."""
        doer = self._participants.doer(text)
        if contact and doer in (None, self._participants.own) and subject is not Pronoun.SEVERAL and subject != BOTH:
            return Speech(self._participants.own, state.act)  # still telling of the contact
        if doer is not None:
            who = self._resolve(doer, state)[0]
        elif subject is Pronoun.SEVERAL or subject == BOTH:
            who = state.voice.goes_on(text) or BOTH
        else:
            who = self._goes_on(text, state, subject)
        if who != state.voice.side:
            state.voice.stop()
        return Speech(who, derive_act_of_statement(text, self._grammar, promised=subject is not None))

    def _goes_on(self, text: str, state: State, subject: Subject | None) -> str:
        """Return whose a sentence is that names no speaker: the account's own, unless its mood carries one over."""
        if self._grammar.indirect.any_of(fold_words(text)):
            return state.speaker
        return (
            self._participants.own
            if subject == self._participants.own
            else state.voice.goes_on(text) or self._participants.own
        )
