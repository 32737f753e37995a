"""Briefings: who speaks (``Yury Ushakov:``) and what journalists ask, which is not the side's account."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from readcmp.model import Boilerplate
from readcmp.vocabulary import BoilerplateKind

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁЇІЄҐ"
_NAME_WORD = rf"[{_UPPER}][\w.'’-]{{0,24}}"
_START = r"(?:^|(?<=[.!?…\"”»)*。！？][ \t])|(?<=\*))[ \t]*"
_ASKED = re.compile("[?？]")
_FEWEST_COLONS = 2
"""A transcript has more: a question and an answer make two."""


def find_speech(text: str) -> Iterator[Boilerplate]:
    """Yield the labels of who speaks and the questions of journalists in a transcript; nothing in another text.

    A transcript has a label for questions, or one speaker's label twice: a colon after two capitals alone may be
    anything.
    """
    if text.count(":") + text.count("：") < _FEWEST_COLONS and "Q  " not in text:
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
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compile the labels of questions, of speakers, and of speakers with their office; few texts need them."""
    shout = rf"[{_UPPER}][{_UPPER}.’'-]{{1,24}}"
    question = re.compile(
        _START + r"(?P<label>(?:Question|QUESTION|Вопрос|ВОПРОС|Запитання|Питання|Frage|Pregunta|Reporter|Q)[ \u00a0]?:"
        r"|Q[ \t]{2,}(?=\S)|(?:问|记者问?)[：:])",
        re.MULTILINE,
    )
    simple = re.compile(
        _START + rf"(?P<label>(?:{_NAME_WORD}[ \t]){{1,3}}(?P<last>{_NAME_WORD})[ \u00a0]?:(?=\s)"
        rf"|(?:[{_UPPER}]\.[ \t]?){{1,2}}(?P<initialled>[{_UPPER}][\w’'-]{{2,24}})[ \u00a0]?:(?=\s)"
        rf"|(?P<shouted>(?:{shout}[ \t]){{0,4}}{shout})[ \u00a0]?:(?=\s)"
        r"|(?P<answer>(?:Answer|ANSWER|Ответ|Відповідь|A)[ \u00a0]?:(?=\s)|答[：:]))",
        re.MULTILINE,
    )
    titled = re.compile(
        _START + rf"(?P<label>[{_UPPER}][\w’'-]{{1,24}}(?:[ \t][\w.’'-]{{1,24}}){{0,10}}[ \u00a0]?:)(?=\s)",
        re.MULTILINE,
    )
    return question, simple, titled
