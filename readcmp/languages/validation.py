"""What is wrong with the files of a language, and what a language lacks beside another. No comparison asks for this."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from readcmp.data import parse
from readcmp.languages import ROOT, path_of
from readcmp.languages.kinds import LINES, PATTERN, Section
from readcmp.languages.schema import SECTIONS
from readcmp.text import short

MODEL = "en"
"""The language that the others are measured by: it has the most."""

YES_OR_NO = ("yes", "no", "true", "false")

OTHER_FILES = ("frequencies.txt",)
"""What may lie in a language's folder beside its sections."""


def has_folder(language: str) -> bool:
    """Return whether a language has a folder at all."""
    code = short(language)
    return code.isascii() and code.isalpha() and (ROOT / code).is_dir()


def faults(language: str) -> Iterator[str]:
    """Return what is wrong with a language's files, each fault with its file and key."""
    folder = ROOT / short(language)
    for path in sorted(folder.iterdir()):
        if path.suffix == ".yaml" and path.stem in SECTIONS:
            yield from (f"{folder.name}/{path.name}: {fault}" for fault in faults_of(path, SECTIONS[path.stem]))
        elif path.is_file() and path.name not in OTHER_FILES:
            yield f"{folder.name}/{path.name}: no section has this name"


def faults_of(path: Path, section: type[Section]) -> Iterator[str]:
    """Return what is wrong with one file: a key that is none, one that is missing, a value of another kind."""
    import yaml

    try:
        data = parse(path.read_bytes(), texts=True) or {}
    except yaml.YAMLError as error:
        yield " ".join(str(error).split())
        return
    if not isinstance(data, dict):
        yield "has no keys"
        return
    kinds = {key: kind for key, kind in get_type_hints(section, include_extras=True).items() if key in section.kinds()}
    for key, value in data.items():
        if key not in kinds:
            yield f"{key}: the schema has no such key"
        else:
            yield from (f"{key}: {fault}" for fault in _of_value(value, kinds[key]))
    yield from (f"{key}: is missing, and every language needs it" for key in section.needed.split() if key not in data)


def lacks(language: str) -> Mapping[str, Sequence[str]]:
    """Return what English has and a language has not: by section the missing keys, none where the file is missing.

    A key that is there and empty says that the language has no such thing.
    """
    found: dict[str, Sequence[str]] = {}
    for section in SECTIONS:
        model, own = path_of(MODEL, f"{section}.yaml"), path_of(language, f"{section}.yaml")
        if model is None:
            continue
        if own is None:
            found[section] = ()
        elif missing := [key for key in _keys(model) if key not in _keys(own)]:
            found[section] = missing
    return found


def _keys(path: Path) -> Sequence[str]:
    return list(parse(path.read_bytes(), texts=True) or {})


def _of_value(value: Any, kind: Any) -> Iterator[str]:  # noqa: ANN401 - what a file holds, and a type
    """Return why a value is not of a kind; where several are possible, of the one that has its form."""
    origin = get_origin(kind)
    if origin is Annotated:
        base, mark = get_args(kind)
        found = list(_of_value(value, base))
        check = _of_headings if mark == LINES else _of_pattern if mark == PATTERN else _of_terms
        yield from found or check(value)
    elif origin in (Union, types.UnionType):
        held = Mapping if isinstance(value, dict) else Sequence if isinstance(value, list) else Annotated
        alike = next((each for each in get_args(kind) if get_origin(each) is held), get_args(kind)[0])
        yield from _of_value(value, alike)
    elif origin is Mapping:
        if not isinstance(value, dict):
            yield "should be headings with values"
            return
        for key, each in value.items():
            yield from (f"{key}: {fault}" for fault in _of_value(each, get_args(kind)[1]))
    elif origin is Sequence:
        if not isinstance(value, list):
            yield "should be a list"
            return
        for each in value:
            yield from _of_value(each, get_args(kind)[0])
    elif not isinstance(value, str):
        yield "should be a text"
    elif kind is int and not value.isdecimal():
        yield f"should be a number, not {value!r}"
    elif kind is bool and value not in YES_OR_NO:
        yield f"should be yes or no, not {value!r}"


def _of_headings(value: Mapping[str, Any]) -> Iterator[str]:
    """Return which headings of phrases are none, and which phrases stand twice under one."""
    yield from (f"{key}: is none of {', '.join(LINES)}" for key in value if key not in LINES)
    for key, phrases in value.items():
        twice = dict.fromkeys(phrase for n, phrase in enumerate(phrases) if phrase in phrases[:n])
        if twice:
            yield f"{key}: has a phrase twice: {', '.join(twice)}"


def _of_pattern(value: str) -> Iterator[str]:
    try:
        re.compile(value)
    except re.error as error:
        yield f"is no regular expression: {error}"


def _of_terms(value: str) -> Iterator[str]:
    """Return what is wrong with terms: one that stands twice, or nothing between two commas."""
    terms = [term.strip() for term in value.split(",")]
    if "" in terms[:-1]:
        yield "has nothing between two commas"
    twice = dict.fromkeys(term for n, term in enumerate(terms) if term and term in terms[:n])
    if twice:
        yield f"has a term twice: {', '.join(twice)}"
