"""A batch: events compared by one executor or another, what was done before taken over, lines written as they come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from readcmp.archive.events import Event, Failure, Item
from readcmp.archive.journal import Journal
from readcmp.archive.work import FAILURE, Parcel, Settings, Task, collect, failure_line, key_of
from readcmp.errors import ReadcmpError

Executor = Callable[[Iterable[Task]], Iterator[str]]
"""What returns the line of each event, in order, and hands on lines that are there already."""


class Outcome(Struct):
    """How many events a batch had, how many of them could not be compared, and how many were taken over."""

    events: int = 0
    failed: int = 0
    kept: int = 0


def batch(
    items: Iterable[Item],
    settings: Settings,
    run: Executor,
    write: Callable[[str], None],
    *,
    journal: Journal | None = None,
    tell: Callable[[Outcome], None] = lambda _: None,
) -> Outcome:
    """Compare events and ``write`` a line for each, in their order; return what became of them.

    ``run`` does the work. What ``journal`` has of an event with the same texts and settings is not done again.
    ``tell`` is called after each line. Raises what ``run`` and ``write`` raise.
    """
    outcome = Outcome()
    for line in run(_tasks(items, settings, journal, outcome)):
        write(line)
        outcome.events += 1
        outcome.failed += line.startswith(f'{{"schema":"{FAILURE}"')
        tell(outcome)
    return outcome


def _tasks(items: Iterable[Item], settings: Settings, journal: Journal | None, outcome: Outcome) -> Iterator[Task]:
    for item in items:
        if isinstance(item, Failure):
            yield failure_line(item)
        elif journal is None or not journal.has_kept:
            yield item
        else:
            task = _kept(item, settings, journal)
            outcome.kept += isinstance(task, str)
            yield task


def _kept(event: Event, settings: Settings, journal: Journal) -> Task:
    """Return the line that an earlier run made of an event, else the event with its files, which are read once."""
    try:
        parcel = collect(event)
    except ReadcmpError:
        return event  # comparing says what is wrong
    key = key_of(parcel, settings)
    return journal.kept(event.id, key) or Parcel(parcel.event, parcel.contents, key)
