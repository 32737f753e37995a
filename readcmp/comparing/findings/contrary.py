"""Contraries set against each other: what one account says that the other denies, opposes, or did not discuss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from readcmp.annotation.content import TextContent
from readcmp.comparing.findings.candidate import Candidate
from readcmp.comparing.findings.context import Pair, PairContext
from readcmp.comparing.findings.making import make_paired
from readcmp.comparing.findings.words import quote_words
from readcmp.content import Negation, Pole
from readcmp.model import BOTH, Act, Point, Side
from readcmp.vocabulary import BINDING, ActClass, FindingKind

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
"""Classes of acts by which a side does something, where they are more than a polite word."""

PARTIES = "parties"
"""The axis of how many take part, of which ``parties`` makes findings."""

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
    def undiscussed(self) -> str:
        """The words by which the point says that its matter was not talked about, empty where it does not."""
        return self.said.undiscussed

    @property
    def can_be_denied(self) -> bool:
        """Whether the point says that something is agreed or asks for it, and denies nothing itself."""
        return self.act.kind in (*BINDING, *DEMANDING) and not self.denials

    @property
    def can_deny(self) -> bool:
        """Whether the point denies something, be it the act itself; who offers or asks to refrain denies nothing."""
        asks = self.act.kind in (*BINDING, *DEMANDING, ActClass.WISH_OFFER)
        return bool(self.denials) and (not asks or any(one.denied & self.idle for one in self.denials))


def find_contraries(case: PairContext) -> Iterator[Candidate]:
    """Find where one side says the contrary of the other; call it for one of both ways."""
    silent = any(case.contents[point].whole.undiscussed for one in (case.side, case.other) for point in one.points)
    ours, theirs = _claims(case.side, case, every=silent), _claims(case.other, case, every=silent)
    found: list[tuple[float, int, Pair, str, tuple[str, str]]] = []
    against = _Opponents(theirs)
    for mine in ours:
        linked = {pair.other.id: pair for pair in case.matches.get(mine.point.id, ())}
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
            yield make_paired(case, FindingKind.CONTRARY, pair, text, words, contrary=1.0, doubtful=False)


def _claims(side: Side, case: PairContext, *, every: bool) -> list[Claim]:
    """Return what a side claims; ``every`` point claims something where one says that a matter was not discussed."""
    found, light = [], case.light
    for point in side.points:
        if point.placeholder or point.quiet:
            continue
        said = case.contents[point].whole
        poles = tuple(pole for pole in said.poles if pole.axis != PARTIES)
        acts = point.act is not None and point.act.kind in (*DEEDS, ActClass.WISH_OFFER)
        if acts or poles or said.told_negations or every:
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
        self._silent = [n for n, claim in enumerate(claims) if claim.undiscussed]
        self._deniers = [n for n, claim in enumerate(claims) if claim.can_deny]
        self._deniable = [n for n, claim in enumerate(claims) if claim.can_be_denied]

    def of(self, claim: Claim, linked: Iterable[str]) -> list[Claim]:
        """Return, in their order, those that a claim is linked to or shares an axis with, and those of a denial."""
        found = {self._at[point] for point in linked if point in self._at}
        found.update(*(self._by_axis.get(pole.axis, ()) for pole in claim.poles))
        found.update(self._deniers if claim.can_be_denied else (), self._deniable if claim.can_deny else ())
        found.update(range(len(self._claims)) if claim.undiscussed else self._silent)
        return [self._claims[n] for n in sorted(found)]


def _is_one_matter(mine: Claim, yours: Claim, *, linked: bool = False) -> bool:
    """Return whether two claims on a topic that weighs are about one thing, by its words, though nothing links them."""
    least = 1 if linked or mine.language != yours.language else 2
    shared = mine.words & yours.words
    if len(shared) < least:
        return False
    idle = mine.idle | yours.idle
    return sum(word.partition(":")[2] not in idle for word in shared) >= least


def _contrary(
    case: PairContext, mine: Claim, yours: Claim, *, linked: bool, likely: bool
) -> tuple[str, tuple[str, str]] | None:
    """Return how two claims are contrary, with the words that show it, ours first; None if they are not."""
    axis = _by_axis(case, mine, yours) or _by_silence(case, mine, yours, linked=linked)
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
                return (
                    f"{case.ours} says {quote_words(terms[0])}; {case.theirs} the opposite: {quote_words(terms[1])}",
                    terms,
                )
    return None


def _by_silence(case: PairContext, mine: Claim, yours: Claim, *, linked: bool) -> tuple[str, tuple[str, str]] | None:
    """Return how two claims are contrary, one of which says that the matter was not talked about; else None."""
    if bool(mine.undiscussed) == bool(yours.undiscussed) or not _is_one_matter(mine, yours, linked=linked):
        return None
    silent, says = (case.ours, case.theirs) if mine.undiscussed else (case.theirs, case.ours)
    one = yours if mine.undiscussed else mine
    told = quote_words(one.act.term) if one.act.kind in DEEDS and one.act.term else "it was"
    words = tuple(claim.undiscussed or claim.act.term for claim in (mine, yours))
    return f"{silent} says it was not discussed; {says} says {told}", (words[0], words[1])


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
    return f"not {quote_words(pole.words)}" if pole.denied else quote_words(pole.words)


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
