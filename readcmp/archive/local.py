"""Events compared by processes of this machine, a bounded number at a time, with their lines in order."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from msgspec import Struct

from readcmp.archive.events import Failure
from readcmp.archive.work import Settings, Task, Work, compare_work, failure_line

AHEAD = 8
"""So many events for each process are taken before the oldest is done: memory is bounded, and no process waits."""

SELDOM = 100_000
"""So many objects more than before there may be until cycles among them are looked for: an event leaves none."""

DIED = "its process ended before it was done, as when memory runs out; try it by itself, or cut its files down"


def run_local(
    tasks: Iterable[Task], settings: Settings, jobs: int, *, work: Callable[[Work, Settings], str] = compare_work
) -> Iterator[str]:
    """Return the line of each task, in order, by ``jobs`` processes; by this one alone where that is 1.

    ``work`` makes the line of an event. Where a process dies, the events that were with it are tried again one by one,
    and the one that kills is a failure.
    """
    if jobs == 1:
        yield from (task if isinstance(task, str) else work(task, settings) for task in tasks)
        return
    crew = _Crew(settings, work)
    pool = pool_of(jobs)
    waiting: deque[tuple[Task, Future[str] | None]] = deque()
    try:
        for task in tasks:
            try:
                waiting.append((task, crew.submit(pool, task)))
            except BrokenProcessPool:
                waiting.append((task, None))
            if len(waiting) < jobs * AHEAD:
                continue
            line, broken = crew.finish(*waiting.popleft())
            yield line
            if broken:
                pool.shutdown(wait=False, cancel_futures=True)
                pool = pool_of(jobs)
                waiting = deque((task, crew.submit(pool, task)) for task, _ in waiting)
        while waiting:
            yield crew.finish(*waiting.popleft())[0]
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def pool_of(jobs: int) -> ProcessPoolExecutor:
    """Return processes that have the modules of a comparison loaded and leave Ctrl-C to this one."""
    known = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in known else "spawn")
    if "forkserver" in known:
        context.set_forkserver_preload(["readcmp.pipeline", "readcmp.archive.work"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)


def _begin() -> None:
    """Let Ctrl-C end the process that hands out the work, which then ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()


def collect_seldom() -> None:
    """Look for cycles of objects now and then, as who goes on must; as often as usual takes a tenth of the time."""
    gc.set_threshold(SELDOM)
    gc.enable()


class _Crew(Struct, frozen=True):
    """What all events of a batch have in common."""

    settings: Settings
    work: Callable[[Work, Settings], str]

    def submit(self, pool: ProcessPoolExecutor, task: Task) -> Future[str] | None:
        """Hand a task to the processes; None for a line that is there already."""
        return None if isinstance(task, str) else pool.submit(self.work, task, self.settings)

    def finish(self, task: Task, future: Future[str] | None) -> tuple[str, bool]:
        """Return the line of a task, and whether a process died over one of those that run."""
        if isinstance(task, str):
            return task, False
        try:
            return (self.alone(task), True) if future is None else (future.result(), False)
        except BrokenProcessPool:
            return self.alone(task), True

    def alone(self, task: Work) -> str:
        """Return the line of an event from a process that does nothing else; a failure where it dies again."""
        with pool_of(1) as pool:
            try:
                return pool.submit(self.work, task, self.settings).result()
            except BrokenProcessPool:
                return failure_line(Failure(task.id, DIED))
