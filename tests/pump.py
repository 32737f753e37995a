"""Pump regular expressions: find those that take more than linear time on some text.

``python tests/pump.py`` collects every pattern that the package compiles, derives from each the texts that would
make a search backtrack or start anew at every character, times them, and prints those that blow up. It is run as a
process of its own, since a pattern that hangs can then be stopped.
"""

from __future__ import annotations

import ast
import json
import re
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice, product
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

import readcmp
from readcmp import patterns

PACKAGE = Path(readcmp.__file__).parent
SIZES = (1_000, 4_000, 16_000)
"""How long the texts are, one after the other, as long as each takes more than ``SLOW`` allows."""

SLOW = (0.001, 0.01, 0.1)
"""Seconds that a search may take in a text of each size. A linear one needs far less: some 0.1 ms, 0.4 ms and 2 ms."""

PATIENCE = 3.0
"""Seconds after which a search is stopped."""

POOL = " \n\ta1A_бЩ一、，“\"'’(\\)[]<>!*#-–—.,:;/?&=%$€«»|~+@\u00a0"
"""Characters to try: of each set that no class of a pattern parts, the first stands for all."""

SUFFIXES = ("", "\0", "!\0", "\n\n\0")
_REPEATS = tuple(getattr(_parser, name) for name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
_MOST = 6
"""Samples that are kept of any part."""


class Sampler:
    """Makes texts that fit the parts of one pattern."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.tree = _parser.parse(pattern, flags)
        self._flags = self.tree.state.flags
        self._classes: dict[str, re.Pattern[str]] = {}
        for item in self._leaves(self.tree):
            self._classes.setdefault(repr(item), self._compiled(item))
        kinds: dict[tuple[bool, ...], str] = {}
        for character in dict.fromkeys((*self._literals(self.tree), *POOL)):
            kinds.setdefault(tuple(bool(c.fullmatch(character)) for c in self._classes.values()), character)
        self.alphabet = tuple(kinds.values())

    def pumps(self) -> Iterator[tuple[str, str, str]]:
        """Return what comes first, what is repeated, and what comes last, for all in the pattern that repeats."""
        for prefixes, body, rest in self._repeats(self.tree, [""]):
            for before, core in product(prefixes[:3], self._samples(body)[: 2 * _MOST]):
                yield before, core, ""
                yield "", before + core, ""
                for after in rest[:2]:
                    yield before, core + after, ""
                    yield before + core, after, ""
        for n in range(1, len(self.tree) + 1):
            for start in self._sequence(self.tree[:n])[:_MOST]:
                yield "", start, ""
        for character in self.alphabet:
            yield "", character, ""
            yield "", character + "a ", ""

    def _repeats(self, items: Any, prefixes: list[str]) -> Iterator[tuple[list[str], Any, list[str]]]:
        """Return each repeat at any depth: texts that lead to it, its body, and texts that may follow it."""
        for n, item in enumerate(items):
            before = _joined(prefixes, self._sequence(items[:n]))
            for inner in _inner(item):
                yield from self._repeats(inner, before)
            if item[0] in _REPEATS:
                yield before, item[1][2], self._sequence(items[n + 1 : n + 2])

    def _sequence(self, items: Any) -> list[str]:
        found = [""]
        for item in items:
            found = _joined(found, self._sample(item))
        return found

    def _samples(self, items: Any) -> list[str]:
        """Return texts for the body of a repeat: every alternative, and every character that it may consist of."""
        if len(items) == 1 and items[0][0] is _parser.BRANCH:
            return [text for branch in items[0][1][1] for text in self._sequence(branch)][: 3 * _MOST]
        return self._sequence(items)

    def _sample(self, item: Any) -> list[str]:
        kind, value = item
        if repr(item) in self._classes:
            fits = self._classes[repr(item)]
            return [c for c in self.alphabet if fits.fullmatch(c)][: 2 * _MOST] or [""]
        if kind is _parser.BRANCH:
            return [text for branch in value[1] for text in self._sequence(branch)[:2]][: 2 * _MOST]
        if kind in _REPEATS:
            least = min(value[0], 300)
            bodies = self._sequence(value[2])
            once = [body * max(least, 1) for body in bodies]
            return (once if least else ["", *once])[:_MOST]
        inner = _inner(item)
        return self._sequence(inner[0]) if inner and kind not in (_parser.ASSERT, _parser.ASSERT_NOT) else [""]

    def _leaves(self, items: Any) -> Iterator[Any]:
        for item in items:
            if item[0] in (_parser.IN, _parser.ANY, _parser.LITERAL, _parser.NOT_LITERAL):
                yield item
            for inner in _inner(item):
                yield from self._leaves(inner)

    def _literals(self, items: Any) -> Iterator[str]:
        for item in self._leaves(items):
            if item[0] is _parser.LITERAL:
                yield chr(item[1])
            elif item[0] is _parser.IN:
                yield from (chr(value) for kind, value in item[1][:4] if kind is _parser.LITERAL)

    def _compiled(self, item: Any) -> re.Pattern[str]:
        state = _parser.State()
        state.flags = self._flags
        state.str = ""
        return _compiler.compile(_parser.SubPattern(state, [item]), self._flags)  # type: ignore[no-any-return]


def _inner(item: Any) -> list[Any]:
    """Return the sequences within a part of a pattern."""
    kind, value = item
    if kind in _REPEATS:
        return [value[2]]
    if kind is _parser.BRANCH:
        return list(value[1])
    if kind is _parser.SUBPATTERN:
        return [value[3]]
    if kind is _parser.ATOMIC_GROUP:
        return [value]
    if kind in (_parser.ASSERT, _parser.ASSERT_NOT):
        return [value[1]]
    return []


def _joined(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """Return every left text with every right one, no more than is bearable and each right one at least once."""
    if len(left) == 1 or len(right) == 1:
        return [a + b for a in left for b in right][: 2 * _MOST]
    longest = max(len(left), len(right))
    return [left[n % len(left)] + right[n % len(right)] for n in range(longest)][: 2 * _MOST]


class HungError(Exception):
    """A search that was stopped."""


@contextmanager
def _limit() -> Iterator[None]:
    def stop(_signal: int, _frame: object) -> None:
        raise HungError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def seconds(pattern: re.Pattern[str], text: str, anchored: bool = False) -> float:
    """Return the time that finding all matches takes, or one at the start; ``PATIENCE`` for what was stopped."""
    start = time.process_time()
    try:
        with _limit():
            if anchored:
                pattern.match(text)
                pattern.fullmatch(text)
            else:
                for _ in pattern.finditer(text):
                    pass
    except HungError:
        return PATIENCE
    return time.process_time() - start


def blow_up(source: str, flags: int = 0, *, anchored: bool = False) -> tuple[str, float] | None:
    """Return a text on which a pattern takes far more than linear time, and how long.

    ``anchored`` patterns are only ever matched at a given place, and need not be fast where they begin anywhere.
    """
    pattern = re.compile(source, flags)
    pumps = dict.fromkeys(islice(Sampler(source, flags).pumps(), 600))
    for before, core, _ in pumps:
        for after in SUFFIXES if core else ():
            if (spent := _grown(pattern, before, core, after, anchored)) is not None:
                return f"{before[:40]!r} + {core[:40]!r} * n + {after!r}", spent
    return None


def _grown(pattern: re.Pattern[str], before: str, core: str, after: str, anchored: bool) -> float | None:
    """Return the time for the largest text where that for every size is more than allowed, measured twice."""
    spent = 0.0
    for size, allowed in zip(SIZES, SLOW, strict=True):
        text = before + core * max(1, size // len(core)) + after
        spent = seconds(pattern, text, anchored)
        if spent >= PATIENCE:
            return spent
        if spent < allowed or min(spent, seconds(pattern, text, anchored)) < allowed:
            return None
    return spent


class Found:
    """A pattern that the package uses, where it was compiled, and by which methods it is used."""

    def __init__(self, pattern: re.Pattern[str], place: str) -> None:
        self._pattern = pattern
        self.place = place
        self.methods: set[str] = set()

    def __getattr__(self, name: str) -> Any:
        """Note what is asked of the pattern that this stands in for."""
        if name in ("match", "fullmatch", "search", "findall", "finditer", "split", "sub", "subn"):
            self.methods.add(name)
        return getattr(self._pattern, name)

    @property
    def anchored(self) -> bool:
        """Whether it is only matched at given places."""
        return bool(self.methods) and self.methods <= {"match", "fullmatch"}


def collect(run: Iterable[Any]) -> dict[tuple[str, int], Found]:
    """Return the patterns that modules of the package compile while ``run`` is gone through."""
    found: dict[tuple[str, int], Found] = {}
    original = re._compile  # type: ignore[attr-defined]

    def noted(pattern: Any, flags: Any) -> Any:
        frame = sys._getframe(1)
        while frame.f_back is not None and frame.f_code.co_filename in (re.__file__, patterns.__file__):
            frame = frame.f_back
        file = Path(frame.f_code.co_filename)
        if not isinstance(pattern, str) or PACKAGE not in file.parents:
            return original(pattern, flags)
        key = pattern, int(flags)
        if key not in found:
            found[key] = Found(original(pattern, flags), f"{file.relative_to(PACKAGE)}:{frame.f_lineno}")
        return found[key]

    re._compile = noted  # type: ignore[attr-defined]
    patterns.KEEP = False
    try:
        for _ in run:
            pass
    finally:
        re._compile = original  # type: ignore[attr-defined]
    return found


def literals() -> Iterator[tuple[str, Found]]:
    """Return the patterns that stand as they are in calls of ``re``, also those that no run reaches."""
    for file in sorted(PACKAGE.rglob("*.py")):
        if "training" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                called, _, method = ast.unparse(node.func).partition(".")
                first, of_re = node.args[0], called == "re" and method and method != "escape"
                if (of_re or called == "compiled") and isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found = Found(re.compile(first.value), f"{file.relative_to(PACKAGE)}:{node.lineno}")
                    found.methods |= {method} - {"compile", ""}
                    yield first.value, found


def everything() -> Iterator[None]:
    """Import all modules and compare and render texts in all languages, so that what is compiled late is compiled."""
    from importlib import import_module

    for file in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(("readcmp", *file.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        if "training" not in name and not name.endswith("__main__"):
            import_module(name)
            yield
    from readcmp.loading import load_text
    from readcmp.pipeline import compare
    from readcmp.rendering import Look, render

    texts = json.loads((Path(__file__).parent / "pump.json").read_text(encoding="utf-8"))
    readouts = [
        load_text(text, side=f"s{n}", language=language)
        for n, (language, text) in enumerate((code, text) for code, several in texts.items() for text in several)
    ]
    for n in range(0, len(readouts) - 1):
        comparison = compare(readouts[n : n + 2], engine="fuzzy")
        for form in ("terminal", "html", "md", "csv", "json", "jsonl", "svg"):
            render(comparison, form, Look())
        yield


def main() -> int:
    """Pump all patterns of the package; print those that blow up."""
    found = collect(everything())
    for pattern, known in literals():
        if all(pattern != other for other, _ in found):
            found[pattern, 0] = known
    bad = 0
    for (pattern, flags), known in sorted(found.items(), key=lambda entry: entry[1].place):
        if (worst := blow_up(pattern, flags, anchored=known.anchored)) is not None:
            bad += 1
            print(f"{known.place}: {worst[1]:.2f} s for {worst[0]}: {pattern[:150]}", flush=True)  # noqa: T201
    print(f"{len(found)} patterns, {bad} that blow up")  # noqa: T201
    return 1 if bad or len(found) < 300 else 0


if __name__ == "__main__":
    sys.exit(main())
