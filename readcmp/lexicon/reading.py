"""What is read from the YAML files that ship with the package, file by file as it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from readcmp.data import kept, parsed
from readcmp.languages import ROOT as LANGUAGES

DATA = Path(__file__).parent / "data"


@cache
def read(name: str) -> Mapping[str, Any]:
    """Return the content of a data file by its name without ``.yaml``; an empty mapping where there is none."""
    path = DATA / f"{name}.yaml"
    if not path.is_file():
        return {}
    return parsed(path) or {}


@cache
def actors(language: str) -> Mapping[str, Any]:
    """Return the terms of actors in a language: what is written by hand, and of any other state its plain name.

    A state whose terms are written by hand without a capital gets its capital's name too.
    """
    found = dict(read(f"actors.{language}"))
    void = found.get("-", {}).get("not", "")
    for state, plain in read(f"states.{language}").items():
        name, _, capital = plain.partition("; ")
        if capital in void:
            capital = ""
        if state == "-":
            found["-"] = {"not": f"{void}, {plain}"}
        elif state not in found:
            found[state] = {"strong": name, "weak": capital}
        elif capital and "weak" not in found[state]:
            found[state] = {**found[state], "weak": capital}
    return found


@cache
def state_names(language: str) -> frozenset[str]:
    """Return the terms that are a state's own name in a language, and no adjective, capital or person."""
    written = [str(lists.get("strong", "")).partition(",")[0] for lists in read(f"actors.{language}").values()]
    plain = [term for text in read(f"states.{language}").values() for term in text.partition("; ")[0].split(", ")]
    return frozenset((*written, *plain))


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that the package has topic terms for, as ISO 639-1 codes."""
    return tuple(sorted(path.name.split(".")[1] for path in DATA.glob("topics.*.yaml")))


def fingerprint(added: bytes | None = None) -> str:
    """Return what tells this lexicon from others: by all its files and those of languages, and what is added."""
    if added is None:
        return kept("lexicon.fingerprint", lambda: fingerprint(b""))
    import hashlib

    return hashlib.sha256(_digest() + added).hexdigest()[:12]


def _digest() -> bytes:
    import hashlib

    sha = hashlib.sha256()
    for path in (*sorted(DATA.glob("*.yaml")), *sorted(LANGUAGES.glob("*/*.yaml"))):
        content = path.read_bytes()
        sha.update(f"{path.parent.name}/{path.name}\0{len(content)}\0".encode())
        sha.update(content)
    return sha.digest()
