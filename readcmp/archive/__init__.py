"""Many contacts at once: the events of an archive, compared one after another by as many processes as there are.

a folder, a manifest, a list ──read_events──▶ events ──compare_events──▶ lines of JSON, in the order of the events
"""

from __future__ import annotations

from readcmp.archive.batch import Outcome, batch
from readcmp.archive.events import Event, Failure, read_events
from readcmp.archive.work import Settings

__all__ = ["Event", "Failure", "Outcome", "Settings", "batch", "read_events"]
