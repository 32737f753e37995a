"""Events compared by a Dask cluster: their texts travel to its workers, their lines come back in order.

Dask hands out the work, moves what a lost worker had to another, and gives up on what has killed several; see
https://distributed.dask.org. Every worker needs the same version of readcmp.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, repeat
from typing import Any

from readcmp.archive.events import Failure
from readcmp.archive.local import DIED
from readcmp.archive.work import Parcel, Settings, Task, Work, collect, compare_work, failure_line
from readcmp.errors import MissingExtraError, ReadcmpError, UsageError
from readcmp.version import VERSION

AHEAD = 8
"""So many tasks for each thread of the cluster are under way at a time."""

TOGETHER = 8
"""So many events are one task of the cluster, whose own work for a task takes a tenth of the time of a comparison."""

PATIENCE = 20
"""Seconds to wait for the scheduler to answer."""


def run_on_cluster(tasks: Iterable[Task], settings: Settings, scheduler: str) -> Iterator[str]:
    """Return the line of each task, in order, by the cluster whose scheduler has this address.

    Raises MissingExtraError where Dask is not installed, UsageError where no scheduler answers, it has no workers, or
    a worker has another version of readcmp.
    """
    with _client(scheduler) as client:
        threads = max(1, sum(_threads(client).values()))
        waiting: deque[_Handed] = deque()
        for group in _groups(tasks, threads):
            waiting.append(_Handed(client, group, settings))
            if len(waiting) >= AHEAD * threads:
                yield from waiting.popleft().lines()
        while waiting:
            yield from waiting.popleft().lines()


def _groups(tasks: Iterable[Task], threads: int) -> Iterator[list[Task]]:
    """Return the tasks in groups, at first of one, so that of few events every thread has some."""
    rest = iter(tasks)
    for size in chain(repeat(1, 2 * threads), repeat(TOGETHER)):
        group = list(islice(rest, size))
        if not group:
            return
        yield group


class _Handed:
    """A group of tasks that the cluster has: lines that are there already, and events whose files were read here."""

    def __init__(self, client: Any, group: Iterable[Task], settings: Settings) -> None:  # noqa: ANN401 - untyped
        self._client = client
        self._settings = settings
        self._group = [task if isinstance(task, str) else _read(task) for task in group]
        parcels = [task for task in self._group if isinstance(task, Parcel)]
        self._future = client.submit(compare_all, parcels, settings, pure=False) if parcels else None

    def lines(self) -> Iterator[str]:
        """Return the line of each task, when it is there; where a group has killed workers, its events go alone."""
        from distributed.scheduler import KilledWorker

        made: Iterator[str] = iter(())
        if self._future is not None:
            try:
                made = iter(self._future.result())
            except KilledWorker:
                made = (self._alone(task) for task in self._group if isinstance(task, Parcel))
            finally:
                self._future.release()
        for task in self._group:
            yield task if isinstance(task, str) else next(made)

    def _alone(self, parcel: Parcel) -> str:
        from distributed.scheduler import KilledWorker

        future = self._client.submit(compare_work, parcel, self._settings, pure=False)
        try:
            line: str = future.result()
        except KilledWorker:
            line = failure_line(Failure(parcel.id, DIED))
        finally:
            future.release()
        return line


def _read(task: Work) -> Parcel | str:
    """Return an event with its files, which are read here; the line on it where they cannot be."""
    if isinstance(task, Parcel):
        return task
    try:
        return collect(task)
    except ReadcmpError as error:
        return failure_line(Failure(task.id, str(error)))


def compare_all(parcels: Sequence[Parcel], settings: Settings) -> list[str]:
    """Compare events whose files were read; return their lines."""
    return [compare_work(parcel, settings) for parcel in parcels]


def _client(scheduler: str) -> Any:  # noqa: ANN401 - Dask is untyped
    try:
        import distributed
    except ImportError as error:
        raise MissingExtraError("--executor dask", "dask") from error
    logging.getLogger("distributed.client").setLevel(logging.ERROR)  # a lost worker is no news: others do its work
    connect: Any = distributed.Client
    try:
        client: Any = connect(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        hint = "give its address as it prints it, tcp://HOST:PORT"
        raise UsageError("no Dask scheduler answers", where=scheduler, hint=hint) from error
    try:
        _check(client)
    except BaseException:
        client.close()
        raise
    return client


def _threads(client: Any) -> dict[str, int]:  # noqa: ANN401 - Dask is untyped
    return {name: int(worker["nthreads"]) for name, worker in client.scheduler_info(n_workers=-1)["workers"].items()}


def _check(client: Any) -> None:  # noqa: ANN401 - Dask is untyped
    """Raise UsageError for a cluster that would not do what is done here."""
    if not _threads(client):
        raise UsageError("the Dask cluster has no workers", hint="start some: dask worker ADDRESS")
    for worker, version in client.run(version_here, on_error="return").items():
        if version != VERSION:
            found = version if isinstance(version, str) else "no readcmp"
            raise UsageError(f"has {found}, not {VERSION}", where=worker, hint="install one version on all workers")


def version_here() -> str:
    """Return the version of readcmp on the machine that runs this."""
    return VERSION
