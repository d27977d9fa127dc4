"""Is a store whole? Every id once, nothing pointing nowhere, as many records as the shards say; and its upkeep."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from facta.errors import StoreError
from facta.store import pending
from facta.store.delta import KEEP_HOURS, Tables
from facta.store.place import Place
from facta.store.query import engine
from facta.store.tables import RECORDS, TABLES

LATER = ("judgements",)
"""Tables that stores of the first versions lack until something is written to them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a store: where, how many rows, what."""

    table: str
    rows: int
    what: str


def check(address: str | Path) -> tuple[dict[str, int], list[Problem]]:
    """Return the rows of each table, and what is wrong.

    Raises:
        StoreError: there is no store, or it cannot be read at all.

    """
    place = Place(address)
    place.open()
    tables = Tables(place)
    missing = [
        Problem(name, 0, "the table is missing") for name in TABLES if name not in LATER and tables.find(name) is None
    ]
    ask = engine(place)
    count = {name: int(ask.execute(f"select count(*) from {name}").fetchall()[0][0]) for name in TABLES}  # noqa: S608 - our own names
    found = [
        Problem(table, rows, what)
        for table, what, query in _questions()
        if (rows := int((ask.execute(query).fetchall()[0][0]) or 0))
    ]
    late = sum(1 for _ in pending.waiting(place))
    if late:
        found.append(Problem("shards", late, "shards whose commit was cut short; the next ingest finishes them"))
    return count, missing + found


def _questions() -> Iterator[tuple[str, str, str]]:
    """Yield table, fault, and a query that counts the rows at fault."""
    for name, table in TABLES.items():
        yield name, f"rows whose {table.key} stands there already", (
            f"select count(*) - count(distinct {table.key}) from {name}"  # noqa: S608 - our own names
        )
    for name, column, other in (
        ("claims", "article_id", "articles"), ("events", "article_id", "articles"), ("links", "event_id", "events"),
        ("failures", "article_id", "articles"),
    ):
        yield name, f"rows whose {column} is not in {other}", (
            f"select count(*) from {name} where {column} is not null "  # noqa: S608 - our own names
            f"and {column} not in (select id from {other})"
        )
    yield "incidents", "events that are not in events", (
        "select count(*) from (select unnest(event_ids) as id from incidents) where id not in (select id from events)"
    )
    yield "incidents", "events that are in an incident already", (
        "select count(*) - count(distinct id) from (select unnest(event_ids) as id from incidents)"
    )
    for name in RECORDS:
        yield name, "rows more or fewer than the shards say", (
            f"select abs((select count(*) from {name}) - (select coalesce(sum({name}), 0) from shards))"  # noqa: S608 - our own names
        )


def compact(address: str | Path) -> dict[str, tuple[int, int]]:
    """Write the many small files of each table as few large ones; return files before and after.

    Raises:
        StoreError: as for a writer.

    """
    tables, unlock = held(address)
    try:
        out = {}
        for name in TABLES:
            counts = tables.compact(name)
            removed, added = int(counts["numFilesRemoved"]), int(counts["numFilesAdded"])
            after = len(tables.get(name).file_uris())
            out[name] = (after + removed - added, after)
        return out
    finally:
        unlock()


def vacuum(address: str | Path, *, hours: int = KEEP_HOURS, really: bool = True) -> dict[str, int]:
    """Remove files that no recent version names; return how many of each table.

    Raises:
        StoreError: as for a writer.

    """
    tables, unlock = held(address)
    try:
        return {name: len(tables.vacuum(name, hours, really=really)) for name in TABLES}
    finally:
        unlock()


def held(address: str | Path) -> tuple[Tables, Callable[[], None]]:
    """Return the tables of a store with the lock held."""
    place = Place(address)
    place.open()
    unlock = place.lock()
    try:
        if next(pending.waiting(place), None) is not None:
            raise StoreError("T09", place.name, "a shard is not finished", "Run the ingest again first.")
    except BaseException:
        unlock()
        raise
    tables = Tables(place)
    tables.make()
    return tables, unlock
