"""The lexicon as the other stages use it: entries by id, and the search for terms of a kind in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readcmp.languages import load
from readcmp.lexicon import reading
from readcmp.lexicon.entries import ActorEntry, ActTerm, NamingEntry, Person, Term, TopicEntry
from readcmp.lexicon.inflection import forms_of, inflected
from readcmp.lexicon.matching import NEUTRAL, Index
from readcmp.lexicon.openers import Openers
from readcmp.lexicon.terms import split_terms
from readcmp.lexicon.traits import traits_of
from readcmp.model import Hit
from readcmp.text import short
from readcmp.vocabulary import Trait

if TYPE_CHECKING:
    from readcmp.lexicon.user import Additions

KINDS = ("topic", "actor", "concept", "act", "threat", "placeholder", "tone", "joint", "naming")
"""What can be searched for. ``joint`` are subjects that stand for both sides, ``tone`` words for how a talk went,
``naming`` ways to call a thing that sides call differently: the id is that of the thing, a slash, that of the way."""

ALL = ("topic", "actor", "concept", "act", "placeholder")


class Lexicon:
    """Topics, actors, acts and fixed phrases with their terms by language; a language is read when first asked for."""

    def __init__(self, extra: Additions | None = None, digest: str = "") -> None:
        """Take what a user's file adds, and the digest of it all; both are made by ``load_lexicon``."""
        self._extra = extra
        self._indices: dict[tuple[str, str], Index] = {}
        self._openers = defaultdict[str, Openers](Openers)
        self.digest = digest

    @cached_property
    def topics(self) -> Mapping[str, TopicEntry]:
        """All topics by id, in the order of listings."""
        found = {}
        for group, members in reading.read("topics")["groups"].items():
            for topic, about in members.items():
                scope, broader = about.get("scope", ""), about.get("broader", "")
                traits = traits_of(about.get("traits", ()), f"topics.yaml, {topic}")
                news = float(about.get("news", 0))
                found[topic] = TopicEntry(topic, about["label"], group, scope, broader, traits, news)
        for topic, added in self._extra.topics.items() if self._extra else ():
            old = found.get(topic, TopicEntry(topic, topic.replace("-", " ").capitalize(), "other"))
            found[topic] = TopicEntry(
                topic,
                added.label or old.label,
                added.group or old.group,
                added.scope or old.scope,
                added.broader or old.broader,
                old.traits if added.traits is None else added.traits,
                old.news if added.news is None else added.news,
            )
        return found

    @cache  # noqa: B019 - a lexicon lives as long as the process
    def topics_with(self, *traits: Trait) -> frozenset[str]:
        """Return the ids of the topics that have any of some traits."""
        return frozenset(topic for topic, entry in self.topics.items() if not entry.traits.isdisjoint(traits))

    @cache  # noqa: B019 - a lexicon lives as long as the process
    def states_named_by(self, topic: str) -> frozenset[str]:
        """Return the actors that the label of a topic names: "War in Ukraine"; none for a topic that there is not."""
        entry = self.topics.get(topic)
        return frozenset(hit.id for hit in self.find(entry.label, "en", "actor")) if entry else frozenset()

    @cached_property
    def broader(self) -> Mapping[str, str]:
        """For each topic that is part of another the id of that one; a topic that is none, or part itself, is none."""
        wide = {topic for topic, entry in self.topics.items() if not entry.broader}
        return {topic: entry.broader for topic, entry in self.topics.items() if entry.broader in wide}

    @cached_property
    def actors(self) -> Mapping[str, ActorEntry]:
        """All actors by id, those with terms written by hand first."""
        labels = dict(reading.read("actors"))
        for state, label in reading.read("states").items():
            labels.setdefault(state, label)
        found = {actor: ActorEntry(actor, label) for actor, label in labels.items()}
        for actor, added in self._extra.actors.items() if self._extra else ():
            label = added.label or (found[actor].label if actor in found else actor.upper())
            found[actor] = ActorEntry(actor, label)
        return found

    @cached_property
    def concepts(self) -> tuple[str, ...]:
        """The ids of all concepts: what English has a term for, as it has for all that ship, and a user's own."""
        return tuple(dict.fromkeys((*reading.read("concepts.en"), *(self._extra.concepts if self._extra else ()))))

    @cached_property
    def namings(self) -> Mapping[str, NamingEntry]:
        """The things that sides call differently, by id."""
        shipped = reading.read("namings").items()
        found = {thing: NamingEntry(thing, about["label"], about.get("light", False)) for thing, about in shipped}
        for thing, added in self._extra.namings.items() if self._extra else ():
            old = found.get(thing, NamingEntry(thing, thing.replace("-", " ")))
            found[thing] = NamingEntry(thing, added.label or old.label, old.light)
        return found

    @cached_property
    def unlabelled(self) -> tuple[tuple[str, str], ...]:
        """Kind and id of what a user's file adds to without naming it: new entries, or slips for old ones."""
        if self._extra is None:
            return ()
        shipped = {topic for members in reading.read("topics")["groups"].values() for topic in members}
        topics = (("topic", i) for i, added in self._extra.topics.items() if i not in shipped and not added.label)
        known = reading.read("states").keys() | reading.read("actors").keys()
        actors = (("actor", i) for i, added in self._extra.actors.items() if i not in known and not added.label)
        things = reading.read("namings")
        namings = (("naming", i) for i, added in self._extra.namings.items() if i not in things and not added.label)
        return (*topics, *actors, *namings)

    @property
    def added(self) -> frozenset[str]:
        """The topics that a user's file names, be they new or shipped."""
        return frozenset(self._extra.topics) if self._extra else frozenset()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that there are terms for, as ISO 639-1 codes."""
        return tuple(sorted({*reading.languages(), *(self._extra.languages() if self._extra else ())}))

    @lru_cache(maxsize=2048)  # noqa: B019 - as above
    def find(self, text: str, language: str, kind: str | None = None) -> tuple[Hit, ...]:
        """Find terms of one kind in a text, or of topics, actors, acts and placeholders together.

        ``language`` is an ISO 639-1 code, with or without a region; one without terms finds nothing. Offsets are
        code points into ``text``; hits are in the order of the text, the longer first where two begin together.
        """
        if kind is not None:
            return self.index(kind, language).find(text)
        hits = (hit for one in ALL for hit in self.index(one, language).find(text))
        return tuple(sorted(hits, key=lambda h: (h.start, -h.end, h.kind, h.id)))

    def index(self, kind: str, language: str) -> Index:
        """Return the index of one kind and language, made when first asked for; ValueError for an unknown kind."""
        if (index := self._indices.get((kind, language))) is not None:  # as nearly always
            return index
        key = kind, short(language)
        if key not in self._indices:
            if kind not in KINDS:
                raise ValueError(f"there is no kind of term called {kind!r}")
            ships = "" if self._extra or key[1] not in reading.languages() else key[1]
            self._indices[key] = Index(
                kind, lambda: self.terms(*key), lambda: self._forms(*key), ships=ships, openers=self._openers[key[1]]
            )
        return self._indices[key]

    def terms(self, kind: str, language: str) -> Iterator[Term]:
        """Return all terms of a kind in a language as the matcher takes them; ValueError for an unknown kind."""
        if kind in ("topic", "concept"):
            return self._entries(f"{kind}s", language)
        if kind == "actor":
            return chain(self._entries("actors", language), (Term(p.actor, p.name) for p in self.people(language)))
        if kind in ("act", "naming"):
            return self._act_terms(language) if kind == "act" else self._ways(language)
        if kind == "threat":
            return _phrases(kind, load(language).verbs.threats)
        if kind == "joint":
            return _phrases(kind, load(language).attribution.joint)
        if kind not in KINDS:
            raise ValueError(f"there is no kind of term called {kind!r}")
        phrases = load(language).phrases
        return _phrases(kind, phrases.tone if kind == "tone" else phrases.placeholder)

    @cache  # noqa: B019 - a lexicon lives as long as the process
    def people(self, language: str) -> tuple[Person, ...]:
        """Return the persons who speak for actors, as they are called in a language."""
        found = []
        for actor, about in reading.read(f"actors.{short(language)}").items():
            for person in split_terms(about.get("people", "")):
                name, _, office = person.partition("=")
                found.append(Person(name.strip(), actor, office.strip()))
        return tuple(found)

    @cache  # noqa: B019 - a lexicon lives as long as the process
    def offices_of_people(self, language: str) -> Mapping[str, str]:
        """Return the office of each person who speaks for an actor, empty where the lexicon tells none."""
        return {person.name: person.office for person in self.people(language)}

    @cache  # noqa: B019 - a lexicon lives as long as the process
    def acts(self, language: str) -> Mapping[tuple[str, str], ActTerm]:
        """Return the terms of acts in a language by class and term, as a hit has it: without ``~``."""
        found = {}
        for kind, steps in load(language).verbs.classes.items():
            for step, terms in steps.items():
                for term in split_terms(terms):
                    found[kind, term.replace("~", "")] = ActTerm(term, kind, int(step))
        for kind, strength, term in self._extra.act_terms(short(language)) if self._extra else ():
            found = {key: act for key, act in found.items() if act.term != term}
            found[kind, term.replace("~", "")] = ActTerm(term, kind, strength)
        return found

    def _entries(self, section: str, language: str) -> Iterator[Term]:
        data = reading.actors(language) if section == "actors" else reading.read(f"{section}.{language}")
        if self._extra is not None:
            added, replaced = self._extra.terms(section, language)
            yield from _terms({entry: lists for entry, lists in data.items() if entry not in replaced})
            yield from _terms(added)
        else:
            yield from _terms(data)

    def _ways(self, language: str) -> Iterator[Term]:
        data = reading.read(f"namings.{language}")
        added, replaced = self._extra.terms("namings", language) if self._extra else ({}, set())
        for lists in ({thing: ways for thing, ways in data.items() if thing not in replaced}, added):
            for thing, ways in lists.items():
                for way, terms in ways.items():
                    yield from (Term(f"{thing}/{way}", text) for text in split_terms(terms))

    def _forms(self, kind: str, language: str) -> Callable[[str], Iterable[str]] | None:
        """Return what inflects the first word of a term: that of an act is a verb."""
        forms = load(language).verbs.forms if kind == "act" else None
        return None if not forms else lambda verb: forms_of(verb, forms)

    def _act_terms(self, language: str) -> Iterator[Term]:
        forms = load(language).verbs.forms
        for text in split_terms(load(language).verbs.neutral):
            yield Term(NEUTRAL, text, neutral=True)
        for act in self.acts(language).values():
            if forms and "~" in act.term:
                for pattern in inflected(act.term, forms):
                    yield Term(act.kind, act.term.replace("~", ""), pattern=pattern)
            else:
                yield Term(act.kind, act.term)


def load_lexicon(extra: Path | None = None) -> Lexicon:
    """Return the lexicon that ships with the package, with what a user's YAML file adds to it.

    Cheap to call again: a file is read anew only when it has changed. Raises LexiconError where the file cannot
    be read or used, with the line that is at fault.
    """
    if extra is None:
        return _load(None, 0, 0)
    try:
        stat = extra.stat()
    except (OSError, ValueError):
        return _load(extra, 0, 0)  # reading it says what is wrong
    return _load(extra, stat.st_mtime_ns, stat.st_size)


@cache
def _load(extra: Path | None, _changed: int, _size: int) -> Lexicon:
    if extra is None:
        return Lexicon(None, reading.fingerprint())
    from readcmp.lexicon.user import read_additions

    additions, content = read_additions(extra)
    return Lexicon(additions, reading.fingerprint(content))


def topics_with(*traits: Trait, lexicon: Lexicon | None = None) -> frozenset[str]:
    """Return the ids of the topics that have any of some traits, in the lexicon that ships where none is given."""
    return (lexicon or load_lexicon()).topics_with(*traits)


def _terms(data: Mapping[str, Mapping[str, Any]]) -> Iterator[Term]:
    for entry, lists in data.items():
        for name, terms in lists.items():
            if name == "people":
                continue
            weak, neutral, unless = name == "weak", name == "not" or entry == NEUTRAL, name == "unless"
            for text in split_terms(terms):
                yield Term(entry, text, weak, neutral, unless)


def _phrases(kind: str, found: str | Mapping[str, str]) -> Iterator[Term]:
    for entry, terms in [(kind, found)] if isinstance(found, str) else found.items():
        for text in split_terms(terms):
            yield Term(entry, text, neutral=entry == NEUTRAL)
