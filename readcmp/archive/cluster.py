"""Events compared by a Dask cluster: their texts travel to its workers, their lines come back in order.

Dask hands out the work, moves what a lost worker had to another, and gives up on what has killed several; see
https://distributed.dask.org. Every worker needs the same version of readcmp.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from readcmp.archive.events import Event, Failure
from readcmp.archive.local import DIED
from readcmp.archive.work import Settings, Task, collect, compare_work, failure_line
from readcmp.errors import MissingExtraError, ReadcmpError, UsageError
from readcmp.version import VERSION

AHEAD = 8
"""So many events for each thread of the cluster are under way at a time."""

PATIENCE = 20
"""Seconds to wait for the scheduler to answer."""


def run_on_cluster(tasks: Iterable[Task], settings: Settings, scheduler: str) -> Iterator[str]:
    """Return the line of each task, in order, by the cluster whose scheduler has this address.

    Raises MissingExtraError where Dask is not installed, UsageError where no scheduler answers, it has no workers, or
    a worker has another version of readcmp.
    """
    with _client(scheduler) as client:
        ahead = AHEAD * max(1, sum(_threads(client).values()))
        waiting: deque[tuple[Task, Any]] = deque()
        for task in tasks:
            waiting.append((task, _submitted(client, task, settings)))
            if len(waiting) >= ahead:
                yield _done(*waiting.popleft())
        while waiting:
            yield _done(*waiting.popleft())


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


def _submitted(client: Any, task: Task, settings: Settings) -> Any:  # noqa: ANN401 - Dask is untyped
    if isinstance(task, str):
        return None
    try:
        parcel = collect(task) if isinstance(task, Event) else task
    except ReadcmpError as error:
        return failure_line(Failure(task.id, str(error)))
    return client.submit(compare_work, parcel, settings, pure=False)


def _done(task: Task, future: Any) -> str:  # noqa: ANN401 - Dask is untyped
    if isinstance(task, str):
        return task
    if isinstance(future, str):
        return future
    from distributed.scheduler import KilledWorker

    try:
        line: str = future.result()
    except KilledWorker:
        line = failure_line(Failure(task.id, DIED))
    finally:
        future.release()
    return line
