"""Whose account a clause tells that names no source: by its subject, by what goes on, or nobody's."""

from __future__ import annotations

from readcmp.annotation.attribution.grammar import fold_words
from readcmp.patterns import compiled
from readcmp.splitting.chunks import chunks
from readcmp.splitting.memory import ALL, Memory
from readcmp.splitting.model import Naming
from readcmp.splitting.pieces import by_subject, found_subject
from readcmp.splitting.sources import Sources

Told = tuple[tuple[str, ...], str, str]
"""The sides whose account a clause tells, why, and the words that say so."""

_YEAR = compiled(r"\b(?:19|20)\d\d\b")

_SHORT = 4
"""Words from which on what a clause begins with is more than a subject."""


def without_source(clause: str, sources: Sources, memory: Memory, *, strange: bool) -> Told:
    """Return whose a clause is that names no source: a government's by its subject, carried over, or nobody's."""
    if _is_writers(clause, sources):
        memory.outside = False
        return _of_nobody(clause, sources, memory, strange=strange)
    if cue := _of_all(clause, sources):
        return memory.tell((ALL,)), "everyone", cue
    carried = _carried(clause, sources) if memory.account else None
    background = _background(clause, sources)
    if background and not sources.words.telling.within(clause) and not (carried and carried[1]):
        return memory.leave(), "background", background
    told = bool(memory.told) and not memory.account
    if (voice := by_subject(clause, sources, leaders=told)) is not None and not _is_matter(
        voice, clause, sources, begins=not memory.account
    ):
        return memory.tell(voice.source.sides or (voice.source.side,)), "named", voice.cue
    return _carried_on(clause, sources, memory, carried) or _of_nobody(clause, sources, memory, strange=strange)


def _carried_on(clause: str, sources: Sources, memory: Memory, carried: tuple[str, bool] | None) -> Told | None:
    """Return whose account a clause goes on with, be it from before or as only it can tell; None for nobody's."""
    if memory.led:
        return memory.tell(memory.account or memory.before), "carried", ""
    if carried is not None:
        return memory.account, "carried", carried[0]
    subject, _ = found_subject(clause, sources)
    if subject is not None and subject.kind in ("person", "thing") and (side := memory.topic or subject.hint):
        return memory.tell((side,)), "carried", ""
    if sources.deeds.inside(clause) and (side := memory.around()):
        return memory.tell((side,)), "carried", ""
    if len(memory.told) == 1 and _is_told_of_leaders(clause, sources):
        return memory.tell((memory.told[0],)), "carried", ""  # one account, and nobody else can know
    return None


def _of_nobody(clause: str, sources: Sources, memory: Memory, *, strange: bool) -> Told:
    """Note that a clause is the journalist's own."""
    strangers = strange and _is_strangers(clause, sources)
    memory.nobody = memory.nobody or (
        strange and not sources.actors(clause) and found_subject(clause, sources)[0] is None
    )
    return memory.leave(outside=memory.outside or strangers), "article", ""


def _is_matter(voice: Naming, clause: str, sources: Sources, *, begins: bool) -> bool:
    """Return whether a clause only tells of a state: that it was in contact, or that an account speaks of it.

    ``begins`` says that no account goes on there, which it could turn from.
    """
    if voice.source.kind != "voice" and sources.words.telling.within(clause):
        return True
    if voice.source.kind == "leader" and sources.words.public.within(clause):
        return False
    opening, colon, _ = clause.partition(":")
    label = colon and opening.strip().endswith(voice.cue)  # "Oslo: no deal"
    called = label or sources.states.version(voice.cue, sources.words.versions) or sources.speakers.speaking(voice.cue)
    tells = called or sources.deeds.acts(clause) or sources.deeds.verbs(clause)
    if begins and not tells and not sources.words.moves.within(clause):
        return True  # "Norway lies in the north"; what is said of it before it says something only leads to that
    alone = len(set(sources.actors(clause))) < 2 and not sources.words.contact.within(clause)
    return sources.deeds.tells_contact(clause, voice.cue) and not alone


def _is_writers(clause: str, sources: Sources) -> bool:
    """Return whether the journalist speaks as such: in a question, or with "I" and "we" unquoted."""
    if sources.grammar.ours.any_of(fold_words(clause)[:1]):
        return True
    if clause.rstrip().endswith(("?", "\uff1f")):
        return True
    first = next(iter(chunks(clause)), "")
    begins = any(len(fold_words(first[: hit.start])) < _SHORT for hit in sources.words.writer.find(first))
    return begins or (sources.words.writer.within(clause) and found_subject(clause, sources)[0] is None)


def _is_strangers(clause: str, sources: Sources) -> bool:
    """Return whether a clause brings in people who speak for nobody, so that who speaks next is one of them."""
    return sources.words.private.within(clause) and not sources.actors(clause)


def _of_all(clause: str, sources: Sources) -> str:
    """Return the words that show that a clause tells what is in all accounts: "both readouts", "both ministries"."""
    if everyone := next(iter(sources.words.everyone.find(clause)), None):
        return everyone.text
    telling = sources.words.telling.within(clause) or sources.deeds.verbs(clause)
    if not sources.is_group(clause) or (sources.deeds.tells_contact(clause) and not telling):
        return ""
    bare = (chunk[sources.grammar.openers.opened(chunk) :].lstrip() for chunk in chunks(clause)[:2])
    begins = any(sources.words.all.opened(chunk) > 0 and sources.is_group(chunk) for chunk in bare)
    tells = begins or telling or sources.deeds.acts(clause)
    return " ".join(chunks(clause)[0].split()) if tells else ""


def _is_told_of_leaders(clause: str, sources: Sources) -> bool:
    """Return whether a clause tells what those who met said or agreed, and not only that they met."""
    who = sources.who(next(iter(chunks(clause)), ""))
    return sources.deeds.acts(clause) and (sources.deeds.joint(clause) or (who is not None and who.kind == "leader"))


def _carried(clause: str, sources: Sources) -> tuple[str, bool] | None:
    """Return what shows that a clause goes on with the account before it, and whether no year or the like undoes it.

    None is for a clause that tells what is always so, and not what was said or done.
    """
    words, first = sources.words, next(iter(chunks(clause)), "")
    if telling := next(iter(words.telling.find(clause)), None):
        return telling.text, True
    if sources.grammar.which.opened(clause.lstrip()):  # "Which has now come."
        return " ".join(first.split()[:1]), True
    if words.people.opened(clause.lstrip()) or words.things.opened(clause.lstrip()):
        return " ".join(first.split()[:1]), sources.deeds.acts(clause)
    opening = sources.who(first) if len(fold_words(first)) < _SHORT else None
    if opening is not None and opening.kind in ("person", "thing", "he", "it"):
        return first.strip(), False
    return ("", False)


def _background(clause: str, sources: Sources) -> str:
    """Return the words that show what is told for background only; empty for none."""
    hit = next(iter(sources.words.background.find(clause)), None)
    year = _YEAR.search(clause)
    return hit.text if hit else year.group() if year else ""
