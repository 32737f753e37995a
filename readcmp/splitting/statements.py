"""One walk through an article: whose account each sentence tells, as sources carry over from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from readcmp.annotation.attribution.grammar import UNSPACED, fold_words
from readcmp.model import Readout
from readcmp.splitting.chunks import MARKS, without_dateline
from readcmp.splitting.clauses import namings
from readcmp.splitting.memory import ALL, Memory
from readcmp.splitting.model import Naming, Source, Statement
from readcmp.splitting.neighbours import is_quoted, join_lead_ins, join_quotations
from readcmp.splitting.pieces import by_subject, found_subject, pieces_of
from readcmp.splitting.sources import Sources
from readcmp.splitting.unsourced import without_source


def read_statements(
    article: Readout, text: str, quotes: Sequence[tuple[int, int]], sources: Sources
) -> list[Statement]:
    """Return the statements of an article in their order, with ``ALL`` for what all sides tell.

    ``text`` is the article's with the words between ``quotes`` masked.
    """
    memory, found, topics = Memory(), list[Statement](), list[str]()
    for start, end, paragraph in pieces_of(article, text, sources):
        if paragraph != memory.paragraph:
            memory.begin(paragraph, led=bool(found) and found[-1].text.endswith((":", "\uff1a")))
        found.append(_statement(article.text, text, (start, end), quotes, sources, memory))
        if found[-1].reason == "article":
            topic = _topic(text[start:end], sources)
            memory.topic = topic or ("" if memory.outside else memory.topic)
        topics.append(memory.topic if found[-1].reason == "article" else "")
    return join_lead_ins(join_quotations(found, quotes), topics)


def _topic(clause: str, sources: Sources) -> str:
    """Return the one side that a clause speaks of, and no contact of theirs with another; empty for none."""
    met = sources.counterparts(clause)
    named, (subject, words) = set(sources.actors(without_dateline(clause))) - met, found_subject(clause, sources)
    back = sources.refers_back(clause) and not (len(named) == 1 and sources.states.has_seat(clause))
    if back or (len(named) > 1 and sources.deeds.tells_contact(clause, anywhere=True)):
        return ""
    led = clause.isupper() or sources.grammar.prepositions.any_of(fold_words(words)[:1])
    if subject is not None and subject.side and not led:
        return subject.side if sources.grammar.way != UNSPACED or len(named) == 1 else ""
    return named.pop() if len(named) == 1 else ""


def _statement(
    whole: str, text: str, span: tuple[int, int], quotes: Sequence[tuple[int, int]], sources: Sources, memory: Memory
) -> Statement:
    start, end = span
    clause = text[start:end]
    made = Statement(start, end, whole[start:end], (), "article", "", memory.paragraph)
    if is_quoted(start, end, quotes):
        return replace(made, sides=memory.go_on(), reason="quotation")
    if sources.deeds.is_heading(clause):
        return replace(made, sides=memory.leave())
    mute = next(iter(sources.words.mute.find(clause)), None)
    if mute and not sources.words.everyone.within(clause):
        return replace(made, sides=memory.leave(), reason="background", cue=mute.text)
    found = namings(clause, sources)
    if found and found[0].source.kind == "relay" and (subject := by_subject(clause, sources)) is not None:
        found = [subject, *found]
    for named in found:
        if (told := _told(named, clause, sources, memory)) is not None:
            sides, reason = told
            _remember(found, sides, sources)
            return replace(made, sides=sides, reason=reason, cue=named.cue)
    sides, reason, cue = without_source(clause, sources, memory, strange=not found)
    _remember(found, sides, sources)
    if reason == "named":
        sources.speakers.remember(cue, sides[0])
    return replace(made, sides=sides, reason=reason, cue=cue)


def _remember(found: Sequence[Naming], sides: Sequence[str], sources: Sources) -> None:
    """Learn the names of those who speak for the one side whose a clause is: "its spokesman NAME said"."""
    for named in found if len(sides) == 1 and sides[0] != ALL else ():
        if named.source.side in ("", sides[0]):
            sources.speakers.remember(named.text if named.put_in else named.cue, sides[0])


def _told(named: Naming, clause: str, sources: Sources, memory: Memory) -> tuple[tuple[str, ...], str] | None:
    """Return the sides whose account a clause is that names a source, and why; note what carries over."""
    source, quoted = named.source, clause.lstrip().startswith(tuple(MARKS))
    if source.kind == "outsider" or (source.kind == "relay" and not source.side):
        return memory.leave(outside=True), "outsider"
    if source.kind in ("everyone", "several"):
        return memory.tell(source.sides or (ALL,)), "everyone"
    strange = memory.outside or (memory.nobody and source.kind == "he")
    if strange and not memory.here and not source.side and source.kind in ("he", "it"):
        return memory.leave(outside=True), "outsider"
    side, reason = _side(source, clause, sources, memory)
    if not side:
        return None
    if quoted and reason in ("named", "carried"):
        reason = "quotation"
    return memory.tell((side,)), reason


def _side(source: Source, clause: str, sources: Sources, memory: Memory) -> tuple[str, str]:
    """Return the side that a source speaks for, empty where nobody can tell, and why."""
    here = memory.here
    if source.kind in ("voice", "relay", "state"):
        return source.side, "named"
    if source.kind == "leader":
        public = sources.words.public.within(clause)
        if sources.deeds.inside(clause) and not public:
            here = here or memory.around()
        if here and here != source.side and not public:
            return here, "carried"  # what the one side tells of the other's leader
        return source.side, "spoken"
    if source.side:
        return source.side, "named"
    never = source.never
    if here in never and not memory.account:
        here = ""
    return here or source.hint or memory.last(never) or sources.only(never), "carried"
