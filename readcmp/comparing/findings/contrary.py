"""Contraries set against each other, and deeds of which the other side says only that they were talked about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from readcmp.annotation.content import TextContent
from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import Pair, PairContext
from readcmp.comparing.findings.paired import is_joint_agreement, pair_draft
from readcmp.comparing.findings.threats import warned
from readcmp.comparing.findings.words import put
from readcmp.content import Negation, Pole
from readcmp.model import BOTH, Act, Point, Side
from readcmp.text import squeeze
from readcmp.vocabulary import BINDING, ActClass, FindingKind, Trait

AGAINST = frozenset(
    {(ActClass.APPROVE, ActClass.OPPOSE), (ActClass.AGREE, ActClass.OPPOSE), (ActClass.COMMIT, ActClass.OPPOSE)}
)
"""Classes of acts that are contrary to each other, whoever of the two does them."""

DEMANDING = (ActClass.REQUEST,)

DEEDS = (
    ActClass.AGREE,
    ActClass.COMMIT,
    ActClass.OPPOSE,
    ActClass.WARN,
    ActClass.REQUEST,
    ActClass.CONCERN,
    ActClass.APPROVE,
)
"""Classes of acts by which a side does something, where their step is ``FIRM`` or more."""

FIRM = 3
"""From this step of the ladder on an act is more than a polite word."""

PARTIES = "parties"
"""The axis of how many take part, of which ``parties`` makes findings."""

NEAR = 0.4
"""What the other side only talked about is the same matter where the match scores this, 0..1."""

MOST = 4
"""So many contraries between two sides are told, the surest."""


class Claim(Struct, frozen=True):
    """What a point says as far as another can say the contrary.

    ``idle`` are the stems of its verb and of its poles, which say nothing of what it is about.
    """

    point: Point
    said: TextContent
    poles: tuple[Pole, ...]
    matters: frozenset[str]
    idle: frozenset[str]

    @property
    def language(self) -> str:
        """The language of the point."""
        return self.said.language

    @property
    def words(self) -> frozenset[str]:
        """What the point is about: its concepts and the stems of its words."""
        return self.said.matter

    @property
    def denials(self) -> tuple[Negation, ...]:
        """What the point denies in so many words."""
        return self.said.told_negations

    @property
    def act(self) -> Act:
        """The point's act; a plain fact where it has none."""
        return self.point.act or Act(ActClass.FACT, "", 0)

    @property
    def can_be_denied(self) -> bool:
        """Whether the point says that something is agreed or asks for it, and denies nothing itself."""
        return self.act.kind in (*BINDING, *DEMANDING) and not self.denials

    @property
    def can_deny(self) -> bool:
        """Whether the point denies something; who offers or asks to refrain from it denies nothing."""
        return bool(self.denials) and self.act.kind not in (*BINDING, *DEMANDING, ActClass.WISH_OFFER)


def find_contraries(case: PairContext) -> Iterator[Candidate]:
    """Find where one side says the contrary of the other; call it for one of both ways."""
    ours, theirs = _claims(case.side, case), _claims(case.other, case)
    found: list[tuple[float, int, Pair, str, tuple[str, str]]] = []
    against = _Opponents(theirs)
    for mine in ours:
        linked = {pair.other.id: pair for pair in case.candidates.get(mine.point.id, ())}
        for yours in against.of(mine, linked):
            pair = linked.get(yours.point.id)
            if pair is None and (mine.matters.isdisjoint(yours.matters) or not _is_one_matter(mine, yours)):
                continue
            told = _contrary(case, mine, yours, linked=pair is not None, likely=bool(pair and not pair.doubtful))
            if told:
                both = pair or Pair(mine.point, yours.point, 0.0, ())
                found.append((both.score, len(mine.words & yours.words), both, *told))
    seen: set[str] = set()
    for _, _, pair, text, words in sorted(found, key=lambda f: (-f[0], -f[1], f[2].own.start, f[2].other.start))[:MOST]:
        if not {pair.own.id, pair.other.id} & seen:
            seen |= {pair.own.id, pair.other.id}
            yield pair_draft(case, FindingKind.CONTRARY, pair, text, words, contrary=1.0, doubtful=False)


