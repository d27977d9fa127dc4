"""The engine of one machine: worker processes that are watched, ended when a page costs too much, and replaced.

A page is sent to a worker that waits for one, so nothing is lost with a worker but the page that it had. That page is
tried once more; if its worker ends again, it is set aside with the reason.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

import psutil

from facta.article.archives.page import Damage, Page
from facta.errors import FactaError, SourceError
from facta.pipeline.runners.base import Coded, Limits
from facta.pipeline.runners.worker import OUT_OF_MEMORY, main
from facta.pipeline.shards import Shard
from facta.pipeline.work import Work, failed
from facta.records import Failure, Origin
from facta.store.rows import Rows, failure_row

_POLL_SECONDS = 0.1
_LOAD_SECONDS = 300.0
"""A worker that has not loaded after so long will not."""
_STILLBORN = 3
"""So many workers in a row may end before they have loaded; one more, and none ever will."""
PAGES_PER_WORKER = 2_000
"""A worker is replaced after so many pages: the parser remembers every new word, and memory must stay flat."""
_AHEAD = 2
"""Shards in hand beyond one a worker: enough that none waits, few enough that memory stays flat."""
_MB = 1_000_000


@dataclass(slots=True)
class _Task:
    """A page on its way: its place, and how often it has ended a worker."""

    shard: int
    item: int
    page: Page
    strikes: int = 0


@dataclass(slots=True)
class _Open:
    """A shard in hand: the rows that are there, by item."""

    shard: Shard
    rows: dict[int, Rows] = field(default_factory=dict)


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    since: float
    ready: bool = False
    task: _Task | None = None
    pages: int = 0
    reason: str = ""


class LocalRunner:
    """Codes shards in processes of this machine; ``workers`` of them.

    Raises:
        FactaError: the coder cannot be loaded in a worker.

    """

    name = "local"

    def __init__(self, work: Work, *, workers: int = 1, limits: Limits | None = None) -> None:
        self.workers = workers
        self._work, self._limits = work, limits or Limits()
        self._context = multiprocessing.get_context("spawn")
        self._staff: list[_Worker] = []
        self._todo: deque[_Task] = deque()
        self._open: dict[int, _Open] = {}
        self._stillborn = 0
        self._origin: Origin | None = None

    def start(self) -> Origin:
        """Start all workers, and return what the first of them codes with."""
        self._staff = [self._hire() for _ in range(self.workers)]
        while self._origin is None:
            self._watch()
        return self._origin

    def run(self, shards: Iterable[Shard]) -> Iterator[Coded]:
        """Yield the shards coded, in the order given."""
        source, given, out = iter(shards), 0, 0
        while True:
            while len(self._todo) < self.workers and len(self._open) < self.workers + _AHEAD:
                self._send_out()
                shard = next(source, None)
                if shard is None:
                    break
                self._take(given, shard)
                given += 1
            self._send_out()
            while out in self._open and len(self._open[out].rows) == len(self._open[out].shard.items):
                done = self._open.pop(out)
                out += 1
                yield Coded(shard=done.shard, rows=tuple(done.rows[k] for k in range(len(done.rows))))
            if not self._open:
                if shard is None:
                    return
                continue
            self._watch()

    def close(self) -> None:
        """End all workers."""
        for worker in self._staff:
            worker.process.kill()
        for worker in self._staff:
            _bury(worker)
        self._staff = []

    def _take(self, number: int, shard: Shard) -> None:
        self._open[number] = held = _Open(shard)
        for k, item in enumerate(shard.items):
            if isinstance(item, Damage):
                failure = Failure(source=item.name, stage="archive", code=item.code, message=item.message)
                held.rows[k] = {"failures": [failure_row(failure)]}
            else:
                self._todo.append(_Task(number, k, item))

    def _send_out(self) -> None:
        """Give a page to each worker that waits for one."""
        for worker in self._staff:
            if not self._todo:
                return
            if worker.ready and worker.task is None:
                worker.task, worker.since = self._todo.popleft(), time.monotonic()
                with suppress(OSError):  # a worker that has just died is found by _watch
                    worker.pipe.send(worker.task.page)

    def _watch(self) -> None:
        """Wait for rows, deaths and overdrafts, a tenth of a second at most."""
        wait([*(w.pipe for w in self._staff), *(w.process.sentinel for w in self._staff)], _POLL_SECONDS)
        for place, worker in enumerate(self._staff):
            try:
                while worker.pipe.poll():
                    if not worker.ready:
                        self._welcome(worker)
                    else:
                        self._receive(worker)
            except (EOFError, OSError):
                self._replace(place, worker)
                continue
            if not worker.process.is_alive():
                self._replace(place, worker)
            elif worker.task is not None:
                worker.reason = self._overdraft(worker)
                if worker.reason:
                    worker.process.kill()
                    self._replace(place, worker)
            elif worker.ready and worker.pages >= PAGES_PER_WORKER:
                worker.pipe.send(None)
                self._replace(place, worker)
            elif not worker.ready and time.monotonic() - worker.since > _LOAD_SECONDS:
                raise _no_start(worker)

    def _receive(self, worker: _Worker) -> None:
        rows = worker.pipe.recv()
        task, worker.task = worker.task, None
        worker.pages += 1
        if task is not None:
            self._open[task.shard].rows[task.item] = rows

    def _overdraft(self, worker: _Worker) -> str:
        """Return what a page costs too much of, or nothing."""
        if time.monotonic() - worker.since > self._limits.seconds:
            return f"it took longer than {self._limits.seconds:g} seconds"
        try:
            used = psutil.Process(worker.process.pid).memory_info().rss
        except psutil.Error:
            return ""
        return f"it took more than {self._limits.memory_mb} MB of memory" if used > self._limits.memory_mb * _MB else ""

    def _replace(self, place: int, worker: _Worker) -> None:
        """Put a new worker in the place of one that has ended, and judge the page that it had."""
        _bury(worker)
        task = worker.task
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn > _STILLBORN:
                raise _no_start(worker)
        self._staff[place] = self._hire()
        if task is None:
            return
        task.strikes += 1
        if task.strikes < self._limits.strikes:
            self._todo.appendleft(task)
            return
        why = worker.reason or _ended(worker.process.exitcode)
        error = SourceError("S24", task.page.name, f"the page was set aside after {task.strikes} tries: {why}",
                            "Code it alone with `facta code` to see more.")
        self._open[task.shard].rows[task.item] = failed(task.page.name, "limits", error)

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=main, args=(theirs, self._work, self._limits), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours, time.monotonic())

    def _welcome(self, worker: _Worker) -> None:
        origin = worker.pipe.recv()
        if isinstance(origin, Exception):
            raise origin
        worker.ready, self._origin = True, origin
        self._stillborn = 0


def _bury(worker: _Worker) -> None:
    worker.process.join(5)
    if worker.process.is_alive():
        worker.process.kill()
        worker.process.join()
    worker.pipe.close()


def _ended(status: int | None) -> str:
    if status == OUT_OF_MEMORY:
        return "its worker was refused memory"
    if status is not None and status < 0:
        return f"its worker was ended by signal {-status}"
    return f"its worker ended with status {status}"


def _no_start(worker: _Worker) -> FactaError:
    return FactaError("P10", "worker", f"it ended before it had loaded the coder ({_ended(worker.process.exitcode)})",
                      "Try `facta code` on one page; it may need more memory.")
