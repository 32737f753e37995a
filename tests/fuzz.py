"""Fuzz the program: what it is given is made by chance, what comes out is held against what must always be true.

``nice python tests/fuzz.py --seconds 60 --seed 1`` prints every failure with the number of its case;
``--case 1234`` runs that case alone, and ``--keep FOLDER`` writes the texts of cases that fail. The same seed and
number make the same case. A check is a function of ``CHECKS``: it takes what was run and gives what is wrong with it.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from readcmp import ReadcmpError, compare
from readcmp.loading import load_all
from readcmp.model import Comparison, Readout
from readcmp.rendering import FORMATS
from readcmp.vocabulary import Verdict

HERE = Path(__file__).parent
LARGEST = 20_000
"""Bytes of a text."""

SLOWEST = 5.0
"""Seconds of the processor that a comparison of texts of that size may take."""

STRONG = 0.5
"""The score from which on a link is one."""

UNITS = (
    "\u202e", "\u202c", "\u2066", "\u200b", "\u200d", "\ufeff", "\xad", "\x85", "\u2028", "\x9b2J", "\x1b[31m",
    "\x07", "\u0301", "😀", "\ud7ff", "�", "U.S.", "Mr.", "no.", "a.m.", "3,000亿", "1,5", "1.500.000", "$1", "10%",
    "%", "½", "³", "٣", "fıve", "ſix", "İ", "ß", "1/2", "2024-02-30", "30.02.2024", "3/4/2024", "24:61", "“", "”",
    "«", "»", "„", "‘", "’", "'", "\"", "(", ")", "[", "]", "{", "}", "—", "–", "-", "--", "*", "**", "_", "#", ">",
    "![](", "[a](b)", "<!--", "-->", "<p>", "</p>", "<b>", "|", "`", "~~~", "---", "...", "…", ";", ":", ",", "。",
    "，", "、", "《", "》", "not", "no", "never", "if", "unless", "only", "all", "both", "they", "he", "said", "that",
    "agreed", "to", "and", "of", "the", "не", "и", "если", "все", "双方", "不", "和", "第", "说", "ne", "pas", "et",
    "si", "kein", "nicht", "und", "wenn", "no", "y", "si", "ні", "якщо", "та", "http://a.b/c", "www.a.Ba", "@",
    "\\", "\t", "\n", "\n\n", "\r\n", "\x0c", "\x0b",
)  # fmt: skip
WORDS = ("trade", "Ukraine", "sanctions", "Putin", "Trump", "Xi", "NATO", "грейн", "Украина", "санкции", "台湾", "贸易")
KEYS = ("side", "publisher", "url", "title", "date", "language", "label", "x")
VALUES = (
    "us", "ru", "both", "a b", "2024-05-03", "2024-02-30", "[a]", "{a: b}", '"\\e[31m"', '"\\ud800"', "&a [*a]", "null",
    "https://kremlin.ru", "javascript:alert(1)", "'", '"', "!!python/name:os.system", "1e999", "0x1F", "~", "en",
    "zz-ZZ",
)  # fmt: skip
LANGUAGES = ("en", "ru", "uk", "zh", "fr", "de", "es", "ja", "")


@dataclass
class Case:
    """One run: the bytes of each side, how they are compared, and what came of it."""

    number: int
    texts: list[bytes]
    languages: list[str]
    options: dict[str, object]
    readouts: tuple[Readout, ...] = ()
    comparison: Comparison | None = None
    mirrored: Comparison | None = None
    seconds: float = 0.0
    outputs: dict[str, str] = field(default_factory=dict)


Check = Callable[[Case], Iterator[str]]


def in_time(case: Case) -> Iterator[str]:
    """A comparison takes no longer than texts of their size may take."""
    if case.seconds > SLOWEST:
        yield f"took {case.seconds:.1f} s"


def mirrored(case: Case) -> Iterator[str]:
    """The other order of the sides gives the same links, topics and findings."""
    if case.comparison is None or case.mirrored is None:
        return
    for what, told in {
        "links": lambda c: Counter((frozenset((k.a, k.b)), round(k.score, 6)) for k in c.links),
        "possible": lambda c: Counter((frozenset((k.a, k.b)), round(k.score, 6)) for k in c.possible),
        "topics": lambda c: {topic.id: dict(sorted(topic.sides.items())) for topic in c.topics},
        "verdicts": lambda c: c.verdicts,
        "facts": lambda c: Counter(c.facts),
        "findings": lambda c: Counter((f.kind, f.side, f.doubtful, f.topic, frozenset(f.points)) for f in c.findings),
    }.items():
        one, other = told(case.comparison), told(case.mirrored)
        if one != other:
            extra = (one - other, other - one) if isinstance(one, Counter) else ()
            yield f"{what} are not mirrored {[dict(part) for part in extra]}"[:600]


def consistent(case: Case) -> Iterator[str]:
    """Nothing is said to be told by one side alone that is linked."""
    if case.comparison is None:
        return
    home = {point.id: side.id for side in case.comparison.sides for point in side.points}
    scores: dict[tuple[str, str], float] = {}
    for link in case.comparison.links:
        for end, other in ((link.a, link.b), (link.b, link.a)):
            scores[end, home[other]] = max(link.score, scores.get((end, home[other]), 0.0))
    for (point, side), verdict in case.comparison.verdicts.items():
        if verdict is Verdict.ONLY and scores.get((point, side), 0.0) >= STRONG:
            yield f"{point} is in one alone and linked to {side} with {scores[point, side]:.2f}"
    for finding in case.comparison.findings:
        alone = re.search(r"\b(?:only|alone|not found|not mention)", finding.text, re.IGNORECASE)
        paired = any(home[point] == finding.side for point in finding.points)  # it tells how a linked pair differs
        if finding.side is None or finding.doubtful or paired or not alone:
            continue
        for point in finding.points:
            if home[point] != finding.side and scores.get((point, finding.side), 0.0) >= STRONG:
                yield f"{finding.kind} says {finding.text!r} of {point}, which is linked"


def anchored(case: Case) -> Iterator[str]:
    """Points stand where they say, in order, and do not overlap; shares and scores are from 0 to 1."""
    if case.comparison is None:
        return
    for side in case.comparison.sides:
        end = 0
        for point in side.points:
            there = side.readout.text[point.start : point.end]
            same = len(there) == len(point.text) and all(a in (" ", b) for a, b in zip(point.text, there, strict=True))
            if point.start < end or not same:  # marks within a point are blanks in its text
                yield f"{point.id} is not at {point.start}:{point.end}"
            end = point.end
    if any(not 0 <= link.score <= 1 for link in (*case.comparison.links, *case.comparison.possible)):
        yield "a score is not from 0 to 1"


def harmless(case: Case) -> Iterator[str]:
    """No output holds what acts on a terminal, and JSON can be parsed."""
    acting = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
    for form, text in case.outputs.items():
        if found := acting.search(text):
            yield f"{form} holds {found.group()!r}"
        if form in ("json", "jsonl"):
            json.loads(text)


CHECKS: tuple[Check, ...] = (in_time, mirrored, consistent, anchored, harmless)


def bases() -> list[tuple[str, str]]:
    """Return the texts that cases are made from, each with its language."""
    told = json.loads((HERE / "pump.json").read_text(encoding="utf-8"))
    found = [(code, text) for code, texts in told.items() for text in texts]
    for path in sorted((HERE.parent / "samples").glob("*/*.txt")):
        text = path.read_text(encoding="utf-8")
        found.append(("ru" if ".ru." in path.name else "zh" if ".zh." in path.name else "en", text))
    return found


def made(number: int, seed: int, texts: Sequence[tuple[str, str]]) -> Case:
    """Return the case of a number."""
    chance = random.Random(f"{seed}:{number}")
    sides = chance.choice((2, 2, 2, 3))
    chosen = [chance.choice(texts) for _ in range(sides)]
    if chance.random() < 0.3:  # accounts of one event, or nearly one
        chosen = [chosen[0]] * sides
    data = [_mutated(chance, text) for _, text in chosen]
    languages = [code if chance.random() < 0.8 else chance.choice(LANGUAGES) for code, _ in chosen]
    options: dict[str, object] = {"strictness": chance.choice(("", "", "strict", "loose"))}
    if chance.random() < 0.2:
        options["watch"] = chance.choice(("trade", "sanctions,energy", "台湾", "x", "", ["trade", "climate"]))
    return Case(number, data, languages, options)


def _mutated(chance: random.Random, text: str) -> bytes:
    for _ in range(chance.choice((0, 1, 2, 4, 16))):
        at, length = chance.randrange(len(text) + 1), chance.randrange(1, 80)
        kind = chance.random()
        if kind < 0.35:
            text = text[:at] + chance.choice(("", " ")) + chance.choice(UNITS) + text[at:]
        elif kind < 0.45:
            text = text[:at] + chance.choice(UNITS) * chance.choice((3, 50, 2000)) + text[at:]
        elif kind < 0.6:
            text = text[:at] + f" {chance.choice(WORDS)} " + text[at:]
        elif kind < 0.75:
            text = text[:at] + text[at + length :]
        elif kind < 0.85:
            text = text[:at] + text[at : at + length] * chance.choice((2, 20)) + text[at:]
        elif kind < 0.95:
            sentences = re.split(r"(?<=[.。!?])\s*", text)
            chance.shuffle(sentences)
            text = " ".join(sentences)
        else:
            text = chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)
    if chance.random() < 0.15:
        block = "\n".join(f"{chance.choice(KEYS)}: {chance.choice(VALUES)}" for _ in range(chance.randrange(4)))
        text = f"---\n{block}\n---\n{text}"
    data = text.encode(chance.choice(("utf-8",) * 12 + ("utf-16", "cp1251", "gb18030")), "replace")
    if chance.random() < 0.1:
        mangled = bytearray(data)
        for _ in range(chance.randrange(1, 9)):
            mangled[chance.randrange(len(mangled) or 1) : chance.randrange(len(mangled) or 1)] = chance.randbytes(2)
        data = bytes(mangled)
    return data[:LARGEST]


def run(case: Case) -> list[str]:
    """Run a case in this process; return what is wrong."""
    try:
        streams = [BytesIO(data) for data in case.texts]
        languages = case.languages if all(case.languages) else ()
        sides = ("us", "ru", "cn")[: len(streams)]
        case.readouts = load_all(streams, sides=sides, languages=languages)
        start = time.process_time()
        case.comparison = compare(case.readouts, engine="fuzzy", **case.options)  # type: ignore[arg-type]
        case.seconds = time.process_time() - start
        case.mirrored = compare(case.readouts[::-1], engine="fuzzy", **case.options)  # type: ignore[arg-type]
        if case.number % 5 == 0:
            case.outputs = {form: case.comparison.render(form) for form in FORMATS}
    except ReadcmpError as error:
        return [] if str(error).isprintable() else [f"an error that is no line: {error}"]
    except Exception:
        return [traceback.format_exc(limit=-4)]
    return [f"{check.__name__}: {wrong}" for check in CHECKS for wrong in check(case)]


def run_command(case: Case, seed: int) -> list[str]:
    """Run a case as a process with options by chance; return what is wrong."""
    chance = random.Random(f"command {seed}:{case.number}")
    options = [
        "--json",
        "--width=60",
        "--verbose",
        "--exit-code",
        "--strict",
        "--loose",
        "--findings=0",
        "--watch=trade",
    ]
    options += [f"--format={form}" for form in FORMATS]
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for n, data in enumerate(case.texts):
            name = chance.choice(("us", "ru", "a b", "кремль", "x.zh", "-x")) + f"{n}.txt"
            (Path(folder) / name).write_bytes(data)
            names.append(f"./{name}")
        given = [*chance.sample(options, chance.randrange(4)), "--engine=fuzzy", *names]
        command = [sys.executable, "-m", "readcmp", "diff", *given]
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=120, check=False)
    errors = done.stderr.decode(errors="replace")
    if (
        done.returncode not in (0, 1, 2)
        or "Traceback" in errors
        or (done.returncode == 1 and "--exit-code" not in given)
    ):
        return [f"command {given}: status {done.returncode}: {errors[-1000:]}"]
    if done.returncode == 2 and (errors.count("\n") != 1 or done.stdout):
        return [f"command {given}: not one line: {errors[-1000:]}"]
    return []


def main() -> int:
    """Fuzz for some seconds; print what fails, and how much was done."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--case", type=int, help="run this case alone")
    parser.add_argument("--keep", type=Path, help="write the texts of cases that fail into this folder")
    asked = parser.parse_args()
    texts, end = bases(), time.monotonic() + asked.seconds
    done, compared, failed = 0, 0, 0
    for number in itertools.count() if asked.case is None else (asked.case,):
        if time.monotonic() > end:
            break
        case = made(number, asked.seed, texts)
        wrong = run(case)
        if number % 40 == 0:
            wrong += run_command(case, asked.seed)
        done, compared, failed = done + 1, compared + (case.comparison is not None), failed + bool(wrong)
        for line in wrong:
            print(f"case {number}: {line}", flush=True)  # noqa: T201
        if wrong and asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
            for n, data in enumerate(case.texts):
                (asked.keep / f"{asked.seed}-{number}-{n}.txt").write_bytes(data)
    print(f"{done} cases, {compared} compared, {failed} failed")  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
