"""One walk through an article: whose account each sentence tells, as sources carry over from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from readcmp.annotation.attribution.grammar import UNSPACED, fold_words
from readcmp.annotation.attribution.quotes import find_quoted_spans
from readcmp.model import Readout
from readcmp.patterns import compiled
from readcmp.splitting.clauses import MARKS, Naming, chunks, masked, namings
from readcmp.splitting.memory import ALL, Memory
from readcmp.splitting.model import Statement
from readcmp.splitting.neighbours import is_quoted, join_lead_ins, join_quotations
from readcmp.splitting.pieces import by_subject, found_subject, pieces_of
from readcmp.splitting.sources import Source, Sources

_YEAR = compiled(r"\b(?:19|20)\d\d\b")

_SHORT = 4
"""Words from which on what a clause begins with is more than a subject."""


def statements_of(article: Readout, sources: Sources) -> list[Statement]:
    """Return the statements of an article in their order, with ``ALL`` for what all sides tell."""
    quotes = list(find_quoted_spans(article.text))
    text = masked(article.text, quotes)
    memory, found, topics = Memory(), list[Statement](), list[str]()
    for start, end, paragraph in pieces_of(article, text, sources):
        if paragraph != memory.paragraph:
            memory.begin(paragraph, led=bool(found) and found[-1].text.endswith((":", "\uff1a")))
        found.append(_statement(article.text, text, (start, end), quotes, sources, memory))
        if found[-1].reason == "article":
            memory.topic = _topic(text[start:end], sources)
        topics.append(memory.topic if found[-1].reason == "article" else "")
    return join_lead_ins(join_quotations(found, quotes), topics)


def _topic(clause: str, sources: Sources) -> str:
    """Return the one side that a clause speaks of, and no contact of theirs with another; empty for none."""
    if sources.tells_contact(clause, anywhere=True):
        return ""
    named, (subject, words) = set(sources.actors(clause)), found_subject(clause, sources)
    if subject is not None and subject.side and not sources.grammar.prepositions.any_of(fold_words(words)[:1]):
        return subject.side if sources.grammar.way != UNSPACED or len(named) == 1 else ""
    return named.pop() if len(named) == 1 else ""


def _statement(
    whole: str, text: str, span: tuple[int, int], quotes: Sequence[tuple[int, int]], sources: Sources, memory: Memory
) -> Statement:
    start, end = span
    clause = text[start:end]
    made = Statement(start, end, whole[start:end], (), "article", "", memory.paragraph)
    if is_quoted(start, end, quotes):  # a paragraph of quoted words goes on with whose words they are
        memory.account = memory.account or ((memory.topic,) if memory.topic else () if memory.outside else memory.before)
        return replace(made, sides=memory.account, reason="quotation")
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
    sides, reason, cue = _without_source(clause, sources, memory, strange=not found)
    _remember(found, sides, sources)
    return replace(made, sides=sides, reason=reason, cue=cue)


def _remember(found: Sequence[Naming], sides: Sequence[str], sources: Sources) -> None:
    """Learn the names of those who speak for the one side whose a clause is: "its spokesman NAME said"."""
    for named in found if len(sides) == 1 and sides[0] != ALL else ():
        if named.source.side in ("", sides[0]):
            sources.speakers.remember(named.cue, sides[0])


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
        if sources.inside(clause) and not public:
            here = here or memory.around()
        if here and here != source.side and not public:
            return here, "carried"  # what the one side tells of the other's leader
        return source.side, "spoken"
    if source.side:
        return source.side, "named"
    never = source.never
    if here in never:
        here = ""
    return here or source.hint or memory.last(never) or sources.only(never), "carried"


def _without_source(clause: str, sources: Sources, memory: Memory, *, strange: bool) -> tuple[tuple[str, ...], str, str]:
    """Return whose a clause is that names no source: a government's by its subject, carried over, or nobody's."""
    if _is_writers(clause, sources):
        return memory.leave(outside=strange and _is_strangers(clause, sources)), "article", ""
    if cue := _of_all(clause, sources):
        return memory.tell((ALL,)), "everyone", cue
    carried = _carried(clause, sources) if memory.account else None
    background = _background(clause, sources)
    if background and not sources.words.telling.within(clause) and not (carried and carried[1]):
        return memory.leave(), "background", background
    if (voice := by_subject(clause, sources)) is not None and not _is_matter(voice, clause, sources):
        return memory.tell(voice.source.sides or (voice.source.side,)), "named", voice.cue
    if memory.led:
        return memory.tell(memory.account or memory.before), "carried", ""
    if carried is None and sources.inside(clause) and (side := memory.around()):
        return memory.tell((side,)), "carried", ""
    if carried is None and len(memory.told) == 1 and _is_told_of_leaders(clause, sources):
        return memory.tell((memory.told[0],)), "carried", ""  # one account, and nobody else can know
    if carried is None:
        memory.nobody = memory.nobody or (strange and not sources.actors(clause))
        return memory.leave(outside=memory.outside or (strange and _is_strangers(clause, sources))), "article", ""
    return memory.account, "carried", carried[0]


def _is_matter(voice: Naming, clause: str, sources: Sources) -> bool:
    """Return whether a clause only tells of a state: that it was in contact, or that an account speaks of it."""
    if voice.source.kind != "voice" and sources.words.telling.within(clause):
        return True
    return sources.tells_contact(clause, voice.cue)


def _is_writers(clause: str, sources: Sources) -> bool:
    """Return whether the journalist speaks as such: in a heading, a question, or with "I" and "we" unquoted."""
    if clause.isupper() and len(fold_words(clause)) > 1:
        return True
    if sources.grammar.ours.any_of(fold_words(clause)[:1]):
        return True
    return clause.rstrip().endswith(("?", "\uff1f")) or sources.words.writer.within(clause)


def _is_strangers(clause: str, sources: Sources) -> bool:
    """Return whether a clause brings in people who speak for nobody, so that who speaks next is one of them."""
    return sources.words.private.within(clause) and not sources.actors(clause)


def _of_all(clause: str, sources: Sources) -> str:
    """Return the words that show that a clause tells what is in all accounts: "in both readouts", "both ministries"."""
    if everyone := next(iter(sources.words.everyone.find(clause)), None):
        return everyone.text
    if not sources.is_group(clause) or sources.tells_contact(clause):
        return ""
    bare = (chunk[sources.grammar.openers.opened(chunk) :].lstrip() for chunk in chunks(clause)[:2])
    begins = any(sources.words.all.opened(chunk) > 0 and sources.is_group(chunk) for chunk in bare)
    tells = begins or sources.acts(clause) or sources.verbs(clause) or sources.words.telling.within(clause)
    return " ".join(chunks(clause)[0].split()) if tells else ""


def _is_told_of_leaders(clause: str, sources: Sources) -> bool:
    """Return whether a clause tells what those who met said or agreed, and not only that they met."""
    who = sources.who(next(iter(chunks(clause)), ""))
    return sources.acts(clause) and (sources.joint(clause) or (who is not None and who.kind == "leader"))


def _carried(clause: str, sources: Sources) -> tuple[str, bool] | None:
    """Return what shows that a clause goes on with the account before it, and whether no year or the like undoes it.

    None is for a clause that tells what is always so, and not what was said or done.
    """
    words, first = sources.words, next(iter(chunks(clause)), "")
    if telling := next(iter(words.telling.find(clause)), None):
        return telling.text, True
    if words.people.opened(clause.lstrip()) or words.things.opened(clause.lstrip()):
        return " ".join(first.split()[:1]), sources.acts(clause)
    opening = sources.who(first) if len(fold_words(first)) < _SHORT else None
    if opening is not None and opening.kind in ("person", "thing", "he", "it"):
        return first.strip(), False
    return ("", False)


def _background(clause: str, sources: Sources) -> str:
    """Return the words that show what is told for background only; empty for none."""
    hit = next(iter(sources.words.background.find(clause)), None)
    year = _YEAR.search(clause)
    return hit.text if hit else year.group() if year else ""
