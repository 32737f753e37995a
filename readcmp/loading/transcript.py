"""Briefings: who speaks (``Yury Ushakov:``) and what journalists ask, which is not the side's account."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from readcmp.loading.phrases import alternation, any_of, words_of
from readcmp.model import Boilerplate
from readcmp.patterns import compiled
from readcmp.text import HAN, capitals, unspaced
from readcmp.vocabulary import BoilerplateKind

_START = r"(?:^|(?<=[.!?…\"”»)*。！？][ \t])|(?<=\*))[ \t]*"
_ASKED = re.compile("[?？]")
_FEWEST_COLONS = 2
"""A transcript has more: a question and an answer make two."""


def find_speech(text: str) -> Iterator[Boilerplate]:
    """Yield the labels of who speaks and the questions of journalists in a transcript; nothing in another text.

    A transcript has a label for questions, or one speaker's label twice: a colon after two capitals alone may be
    anything.
    """
    if text.count(":") + text.count("：") < _FEWEST_COLONS and not any(f"{letter}  " in text for letter in _letters()):
        return
    question, simple_label, titled_label = _patterns()
    questions = {match.start("label"): match.end("label") for match in question.finditer(text)}
    simple = [match for match in simple_label.finditer(text) if match.start("label") not in questions]
    counts = Counter(match.group("label") for match in simple)
    if not questions and max(counts.values(), default=0) < 2:
        return
    kept = [match for match in simple if questions or counts[match.group("label")] > 1]
    labels = {match.start("label"): match.end("label") for match in kept}
    known = {match.group("last") or match.group("initialled") or "" for match in kept} - {""}
    for match in titled_label.finditer(text):
        last = match.group("label").rstrip(":\u00a0 ").rsplit(None, 1)[-1]
        if last in known:
            labels.setdefault(match.start("label"), match.end("label"))
    for start, end in labels.items():
        yield Boilerplate(start, end, BoilerplateKind.LABEL)
    turns = [*sorted({**labels, **questions}), len(text)]
    for start, following in pairwise(turns):
        if start in questions:
            answered = following in labels
            yield Boilerplate(
                start, _end_of_question(text, questions[start], following, answered), BoilerplateKind.QUESTION
            )


def _end_of_question(text: str, start: int, end: int, answered: bool) -> int:
    """Return where a question ends: at the answer's label; without one, at the line or sentence that asks."""
    if answered:
        return end
    asked = _ASKED.search(text, start, end)
    line = text.find("\n", asked.end() if asked else start, end)
    line = end if line < 0 else line
    if asked is None:
        return line if line < len(text) else start
    return max(text.rfind(mark, start, line) for mark in "?？") + 1


@cache
def _letters() -> tuple[str, ...]:
    """Return the labels of questions that are one letter, after which space may stand for the colon."""
    return tuple(sorted(label for label in words_of("questions") if len(label) == 1 and not unspaced(label)))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compile the labels of questions, of speakers, and of speakers with their office; few texts need them."""
    upper = capitals()
    shout = rf"[{upper}][{upper}.’'-]{{1,24}}"
    name = rf"[{upper}][\w.'’-]{{0,24}}"
    question = compiled(
        _START + rf"(?P<label>{any_of('questions')}[ \u00a0]?[:：]|{alternation(_letters())}[ \t]{{2,}}(?=\S))",
        re.MULTILINE,
    )
    simple = compiled(
        _START + rf"(?P<label>(?:{name}[ \t]){{1,3}}(?P<last>{name})[ \u00a0]?:(?=\s)"
        rf"|(?:[{upper}]\.[ \t]?){{1,2}}(?P<initialled>[{upper}][\w’'-]{{2,24}})[ \u00a0]?:(?=\s)"
        rf"|(?P<shouted>(?:{shout}[ \t]){{0,4}}{shout})[ \u00a0]?:(?=\s)"
        rf"|(?P<answer>{any_of('answers')}[ \u00a0]?(?::(?=[\s“\"「{HAN}])|：)))",
        re.MULTILINE,
    )
    titled = compiled(
        _START + rf"(?P<label>[{upper}][\w’'-]{{1,24}}(?:[ \t][\w.’'-]{{1,24}}){{0,10}}[ \u00a0]?:)(?=\s)",
        re.MULTILINE,
    )
    return question, simple, titled
