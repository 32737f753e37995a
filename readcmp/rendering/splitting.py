"""An article taken apart, as a screen, as JSON, and as files that ``diff`` takes."""

from __future__ import annotations

import json
from typing import Any

from readcmp.model import Readout
from readcmp.rendering.json import tame
from readcmp.rendering.safe import safe
from readcmp.rendering.terminal.layout import BLANK, PLAIN, Line, hang, paragraph, wrap
from readcmp.rendering.terminal.palette import paint
from readcmp.splitting.model import REASONS, Split, Statement
from readcmp.version import VERSION

SCHEMA = "readcmp.split/1"

_COLUMN = 16
"""Columns of the sides' names."""

_NOBODY = "–"

_UNSURE = " · unsure"


def render_split(split: Split, *, width: int, color: bool) -> str:
    """Return the statements of an article, each beside whose account it is, with what decided below it."""
    names = {side: safe(label) for side, label in split.sides.items()}
    column = min(_COLUMN, max([len(_NOBODY), *map(len, names.values())])) + 2
    roles = {side: f"tag{n}" for n, side in enumerate(names)}
    blocks = [_block(one, names, roles, column, width) for one in split.statements]
    counts = (f"{name} {sum(side in one.sides for one in split.statements)}" for side, name in names.items())
    rest = sum(not one.sides for one in split.statements)
    unsure = sum(one.unsure for one in split.statements)
    others = [f"neither {rest}" if len(names) == 2 else f"no side {rest}", *([f"unsure {unsure}"] if unsure else [])]
    summary = " · ".join(["Sentences", *counts, *others])
    return paint(paragraph([[((summary, "strong"),)], *blocks]), color=color)


def _block(one: Statement, names: dict[str, str], roles: dict[str, str], column: int, width: int) -> list[Line]:
    head = ", ".join(names[side] for side in one.sides) or _NOBODY
    role = roles[one.sides[0]] if len(one.sides) == 1 else "quiet"
    why = REASONS[one.reason] + (f": {safe(one.cue)}" if one.cue else "") + (_UNSURE if one.unsure else "")
    room = width - column
    lines = [*wrap(((safe(one.text), PLAIN),), room), *wrap(((why, "quiet"),), room)]
    heads = wrap(((head, role),), column - 2)
    first, *others = heads
    return [*hang(first, lines, column)] if not others else _beside(heads, lines, column)


def _beside(heads: list[Line], lines: list[Line], column: int) -> list[Line]:
    from readcmp.rendering.terminal.layout import beside

    filled = [*lines, *[BLANK] * (len(heads) - len(lines))]
    return beside([heads, filled], [column])


def split_to_dict(split: Split) -> dict[str, Any]:
    """Return an article taken apart as plain values; offsets count code points in ``text``."""
    article = split.article
    return {
        "schema": SCHEMA,
        "generator": {"name": "readcmp", "version": VERSION},
        "source": article.source,
        "title": article.title,
        "date": article.date,
        "language": article.language,
        "text": article.text,
        "sides": [{"id": one.side, "label": one.label, "text": one.text} for one in split.readouts],
        "statements": [
            {"start": one.start, "end": one.end, "text": one.text, "sides": list(one.sides), "reason": one.reason,
             "cue": one.cue or None, "probability": None if one.probability is None else round(one.probability, 2)}
            for one in split.statements
        ],
    }  # fmt: skip


def render_split_json(split: Split) -> str:
    """Return an article taken apart as JSON."""
    return tame(json.dumps(split_to_dict(split), ensure_ascii=False, indent=1)) + "\n"


def file_of(readout: Readout) -> str:
    """Return a readout as the text of a file, with front matter that says what is known of it."""
    known = {
        "side": readout.side,
        "label": readout.label,
        "date": readout.date,
        "title": readout.title,
        "language": readout.language,
        "publisher": readout.publisher,
        "url": readout.url,
        "source": readout.source,
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in known.items() if value]
    return "\n".join(["---", *lines, "---", readout.text])
