"""What is read from the YAML files that ship with the package, file by file as it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@cache
def read(name: str) -> Mapping[str, Any]:
    """Give the content of a data file by its name without ``.yaml``; an empty mapping where there is none."""
    path = DATA / f"{name}.yaml"
    if not path.is_file():
        return {}
    return parse(path.read_bytes()) or {}


@cache
def actors(language: str) -> Mapping[str, Any]:
    """Give the terms of actors in a language: what is written by hand, and of any other state its plain name.

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


def parse(data: bytes) -> Any:  # noqa: ANN401 - what a YAML file holds is known only when checked
    """Parse YAML with libyaml where PyYAML was built with it, which is some ten times faster."""
    import yaml

    return yaml.load(data, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def languages() -> tuple[str, ...]:
    """Give the languages that the package has topic terms for, as ISO 639-1 codes."""
    return tuple(sorted(path.name.split(".")[1] for path in DATA.glob("topics.*.yaml")))


@cache
def digest() -> bytes:
    """Give a digest of all data files, whichever of them are used."""
    sha = hashlib.sha256()
    for path in sorted(DATA.glob("*.yaml")):
        content = path.read_bytes()
        sha.update(f"{path.name}\0{len(content)}\0".encode())
        sha.update(content)
    return sha.digest()
