"""Who speaks in each point, and what the verb does: one walk through the readout, as subjects carry over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from readcmp.lexicon import Lexicon, reading
from readcmp.lexicon.terms import split_terms
from readcmp.marking.acts import act_from, act_of_statement
from readcmp.marking.cast import Cast
from readcmp.marking.grammar import Grammar, grammar_of, words_of
from readcmp.marking.verbs import Verb, governing_verb
from readcmp.model import BOTH, NONE, THIRD, Act, Point, Readout

Speech = tuple[str, Act | None]
"""A speaker (a side's id, ``both``, ``none``, ``third``) and an act."""

SUBJECT_WITHIN = 60
"""In a sentence without a verb of speech the subject is looked for in this many characters."""


def speech_of(
    readout: Readout, points: Sequence[Point], lexicon: Lexicon, *, sides: Sequence[str] = ()
) -> tuple[Speech, ...]:
    """Give the speaker and the act of each point; ``none`` and None in a language without a grammar.

    ``sides`` are the ids of all sides of the contact. Where they do not tell the other side (a readout alone), the
    first foreign state that the text names is taken for it, and its points are given as ``third``.
    """
    language = readout.language.replace("_", "-").split("-")[0].lower()
    grammar = grammar_of(language)
    if grammar is None:
        return tuple((NONE, None) for _ in points)
    return _Walk(readout, lexicon, grammar, language, sides).speeches(points)


def actor_of(side: str, label: str, lexicon: Lexicon) -> str:
    """Give the lexicon's actor that a side is, by its id or by its label; the side's id where there is none."""
    if side in lexicon.actors:
        return side
    for entry in lexicon.actors.values():
        if entry.label.lower() in (side.lower(), label.lower()):
            return entry.id
    hits = lexicon.find(label, "en", "actor") or lexicon.find(side.replace("-", " "), "en", "actor")
    return hits[0].id if hits else side


@dataclass(slots=True)
class _State:
    """What carries over from point to point: the last subject, and the last one person or side."""

    speaker: str
    person: str
    act: Act | None = None
    sentence: int = -1
    contact: bool = False


class _Walk:
    def __init__(
        self, readout: Readout, lexicon: Lexicon, grammar: Grammar, language: str, sides: Sequence[str]
    ) -> None:
        self._readout, self._lexicon, self._grammar, self._language = readout, lexicon, grammar, language
        self._own = actor_of(readout.side, readout.label, lexicon)
        self._id = {actor_of(side, "", lexicon): side for side in sides if side != readout.side}
        others = tuple(self._id)
        if not others:
            text = f"{readout.title or ''} {readout.text}"
            others = tuple(dict.fromkeys(h.id for h in lexicon.find(text, language, "actor") if h.id != self._own))[:1]
        self._id[self._own] = readout.side
        self._cast = Cast(readout, lexicon, grammar, own=self._own, others=others)
        joint = split_terms(reading.read(f"acts.{language}").get("joint", ""))
        self._joint = frozenset(key for key in lexicon.acts(language) if key[1] in joint)
        self._quotes = tuple(self._attributions())

    def speeches(self, points: Sequence[Point]) -> tuple[Speech, ...]:
        state = _State(self._own, self._own)
        found = []
        for point in points:
            speaker, act = self._speech(point, state)
            state.sentence, state.speaker, state.act = point.sentence, speaker, act
            if speaker not in (BOTH, NONE, THIRD):
                state.person = speaker
            found.append((self._id.get(speaker, speaker if speaker in (BOTH, NONE) else THIRD), act))
        return tuple(found)

    def _speech(self, point: Point, state: _State) -> Speech:
        said = self._said(point)
        if said is not None:
            return said
        same = point.sentence == state.sentence
        whole = f"{point.lead} {point.text}" if point.lead else point.text
        verb = self._verb(whole)
        if point.lead:
            own = self._verb(point.text)
            if own is not None and (own.shared or own.hit.start == 0):
                verb, whole = own, point.text
        if verb is None:
            return self._without_verb(point, state, same)
        act = act_from(verb, whole, self._lexicon, self._grammar, self._language)
        if act.kind == "fact":
            return self._contact(whole, verb, act)
        speaker = self._speaker(verb, whole, state, same)
        if speaker == BOTH and (act.kind, verb.hit.term) in self._joint:
            act = Act("agree", act.term, act.strength)
        return speaker, act

    def _verb(self, text: str) -> Verb | None:
        return governing_verb(
            text, self._lexicon, self._grammar, self._language, lambda s: self._cast.subject(s) is not None
        )

    def _speaker(self, verb: Verb, text: str, state: _State, same: bool) -> str:
        if verb.shared:
            if state.act is not None and state.act.kind == "fact" and same and verb.form == "base":
                return self._purpose(verb, text)[0]
            return state.speaker if same or verb.form == "gerund" else self._own
        subject = self._cast.subject(verb.before)
        base = words_of(verb.hit.term)[0]
        if verb.passive:
            if base in self._grammar.receives and subject not in (None, NONE, BOTH):
                return self._own if subject != self._own else NONE
            agent = re.match(r"(?:\W+\w+){0,3}?\W+by\b(.{3,60})", text[verb.hit.end :])
            by = self._cast.subject(agent.group(1)) if agent else None
            if by in (None, NONE):  # nobody agrees alone
                return BOTH if verb.hit.id == "agree" or re.search(r"\bmutual", verb.before, re.I) else NONE
            return self._resolve(by, state)
        return self._resolve(subject, state)

    def _resolve(self, subject: str | None, state: _State) -> str:
        if subject is None:
            return state.speaker
        if subject == "he":
            return state.person
        if subject == "they":
            return BOTH
        return subject

    def _contact(self, text: str, verb: Verb, act: Act) -> Speech:
        """Give a sentence of contact to the own side; "to discuss" in it tells what both did."""
        for match in re.finditer(r"\bto ((?:\w+ly )?[a-z]+)\b", text[verb.hit.end :]):
            start = verb.hit.end + match.start(1)
            inner = self._verb(text[start:])
            if inner is not None and inner.hit.start == 0 and inner.hit.id != "fact":
                if self._lexicon.find(text[start:], self._language, "placeholder"):
                    break  # "to discuss a range of issues" names no matter
                return self._purpose(inner, text[start:])
        return self._own, act

    def _purpose(self, verb: Verb, text: str) -> Speech:
        mutual = words_of(verb.hit.term)[0] in self._grammar.mutual
        done = act_from(verb, text, self._lexicon, self._grammar, self._language)
        return BOTH if mutual else self._own, done

    def _without_verb(self, point: Point, state: _State, same: bool) -> Speech:
        first = next(iter(words_of(point.text)), "")
        if same and state.act is not None and state.act.kind == "fact" and first in self._grammar.about:
            return BOTH, Act("report", "", 0)
        if same:
            return state.speaker, state.act
        subject = self._cast.subject(point.text[:SUBJECT_WITHIN])
        if subject == NONE and state.act is not None and first == "the":
            return BOTH, Act("report", "", 0)  # "The key topic of the talks was"
        if state.act is not None and state.act.kind == "fact":
            return self._own, state.act  # still telling of the contact
        statement = act_of_statement(point.text, self._grammar)
        if subject == self._own:
            return self._own, statement
        return state.speaker, statement

    def _said(self, point: Point) -> Speech | None:
        for start, end, speaker, act in self._quotes:
            if start <= point.start < end:
                return speaker, act
        return None

    def _attributions(self) -> list[tuple[int, int, str, Act]]:
        """Find long quotations and whose they are: by what follows them (", Biden said") or leads to them."""
        found = []
        text = self._readout.text
        person = self._own
        for match in re.finditer(r"“([^“”]{60,2500})”|\"([^\"]{60,2500})\"", text):
            after = re.match(r"[\s,]*([^.\n“\"]{3,120})", text[match.end() :])
            before = re.search(r"([^.\n“”\"]{3,160})$", text[: match.start()])
            for place, around in ((after, after and after.group(1)), (before, before and before.group(1))):
                if not place or not around or not self._grammar.saying.search(around):
                    continue
                subject = self._cast.subject(around)
                if subject in (None, NONE, THIRD, "they"):
                    continue
                speaker = person if subject == "he" else str(subject)
                person = speaker if speaker != BOTH else person
                word = self._grammar.saying.search(around)
                said = word.group() if word else ""
                hits = self._lexicon.find(said, self._language, "act")
                kind = hits[0].id if hits and hits[0].id != "report" else "assert"
                act = Act(kind, said, 2)  # words quoted at length are a side's own statement
                found.append((match.start(), match.end(), speaker, act))
                break
        return found
