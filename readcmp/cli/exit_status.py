"""The exit statuses: what the program's end says to a shell, as ``diff`` and shells have it."""

from __future__ import annotations

DONE = 0

DIFFERENT = 1
"""The accounts differ; with ``--exit-code`` alone."""

TROUBLE = 2
"""Something is wrong, in one line on stderr."""

STOPPED = 130
"""The user stopped the program (Ctrl-C)."""
