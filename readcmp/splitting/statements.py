"""One walk through an article: whose account each sentence tells, as sources carry over from one to the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from readcmp.annotation.attribution.grammar import fold_words
from readcmp.annotation.attribution.quotes import find_quoted_spans
from readcmp.model import Readout
from readcmp.patterns import compiled
from readcmp.segmentation.blocks import blocks_of
from readcmp.segmentation.sentences import split_sentences
from readcmp.segmentation.word_classes import word_classes_of
from readcmp.splitting.clauses import MARKS, Naming, chunks, is_opener, masked, namings
from readcmp.splitting.model import Statement
from readcmp.splitting.sources import Source, Sources

ALL = "*"
"""Stands for all sides until it is known which there are."""

_YEAR = compiled(r"\b(?:19|20)\d\d\b")
_CUT = compiled(r"[,;\uff0c\uff1b]\s*|\s[–—-]\s")


_SHORT = 4
"""TermList from which on what a clause begins with is more than a subject."""

_AROUND = 40
"""Sentences before and after one in which its quotation's speaker is looked for."""

_MARKS = 30
"""Marks of a sentence at which another account may begin."""

_REST = 400
"""Characters before and after a mark in which sources are looked for."""


class _State(Struct):
    """What carries over: the account that goes on, that of the paragraph before, and all told, the last first."""

    account: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    led: bool = False
    paragraph: int = -1
    told: list[str] = field(default_factory=list)

    def begin(self, paragraph: int, *, led: bool) -> None:
        """Note that a paragraph begins; ``led`` says that the one before leads to it, by a colon."""
        self.paragraph, self.led, self.before = paragraph, led and bool(self.account), self.account
        self.account = self.account if led else ()

    def around(self) -> str:
        """Return the side from whose account the call is told: of the paragraph before, or the only one so far."""
        before = next(iter(self.before), "")
        return before if before and before != ALL else self.told[0] if len(self.told) == 1 else ""

    def note(self, side: str) -> None:
        """Note that a side's account was told."""
        self.told = [side, *(other for other in self.told if other != side)]

    def last(self, never: Sequence[str] = ()) -> str:
        """Return the side whose account was told last, of those that can be meant."""
        return next((side for side in self.told if side not in never), "")


def statements_of(article: Readout, sources: Sources) -> list[Statement]:
    """Return the statements of an article in their order, with ``ALL`` for what all sides tell."""
    quotes = list(find_quoted_spans(article.text))
    text = masked(article.text, quotes)
    state, found = _State(), list[Statement]()
    for start, end, paragraph in _pieces(article, text, sources):
        if paragraph != state.paragraph:
            state.begin(paragraph, led=bool(found) and found[-1].text.endswith((":", "\uff1a")))
        found.append(_statement(article.text, text, (start, end), quotes, sources, state))
    return _quotations(found, quotes)