def _claims(side: Side, case: PairContext) -> list[Claim]:
    found, light = [], case.light
    for point in side.points:
        if point.placeholder or point.quiet:
            continue
        said = case.contents[point].whole
        poles = tuple(pole for pole in said.poles if pole.axis != PARTIES)
        acts = point.act is not None and point.act.kind in (*DEEDS, ActClass.WISH_OFFER)
        if acts or poles or said.told_negations:
            idle = frozenset(case.contents[point].act_stems).union(*(pole.stems for pole in poles))
            found.append(Claim(point, said, poles, frozenset(point.topics) - light, idle))
    return found


class _Opponents:
    """The claims of one side by what another can be contrary to: of two long accounts few pairs can be at all."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._at = {claim.point.id: n for n, claim in enumerate(claims)}
        self._by_axis: dict[str, list[int]] = {}
        for n, claim in enumerate(claims):
            for pole in claim.poles:
                self._by_axis.setdefault(pole.axis, []).append(n)
        self._deniers = [n for n, claim in enumerate(claims) if claim.can_deny]
        self._deniable = [n for n, claim in enumerate(claims) if claim.can_be_denied]

    def of(self, claim: Claim, linked: Iterable[str]) -> list[Claim]:
        """Return, in their order, those that a claim is linked to or shares an axis with, and those of a denial."""
        found = {self._at[point] for point in linked if point in self._at}
        found.update(*(self._by_axis.get(pole.axis, ()) for pole in claim.poles))
        found.update(self._deniers if claim.can_be_denied else (), self._deniable if claim.can_deny else ())
        return [self._claims[n] for n in sorted(found)]


def _is_one_matter(mine: Claim, yours: Claim) -> bool:
    """Return whether two claims on a topic that weighs are about one thing, by its words, though nothing links them."""
    least = 1 if mine.language != yours.language else 2
    shared = mine.words & yours.words
    if len(shared) < least:
        return False
    idle = mine.idle | yours.idle
    return sum(word.partition(":")[2] not in idle for word in shared) >= least


def _contrary(
    case: PairContext, mine: Claim, yours: Claim, *, linked: bool, likely: bool
) -> tuple[str, tuple[str, str]] | None:
    """Return how two claims are contrary, with the words that show it, ours first; None if they are not."""
    axis = _by_axis(case, mine, yours)
    if axis:
        return axis
    for one, other, ours in ((mine, yours, True), (yours, mine, False)):
        denial = _denial(one, other, linked=linked)
        if denial:
            text = _told_denial(case, one, other_is_ours=not ours)
            ends = (one.act.term, denial.words) if ours else (denial.words, one.act.term)
            return text, ends
        if likely and (one.act.kind, other.act.kind) in AGAINST and one.act.term and other.act.term:
            terms = (mine.act.term, yours.act.term)
            if len(mine.words & yours.words) > 1:
                return f"{case.ours} says {put(terms[0])}; {case.theirs} the opposite: {put(terms[1])}", terms
    return None


def _by_axis(case: PairContext, mine: Claim, yours: Claim) -> tuple[str, tuple[str, str]] | None:
    theirs = {pole.axis: pole for pole in yours.poles}
    for pole in mine.poles:
        other = theirs.get(pole.axis)
        if other is None:
            continue
        words = (pole.words, other.words)
        demands = mine.act.kind in DEMANDING, yours.act.kind in DEMANDING
        if pole.sign != other.sign and not any(demands):
            who = _agreed_by(case, mine, yours)
            return who or f"{case.ours} says {_put(pole)}; {case.theirs} the opposite: {_put(other)}", words
        if pole.sign == other.sign and demands == (True, False) and other.denied:
            return f"{case.ours} demands it; {case.theirs} denies there is any ground", words
        if pole.sign == other.sign and demands == (False, True) and pole.denied:
            return f"{case.theirs} demands it; {case.ours} denies there is any ground", words
    return None


def _put(pole: Pole) -> str:
    return f"not {put(pole.words)}" if pole.denied else put(pole.words)


def _agreed_by(case: PairContext, mine: Claim, yours: Claim) -> str:
    """Return who is said to have agreed what the other denies; empty where it is not about an agreement."""
    for one, other, ours in ((mine, yours, True), (yours, mine, False)):
        if one.act.kind in BINDING and other.denials:
            return _told_denial(case, one, other_is_ours=not ours)
    return ""


def _told_denial(case: PairContext, one: Claim, *, other_is_ours: bool) -> str:
    says, denies = (case.theirs, case.ours) if other_is_ours else (case.ours, case.theirs)
    denier = case.side.id if other_is_ours else case.other.id
    if one.act.kind in DEMANDING:
        return f"{says} demands it; {denies} says it is not so"
    who = {BOTH: "both agreed", denier: f"{denies} agreed"}
    told = who.get(one.point.speaker if one.point.attributed else "", "it is agreed")
    return f"{says} says {told}; {denies} denies it"


def _denial(one: Claim, other: Claim, *, linked: bool) -> Negation | None:
    """Return the negation by which a claim denies what another says was agreed or asks for, None where it does not."""
    if not (one.can_be_denied and other.can_deny) or one.language != other.language:
        return None
    own = {word.partition(":")[2] for word in one.words}
    shared = len(one.words & other.words)
    return next((n for n in other.denials if n.denied & own and (linked or shared > 1)), None)


def find_vague(case: PairContext) -> Iterator[Candidate]:
    """Find deeds of the side of which all that the other has is a report that they were talked about."""
    small = case.topics_with(Trait.LIGHT, Trait.CEREMONY) - case.quiet
    for own, pairs in case.candidates.items():
        point, best = case.points[own], pairs[0]
        if not point.topics or point.quiet or point.topics[0] in small or is_joint_agreement(case, pairs):
            continue
        if best.score < NEAR or not all(_is_report(case, pair.other) for pair in pairs):
            continue
        said = case.contents[point]
        deed, act = _done(point, said.whole), point.act
        does_it = act is not None and act.kind in DEEDS and (act.strength >= FIRM or act.kind in BINDING)
        if act is not None and act.kind == ActClass.WARN:
            does_it = bool(warned(case, point))
        firm = does_it and not said.is_talk
        wide = case.contents[best.other].is_general or best.other.placeholder
        states = act is not None and act.kind in (ActClass.ASSERT, ActClass.WISH_OFFER, ActClass.APPROVE)
        plain = states and bool(act and act.term) and wide and not said.whole.is_talk
        if not (deed or firm or plain):
            continue
        words = squeeze(deed or (act.term if act else ""))
        agreed = best.other.act is not None and best.other.act.kind in BINDING
        if agreed and point.topics[0] not in best.other.topics:
            continue  # that they go on talking says of this matter nothing at all
        only = "that talks would go on" if agreed else "that it was discussed"
        only = "that they talked" if _tells_nothing(case) else only
        opened = f"{case.ours} says {put(words)}" if words else f"{case.ours} goes into it"
        size = 1.0 if deed else (act.strength if act else 0) / 5
        yield pair_draft(
            case, FindingKind.VAGUE, best, f"{opened}; {case.theirs} only {only}", (words or None, None),
            act=size, light=float(not (deed or firm)), doubtful=False,
        )  # fmt: skip


def _done(point: Point, whole: TextContent) -> str:
    """Return the words for a deed in a point, but not of one that it judges: "valued the guidelines signed in May"."""
    text, deed, act = whole.text, whole.deed, point.act
    at = text.find(squeeze(act.term)) if act is not None and act.term else -1
    if not deed or act is None or not 0 <= at < text.find(deed):
        return deed
    aside = text[: text.find(deed)].rstrip().endswith((",", "，"))  # "the tariffs, imposed last year, should go"
    return "" if aside or act.kind in (ActClass.APPROVE, ActClass.CONCERN, ActClass.OPPOSE) else deed


def _tells_nothing(case: PairContext) -> bool:
    """Return whether all that the other side tells is that there was a contact."""
    return all(point.quiet for point in case.other.points)


def _is_report(case: PairContext, point: Point) -> bool:
    """Return whether a point reports no more than that a matter was spoken of, or will be."""
    said = case.contents[point]
    if point.placeholder:
        return True
    if point.quiet:  # that the two spoke at all says of no matter that it was talked about
        return said.whole.is_general or _tells_nothing(case)
    if said.whole.deed or point.act is None or squeeze(point.act.term) not in said.whole.text:
        return False
    if point.act.kind in BINDING:
        return said.is_talk
    return (
        point.act.kind == ActClass.REPORT and said.whole.acts <= {ActClass.REPORT, ActClass.FACT} and said.act_is_talk
    )
