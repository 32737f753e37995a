"""Reading a document in a process of its own, whose time and memory are limited."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from readcmp.errors import InputError, MissingExtraError
from readcmp.loading.documents.document import Document
from readcmp.loading.documents.reading import is_missing
from readcmp.loading.documents.recognising import NAMES

SECONDS = 20.0
"""Until the process is ended by the clock on the wall; it ends itself long before by its own."""


def extract(form: str, data: bytes, where: str) -> Document:
    """Return the account in a document of the format that ``recognise`` told.

    Raises InputError for what cannot be read, within bounds, and MissingExtraError where the libraries for it are not
    installed.
    """
    if is_missing(form):
        raise MissingExtraError(f"{where}: reading {NAMES[form]}", "docs")
    answer = _ask(form, data)
    form = str(answer.get("form", form))
    hint = "save it again, or its text as a .txt file"
    if "document" in answer:
        return Document.from_dict(answer["document"])
    if "what" in answer:
        raise InputError(str(answer["what"]), where=where, hint=str(answer["hint"]))
    if "missing" in answer:
        raise MissingExtraError(f"{where}: reading {NAMES[form]}", "docs")
    if "broken" in answer:
        raise InputError(f"is {NAMES[form]} that is broken", where=where, hint=hint)
    raise InputError(f"is {NAMES[form]} that takes too much time or memory to read", where=where, hint=hint)


def _ask(form: str, data: bytes) -> dict[str, Any]:
    """Run the worker; return what it found, and nothing where it came to an end before that."""
    import subprocess  # it takes a while, and most readouts are plain text

    command = [sys.executable, "-P", str(Path(__file__).with_name("worker.py")), form, json.dumps(sys.path)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        return {}
    except OSError as error:
        hint = "save its text as a .txt file"
        raise InputError("needs a process of its own to be read, and none can be started", hint=hint) from error
    return answer if isinstance(answer, dict) else {}
