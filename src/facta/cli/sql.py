"""``facta sql QUERY --store DIR``: read-only SQL over the tables of a store."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from itertools import chain
from typing import Any

import click

from facta.cli.common import HELP, USAGE, complain, need_store, write
from facta.errors import FactaError

EXAMPLES = """\b
Examples:
  facta sql "select count(*) n, count(distinct id) d from articles" --store news --json
  facta sql "from events where happened and list_contains(actor_codes, 'BLR')" --store news"""


@click.command(name="sql", context_settings=HELP, short_help="Ask a store in SQL.", epilog=EXAMPLES)
@click.argument("query", metavar="QUERY")
@click.option("--store", required=True, metavar="DIR", help="The store: a folder or a URL.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, one line a row.")
@click.option("--csv", "as_csv", is_flag=True, help="Comma-separated, with a header; lists and objects as JSON.")
def sql(*, query: str, store: str, as_json: bool, as_csv: bool) -> None:
    """Ask QUERY of a store, in DuckDB's SQL.

    The query sees the tables articles, claims, events, links, incidents, judgements, failures, shards and runs and no
    file or network, and changes nothing. Exit status 0: done; 2: the query or the store is wrong.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv both write to standard output: choose one.")
    try:
        need_store()
        from facta.store.query import View
        from facta.store.query import as_json as line

        rows = View(store).rows(query)
        if as_json:
            for row in rows:
                write(line(row))
        elif as_csv:
            write_csv(rows)
        else:
            show_rows(rows)
    except FactaError as error:
        complain(error)
        sys.exit(USAGE)


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever a query gives
    from facta.store.query import as_json

    if value is None:
        return ""
    return as_json(value) if isinstance(value, dict | list) else str(value)


def write_csv(rows: Iterator[dict[str, Any]]) -> None:
    """Print rows comma-separated, with a header; lists and objects as JSON."""
    out = csv.writer(_Lines(), lineterminator="")
    first = next(rows, None)
    if first is not None:
        out.writerow(first)
        for row in chain([first], rows):
            out.writerow([_harmless(value) for value in row.values()])


def _harmless(value: Any) -> str:  # noqa: ANN401 - whatever a query gives
    """Return a value as a cell that no spreadsheet takes for a formula; a lone sign, as of polarity, is none."""
    from facta.cli.show.tables import harmless

    words = _cell(value)
    return harmless(words) if isinstance(value, str) and len(words) > 1 else words


class _Lines:
    """Where the writer's lines go."""

    def write(self, line: str) -> None:
        """Print a line for programs."""
        write(line)


def show_rows(rows: Iterator[dict[str, Any]]) -> None:
    """Print rows as a table for people."""
    from rich.console import Console
    from rich.table import Table

    from facta.cli.show import looks

    first = next(rows, None)
    if first is None:
        return
    table = Table(*map(looks.line, first))
    for row in chain([first], rows):
        table.add_row(*(looks.line(_cell(value)) for value in row.values()))
    Console().print(table, markup=False)
