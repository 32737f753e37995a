"""What cutting must know of a language: its reporting verbs, function words and abbreviations, from YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from readcmp.lexicon.inflection import verb_forms


@dataclass(frozen=True, slots=True)
class Profile:
    """A language as cutting sees it. A language without ``finite`` verbs is cut at sentences and semicolons alone.

    ``finite`` holds the past forms of the verbs that tell what was said (``reports``) and that there was a contact
    (``contacts``); ``infinitives`` the base forms of the former, ``bases`` those of them that are no nouns;
    ``words`` the closed classes by name, such as ``prepositions``.
    """

    language: str
    finite: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    infinitives: frozenset[str] = frozenset()
    reports: frozenset[str] = frozenset()
    contacts: frozenset[str] = frozenset()
    adjective_endings: tuple[str, ...] = ()
    after_initialism: frozenset[str] = frozenset()
    words: Mapping[str, frozenset[str]] | None = None

    @property
    def unspaced(self) -> bool:
        """Whether no spaces part the words of the language's script."""
        return self.has("script", "unspaced")

    def has(self, kind: str, word: str) -> bool:
        """Say whether a lower-case word is of a closed class."""
        return self.words is not None and word in self.words.get(kind, frozenset())


@cache
def profile_for(language: str) -> Profile:
    """Give the profile of a language (ISO 639-1); one without words where no file describes it."""
    path = Path(__file__).with_name(f"{language}.yaml")
    if not language.isalpha() or not path.is_file():
        return Profile(language)
    import yaml

    table = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    lists = {key: _parts(value) for key, value in table.items() if isinstance(value, str)}
    irregular = {verb: tuple(past) for verb, *past in (entry.split() for entry in lists.pop("irregular", ()))}
    doubling = frozenset(lists.pop("doubling", ()))
    reports, contacts = (
        frozenset(past for verb in lists.get(key, ()) for past in verb_forms(verb, irregular, doubling)[2:-1])
        for key in ("verbs", "contacts")
    )
    nouns = frozenset(lists.get("nouns", ()))
    return Profile(
        language=language,
        finite=reports | contacts,
        reports=reports,
        contacts=contacts,
        infinitives=frozenset(lists.get("verbs", ())),
        bases=frozenset(lists.get("verbs", ())) - nouns,
        adjective_endings=tuple(lists.get("adjective_endings", ())),
        after_initialism=frozenset(lists.get("after_initialism", ())),
        words={key: frozenset(value) for key, value in lists.items()},
    )


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())
