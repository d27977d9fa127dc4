"""The one way into a store: shards of records, each committed once or not at all, by one writer at a time.

A shard is first written down whole (``pending``), then added table by table under its own transaction, and at last
named in ``shards``. Whatever stops a writer in between, the next one finishes the shard before it does anything else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa

from facta.errors import StoreError
from facta.records import content_id
from facta.store import pending
from facta.store.delta import Tables
from facta.store.place import Place
from facta.store.query import engine, ids
from facta.store.rows import Row, Rows
from facta.store.seen import Seen
from facta.store.tables import RECORDS, TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What was made of one shard: rows page by page, in the order of its pages."""

    shard: str
    sources: Sequence[str]
    pages: Sequence[Rows]
    coder_version: str
    coder_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a shard added to the store; ``skipped`` pages were there already, from another place."""

    pages: int = 0
    articles: int = 0
    claims: int = 0
    events: int = 0
    links: int = 0
    failures: int = 0
    skipped: int = 0


class Writer:
    """An open store that this process alone may write to; use it as a context.

    Raises:
        StoreError: the folder is something else, a newer version made the store, another process is writing, or the
            system refuses.

    """

    def __init__(self, address: str | Path, *, made_by: str = "facta") -> None:
        self._place = Place(address)
        self._place.prepare()
        self._unlock = self._place.lock()
        try:
            self.made = self._place.make(made_by)
            self._tables = Tables(self._place)
            self._tables.make()
            self.finished = tuple(self._commit(*waits, perhaps=True) for waits in pending.waiting(self._place))
            self._seen = {name: Seen(ids(self._place, name)) for name in ("articles", "failures")}
            found = engine(self._place).execute("select id, pages from shards").fetchall()
            self._shards: dict[str, int] = dict(found)
        except BaseException:
            self._unlock()
            raise

    def __enter__(self) -> Writer:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let other writers in."""
        self._unlock()

    def has(self, shard: str) -> bool:
        """Say whether a shard has been committed."""
        return shard in self._shards

    def coders(self) -> list[tuple[str, str]]:
        """Return version and digest of the coders whose records the store holds."""
        found = engine(self._place).execute("select distinct coder_version, coder_digest from shards order by all")
        return [(str(version), str(digest)) for version, digest in found.fetchall()]

    def commit(self, batch: Batch, run: str) -> Counts:
        """Add a shard, once. Articles and failures that are in the store already are left out, with their records.

        Raises:
            StoreError: the store is gone, or the system refuses; the shard will be finished by the next writer, or
                coded again.

        """
        if self.has(batch.shard):
            return Counts()
        rows, counts = self._fresh(batch)
        rows["shards"] = [_line(batch, counts, run)]
        ready = {name: pa.Table.from_pylist(own, schema=TABLES[name].schema) for name, own in rows.items() if own}
        self._place.check()
        try:
            pending.put(self._place, batch.shard, ready)
            self._commit(batch.shard, ready, perhaps=not self._place.local)
        except StoreError:
            self._place.check()  # a disk that has gone is told as such
            raise
        self._shards[batch.shard] = counts.pages
        return counts

    def record(self, run: str, state: str, **values: object) -> None:
        """Add a row to ``runs``: ``state`` is started, finished or stopped.

        Raises:
            StoreError: the store is gone, or the system refuses.

        """
        known = {"id": content_id("run", run, state), "run_id": run, "state": state, "moment": datetime.now(UTC)}
        row = {**known, **values}
        self._place.check()
        self._tables.add("runs", pa.Table.from_pylist([row], schema=TABLES["runs"].schema))

    def _commit(self, shard: str, ready: Mapping[str, Any], *, perhaps: bool) -> str:
        for name in (*RECORDS, "shards"):
            if name in ready:
                self._place.check()
                self._tables.add(name, ready[name], shard, perhaps=perhaps)
        pending.done(self._place, shard)
        return shard

    def _fresh(self, batch: Batch) -> tuple[dict[str, list[Row]], Counts]:
        """Return the rows that the store does not hold yet, and how many."""
        out: dict[str, list[Row]] = {name: [] for name in RECORDS}
        skipped = 0
        for page in batch.pages:
            article = next(iter(page.get("articles", ())), None)
            if article is not None and not self._seen["articles"].add(str(article["id"])):
                skipped += 1
                continue
            failures = [row for row in page.get("failures", ()) if self._seen["failures"].add(str(row["id"]))]
            skipped += article is None and bool(page.get("failures")) and not failures
            for name in RECORDS:
                out[name] += failures if name == "failures" else page.get(name, ())
        counts = {name: len(rows) for name, rows in out.items()}
        return out, Counts(pages=len(batch.pages), skipped=skipped, **counts)


def _line(batch: Batch, counts: Counts, run: str) -> Row:
    return {
        "id": batch.shard, "run_id": run,
        "first_source": batch.sources[0] if batch.sources else None,
        "last_source": batch.sources[-1] if batch.sources else None,
        "pages": counts.pages, "skipped": counts.skipped, "articles": counts.articles, "claims": counts.claims,
        "events": counts.events, "links": counts.links, "failures": counts.failures,
        "coder_version": batch.coder_version, "coder_digest": batch.coder_digest,
    }
