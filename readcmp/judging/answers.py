"""What a model answers: JSON by a schema, taken whole or not at all."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from readcmp.judging.prompt import NAMES
from readcmp.judging.windows import Window

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "matches": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "a": {"type": "string", "description": "The id of a passage of A."},
                    "b": {"type": "string", "description": "The id of a passage of B."},
                    "sureness": {"type": "number", "description": "0 to 1."},
                },
                "required": ["a", "b", "sureness"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["matches"],
    "additionalProperties": False,
}
"""The form of an answer, for models that can be held to one."""

TRIES = 20
"""So many braces are tried as the start of the answer, where there is prose around it."""

Pair = tuple[int, int]

_ID = re.compile(r"\A\[?\s*([AB])\s*([0-9]{1,6})\s*\]?\s*", re.IGNORECASE)


class AnswerError(Exception):
    """An answer that cannot be used.

    ``what`` says why, in words that fit after "it answered with"; ``str()`` adds the part of the answer that is wrong.
    """

    def __init__(self, what: str, shown: object = None) -> None:
        super().__init__(what if shown is None else f"{what} ({_short(shown)})")
        self.what = what


class CutOffError(AnswerError):
    """An answer that ends in the middle of its JSON."""


def parse_answer(text: str, window: Window) -> dict[Pair, float]:
    """Return the sureness 0..1 of the pairs that an answer names, by the indexes of their points.

    Prose around the JSON is passed over. Raises AnswerError for anything else than matches between points of the
    window with a sureness from 0 to 1: nothing is taken of an answer that is wrong in part.
    """
    found: dict[Pair, float] = {}
    for match in _matches(text):
        if not isinstance(match, Mapping) or not {"a", "b", "sureness"} <= match.keys():
            raise AnswerError("a match in another form than was asked for", match)
        ends = [_index(match[slot], name, window) for slot, name in zip("ab", NAMES, strict=True)]
        if {n for n, _ in ends} != {0, 1}:
            raise AnswerError("a match within one account", f"{match['a']} and {match['b']}")
        (_, i), (_, j) = sorted(ends)
        found[i, j] = max(found.get((i, j), 0.0), _sureness(match["sureness"]))
    return found


def form_answer(found: Mapping[Pair, float]) -> str:
    """Return an answer in the form that was asked for, to be kept."""
    rows = [{"a": f"A{i + 1}", "b": f"B{j + 1}", "sureness": value} for (i, j), value in sorted(found.items())]
    return json.dumps({"matches": rows})


def _matches(text: str) -> list[Any]:
    """Return the matches of the first JSON object in a text that has any."""
    decoder = json.JSONDecoder()
    starts = [found.start() for found, _ in zip(re.finditer(r"\{", text), range(TRIES), strict=False)]
    for start in starts:
        try:
            value, _ = decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and isinstance(value.get("matches"), list):
            return list(value["matches"])
    if starts and _is_open(text[starts[0] :]):
        raise CutOffError("JSON that is cut off")
    if not text.strip():
        raise AnswerError("nothing")
    raise AnswerError("something else than the JSON that was asked for", text.strip())


def _is_open(text: str) -> bool:
    """Return whether JSON that begins a text does not come to its end there."""
    depth = 0
    for part in re.finditer(r'"(?:[^"\\]|\\.)*("?)|[{}\[\]]', text, re.DOTALL):
        token = part.group()
        if token[0] == '"':
            if not part.group(1):
                return True
        else:
            depth += 1 if token in "{[" else -1
            if depth == 0:
                return False
    return depth > 0


def _index(value: object, name: str, window: Window) -> tuple[int, int]:
    """Return which account an id is of, 0 or 1, and the index of its point; a bare number is of the account asked."""
    text = f"{name}{value}" if str(value).strip().isdecimal() and not isinstance(value, bool) else str(value)
    found = _ID.fullmatch(text.strip())
    if found is None:
        raise AnswerError("an id that there is not", value)
    side, index = NAMES.index(found[1].upper()), int(found[2]) - 1
    if index not in window[side]:
        raise AnswerError("an id that there is not", value)
    return side, index


def _sureness(value: object) -> float:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not number or not math.isfinite(value) or not 0 <= value <= 1:  # type: ignore[arg-type, operator]
        raise AnswerError("a sureness that is not from 0 to 1", value)
    return float(value)  # type: ignore[arg-type]


def _short(value: object) -> str:
    text = " ".join((value if isinstance(value, str) else repr(value)).split())
    return f'"{text[:80]}…"' if len(text) > 80 else f'"{text}"'
