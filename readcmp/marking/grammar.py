"""What marking knows of a language's grammar: the word lists of ``speech.<language>.yaml``, ready to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from readcmp.lexicon import reading
from readcmp.lexicon.terms import split_terms

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes that tell who speaks in a clause. Words are in lower case."""

    offices: tuple[str, ...]
    titles: frozenset[str]
    singular: frozenset[str]
    plural: frozenset[str]
    mine: frozenset[str]
    auxiliaries: frozenset[str]
    no_verb_after: frozenset[str]
    receives: frozenset[str]
    mutual: frozenset[str]
    prepositions: frozenset[str]
    relatives: frozenset[str]
    duties: frozenset[str]
    promises: frozenset[str]
    intensifiers: frozenset[str]
    openers: re.Pattern[str]
    occasions: re.Pattern[str]
    joiners: re.Pattern[str]
    companions: re.Pattern[str]
    negations: re.Pattern[str]
    softeners: re.Pattern[str]
    saying: re.Pattern[str]
    particles: frozenset[str]
    modals: frozenset[str]
    about: frozenset[str]
    denials: tuple[str, ...]


@cache
def grammar_of(language: str) -> Grammar | None:
    """Give the grammar of a language (ISO 639-1), or None where there is no file of it."""
    data = reading.read(f"speech.{language}")
    if not data:
        return None

    def words(key: str) -> frozenset[str]:
        return frozenset(split_terms(data.get(key, "")))

    def pattern(key: str, form: str = r"\b(?:{})\b") -> re.Pattern[str]:
        return re.compile(form.format(_either(split_terms(data.get(key, "")))), re.I)

    return Grammar(
        offices=tuple(sorted(split_terms(data["offices"]), key=len, reverse=True)),
        denials=tuple(split_terms(data["denials"])),
        openers=pattern("openers", r"(?:(?:{})\b[\s,:–—-]*)+"),
        occasions=pattern("occasions"),
        joiners=pattern("joiners"),
        companions=pattern("companions"),
        negations=re.compile(rf"(?:\b|(?=n['’]t))(?:{_either(split_terms(data['negations']))})\b", re.I),
        softeners=pattern("softeners"),
        saying=pattern("saying"),
        **{
            key: words(key)
            for key in (
                "titles",
                "singular",
                "plural",
                "mine",
                "auxiliaries",
                "no_verb_after",
                "receives",
                "mutual",
                "prepositions",
                "relatives",
                "duties",
                "promises",
                "intensifiers",
                "particles",
                "modals",
                "about",
            )
        },
    )


def words_of(text: str) -> list[str]:
    """Give the words of a text in lower case, with straight apostrophes."""
    return [match.group().lower().replace("’", "'") for match in WORD.finditer(text)]


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
