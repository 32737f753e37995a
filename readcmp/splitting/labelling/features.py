"""Features of the labels that a sentence may have, by name, each with what it counts.

A label is a side's id, ``JOURNALIST`` for the journalist's own words, or ``ALL`` for what all sides tell. Features of a
label begin with ``side``, ``nobody`` or ``all``, those of a transition from one sentence to the next with its name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from readcmp.splitting.labelling.evidence import ArticleEvidence, Evidence
from readcmp.splitting.memory import ALL

JOURNALIST = "-"

TRANSITIONS = ("go on", "go on all", "go on nobody", "begin", "end", "turn", "part")
"""The transitions from one label to the next: on with a side, with all or with nobody, from nobody to a side, back,
from side to side, and to or from all."""

VECTOR = 1.7
"""What the word vector of a sentence counts beside one feature: the penalty on its coefficients is the smaller."""

STEM = 0.6
"""What a stem counts."""

_FOLLOWS = ("carried", "quotation")
"""Reasons of a reading that follows from that of the sentences before, which transitions weigh anew."""

_SHORT, _LONG = 6, 30
"""Words of a short and of a long sentence."""

_BACK = 40
"""Statements before one in which somebody with the same pronoun is looked for."""

_WHOLE = 8
"""Statements of an article from which on its beginning and its end tell something."""

_CLAUSE_SIGNS = (
    "quoted", "quotes", "person", "thing", "its", "office", "private", "background",
)  # fmt: skip
"""Signs that tell whether an account goes on."""

_SEVERAL = 3
"""So many states in a sentence, or more, are several."""

_RANKS = 3
"""The states that are named most often are told apart up to this place."""

NONE = "none"
"""Stands for a kind of source where there is none."""

Features = Iterator[tuple[str, float]]


class Context(Struct, frozen=True, dict=True):
    """The evidence of an article, and what is counted over all of it."""

    article: ArticleEvidence

    @property
    def statements(self) -> Sequence[Evidence]:
        """The evidence of each statement, in their order."""
        return self.article.statements

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The labels that a statement of this article may have."""
        return (JOURNALIST, ALL, *self.article.sides)

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """The share 0..1 of each side in the statements that name one themselves."""
        counts = Counter(one.named for one in self.statements if one.named)
        return {side: count / counts.total() for side, count in counts.items()}

    @cached_property
    def of_no_side(self) -> Sequence[Sequence[tuple[str, float]]]:
        """The features of each statement that tell whether no one side's account is told; two labels share them."""
        return [tuple(_of_none(self, n)) for n in range(len(self.statements))]

    @cached_property
    def total_mentions(self) -> int:
        """How many states the article names, each as often as it does."""
        return sum(self.article.mentions.values())

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of each state among those named most often, from 0 on."""
        mentions = self.article.mentions
        order = sorted(mentions, key=lambda side: (-mentions[side], side))
        return {side: min(n, _RANKS) for n, side in enumerate(order)}

    @cached_property
    def bearers(self) -> Mapping[str, Counter[str]]:
        """How often each name stands where a statement names which side."""
        found: dict[str, Counter[str]] = {}
        for one in self.statements:
            if one.person.name and one.named:
                found.setdefault(one.person.name, Counter())[one.named] += 1
        return found


def features_of(context: Context, n: int, label: str) -> Features:
    """Return the features of a label for the statement of a number."""
    if label in (JOURNALIST, ALL):
        told = "nobody" if label == JOURNALIST else "all"
        yield from ((f"{told} {name}", value) for name, value in context.of_no_side[n])
    else:
        yield from ((f"side {name}", value) for name, value in _of_side(context, n, label))


def _of_none(context: Context, n: int) -> Features:
    """Return what tells whether no side's account alone is told."""
    one, language = context.statements[n], context.article.language
    sides = len(one.reading)
    read = "nobody" if not sides else "all" if sides > 1 or ALL in one.reading else "side"
    yield "always", 1.0
    yield f"read {read}", 1.0
    yield f"read {read} {one.reason}", 1.0
    yield f"source {one.source[0] or NONE}", 1.0
    yield f"subject {one.subject[0] or NONE} {bool(one.subject[1])}", 1.0
    yield f"states {min(len(one.states), _SEVERAL)}", 1.0
    yield from ((f"sign {sign}", 1.0) for sign in sorted(one.signs))
    verb = "verb" in one.signs
    whole = len(context.statements) >= _WHOLE
    for name, there in (
        ("first", whole and n == 0),
        ("last", whole and n == len(context.statements) - 1),
        ("first paragraph", whole and one.paragraph == context.statements[0].paragraph),
        ("last paragraph", whole and one.paragraph == context.statements[-1].paragraph),
        ("opens", one.opens),
        ("opens without a verb", one.opens and not verb),
        ("source of a side with a verb", bool(one.source[1]) and verb),
        ("private with a verb", "private" in one.signs and verb),
        ("short", one.length < _SHORT),
        ("long", one.length > _LONG),
    ):
        if there:
            yield name, 1.0
    if (after := _next(context, n)) is not None:
        yield f"next {'named' if after.named else 'verb' if 'verb' in after.signs else 'plain'}", 1.0
    yield from ((f"vector {i}", VECTOR * value) for i, value in enumerate(one.vector))
    yield from ((f"stem {language}:{stem}", STEM) for stem in sorted(one.stems))


