"""A user's own lexicon file: what it may hold, and what it says when it holds something else.

    topics:
      fisheries:                      # a new topic, or one that there is already
        label: Fisheries
        group: economy
        scope: fishing rights and quotas
        broader: maritime             # the topic that it is part of: its points are about that one too
        traits: [place, conflict]     # what rules depend on, as the topics that ship have them
        news: 0.7                     # how much a reader wants to know of it first, 0..1
        replace: true                 # forget the terms that ship for it
        terms:
          en: {strong: "fish*, trawler*", weak: quota*, not: "fish for compliments", unless: chess}
          ru: [рыболов*, "квот* на вылов"]
    actors:
      fo: {label: Faroe Islands, terms: {en: "Faroe Islands, Faroese"}}
    concepts:
      quota: {terms: {en: "quota*", ru: "квот*"}}   # what two texts can have in common, in any language
    acts:
      request: {terms: {en: {4: "put it to"}}}
    namings:                          # what sides call differently, way by way; the same ways in all languages
      islands: {label: the islands, terms: {en: {falklands: Falkland Islands, malvinas: "Malvinas, Islas Malvinas"}}}

Terms are a comma-separated text or a list; a language's terms without ``strong`` and the like are all strong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct, field
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from readcmp.errors import LexiconError
from readcmp.files import open_bytes
from readcmp.lexicon.terms import fault_of, shortened, split_terms
from readcmp.lexicon.traits import traits_of
from readcmp.vocabulary import ActClass, Trait

LISTS = ("strong", "weak", "not", "unless")
_TOPIC = ("label", "group", "scope", "broader", "traits", "news", "replace", "terms")
_ACTOR = ("label", "replace", "terms")
_CONCEPT = ("replace", "terms")
_ACT = ("terms",)
_SECTIONS = {"topics": _TOPIC, "actors": _ACTOR, "concepts": _CONCEPT, "acts": _ACT, "namings": _ACTOR}
STRONGEST = 5
LARGEST = 5_000_000
"""No lexicon file has more bytes than this."""
MOST_TERMS = 50_000
"""A file has no more terms in all, a list that several entries share counted for each: what ships has fewer."""
MOST_ENTRIES = 1_000
"""A section has no more entries, as every text is searched for each and any two may be found at one place."""


class Added(Struct, frozen=True):
    """What a file says of one entry.

    ``terms`` maps languages to lists by name (for acts: by step 0..5, for namings: by way).
    """

    line: int
    label: str = ""
    group: str = ""
    scope: str = ""
    broader: str = ""
    traits: frozenset[Trait] | None = None
    news: float | None = None
    replace: bool = False
    terms: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)


class Additions(Struct, frozen=True):
    """What a user's file adds, entries by id."""

    topics: Mapping[str, Added] = field(default_factory=dict)
    actors: Mapping[str, Added] = field(default_factory=dict)
    concepts: Mapping[str, Added] = field(default_factory=dict)
    acts: Mapping[str, Added] = field(default_factory=dict)
    namings: Mapping[str, Added] = field(default_factory=dict)

    def languages(self) -> set[str]:
        """Return the languages that there are topic terms for."""
        return {language for added in self.topics.values() for language in added.terms}

    def terms(self, section: str, language: str) -> tuple[Mapping[str, Mapping[str, list[str]]], set[str]]:
        """Return the terms of a section other than acts in a language, and the entries that lose those they had."""
        entries: Mapping[str, Added] = getattr(self, section)
        terms = {entry: added.terms[language] for entry, added in entries.items() if language in added.terms}
        return terms, {entry for entry, added in entries.items() if added.replace}

    def act_terms(self, language: str) -> Iterator[tuple[str, int, str]]:
        """Yield class, step and term of each act that is added in a language."""
        for kind, added in self.acts.items():
            for step, terms in added.terms.get(language, {}).items():
                for term in terms:
                    yield kind, int(step), term


def read_additions(path: Path) -> tuple[Additions, bytes]:
    """Read a user's lexicon file; give what it adds and its bytes. Raises LexiconError with file and line."""
    where = str(path)
    try:
        with open_bytes(path) as stream:
            content = stream.read(LARGEST + 1)  # no more, so that an endless device does no harm
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        reason = getattr(error, "strerror", None) or error
        raise LexiconError(f"cannot be read ({reason})", where=where, hint="give a YAML file") from None
    if len(content) > LARGEST:
        raise LexiconError("is too large for a lexicon", where=where, hint="give a YAML file of terms")
    return _Reader(where).read(content), content


