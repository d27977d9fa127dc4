"""The one door to the table format: Delta Lake tables that are made, added to once, read, compacted and cleaned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, Field, Transaction, write_deltalake
from deltalake.exceptions import DeltaError, TableNotFoundError

from facta.errors import StoreError
from facta.store.place import Place, refused
from facta.store.tables import TABLES, Table

Result = TypeVar("Result")
_ONCE = 1
"""Version of a shard's transaction: a shard is committed once, so there is never a second."""
KEEP_HOURS = 168
"""Files that no version younger than this names are removed by ``vacuum``: longer than any query runs."""


class Tables:
    """The tables of one place. Each is opened on first use and follows what this process commits."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._open: dict[str, DeltaTable] = {}

    def make(self) -> None:
        """Make the tables and columns that are not there yet, as after an older version, or a kill."""
        for name, table in TABLES.items():
            if self.find(name) is None:
                self._open[name] = self._guard(name, lambda name=name, table=table: DeltaTable.create(  # type: ignore[misc]
                    self._place.table(name), schema=table.schema, name=name, description=table.doc, mode="ignore",
                    configuration=_settings(table),
                ))
            elif more := self._lacking(name):
                self._guard(name, lambda name=name, more=more: self.get(name).alter.add_columns(  # type: ignore[misc]
                    [Field.from_arrow(column) for column in more]
                ))
                self._open.pop(name)

    def _lacking(self, name: str) -> list[pa.Field]:
        """Return the columns that a table made by an older version lacks."""
        known = {field.name for field in self.get(name).schema().fields}
        return [column for column in TABLES[name].schema if column.name not in known]

    def find(self, name: str) -> DeltaTable | None:
        """Return a table, or None where it has not been made yet."""
        if name not in self._open:
            try:
                self._open[name] = self._guard(name, lambda: DeltaTable(self._place.table(name)))
            except TableNotFoundError:
                return None
        return self._open[name]

    def get(self, name: str) -> DeltaTable:
        """Return a table that must be there.

        Raises:
            StoreError: T08 it is not.

        """
        table = self.find(name)
        if table is None:
            raise StoreError("T08", self._place.table(name), "the table is missing", "Restore it from a copy.")
        return table

    def dataset(self, name: str) -> Any:  # noqa: ANN401 - Arrow's dataset, which the query engine takes as it is
        """Return a table's present version for reading."""
        table = self.get(name)
        lacking = self._lacking(name)
        found = self._guard(name, table.to_pyarrow_dataset)
        return found.replace_schema(pa.schema([*found.schema, *lacking])) if lacking else found

    def applied(self, name: str, what: str) -> int:
        """Return the number that the last commit with this name brought, 0 if there was none."""
        table = self.get(name)
        return int(self._guard(name, lambda: table.transaction_version(what)) or 0)

    def replace(self, name: str, rows: pa.RecordBatchReader, where: str | None, what: str, number: int) -> None:
        """Put rows in the place of those that meet a condition (of all where it is None), in one commit.

        ``number`` is kept with the commit under the name ``what`` (``applied``).
        """
        table = self.get(name)
        plain = rows.cast(_uncommented(rows.schema))
        mark = CommitProperties(app_transactions=[Transaction(what, number)])
        self._guard(name, lambda: write_deltalake(
            table, plain, mode="overwrite", predicate=where, commit_properties=mark,
        ))
        self._open.pop(name, None)

    def add(self, name: str, rows: pa.Table, shard: str | None = None, *, perhaps: bool = False) -> None:
        """Add rows; those of a shard under its transaction, and only if they are not there when ``perhaps`` they are.

        What is looked up and what is committed refer to one version of the table: if another writer commits the same
        shard in between, the format refuses this commit, and nothing is missing. Looking up costs the more, the more
        commits a table has, so it is left out where no one else can have committed the shard.
        """
        table = self.get(name)
        if perhaps and shard is not None and self._has(table, name, shard):
            return
        plain = rows.cast(_uncommented(rows.schema))
        once = CommitProperties(app_transactions=[Transaction(shard, _ONCE)]) if shard is not None else None
        try:
            self._guard(name, lambda: write_deltalake(table, plain, mode="append", commit_properties=once))
        except StoreError:
            if shard is None or not self._has(self.get(name), name, shard):
                raise

    def _has(self, table: DeltaTable, name: str, shard: str) -> bool:
        return self._guard(name, lambda: table.transaction_version(shard)) is not None

    def compact(self, name: str) -> Mapping[str, Any]:
        """Write many small files as few large ones; readers go on. Returns the library's counts."""
        table = self.get(name)
        return self._guard(name, table.optimize.compact)

    def vacuum(self, name: str, hours: int, *, really: bool) -> list[str]:
        """Return the files that no version of the last ``hours`` names, removed if ``really``."""
        table = self.get(name)
        return self._guard(name, lambda: table.vacuum(
            retention_hours=hours, dry_run=not really, enforce_retention_duration=False, full=True,
        ))

    def _guard(self, name: str, work: Callable[[], Result]) -> Result:
        """Return what ``work`` returns, with the refusals of disk and format in words."""
        try:
            return work()
        except TableNotFoundError:
            raise
        except (OSError, DeltaError) as error:
            self._open.pop(name, None)
            raise refused(self._place.table(name), error) from error


def _uncommented(schema: pa.Schema) -> pa.Schema:
    """Return a schema without its comments: a table of an older version may say the same in other words."""
    return pa.schema([field.remove_metadata() for field in schema])


def _settings(table: Table) -> dict[str, str | None]:
    """Return the settings of a new table: which columns have ranges; none is said by a number."""
    if table.ranges:
        return {"delta.dataSkippingStatsColumns": ",".join(table.ranges)}
    return {"delta.dataSkippingNumIndexedCols": "0"}