def _of_side(context: Context, n: int, side: str) -> Features:
    """Return what tells whether one side's account is told."""
    one, known = context.statements[n], context.article
    yield "always", 1.0
    if one.reason not in _FOLLOWS:
        read = "nobody" if not one.reading else "all" if len(one.reading) > 1 else _whose(one.reading[0], side)
        yield f"read {read}", 1.0
        yield f"read {read} {one.reason}", 1.0
    yield "share", context.shares.get(side, 0.0)
    yield "share of mentions", known.mentions.get(side, 0) / max(1, context.total_mentions)
    yield f"rank {context.ranks.get(side, _RANKS)}", 1.0
    for name, there in (
        ("in title", side in known.title),
        ("in opening", side in known.opening),
        ("never named", side not in context.shares),
    ):
        if there:
            yield name, 1.0
    yield from ((name, 1.0) for name in _of_source(one, side))
    yield from ((name, 1.0) for name in _of_states(context, n, side))
    yield from _of_person(context, n, side)


def _of_source(one: Evidence, side: str) -> Iterator[str]:
    """Return what the source and the subject of a sentence tell of a side."""
    yield f"source {one.source[0]} {_whose(one.source[1], side)}"
    yield f"subject {one.subject[0]} {_whose(one.subject[1], side)}"
    if one.named == side:
        yield "named"
    yield f"both {one.source[0]} {_whose(one.source[1], side)} {one.subject[0]} {_whose(one.subject[1], side)}"
    yield f"where {one.opens} {one.source[0]} {_whose(one.source[1], side)} {_whose(one.before[0], side)}"
    if one.never:
        yield f"never {side in one.never}"
    if one.hint:
        yield f"hint {_whose(one.hint, side)}"
    own = [how for state, how in one.cue_states if state == side]
    if one.cue_states:
        yield f"cue {own[0] if own else 'other'}"
        if one.cue_states[0][0] == side:
            yield f"cue begins {one.cue_states[0][1]}"
        if one.cue_states[-1][0] == side:
            yield f"cue ends {one.cue_states[-1][1]}"
    if one.place:
        yield f"place {_whose(one.place, side)} {one.source[0]} {bool(one.source[1])}"


def _of_states(context: Context, n: int, side: str) -> Iterator[str]:
    """Return what the states named in a sentence, and before it, tell of a side."""
    one = context.statements[n]
    verb = "verb" if "verb" in one.signs else "plain"
    others = any(state != side for state in one.states)
    yield f"names {side in one.states} {others} {verb}"
    if one.begins:
        yield f"begins {'own' if side in one.begins else 'other'} {verb}"
    if (after := _next(context, n)) is not None:
        yield f"next {_whose(after.named, side)}"
    if not one.source[1]:
        last, sentence, paragraph = (_whose(state, side) for state in one.before)
        yield f"last {last} {one.source[0] or NONE}"
        yield f"paragraph {paragraph} {one.source[0] or NONE}"
        if one.source[0]:
            yield f"sentence {sentence} {one.source[0]}"


def _of_person(context: Context, n: int, side: str) -> Features:
    """Return what the office, the name and the pronoun of a sentence's source tell of a side."""
    one = context.statements[n]
    kind = one.source[0]
    if kind and not one.source[1]:
        if context.article.holders:
            yield f"holder {kind}", context.article.holders.get(side, 0.0)
        if one.office:
            yield f"office {_whose(one.office, side)} {kind}", 1.0
        if one.holders:
            yield f"holders {side in one.holders} {len(one.holders)}", 1.0
        if context.article.dateline:
            yield f"dateline {side in context.article.dateline} {kind}", 1.0
    if one.person.name:
        beside, before = one.person.state_beside, one.person.state_before
        if beside or before:
            yield f"{'beside' if beside else 'before'} name {_whose(beside or before, side)}", 1.0
        if votes := context.bearers.get(one.person.name):
            yield "bearer", votes[side] / votes.total() - 0.5
    elif one.pronoun and n:
        same = (
            other
            for other in context.statements[max(0, n - _BACK) : n][::-1]
            if other.pronoun == one.pronoun and other.named
        )
        if (other := next(same, None)) is not None:
            yield f"pronoun {_whose(other.named, side)}", 1.0


def _whose(state: str, side: str) -> str:
    return "own" if state == side else "other" if state else "none"


def _next(context: Context, n: int) -> Evidence | None:
    """Return the evidence of the statement after one, in its paragraph."""
    after = context.statements[n + 1] if n + 1 < len(context.statements) else None
    return after if after is not None and after.paragraph == context.statements[n].paragraph else None


def transition(before: str, label: str) -> str:
    """Return the name of the transition from one label to the next."""
    if before == label:
        return "go on nobody" if label == JOURNALIST else "go on all" if label == ALL else "go on"
    if JOURNALIST in (label, before):
        return "end" if label == JOURNALIST else "begin"
    return "part" if ALL in (before, label) else "turn"


def transition_features(context: Context, n: int) -> Iterator[str]:
    """Return the names of what tells of the transition to a statement; each stands behind the transition's name."""
    one, before = context.statements[n], context.statements[n - 1]
    where = "paragraph" if one.opens else "sentence"
    kind, side = one.source
    yield "always"
    yield where
    yield f"{where} source {'side' if side or one.joint else kind or NONE}"
    yield f"{where} subject {one.subject[0]} {bool(one.subject[1])}"
    yield from (f"{where} {sign}" for sign in _CLAUSE_SIGNS if sign in one.signs)
    yield from (sign for sign in ("question", "mute") if sign in one.signs)
    if "verb" in one.signs and not kind:
        yield f"{where} verb alone"
    if not one.states:
        yield f"{where} no state"
    if one.begins:
        yield f"{where} state first"
    if "colon" in before.signs:
        yield "after a colon"
    if one.person.name:
        again = any(other.person.name == one.person.name for other in context.statements[max(0, n - 2) : n])
        yield f"{where} {'new name' if one.person.new else 'same name' if again else 'name'}"
