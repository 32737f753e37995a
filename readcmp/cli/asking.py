"""The dialogue of ``readcmp review``: shows a question, reads a key, keeps the answer."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from readcmp.cli.keys import END, reading_keys
from readcmp.errors import InputError
from readcmp.reviewing import Answer, Ends, open_questions, quote_of, with_answers

if TYPE_CHECKING:
    from readcmp.model import Comparison, Link
    from readcmp.rendering.view import View

SAME, APART, SKIP, BACK, QUIT = "same", "apart", "skip", "back", "quit"

KEYS = {
    "s": SAME, "y": SAME, "n": APART, " ": SKIP, "\r": SKIP, "\n": SKIP, "k": SKIP, "b": BACK, "\x7f": BACK,
    "\x08": BACK, "q": QUIT, END: QUIT,
}  # fmt: skip
"""What each key says; others are passed over."""


def ask_about(comparison: Comparison, file: Path, sources: Sequence[str]) -> None:
    """Ask about every open pair and keep each answer in the file of pins at once; ``sources`` are the readouts' files.

    What is kept stays where the user stops (Ctrl-C), which is passed on.
    """
    from readcmp.aligning.pins import resolve_pins
    from readcmp.pipeline import pins_of
    from readcmp.rendering.view import View

    text = _text_of(file)
    known, _ = resolve_pins(comparison.sides, pins_of(file if text else None))
    questions = open_questions(comparison, known)
    if not questions:
        settled = f", and {len(known)} settled by {file}" if known else ""
        click.echo(f"No match is unsure{settled}.")
        return
    answers: dict[Ends, Answer] = {}
    try:
        with reading_keys() as read:
            _ask_all(View(comparison), questions, answers, read, lambda: _keep(file, text, list(answers.values())))
    finally:
        click.echo(_told(answers, len(questions), file, sources))


def _ask_all(
    view: View,
    questions: Sequence[Link],
    answers: dict[Ends, Answer],
    read: Callable[[], str],
    keep: Callable[[], None],
) -> None:
    """Go through the questions; ``back`` takes the last answer back and asks again."""
    from readcmp.cli.output import wants_color, width_of
    from readcmp.rendering.terminal.review import render_question

    at, color = 0, wants_color("auto", None)
    while at < len(questions):
        link = questions[at]
        place = f"{at + 1} of {len(questions)}"
        click.echo(render_question(view, link, place=place, width=min(100, width_of(None)), color=color), nl=False)
        said = _read(read)
        if said == QUIT:
            return
        if said == BACK:
            at = max(0, at - 1)
            last = questions[at]
            if answers.pop((last.a, last.b), None):
                keep()
            continue
        if said != SKIP:
            answer = _answer(view, link, same=said == SAME)
            if answer is None:
                click.echo("No words are found in one of these passages alone, so that no pin can name it: skipped.")
            else:
                answers[link.a, link.b] = answer
                keep()
                click.echo("same" if answer.same else "not the same")
        at += 1


def _read(read: Callable[[], str]) -> str:
    """Wait for a key that says something."""
    while True:
        try:
            key = read()
        except EOFError:
            return QUIT
        if said := KEYS.get(key.lower()):
            return said


def _answer(view: View, link: Link, *, same: bool) -> Answer | None:
    ends = []
    for name in (link.a, link.b):
        side = view.comparison.sides[view.home[name]]
        words = quote_of(side, view.points[name])
        if words is None:
            return None
        ends.append((side.id, words))
    return Answer(same, (ends[0], ends[1]))


def _text_of(file: Path) -> str:
    """Return what the file of pins says, empty where there is none; it has been read before."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("cannot be read", where=str(file), hint="give --pins another name") from error


def _keep(file: Path, text: str, answers: Sequence[Answer]) -> None:
    """Write the file of pins, whole or not at all; one that was not there goes when the last answer is taken back."""
    from readcmp.cli.output import replace_file

    if not answers and not text:
        file.unlink(missing_ok=True)
    else:
        replace_file(file, with_answers(text, answers).encode())


def _told(answers: dict[Ends, Answer], count: int, file: Path, sources: Sequence[str]) -> str:
    """Return in two lines what was answered, and what to do with it."""
    from readcmp.rendering.safe import safe

    if not answers:
        return f"\nNothing answered, {count} open."
    same = sum(answer.same for answer in answers.values())
    counts = f"{len(answers)} of {count} answered: {same} the same, {len(answers) - same} not"
    command = shlex.join(["readcmp", *sources, "--pins", str(file)])
    return f"\n{counts}. Kept in {safe(str(file))}\nUse them: {safe(command)}"
