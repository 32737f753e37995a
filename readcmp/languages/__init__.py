"""How each language works: one folder a language, one file a section, one door.

    load("ru").negation.negators

A section is read when it is first asked for and typed by ``schema``. Of a language without a file for a section each
of its fields is empty. What can be said, topics and actors and concepts, is no part of this: it stands in the lexicon.
"""

from __future__ import annotations

from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from readcmp.data import kept, parse
from readcmp.languages import schema
from readcmp.languages.attribution import Attribution, Verbs
from readcmp.languages.boilerplate import Boilerplate
from readcmp.languages.clauses import Clauses
from readcmp.languages.kinds import Section
from readcmp.languages.quantities import Quantities
from readcmp.languages.reporting import Reporting
from readcmp.text import short

ROOT = Path(__file__).parent

S = TypeVar("S", bound=Section)


class LanguageError(Exception):
    """A file of a language holds what the schema has no place for: a fault of the package, not of its input."""


class Language(Struct, frozen=True, dict=True):
    """One language by its ISO 639-1 code, section by section."""

    code: str

    def has(self, section: str) -> bool:
        """Return whether the language has a file for a section."""
        return path_of(self.code, f"{section}.yaml") is not None

    def _section(self, made: type[S], section: str) -> S:
        file = path_of(self.code, f"{section}.yaml")
        if file is None:
            return made()
        data = kept(
            f"languages.{self.code}.{section}", lambda: _typed(made, parse(file.read_bytes(), texts=True) or {})
        )
        try:
            return made(data)
        except TypeError as error:
            raise LanguageError(f"{self.code}/{section}.yaml: {error}") from error

    @cached_property
    def traits(self) -> schema.Traits:
        """What is true of the language as a whole."""
        return self._section(schema.Traits, "language")

    @cached_property
    def words(self) -> schema.ClosedClasses:
        """Small words by class."""
        return self._section(schema.ClosedClasses, "words")

    @cached_property
    def clauses(self) -> Clauses:
        """The closed classes by which sentences are cut."""
        return self._section(Clauses, "clauses")

    @cached_property
    def attribution(self) -> Attribution:
        """Who speaks in a clause."""
        return self._section(Attribution, "attribution")

    @cached_property
    def verbs(self) -> Verbs:
        """The verbs and phrases of acts."""
        return self._section(Verbs, "verbs")

    @cached_property
    def quantities(self) -> Quantities:
        """Numbers, dates, lengths of time."""
        return self._section(Quantities, "quantities")

    @cached_property
    def phrases(self) -> schema.Phrases:
        """Placeholders and words of tone."""
        return self._section(schema.Phrases, "phrases")

    @cached_property
    def names(self) -> schema.Names:
        """Where names say who or where, not what."""
        return self._section(schema.Names, "names")

    @cached_property
    def negation(self) -> schema.Negation:
        """What negates."""
        return self._section(schema.Negation, "negation")

    @cached_property
    def scope(self) -> schema.Scope:
        """Extents and conditions."""
        return self._section(schema.Scope, "scope")

    @cached_property
    def contrast(self) -> schema.Contrast:
        """What sets two accounts against each other."""
        return self._section(schema.Contrast, "contrast")

    @cached_property
    def contact(self) -> schema.Contact:
        """What is said of the contact itself."""
        return self._section(schema.Contact, "contact")

    @cached_property
    def open_topics(self) -> schema.OpenTopics:
        """How a noun phrase names a topic."""
        return self._section(schema.OpenTopics, "open_topics")

    @cached_property
    def reporting(self) -> Reporting:
        """How news names its sources."""
        return self._section(Reporting, "reporting")

    @cached_property
    def boilerplate(self) -> Boilerplate:
        """What stands around an account on its page."""
        return self._section(Boilerplate, "boilerplate")

    @cached_property
    def transliteration(self) -> schema.Transliteration:
        """How names sound in Latin letters."""
        return self._section(schema.Transliteration, "transliteration")


@lru_cache(maxsize=256)
def load(language: str) -> Language:
    """Return a language by its ISO 639-1 code, with or without a region; one without a folder is empty throughout."""
    return _load(short(language))


@cache
def _load(code: str) -> Language:
    return Language(code)


@cache
def known() -> tuple[str, ...]:
    """Return the codes of the languages that have a folder."""
    return tuple(sorted(path.parent.name for path in ROOT.glob("*/language.yaml")))


def path_of(language: str, name: str) -> Path | None:
    """Return a file in a language's folder, None where there is none.

    No code leads out of the folder, whatever a text's front matter gives as its language.
    """
    code = short(language)
    path = ROOT / code / name
    return path if code.isascii() and code.isalpha() and path.is_file() else None


def _typed(made: type[Section], data: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a file, in which all are texts, with numbers and yes or no as the schema has them."""
    return {key: _converted(value, made.kinds().get(key, "")) for key, value in data.items()}


def _converted(value: Any, kind: str) -> Any:  # noqa: ANN401 - what a file holds
    if kind == "bool":
        return value in ("yes", "true")
    return int(value) if kind == "int" else value
