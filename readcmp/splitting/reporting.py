"""How a language's news names its sources: the word lists of ``data/<language>.yaml``, ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from readcmp.annotation.attribution.grammar import Words
from readcmp.data import parsed

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Reporting:
    """What tells whose account a sentence of an article is. The top of ``en.yaml`` says what each list is for."""

    reporting: Words
    giving: Words
    sources: Words
    texts: Words
    private: Words
    institutions: Words
    agencies: Words
    media: Words
    never: Words
    everyone: Words
    people: Words
    things: Words
    public: Words
    mute: Words
    background: Words
    telling: Words
    contrast: Words
    first: Words
    that: Words


@cache
def reporting_of(language: str) -> Reporting | None:
    """Return how news in a language (ISO 639-1) names its sources, or None where there is no file of it."""
    path = _DATA / f"{language}.yaml"
    if not path.is_file():
        return None
    data = parsed(path)
    return Reporting(**{one.name: Words(data.get(one.name, "")) for one in fields(Reporting)})


@cache
def languages() -> tuple[str, ...]:
    """Return the languages whose articles can be split, as ISO 639-1 codes."""
    return tuple(sorted(path.stem for path in _DATA.glob("*.yaml")))
