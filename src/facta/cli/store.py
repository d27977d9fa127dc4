"""``facta store check|compact|vacuum DIR``: is a store whole, and its upkeep."""

from __future__ import annotations

import sys

import click

from facta.cli.common import FAILED, HELP, USAGE, complain, need_store, say, write_json
from facta.errors import FactaError

EXAMPLES = """\b
Examples:
  facta store check news
  facta store compact news && facta store vacuum news"""
KEEP_HOURS = 168


@click.group(name="store", context_settings=HELP, short_help="Check a store, and tidy it.", epilog=EXAMPLES)
def store() -> None:
    """Check whether a store is whole; write its many small files as few large ones; remove what no reader needs."""


@store.command(context_settings=HELP, short_help="Say whether a store is whole.",
               epilog="Example: facta store check news")
@click.argument("folder", metavar="DIR")
@click.option("--json", "as_json", is_flag=True, help="One JSON object: rows by table, and problems.")
def check(*, folder: str, as_json: bool) -> None:
    """Check a store: every id once, nothing that points nowhere, as many records as its shards say.

    Exit status 0: it is whole; 1: it is not; 2: it cannot be read.
    """
    try:
        need_store()
        from facta.store.check import check as look

        counts, problems = look(folder)
    except FactaError as error:
        complain(error)
        sys.exit(USAGE)
    if as_json:
        write_json({"rows": counts, "problems": [
            {"table": p.table, "rows": p.rows, "what": p.what} for p in problems
        ]})
    else:
        say("\n".join(f"{name:<10} {rows:>12,}" for name, rows in counts.items()))
        say("clean" if not problems else "\n".join(f"{p.table}: {p.rows:,} {p.what}" for p in problems))
    sys.exit(FAILED if problems else 0)


@store.command(context_settings=HELP, short_help="Write many small files as few large ones.",
               epilog="Example: facta store compact news")
@click.argument("folder", metavar="DIR")
def compact(*, folder: str) -> None:
    """Write the many small files of each table as few large ones, so that queries are fast; readers go on.

    The small files stay until `facta store vacuum`. Exit status 0: done; 2: the store cannot be used.
    """
    try:
        need_store()
        from facta.store.check import compact as work

        for name, (before, after) in work(folder).items():
            say(f"{name:<10} {before:>8,} → {after:,} files")
    except FactaError as error:
        complain(error)
        sys.exit(USAGE)


@store.command(context_settings=HELP, short_help="Remove files that no reader needs.",
               epilog="Example: facta store vacuum news --dry-run")
@click.argument("folder", metavar="DIR")
@click.option("--keep-hours", type=click.IntRange(0), default=KEEP_HOURS, show_default=True, metavar="H",
              help="Keep what readers that started in the last H hours may need.")
@click.option("--dry-run", is_flag=True, help="Only count the files.")
def vacuum(*, folder: str, keep_hours: int, dry_run: bool) -> None:
    """Remove files that no version of the last hours names: leftovers of compaction and of writers that were killed.

    Exit status 0: done; 2: the store cannot be used.
    """
    try:
        need_store()
        from facta.store.check import vacuum as work

        for name, files in work(folder, hours=keep_hours, really=not dry_run).items():
            say(f"{name:<10} {files:>8,} files {'to remove' if dry_run else 'removed'}")
    except FactaError as error:
        complain(error)
        sys.exit(USAGE)
