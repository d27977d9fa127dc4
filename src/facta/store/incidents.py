"""What incidents are made of, and where they are put: deeds by day, the ledger, the table ``incidents``.

A store is opened for one update at a time; reading is in slices of whole days, so that memory holds one slice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa

from facta.records import content_id
from facta.store.check import held
from facta.store.place import Place
from facta.store.query import engine
from facta.store.rows import Row
from facta.store.tables import TABLES

_APPLIED = "judgements"
"""Under this name each commit of incidents keeps how many entries of the ledger it follows."""
_BATCH = 2_000
_COLUMNS = (
    "id, article_id, type, mode, actors, recipients, status, polarity, voice, sources, when_start, when_end, "
    "place_code, place, published_start, published_end, evidence"
)
_DEEDS = """
    create temp view deeds as
    select *, coalesce(
        case when when_end - when_start <= {vague} then when_end end, published_start, date '0001-01-01'
    ) as day
    from events where status in ('actual', 'alleged')
"""


class IncidentsOf:
    """The deeds and incidents of a store that this process alone may write to; use it as a context.

    ``vague_days``: an act dated no closer is filed by the day of publication.

    Raises:
        StoreError: there is no store, another process is writing, a shard is not finished, or the system refuses.

    """

    def __init__(self, address: str | Path, *, vague_days: int) -> None:
        self._tables, self._unlock = held(address)
        try:
            self._place, self._vague_days = Place(address), vague_days
            self._place.open()
            self._look()
        except BaseException:
            self._unlock()
            raise

    def __enter__(self) -> IncidentsOf:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let other writers in."""
        self._unlock()

    def _look(self) -> None:
        """See the store as it is now."""
        self._ask = engine(self._place)
        self._ask.execute(_DEEDS.format(vague=self._vague_days))

    def first_new(self) -> date | None:
        """Return the first day with a deed that is in no incident yet; None when there is none."""
        found: date | None = self._one(
            "select min(day) from deeds where id not in (select unnest(event_ids) from incidents)"
        )
        return found

    def first_of(self, events: Sequence[str]) -> date | None:
        """Return the first day of what must be made anew when something about these events changes."""
        found: date | None = self._one(
            "select min(first_day) from incidents where list_has_any(event_ids, $1)", list(events)
        )
        return found

    def days(self, since: date) -> list[tuple[date, int]]:
        """Return the days from ``since`` on with how many deeds each has."""
        found = self._ask.execute("select day, count(*) from deeds where day >= $1 group by day order by day", [since])
        return [(day, int(n)) for day, n in found.fetchall()]

    def deeds(self, first: date, last: date) -> Iterator[Row]:
        """Yield the deeds of some days, in no order."""
        yield from self._rows(f"select {_COLUMNS} from deeds where day between $1 and $2", [first, last])  # noqa: S608 - our own names

    def articles(self, first: date, last: date) -> Iterator[Row]:
        """Yield publisher and text of the articles that hold those deeds."""
        yield from self._rows(
            "select id, publisher, text from articles "
            "where id in (select article_id from deeds where day between $1 and $2)",
            [first, last],
        )

    def known(self, since: date) -> list[tuple[list[str], list[str]]]:
        """Return the events of incidents that reach ``since``, and under which event each was found."""
        found = self._ask.execute("select event_ids, found_as from incidents where last_day >= $1", [since])
        return [(list(events), list(names)) for events, names in found.fetchall()]

    def known_deeds(self, since: date) -> Iterator[Row]:
        """Yield the deeds of those incidents."""
        yield from self._rows(f"select {_COLUMNS} from deeds where id in (select unnest(event_ids) from incidents "  # noqa: S608
                              "where last_day >= $1)", [since])

    def known_articles(self, since: date) -> Iterator[Row]:
        """Yield publisher and text of their articles."""
        yield from self._rows(
            "select id, publisher, text from articles where id in (select article_id from deeds where id in "
            "(select unnest(event_ids) from incidents where last_day >= $1))", [since],
        )

    def replace(self, rows: Iterable[Row], since: date | None, entries: int) -> None:
        """Put rows in the place of the incidents that reach ``since`` (of all where it is None), in one commit.

        Raises:
            StoreError: the system refuses; the incidents are as they were.

        """
        schema = TABLES["incidents"].schema
        where = None if since is None else f"last_day >= '{since.isoformat()}'"
        coming = iter(rows)
        groups: Iterator[list[Row]] = iter(lambda: list(islice(coming, _BATCH)), [])
        pieces = (pa.RecordBatch.from_pylist(some, schema=schema) for some in groups)
        reader = pa.RecordBatchReader.from_batches(schema, pieces)
        self._tables.replace("incidents", reader, where, _APPLIED, entries)

    def entries(self) -> list[Row]:
        """Return the ledger, oldest first."""
        return list(self._rows("select id, verdict, event_ids, undoes from judgements order by position", []))

    def applied(self) -> int:
        """Return how many entries the incidents follow already."""
        return self._tables.applied("incidents", _APPLIED)

    def judge(self, verdict: str, events: Sequence[str], undoes: str | None, reason: str | None) -> str:
        """Add an entry to the ledger; return its id.

        Raises:
            StoreError: the system refuses.

        """
        position = int(self._one("select count(*) from judgements"))
        row = {
            "id": content_id("judgement", str(position), verdict, *events, undoes or ""), "position": position,
            "verdict": verdict, "event_ids": list(events), "undoes": undoes, "reason": reason,
            "moment": datetime.now(UTC),
        }
        self._tables.add("judgements", pa.Table.from_pylist([row], schema=TABLES["judgements"].schema))
        self._look()
        return str(row["id"])

    def find(self, start: str) -> list[tuple[str, list[str]]]:
        """Return the incidents whose id begins so, with their events."""
        found = self._ask.execute("select id, event_ids from incidents where starts_with(id, $1) order by id", [start])
        return [(str(id_), list(events)) for id_, events in found.fetchall()]

    def _one(self, query: str, *values: object) -> Any:  # noqa: ANN401 - whatever the query gives
        return self._ask.execute(query, list(values)).fetchall()[0][0]

    def _rows(self, query: str, values: list[object]) -> Iterator[Row]:
        cursor = self._ask.execute(query, values)
        names = [column[0] for column in cursor.description or ()]
        while some := cursor.fetchmany(_BATCH):
            yield from (dict(zip(names, row, strict=True)) for row in some)
