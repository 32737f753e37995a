"""Name all states and their capitals in every language: ``python -m readcmp.training.states``.

The names are those of the Unicode CLDR, as Babel has them. Babel is not needed to run readcmp, for it is larger
than all the rest and gives the nominative alone: what it knows is written to ``lexicon/data/states.*.yaml``, with the
endings of Russian and Ukrainian left open. What ``actors.<language>.yaml`` says of a state stands above these files.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import click
import yaml

from readcmp.data import parsed
from readcmp.languages import known as languages
from readcmp.lexicon.reading import DATA

INFLECTED = ("ru", "uk")
LONG = 5
"""A stem of fewer letters begins too many other words for its ending to be left open."""


def main() -> None:
    """Write the files."""
    for name, text in written().items():
        (DATA / name).write_text(text, encoding="utf-8")
        click.echo(DATA / name)


def written() -> dict[str, str]:
    """Return the content of each file by its name."""
    from babel import Locale
    from babel.core import get_global

    known = parsed(Path(__file__).with_suffix(".yaml"))
    territories = {str(code): str(name) for code, name in Locale.parse("en").territories.items()}
    no_states, no_capitals = known["no_states"].split(), known["no_capitals"].split()
    states = sorted(c for c in territories if re.fullmatch("[A-Z]{2}", c) and c not in no_states)
    zones = defaultdict(list)
    for zone, territory in get_global("zone_territories").items():
        zones[territory].append(zone)
    capitals = {c: zones[c][0] for c in states if len(zones[c]) == 1 and c not in no_capitals} | known["capitals"]
    files = {"states.yaml": _file("States", {c.lower(): territories[c] for c in states})}
    for language in languages():
        locale = Locale.parse(language)
        by_hand = known["names"].get(language, {})
        names = {c: by_hand.get(c, _plain(str(locale.territories[c]))) for c in states}
        words = frozenset(word.lower() for name in names.values() for word in name.replace(",", " ").split())
        entries = {"-": known["neutral"][language]} if language in known["neutral"] else {}
        for c in states:
            terms = [names[c]]
            if c in capitals and (english := capitals[c].rpartition("/")[2].replace("_", " ")) not in territories[c]:
                terms.append(_plain(str(locale.time_zones.get(capitals[c], {}).get("city", english))))
            if language in INFLECTED:
                terms = [term if "*" in term else ", ".join(_cases(term, language, words)) for term in terms]
            if language == "de":
                terms = [", ".join(_with_genitive(name) for name in term.split(", ")) for term in terms]
            entries[c.lower()] = "; ".join(dict.fromkeys(terms))  # Алжир, Алжир
        files[f"states.{language}.yaml"] = _file(f"{locale.english_name}: states; their capitals", entries)
    return files


def _plain(name: str) -> str:
    """Return a name as the lexicon writes it: without brackets and dashes, saints and islands in full."""
    name = re.sub(r"\s*[(（].*?[)）]", "", name).replace("’", "'").replace("ʼ", "'").replace("о-ва", "острова")
    name = re.sub(r"\s*[—–-]\s*", " ", name).replace("&", "and").strip()
    return f"St {name[4:]}, Saint {name[4:]}" if name.startswith("St. ") else name


def _cases(names: str, language: str, others: Iterable[str]) -> list[str]:
    """Return a name in all cases: with its ending left open, or form by form where it is short."""
    found: list[str] = []
    for name in names.split(", "):
        words = name.split()
        if len(words) == 1:
            found += _forms(name, language, others)
        else:
            found.append(" ".join(_open(word, language) for word in words))
    return list(dict.fromkeys(found))


def _open(word: str, language: str) -> str:
    """Return a word within a name of several, which cannot be another word, with its ending left open."""
    adjective = re.fullmatch(r"(.+?)(?:ая|ий|ый|ие|ые)", word) if len(word) > LONG - 1 else None
    if adjective:
        return adjective[1] + "*"
    if word in ("Нова", "Південна", "Північна", "Західна", "Екваторіальна", "Велика") or word.endswith(
        ("ська", "ські")
    ):
        return word[:-1] + "*"
    forms = _forms(word, language, ())
    shared = forms[0]
    while not all(form.startswith(shared.rstrip("*")) for form in forms):
        shared = shared[:-1]
    return shared if len(forms) == 1 else shared.rstrip("*") + "*"


def _forms(word: str, language: str, others: Iterable[str]) -> list[str]:
    """Return the terms for one word in all cases; ``others`` are words that its open ending must not take in."""
    if len(word) < 3 or word.isupper() or word[-1] in "оеёуюєэ" or word.endswith(("оа", "иа", "іа")):
        return [word]
    if word[-1] in "иі" and (language == "ru" or len(word) < LONG + 1) and not word.endswith("острова"):
        return [word]  # of one form: Чили, Мали, Фиджи
    stem = word[:-1] if word[-1] in "аяьйиіїы" else word
    clash = any(other.startswith(stem.lower()) and not other.startswith(word.lower()) for other in others)
    changed = _softened(stem) if language == "uk" and word[-1] == "а" else None
    if len(stem) >= LONG and not clash:
        return [stem + "*", changed] if changed else [stem + "*"]
    soft = word[-2:] in ("ия", "ія", "ея")
    hard = "и" if stem[-1] in "гкхжчшщ" else "ы"
    endings = {
        ("ru", "а"): f"а {hard} е у ой",
        ("ru", "ы"): "ы а ам ах ами",
        ("ru", "я"): "я и ю ей",
        ("ru", "й"): "й я ю ем е",
        ("uk", "а"): "а и у ою",
        ("uk", "и"): "и ам ах ами",
        ("uk", "я"): "я ї ю єю" if soft else "я і ю ею",
        ("uk", "й"): "й ю єм ї",
    }.get((language, word[-1]))
    if endings:
        forms = [stem + ending for ending in endings.split()]
        return [*forms, changed or stem + "і"] if (language, word[-1]) == ("uk", "а") else forms
    return [word, *(stem + e for e in ("а у ом е" if language == "ru" else "у ом і а").split())]


def _with_genitive(name: str) -> str:
    return name if " " in name or name[-1] in "sxz" or name.isupper() else f"{name}, {name}s"


def _softened(stem: str) -> str | None:
    """Return the Ukrainian dative of a stem whose last letter changes in it: Прага, Празі."""
    changed = {"г": "з", "ґ": "з", "к": "ц", "х": "с"}.get(stem[-1])
    return stem[:-1] + changed + "і" if changed else None


def _file(what: str, entries: Mapping[str, str]) -> str:
    from babel import __version__

    source = f"by the Unicode CLDR in Babel {__version__}"
    head = f"# {what}, {source}. Written by `python -m readcmp.training.states`; edit actors.*.yaml instead.\n"
    return head + yaml.safe_dump(dict(entries), allow_unicode=True, sort_keys=False, width=4000)


if __name__ == "__main__":
    main()
