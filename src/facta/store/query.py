"""Reading a store: the one door to DuckDB, which sees the tables and nothing else of the machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq

from facta.errors import UsageError
from facta.store.delta import Tables
from facta.store.place import Place
from facta.store.tables import TABLES

_ROWS = 10_000  # rows fetched at a time


class View:
    """A store as it was at one moment, to be asked in SQL. What writers commit meanwhile does not disturb it.

    Raises:
        StoreError: there is no store, it is newer than this program, or it cannot be read.

    """

    def __init__(self, address: str | Path) -> None:
        self._place = Place(address)
        self._place.open()
        self._engine = engine(self._place)

    def rows(self, query: str) -> Iterator[dict[str, Any]]:
        """Yield the rows that a query gives, as values by column name.

        Raises:
            UsageError: U31 the query is wrong, or asks for something outside the store.

        """
        cursor = self._run(query)
        names = [column[0] for column in cursor.description or ()]
        while batch := self._fetched(cursor, query):
            for row in batch:
                yield dict(zip(names, row, strict=True))

    def table(self, query: str) -> Any:  # noqa: ANN401 - the reader's library is not ours to import here
        """Return what a query gives as a ``pyarrow.Table``, which polars, pandas and DuckDB take as it is.

        Raises:
            UsageError: U31 the query is wrong, or asks for something outside the store.

        """
        try:
            return self._engine.sql(query).to_arrow_table()
        except (duckdb.Error, AttributeError) as error:  # a statement that gives no rows gives no relation either
            raise _wrong(query, error) from error

    def save(self, query: str, path: Path) -> None:
        """Write what a query gives to a Parquet file.

        Raises:
            UsageError: U31 the query is wrong; U33 the file cannot be written.

        """
        found = self.table(query)
        try:
            pq.write_table(found, path)
        except OSError as error:
            raise UsageError("U33", str(path), f"it cannot be written ({error.strerror or error})",
                             "Check the folder.") from error

    def _run(self, query: str) -> duckdb.DuckDBPyConnection:
        try:
            cursor = self._engine.execute(query)
        except duckdb.Error as error:
            raise _wrong(query, error) from error
        if cursor is None:
            raise UsageError("U31", "query", "it is empty", "Write a query such as: select * from events limit 10")
        return cursor

    def _fetched(self, cursor: duckdb.DuckDBPyConnection, query: str) -> list[Any]:
        try:
            return cursor.fetchmany(_ROWS)
        except duckdb.Error as error:
            raise _wrong(query, error) from error


def engine(place: Place) -> duckdb.DuckDBPyConnection:
    """Return an engine in memory that sees the tables of a place and no file, network or setting beside them."""
    tables = Tables(place)
    connection = duckdb.connect(":memory:")
    for name, table in TABLES.items():
        found = tables.find(name)
        connection.register(name, table.schema.empty_table() if found is None else tables.dataset(name))
    connection.execute("set enable_progress_bar = false")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def ids(place: Place, name: str) -> npt.NDArray[np.uint64]:
    """Return the ids of a table as numbers."""
    cursor = engine(place).execute(f"select cast('0x' || {TABLES[name].key} as ubigint) as n from {name}")  # noqa: S608 - our own names
    return np.asarray(cursor.fetchnumpy()["n"], dtype=np.uint64)


def as_json(row: dict[str, Any] | list[Any]) -> str:
    """Return a row, or a value of one, as JSON; days and moments in ISO form.

    >>> as_json({"day": date(2024, 6, 13), "n": 1})
    '{"day": "2024-06-13", "n": 1}'
    """
    return json.dumps(row, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _wrong(query: str, error: Exception) -> UsageError:
    words = str(error).splitlines()[0]
    shown = " ".join(query.split())[:60]
    return UsageError("U31", shown, words, "The tables and columns stand in the reference of the store.")