class _Reader:
    """Walks the nodes of a YAML file, which know their lines."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._terms_read = 0

    def read(self, content: bytes) -> Additions:
        try:
            root = yaml.compose(content, yaml.SafeLoader)
        except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or "the file is not valid YAML"
            raise self._error(f"is not YAML: {problem}", mark.line + 1 if mark else 1) from None
        if root is None:
            return Additions()
        sections = self._mapping(root, "the file", tuple(_SECTIONS))
        return Additions(**{name: self._section(sections.get(name), name, keys) for name, keys in _SECTIONS.items()})

    def _section(self, node: Node | None, name: str, keys: tuple[str, ...]) -> Mapping[str, Added]:
        if node is None:
            return {}
        ids = tuple(ActClass) if name == "acts" else None
        entries = self._mapping(node, name, ids)
        if len(entries) > MOST_ENTRIES:
            raise self._error(
                f"{name} has {len(entries):,} entries, and more than {MOST_ENTRIES:,} are too many",
                _line(node),
                "leave some out",
            )
        return {entry: self._entry(entry, about, name, keys) for entry, about in entries.items()}

    def _entry(self, entry: str, node: Node, section: str, keys: tuple[str, ...]) -> Added:
        about = self._mapping(node, f"{section} entry {entry!r}", keys)
        texts = ("label", "group", "scope", "broader")
        said: dict[str, Any] = {key: self._text(about[key]) for key in texts if key in about}
        if "traits" in about:
            names = self._terms(about["traits"])
            said["traits"] = traits_of(names, f"{self._where}:{_line(about['traits'])}")
        if "news" in about:
            said["news"] = self._part(about["news"])
        if "replace" in about:
            said["replace"] = self._flag(about["replace"])
        steps = tuple(map(str, range(STRONGEST + 1)))
        lists = {"acts": steps, "namings": None}.get(section, LISTS)
        terms = {}
        if "terms" in about:
            for language, value in self._mapping(about["terms"], "terms").items():
                terms[language] = self._lists(value, lists)
        return Added(line=node.start_mark.line + 1, terms=terms, **said)

    def _lists(self, node: Node, keys: tuple[str, ...] | None) -> Mapping[str, list[str]]:
        if isinstance(node, MappingNode):
            return {key: self._terms(value) for key, value in self._mapping(node, "terms", keys).items()}
        if keys is None:
            raise self._error("a thing needs the ways to call it, as in {kyiv: Kyiv, kiev: Kiev}", _line(node))
        if keys is not LISTS:
            raise self._error("the terms of an act need their step 0..5, as in {3: put it to}", _line(node))
        return {"strong": self._terms(node)}

    def _terms(self, node: Node) -> list[str]:
        if isinstance(node, SequenceNode):
            found = [" ".join(self._text(item).split()) for item in node.value]
        else:
            found = split_terms(self._text(node))
        self._terms_read += len(found)
        if self._terms_read > MOST_TERMS:
            raise self._error(f"more than {MOST_TERMS:,} terms in all are too many", _line(node), "leave some out")
        for term in found:
            if (fault := fault_of(term)) is not None:
                raise self._error(f"the term {shortened(term)!r} {fault}", _line(node))
        return found

    def _mapping(self, node: Node, what: str, keys: tuple[str, ...] | None = None) -> dict[str, Node]:
        if not isinstance(node, MappingNode):
            raise self._error(f"{what} should be a mapping (key: value)", _line(node))
        found: dict[str, Node] = {}
        for key_node, value in node.value:
            key = self._text(key_node)
            if keys is not None and key not in keys:
                raise self._error(
                    f"{what} has an unknown key {key!r}", _line(key_node), f"it may hold {', '.join(keys)}"
                )
            if key in found:
                raise self._error(f"{what} has {key!r} twice", _line(key_node))
            found[key] = value
        return found

    def _text(self, node: Node) -> str:
        if not isinstance(node, ScalarNode) or node.tag == "tag:yaml.org,2002:null":
            raise self._error("expected words here", _line(node))
        return str(node.value).strip()

    def _flag(self, node: Node) -> bool:
        value = self._text(node).lower()
        if value not in ("true", "false", "yes", "no"):
            raise self._error("replace should be true or false", _line(node))
        return value in ("true", "yes")

    def _part(self, node: Node) -> float:
        with suppress(ValueError):
            if 0 <= (value := float(self._text(node))) <= 1:
                return value
        raise self._error("news should be a number from 0 to 1", _line(node))

    def _error(self, what: str, line: int, hint: str | None = None) -> LexiconError:
        return LexiconError(what, where=f"{self._where}:{line}", hint=hint or "mend it, see readcmp lexicon --help")


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1
