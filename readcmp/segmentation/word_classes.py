"""What segmentation knows of a language: its reporting verbs, function words and abbreviations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct, field

from readcmp.languages import load
from readcmp.languages.clauses import Clauses
from readcmp.languages.schema import Traits
from readcmp.lexicon.inflection import forms_of


class WordClasses(Struct, frozen=True):
    """A language as segmentation sees it. Without ``finite`` verbs texts are split at sentences and semicolons alone.

    ``finite`` holds the forms of the verbs that tell what was said (``reports``) and that there was a contact
    (``contacts``), ``verbs`` these and the auxiliaries of their compound tenses; ``infinitives`` the base forms of the
    former, ``bases`` those of them that are no nouns; ``words`` the closed classes by name, such as ``prepositions``;
    the endings are those of word kinds.
    """

    language: str
    clauses: Clauses
    traits: Traits
    finite: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    contacts: frozenset[str] = frozenset()
    adjective_endings: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    gerund_endings: tuple[str, ...] = ()
    infinitive_endings: tuple[str, ...] = ()
    quality_endings: tuple[str, ...] = ()
    opening_endings: tuple[str, ...] = ()
    origin_endings: tuple[str, ...] = ()
    owner_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def unspaced(self) -> bool:
        """Whether no spaces part the words of the language's script."""
        return not self.traits.spaced

    @property
    def elisions(self) -> frozenset[str]:
        """What is elided before an apostrophe: the l of ``l'accord``."""
        return frozenset(_parts(self.traits.elisions))

    def has(self, kind: str, word: str) -> bool:
        """Return whether a lower-case word is of a closed class."""
        return word in self.of(kind)

    def of(self, kind: str) -> frozenset[str]:
        """Return the words of a closed class, none where the language has none; KeyError for no class of the schema."""
        return self.words[kind]

    def openings(self, kind: str) -> frozenset[str]:
        """Return the words that phrases of a closed class begin with."""
        return _openings(self.of(kind))

    def number(self, kind: str) -> int:
        """Return the number that the language sets for a rule; 0 where it sets none."""
        return int(getattr(self.clauses, kind))


@cache
def _openings(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


@cache
def word_classes_of(language: str) -> WordClasses:
    """Return the classes of a language (ISO 639-1); one without words where no file describes it."""
    clauses, words = load(language).clauses, load(language).words
    lists = {
        key: _parts(value) if isinstance(value, str) else _formed(value)
        for section in (clauses, words)
        for key, value in ((key, getattr(section, key)) for key in section.kinds())
        if not isinstance(value, int)
    }
    quantities = load(language).quantities
    lists["numerals"] = _parts(",".join((*quantities.numbers.values(), *quantities.scales.values())))
    lists["days"] = tuple(
        day.rstrip(".").lower() for day in f"{quantities.months},{quantities.weekdays}".replace(",", " ").split()
    )
    lists["half_days"], lists["zone"] = _parts(quantities.half_days), _parts(quantities.zone)
    lists["date_signs"] = _parts(f"{quantities.year},{quantities.month},{quantities.day}") if quantities.year else ()
    lists["not_matter"] += lists["days"]
    if bases := lists["verbs"]:
        forms = load(language).verbs.forms
        lists["reports"], lists["contacts"] = (
            tuple(past for verb in verbs for past in forms_of(verb, forms)[2:-1][:1])
            for verbs in (bases, lists["contacts"])
        )
    reports, contacts = frozenset(lists["reports"]), frozenset(lists["contacts"])
    endings = {key: lists[key] for key in WordClasses.__struct_fields__ if key.endswith("_endings")}
    return WordClasses(
        language=language,
        clauses=clauses,
        traits=load(language).traits,
        finite=reports | contacts,
        verbs=frozenset((*reports, *contacts, *lists["perfect"])),
        reports=reports,
        contacts=contacts,
        infinitives=frozenset(lists["verbs"]),
        bases=frozenset(lists["verbs"]) - frozenset(lists["nouns"]),
        words={key: frozenset(value) for key, value in lists.items()},
        **endings,
    )


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _formed(value: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words that stems make with their endings."""
    return tuple(
        stem + ending.removeprefix("-")
        for endings, stems in value.items()
        for stem in _parts(stems)
        for ending in endings.split()
    )
