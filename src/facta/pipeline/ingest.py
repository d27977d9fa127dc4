"""From many sources into a store: plan shards, have them coded, commit them in order; whatever stops it, go on later.

Only this process writes to the store. Commits go their own thread, so that workers are watched and fed meanwhile.
"""

from __future__ import annotations

import time
import uuid
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

import facta
from facta.article.archives.columns import Columns
from facta.article.archives.open import items
from facta.errors import StoreError
from facta.pipeline.runners.base import Coded, Runner
from facta.pipeline.shards import PAGES, Shard, shards
from facta.records import Origin
from facta.store.writer import Batch, Counts, Writer

_COMMITS_WAITING = 2
"""Shards that may wait for their commit; beyond them coding waits, and memory stays flat."""


@dataclass(slots=True, kw_only=True)
class Summary:
    """What a run did so far; ``skipped`` pages were in the store already. Fields are those of ``--json``."""

    articles: int = 0
    events: int = 0
    failures: int = 0
    skipped: int = 0
    seconds: float = 0.0

    @property
    def pages(self) -> int:
        """Pages done: each is an article, a failure or skipped (an article may bring failures, too)."""
        return self.articles + self.failures + self.skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a run stands after one more shard: all that was done, bytes of input behind it, what failed just now."""

    summary: Summary
    bytes_done: int
    failures: Sequence[str] = ()


Watch = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to ingest, and how: sources as named, columns of tables, pages in a shard."""

    sources: Sequence[str]
    columns: Columns = field(default_factory=Columns)
    shard_pages: int = PAGES


def ingest(store: str | Path, plan: Plan, runner: Runner, watch: Watch | None = None) -> Summary:
    """Code all pages that the store does not hold, and return what was done.

    Raises:
        StoreError: the store cannot be opened or written. What was committed stays, and the same call goes on there.
        FactaError: the coder cannot be loaded.

    """
    begun = time.monotonic()
    summary = Summary()
    with Writer(store, made_by=f"facta {facta.__version__}") as writer:
        try:
            origin = runner.start()
            run = _Run(writer, plan, runner, origin)
            try:
                for coded, counts in run.committed(summary):
                    summary.seconds = round(time.monotonic() - begun, 3)
                    _add(summary, counts)
                    if watch:
                        watch(Progress(summary=summary, bytes_done=run.bytes_done, failures=_messages(coded)))
            except BaseException as error:
                summary.seconds = round(time.monotonic() - begun, 3)
                with suppress(StoreError):
                    run.tell("stopped", summary, str(error) or type(error).__name__)
                raise
            summary.seconds = round(time.monotonic() - begun, 3)
            run.tell("finished", summary)
        finally:
            runner.close()
    return summary


def _add(summary: Summary, counts: Counts) -> None:
    summary.articles += counts.articles
    summary.events += counts.events
    summary.failures += counts.failures
    summary.skipped += counts.skipped


def _messages(coded: Coded) -> list[str]:
    return [str(row["message"]) for rows in coded.rows for row in rows.get("failures", ())]


class _Run:
    """One run over one plan into one open store."""

    def __init__(self, writer: Writer, plan: Plan, runner: Runner, origin: Origin) -> None:
        self._writer, self._plan, self._runner, self._origin = writer, plan, runner, origin
        self._id = uuid.uuid4().hex
        self.bytes_done = 0
        self.tell("started")

    def tell(self, state: str, summary: Summary | None = None, reason: str | None = None) -> None:
        """Write a row to ``runs``."""
        self._writer.record(
            self._id, state, sources=list(self._plan.sources), runner=self._runner.name, workers=self._runner.workers,
            reason=reason, coder_version=self._origin.version, coder_digest=self._origin.digest,
            **(asdict(summary) if summary else {}),
        )

    def committed(self, summary: Summary) -> Iterator[tuple[Coded, Counts]]:
        """Yield the shards that are in the store, each with what it added, in the order of the sources."""
        waiting: deque[tuple[Coded, Future[Counts]]] = deque()
        with ThreadPoolExecutor(1, thread_name_prefix="commit") as committer:
            for coded in self._runner.run(self._todo(summary)):
                waiting.append((coded, committer.submit(self._commit, coded)))
                while waiting and (len(waiting) > _COMMITS_WAITING or waiting[0][1].done()):
                    yield self._done(*waiting.popleft())
            while waiting:
                yield self._done(*waiting.popleft())

    def _done(self, coded: Coded, counts: Future[Counts]) -> tuple[Coded, Counts]:
        self.bytes_done += coded.shard.bytes_on_disk
        return coded, counts.result()

    def _todo(self, summary: Summary) -> Iterator[Shard]:
        """Yield the shards that the store does not hold; those that it does are counted as skipped."""
        given: set[str] = set()
        for shard in shards(items(self._plan.sources, self._plan.columns), self._origin, self._plan.shard_pages):
            if self._writer.has(shard.id) or shard.id in given:
                summary.skipped += len(shard.items)
                self.bytes_done += shard.bytes_on_disk
            else:
                given.add(shard.id)
                yield shard

    def _commit(self, coded: Coded) -> Counts:
        batch = Batch(
            shard=coded.shard.id, sources=[item.name for item in coded.shard.items], pages=coded.rows,
            coder_version=self._origin.version, coder_digest=self._origin.digest,
        )
        return self._writer.commit(batch, self._id)
