"""A sentence of an article as a source is looked for in it: without its quoted words, in clauses and their chunks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from readcmp.annotation.attribution.grammar import STEMS, UNSPACED, fold_words
from readcmp.model import Hit
from readcmp.patterns import compiled
from readcmp.splitting.chunks import CHUNK, MARKS, chunks, without_dateline
from readcmp.splitting.model import Naming, Source
from readcmp.splitting.owners import by_opening
from readcmp.splitting.sources import Sources

_QUOTED = compiled(r"(?<!\s)\s*+[\"“«„「][^\S\n]{4,}+[\"”»“」]")
"""A quotation, masked, at the beginning of a clause."""

_PUT_IN = 10
"""Words that a source may have which is put into a sentence: "the ministry's spokesman SAID on Friday"."""

_SHORT = 5
"""Words from which on "it" after a verb begins what is said: "reported it as a success"."""

_AFTER = 8
"""Words that may follow its verb."""

_GIVEN = 90
"""Characters after "according to" in which the source stands."""


_REACH = 1000
"""Characters of a sentence, at its beginning and at its end, in which sources are looked for."""

_TAG = 2
"""Letters of a word that gives a source only alone with it, words of a pronoun after its verb or before "which"."""

_ALL = 4
"""Words that may stand after its verb where all are the source: "say both foreign ministries", and no more."""

_APPOSED = 3
"""Stretches between commas before a verb among which its subject is looked for."""

_VERBS = 6
"""Verbs of reporting in a clause whose subjects are looked for."""

_THAT = 3
"""Words after a verb among which "that" begins what is said: "told reporters THAT"."""

_CUE = 80
"""Characters of the words that name a source, as they are shown."""

_ENDS = f"{MARKS} ,.;:\n'’–—-"


def namings(clause: str, sources: Sources) -> list[Naming]:
    """Return the sources that a clause names, the outermost first.

    What is put in ("..., the ministry said, ...") or follows goes before what leads, as a statement that somebody said
    something is then itself told by the one put in. Media that relay it come last.
    """
    clause = without_dateline(clause)
    if len(clause) > 2 * _REACH:
        clause = clause[:_REACH] + clause[-_REACH:]
    told = sorted(_put_in(clause, sources), key=lambda one: one.source.kind in ("leader", "person", "he"))
    beside = [] if told else list(_beside_quotation(clause, sources))
    led = [*told, *beside, *_leading(clause, sources)]
    if sources.grammar.way == UNSPACED:
        led = [*led[len(told) :], *told]
    his = [Naming(Source("he"), hit.text, clause, put_in=True) for hit in sources.words.his.find(clause)]
    given = list(reversed(list(_given(clause, sources))))
    if sources.words.his.opened(clause):
        given, his = [*his, *given], []
    found = [*given, *led, *his, *_of_the_last(clause, sources)]
    found = by_opening(found, clause, sources)
    return sorted(found, key=lambda one: _rank(one.source, found))


def _rank(source: Source, found: Sequence[Naming]) -> int:
    """Return how late a source comes: a medium last, but one of a state before a leader whose words it relays."""
    kinds = {one.source.kind for one in found}
    if source.kind == "relay":
        return 1 if source.side else 4
    if source.kind == "leader":
        return 2 if any(one.source.kind == "relay" and one.source.side for one in found) else 0
    return 3 if source.kind == "he" and "leader" in kinds else 0  # "the president stressed that ..., he said"


def _of_the_last(clause: str, sources: Sources) -> Iterator[Naming]:
    """Find a verb alone that stands for the one who spoke last: "..., dijo, ..."."""
    for chunk in chunks(clause)[1:] if sources.grammar.way == STEMS else ():
        if any(hit.text == chunk.strip(_ENDS) for hit in sources.deeds.verbs(chunk)):
            yield Naming(Source("he"), chunk.strip(_ENDS), clause, put_in=True)


def _given(clause: str, sources: Sources) -> Iterator[Naming]:
    for hit in sources.words.giving.find(clause):
        chunk, *apposed = [*CHUNK.split(clause[hit.end : hit.end + _GIVEN])[:2], ""]
        if len(hit.text) <= _TAG and (len(fold_words(chunk)) > _SHORT or any(map(str.isalnum, _tail(clause, hit)))):
            continue  # "so" is a tag only between marks: ", so the spokesman"
        verb = next((verb for verb in sources.deeds.verbs(chunk)[:1] if not fold_words(chunk[: verb.start])), None)
        if verb is not None and not fold_words(chunk[verb.end :]):
            yield Naming(Source("he"), f"{hit.text} {chunk.strip()}", clause, put_in=True)  # "según explicó"
            continue
        who = sources.who(chunk[verb.end :] if verb is not None else chunk, after=True)
        if who is None and fold_words(chunk):  # "according to NAME, the state minister"
            who = sources.who(apposed[0], after=True)
        if who is None and sources.words.behind.within(hit.text):  # "dem Ministerium zufolge"
            who = sources.who(_tail(clause, hit), after=True)
        if who is not None and not (_is_of_all(who) and len(fold_words(chunk)) > _ALL):
            told = Source("voice", who.side) if who.kind == "leader" else who
            yield Naming(told, f"{hit.text} {chunk.strip()}".strip(), clause, put_in=True)


def _tail(clause: str, hit: Hit) -> str:
    """Return what stands before a term in its chunk."""
    return CHUNK.split(clause[: hit.start])[-1]


def _put_in(clause: str, sources: Sources) -> Iterator[Naming]:
    """Find the chunks that hold a source and its verb and nothing else, with another chunk before them."""
    first = next((n for n, char in enumerate(clause) if char.isalnum()), 0)
    opened = any(char in MARKS for char in clause[:first])
    parts = chunks(clause)
    for n, chunk in enumerate(parts):
        if n == 0 and not opened and not sources.words.like.opened(chunk.strip()):
            continue
        begins = chunk.strip()
        joined = sources.grammar.joiners.opened(begins)  # "both Oslo, and Riga, said"
        if n and not opened and (joined or sources.words.that.opened(begins)):
            continue
        interrupted = n > 0 and is_opener(parts[n - 1], sources)  # "the ministry, for its part, said"
        for verb in sources.deeds.verbs(chunk)[:1]:
            who = _who_puts_in(chunk, verb, sources, inverted=not interrupted, quoted=opened)
            if who is None and not fold_words(chunk[: verb.start]) and _names(chunk[verb.end :], sources):
                who = _apposed(parts[n + 1 : n + 2], sources)
            if who is not None and n == 1 and not opened and who.kind in ("person", "thing") and not who.side:
                who = _placed(who, parts[0], "", sources)  # "In Oslo, the ministry said"
            led = n and not opened and sources.grammar.prepositions.any_of(fold_words(chunk)[:1])
            if who is not None and not (led and who.kind in ("person", "thing")):  # "..., in a statement issued later"
                yield Naming(who, chunk.strip(_ENDS), ",".join(parts[n : n + 2]), put_in=True)


def _names(after: str, sources: Sources) -> bool:
    """Return whether somebody may be named after a verb, and not what was said: "says NAME", "said that"."""
    words = fold_words(after)
    return bool(words) and not sources.words.that.any_of(words[:_THAT])


def _apposed(parts: Sequence[str], sources: Sources) -> Source | None:
    """Return what the one is who was named before a comma: "says NAME, the deputy minister who was there"."""
    for part in parts:
        relative = next(iter(sources.grammar.which.find(part)), None)
        what = part[: relative.start] if relative and relative.start > _TAG else part[relative.end if relative else 0 :]
        who = sources.who(what) if not part.strip()[:1].isupper() else None
        if who is not None and who.kind in ("voice", "person", "leader", "outsider", "thing"):
            return who
    return None


def _beside_quotation(clause: str, sources: Sources) -> Iterator[Naming]:
    """Find the source that stands right after the quotation which a clause begins with, whatever its verb."""
    quoted = _QUOTED.match(clause)
    rest = CHUNK.split(clause[quoted.end() :])[0] if quoted else ""
    if 1 < len(fold_words(rest)) <= _PUT_IN + _TAG:
        who = sources.who(rest, after=True)
        if who is not None and who.kind in ("voice", "leader", "state", "outsider", "person"):
            yield Naming(who, rest.strip(_ENDS), clause[quoted.end() :] if quoted else clause, put_in=True)


def _who_puts_in(chunk: str, verb: Hit, sources: Sources, *, inverted: bool, quoted: bool) -> Source | None:
    before, after = chunk[: verb.start], chunk[verb.end :]
    follows = fold_words(after)
    unspaced = sources.grammar.way == UNSPACED
    bare = before[sources.grammar.openers.opened(before.lstrip()) :]
    told = not bare.strip() and sources.words.addresses.within(verb.text)  # "NAME, the minister, told the agency"
    which = sources.grammar.which.opened(chunk.strip())  # "which the secretary says was late"
    if told or which or sources.words.that.any_of(follows[:_THAT]):
        return None
    if not bare.strip() and not _says_more(after, sources):  # "..., confirmó." of the one who spoke last
        return Source("he") if quoted else None
    if not bare.strip() and after.strip():
        after = after[: next((hit.start for hit in sources.words.that.find(after)), len(after))]  # "told us THAT Oslo"
        alone = inverted and (quoted or (len(follows) <= _PUT_IN and not sources.deeds.verbs(after)))
        who = sources.who(after.removeprefix("-t").lstrip("-"), after=True) if alone else None  # "a-t-il dit"
        room = _TAG if who is not None and who.kind in ("he", "it") else _ALL if _is_of_all(who) else len(follows)
        return None if len(follows) > room else who
    if len(fold_words(before)) > _PUT_IN or (len(follows) > _AFTER and not unspaced):
        return None
    return None if _is_apposed(before, sources) else sources.who(before)


def _is_of_all(who: Source | None) -> bool:
    """Return whether several governments or all of them are a source."""
    return who is not None and who.kind in ("everyone", "several")


def _says_more(after: str, sources: Sources) -> bool:
    """Return whether more stands after a verb than to whom or where it was said: "dijo A LA PRENSA"."""
    public = {i for hit in sources.words.public.find(after) for i in range(hit.start, hit.end)}
    rest = fold_words("".join(" " if i in public else char for i, char in enumerate(after)))
    return any(word not in sources.grammar.prepositions and word not in sources.grammar.articles for word in rest)


def is_opener(chunk: str, sources: Sources) -> bool:
    """Return whether a chunk is nothing but what a clause may begin with: "for its part"."""
    return sources.grammar.openers.opened(chunk.strip()) >= len(chunk.strip())


def _is_apposed(before: str, sources: Sources) -> bool:
    """Return whether a state is named in what is only called something: "a claim Ankara denied"."""
    first = next((hit.start for hit in sources.states.find(before)), 0)
    words = [word for word in fold_words(before[:first]) if word not in sources.grammar.articles]
    speaks = sources.words.sources.within(before) or sources.grammar.offices.within(before)
    opened = sources.grammar.openers.opened(before.lstrip()) or sources.words.like.opened(before.lstrip())
    return len(words) > 1 and not (speaks or opened or sources.words.institutions.within(before))


def _joined_before(before: str, last: str, sources: Sources) -> Source | None:
    """Return the states that a comma parts: "both Oslo, and Riga, said"."""
    if not sources.grammar.joiners.opened(last.strip()):
        return None
    who = sources.who(" ".join(chunks(before)[-_APPOSED:]))
    return who if who is not None and who.kind == "several" else None


def _presented(before: str, sources: Sources) -> Source | None:
    """Return who is told of by what stands before a verb between commas: "the minister's adviser, NAME, said"."""
    found, near = None, True
    for chunk in reversed(chunks(before)[-_APPOSED:]):
        words = fold_words(chunk)
        if sources.grammar.which.opened(chunk.strip()):
            continue
        if sources.grammar.prepositions.any_of(words[:1]):
            return found
        if (who := sources.who(chunk)) is not None and who.kind == "voice":
            return who
        found = found or (who if who is not None and who.kind in ("leader", "state") else None)
        if not chunk.strip()[:1].isupper():
            near = len(words) < _SHORT
        if not near:
            break
    return found


def _placed(who: Source, before: str, last: str, sources: Sources) -> Source:
    """Return a source with the state of the place that a clause begins with: "In Ankara, an official said"."""
    first = before.removesuffix(last).strip(f"{MARKS} ,")
    words, states = fold_words(first), sources.actors(first)
    if states and len(words) <= _SHORT and sources.grammar.prepositions.any_of(words[:1]):
        return replace(who, side=states[0])
    answers = sources.words.answering.opened(first)
    return replace(who, side=states[0] if states and len(words) <= _SHORT and not answers else "")


def _at_place(phrase: str, sources: Sources) -> Source | None:
    """Return who is told of behind a seat that no comma parts from it: "in Oslo the energy minister"."""
    if not sources.grammar.prepositions.any_of(fold_words(phrase)[:1]):
        return None
    seat = next(iter(sources.states.find(phrase)), None)
    if seat is None or not seat.weak or len(fold_words(phrase[: seat.start])) > 1:
        return None
    who = sources.who(phrase[seat.end :])
    return replace(who, side=seat.id) if who is not None and who.kind in ("person", "thing") and not who.side else None


def _leading(clause: str, sources: Sources) -> Iterator[Naming]:
    """Find the subjects of verbs of reporting, but of those in a clause that only tells more of a thing."""
    for verb in sources.deeds.verbs(clause)[:_VERBS]:
        before = clause[: verb.start]
        last = CHUNK.split(before)[-1]
        relative = next((hit.end for hit in sources.grammar.which.find(last)), None)
        if sources.words.free.opened(last.lstrip()):  # "What Oslo said is ..."
            continue
        starts = not fold_words(before.removesuffix(last)) and len(fold_words(last[:relative])) <= _TAG
        if relative is not None and fold_words(last[relative:]) and not starts:  # but "To which Oslo replied"
            continue
        _, colon, subject = before.rpartition(":")
        who = sources.who(last) if fold_words(last) and not is_opener(last, sources) else None
        if (joined := _joined_before(before, last, sources)) is not None:
            who = joined
        elif who is None or not who.side:
            who = _presented(before, sources) or _at_place(last, sources) or who
        if who is None:
            who = sources.who(subject if subject.strip() and colon else before)
            who = who or (sources.who(last[relative:]) if relative else None)
        elif who.kind in ("person", "thing") and not who.side:
            who = _placed(who, before, last, sources)
        if who is None and sources.grammar.way == STEMS:  # "Об этом заявил представитель"
            who = sources.who(CHUNK.split(clause[verb.end :])[0], after=True)
        if who is not None:
            yield Naming(who, " ".join(clause[: verb.end].split())[-_CUE:].strip(_ENDS), clause)
