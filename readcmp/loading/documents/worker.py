"""The program that reads one document, in a process of its own: format and import path as arguments, bytes on stdin.

It has so much memory and processor time and no more, so that a document which would take hours and gigabytes ends it
alone. What it finds goes to stdout as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

MEMORY = 200_000_000
"""Bytes beside what the interpreter and the libraries take."""
SECONDS = 1.2
"""Of processor time, from when the libraries are imported."""


def run(form: str) -> dict[str, Any]:
    """Read the document on stdin; return it, or what is wrong with it, as values that JSON has."""
    from readcmp.errors import ReadcmpError
    from readcmp.loading.documents.document import DocumentError
    from readcmp.loading.documents.reading import prepare, read, settle

    try:
        with os.fdopen(0, "rb") as stream:
            data = stream.read()
        form = settle(form, data)
        prepare(form)
        limit()
        return {"document": read(form, data).to_dict()}
    except DocumentError as error:
        return {"what": error.what, "hint": error.hint}
    except ReadcmpError as error:
        return {"what": error.what, "hint": error.hint or ""}
    except ImportError:
        return {"missing": True, "form": form}
    except (MemoryError, RecursionError):
        return {"form": form}
    except Exception as error:
        return {"broken": f"{type(error).__name__}: {error}"[:200], "form": form}


def limit() -> None:
    """Set the limits, where the system has them."""
    try:
        import resource
        import signal
    except ImportError:  # Windows: the reader's own clock ends it
        return
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        size = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + MEMORY, size + MEMORY))


def main() -> None:
    """Read the document, with nothing but the result on stdout."""
    result = os.dup(1)
    os.dup2(2, 1)
    form, path = sys.argv[1:]
    sys.path[:] = json.loads(path)
    answer = json.dumps(run(form)).encode()
    with os.fdopen(result, "wb") as stream:
        stream.write(answer)
        stream.flush()
        os._exit(0)  # what the libraries hold need not be cleared away


if __name__ == "__main__":
    main()