def _pieces(article: Readout, text: str, sources: Sources) -> Iterator[tuple[int, int, int]]:
    """Find where sentences stand, and the clauses in them that name a source of their own, with their paragraph."""
    classes = word_classes_of(article.language)
    for number, block in enumerate(blocks_of(article)):
        for line_start, line_end in _lines(article.text, block.start, block.end):
            for start, end in split_sentences(article.text, line_start, line_end, classes):
                edges = [start, *_cuts(text, start, end, sources), end]
                for lo, hi in pairwise(edges):
                    piece = article.text[lo:hi]
                    if piece.strip():
                        yield lo + len(piece) - len(piece.lstrip()), lo + len(piece.rstrip()), number


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a short line without a full stop, such as the hour in a live blog, from what stands below it."""
    first = text.find("\n", start, end)
    if 0 < first - start <= 30 and not text[start:first].rstrip().endswith((".", "!", "?", ",")):
        yield start, first
        start = first + 1
    yield start, end


def _cuts(text: str, start: int, end: int, sources: Sources) -> Iterator[int]:
    """Find where another account begins within a sentence: at ";" or "while", with a source of its own."""
    at = start
    turned = sources.words.first.opened(text[start:end]) > 0  # "While the one said ..., the other said ..."
    for mark in islice(_CUT.finditer(text, start, end), _MARKS):
        rest = text[mark.end() : min(end, mark.end() + _REST)]
        semicolon = mark.group().startswith((";", "\uff1b"))
        if not semicolon and not turned and not sources.words.contrast.opened(rest):
            continue
        bare = rest[sources.words.contrast.opened(rest) :]
        here, there = _first(text[max(at, mark.start() - _REST) : mark.start()], sources), _first(bare, sources)
        if here and there and here.source != there.source and "outsider" not in (here.source.kind, there.source.kind):
            yield mark.end()
            at = mark.end()


def _first(clause: str, sources: Sources) -> Naming | None:
    return next(iter(namings(clause, sources)), None) or _by_subject(clause, sources)


def _by_subject(clause: str, sources: Sources) -> Naming | None:
    """Return the government whose seat, office or text is what a clause without a verb of reporting begins with."""
    told = (chunk for chunk in chunks(clause[sources.words.contrast.opened(clause) :]) if not is_opener(chunk, sources))
    first = next(told, "")
    who = sources.who(" ".join(first.split()[:7]))
    return Naming(who, first.strip(), clause) if who is not None and who.kind == "voice" else None


def _statement(
    whole: str, text: str, span: tuple[int, int], quotes: Sequence[tuple[int, int]], sources: Sources, state: _State
) -> Statement:
    start, end = span
    clause = text[start:end]
    made = Statement(start, end, whole[start:end], (), "article", "", state.paragraph)
    if _is_quoted(start, end, quotes):
        state.account = state.account or state.before  # a paragraph of quoted words goes on with whose words they are
        return replace(made, sides=state.account, reason="quotation")
    words = sources.words
    if mute := next(iter(words.mute.find(clause)), None):
        state.account = ()
        return replace(made, reason="background", cue=mute.text)
    found = namings(clause, sources)
    if found and found[0].source.kind == "relay" and (subject := _by_subject(clause, sources)) is not None:
        found = [subject, *found]
    for named in found:
        if (told := _told(named, clause, sources, state)) is not None:
            sides, reason = told
            _remember(found, sides, sources)
            return replace(made, sides=sides, reason=reason, cue=named.cue)
    sides, reason, cue = _without_source(clause, sources, state)
    state.account = sides
    _remember(found, sides, sources)
    return replace(made, sides=sides, reason=reason, cue=cue)


def _remember(found: Sequence[Naming], sides: Sequence[str], sources: Sources) -> None:
    """Learn the names of those who speak for the one side whose a clause is: "its spokesman NAME said"."""
    for named in found if len(sides) == 1 and sides[0] != ALL else ():
        if named.source.side in ("", sides[0]):
            sources.remember(named.cue, sides[0])


def _told(named: Naming, clause: str, sources: Sources, state: _State) -> tuple[tuple[str, ...], str] | None:
    """Return the sides whose account a clause is that names a source, and why; note what carries over."""
    source, quoted = named.source, clause.lstrip().startswith(tuple(MARKS))
    if source.kind == "outsider" or (source.kind == "relay" and not source.side):
        state.account = ()
        return (), "outsider"
    if source.kind == "everyone":
        state.account = (ALL,)
        return (ALL,), "everyone"
    side, reason = _side(source, clause, sources, state)
    if not side:
        return None
    if quoted and reason in ("named", "carried"):
        reason = "quotation"
    state.account = (side,)
    state.note(side)
    return (side,), reason


def _side(source: Source, clause: str, sources: Sources, state: _State) -> tuple[str, str]:
    """Return the side that a source speaks for, empty where nobody can tell, and why."""
    here = next(iter(state.account), "")
    here = "" if here == ALL else here
    if source.kind in ("voice", "relay", "state"):
        return source.side, "named"
    if source.kind == "leader":
        public = sources.words.public.within(clause)
        if sources.inside(clause) and not public:
            here = here or state.around()
        if here and here != source.side and not public:
            return here, "carried"  # what the one side tells of the other's leader
        return source.side, "spoken"
    if source.side:
        return source.side, "named"
    never = source.never
    if here in never:
        here = ""
    return here or state.last(never) or sources.only(never), "carried"


def _without_source(clause: str, sources: Sources, state: _State) -> tuple[tuple[str, ...], str, str]:
    """Return whose a clause is that names no source: a government's by its subject, carried over, or nobody's."""
    carried = _carried(clause, sources) if state.account else None
    background = _background(clause, sources)
    if background and not sources.words.telling.within(clause) and not (carried and carried[1]):
        return (), "background", background
    if (voice := _by_subject(clause, sources)) is not None and not sources.tells_contact(clause, voice.cue):
        state.note(voice.source.side)
        return (voice.source.side,), "named", voice.cue
    if state.led:
        return state.account or state.before, "carried", ""
    if carried is None and sources.inside(clause) and (side := state.around()):
        return (side,), "carried", ""
    if carried is None and len(state.told) == 1 and _is_told_of_leaders(clause, sources):
        return (state.told[0],), "carried", ""  # the article has one account, and nobody else can know
    return (state.account, "carried", carried[0]) if carried else ((), "article", "")


def _is_told_of_leaders(clause: str, sources: Sources) -> bool:
    """Return whether a clause tells what those who met said or agreed, and not only that they met."""
    who = sources.who(next(iter(chunks(clause)), ""))
    return sources.acts(clause) and (sources.joint(clause) or (who is not None and who.kind == "leader"))


def _carried(clause: str, sources: Sources) -> tuple[str, bool] | None:
    """Return what shows that a clause goes on with the account before it, and whether no year or the like undoes it."""
    words, first = sources.words, next(iter(chunks(clause)), "")
    acts = sources.acts(clause)
    if telling := next(iter(words.telling.find(clause)), None):
        return telling.text, True
    if words.people.opened(clause.lstrip()) or words.things.opened(clause.lstrip()):
        return " ".join(first.split()[:1]), acts
    opening = sources.who(first) if len(fold_words(first)) < _SHORT else None
    if opening is not None and opening.kind in ("person", "thing", "he", "it"):
        return first.strip(), False
    goes_on = acts or sources.joint(clause) or sources.grammar.indirect.any_of(fold_words(clause))
    return ("", False) if goes_on else None


def _background(clause: str, sources: Sources) -> str:
    """Return the words that show what is told for background only; empty for none."""
    hit = next(iter(sources.words.background.find(clause)), None)
    year = _YEAR.search(clause)
    return hit.text if hit else year.group() if year else ""


def _is_quoted(start: int, end: int, quotes: Sequence[tuple[int, int]]) -> bool:
    """Return whether a stretch lies wholly between one pair of quotation marks."""
    n = bisect_right(quotes, (start, 1 << 60))
    return n > 0 and end <= quotes[n - 1][1] + 1  # a full stop may follow


def _quotations(found: list[Statement], quotes: Sequence[tuple[int, int]]) -> list[Statement]:
    """Return each sentence that lies in a quotation to the one whose the quotation is, told in another sentence."""
    result = list(found)
    for n, one in enumerate(found):
        if one.reason != "quotation" or one.cue:
            continue
        quote = quotes[bisect_right(quotes, (one.start, 1 << 60)) - 1]
        around = found[max(0, n - _AROUND) : n + _AROUND]
        rest = (other for other in around if other is not one and other.cue and _overlaps(other, quote))
        near = next(rest, None)
        if near is None and not one.sides and n + 1 < len(found) and found[n + 1].paragraph == one.paragraph:
            near = found[n + 1]
        if near is not None and near.sides:
            result[n] = replace(one, sides=near.sides, cue=near.cue)
    return result


def _overlaps(one: Statement, quote: tuple[int, int]) -> bool:
    return one.start < quote[1] and quote[0] < one.end
