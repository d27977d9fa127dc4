"""``facta ingest SOURCE… --store DIR``: many pages into a store, resumable."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facta.cli.code import check_resources
from facta.cli.common import FAILED, HELP, USAGE, check_date, complain, need_store, say, write_json
from facta.errors import FactaError

if TYPE_CHECKING:
    from facta.pipeline.ingest import Summary

EXAMPLES = """\b
Examples:
  facta ingest pages/ --store news
  facta ingest 'crawl/*.warc.gz' more.jsonl --column text=body --store news --workers 8
  facta ingest pages/ --store news --json | tail -1"""


@click.command(name="ingest", context_settings=HELP, short_help="Code many pages into a store.", epilog=EXAMPLES)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("--store", required=True, metavar="DIR", help="The store: a folder, made if there is none, or a URL.")
@click.option("--workers", type=click.IntRange(1), default=None, metavar="N",
              help="Processes that code; as many as there are cores if you do not say.")
@click.option("--runner", type=click.Choice(["local"]), default="local", show_default=True,
              help="The engine: processes of this machine.")
@click.option("--column", "columns", multiple=True, metavar="WHAT=NAME",
              help="The column of JSONL and Parquet that holds text, html, url, published, title or publisher; "
                   "repeatable.")
@click.option("--published", metavar="DATE", help="The day of publication (ISO) of pages that come without one.")
@click.option("--ontology", default="plover", show_default=True, metavar="NAME",
              help="An ontology's name, or the folder of your own.")
@click.option("--roster", multiple=True, metavar="FILE", type=click.Path(path_type=Path),
              help="A roster file of your own; repeatable.")
@click.option("--rules-only", is_flag=True, help="Code without the encoder: faster, and misses more.")
@click.option("--page-seconds", type=click.FloatRange(0.1), default=60.0, show_default=True, metavar="S",
              help="Time that one page may take.")
@click.option("--page-memory", type=click.IntRange(100), default=3000, show_default=True, metavar="MB",
              help="Memory that a worker may take.")
@click.option("--shard-pages", type=click.IntRange(1), default=64, show_default=True, metavar="N",
              help="Pages that are committed together.")
@click.option("--json", "as_json", is_flag=True, help="End with one line of JSON: what was done.")
def ingest(
    *, sources: tuple[str, ...], store: str, workers: int | None, runner: str, columns: tuple[str, ...],
    published: str | None, ontology: str, roster: tuple[Path, ...], rules_only: bool, page_seconds: float,
    page_memory: int, shard_pages: int, as_json: bool,
) -> None:
    """Code SOURCE… into a store: files, folders, patterns, JSONL, Parquet, WARC, or - for standard input.

    Each page is coded once. Run the same command again after anything that stopped it: it goes on where it was, and
    adds nothing that is there. Exit status 0: done; 1: some pages failed, each named on standard error and kept in the
    table failures; 2: wrong usage, or the store cannot be used.
    """
    try:
        need_store()
        check_date(published)
        check_resources(ontology, roster)
        from facta.article.archives.columns import Columns
        from facta.cli.show.progress import Bar
        from facta.pipeline.ingest import Plan
        from facta.pipeline.ingest import ingest as run
        from facta.pipeline.runners.base import Limits
        from facta.pipeline.runners.local import LocalRunner
        from facta.pipeline.work import Coding

        plan = Plan(sources=sources, columns=Columns.of(columns), shard_pages=shard_pages)
        work = Coding(ontology=ontology, roster=tuple(map(str, roster)), encoder=not rules_only, published=published)
        limits = Limits(seconds=page_seconds, memory_mb=page_memory)
        engine = LocalRunner(work, workers=workers or os.cpu_count() or 1, limits=limits)
        with Bar(sources, complain) as bar:
            summary = run(store, plan, engine, bar.update)
    except FactaError as error:
        complain(error)
        sys.exit(USAGE)
    if as_json:
        write_json(asdict(summary))
    else:
        say(describe(summary, store))
    sys.exit(FAILED if summary.failures else 0)


def describe(summary: Summary, store: str) -> str:
    """Return what was done, for people."""
    rate = summary.pages / summary.seconds if summary.seconds else 0.0
    lines = [
        f"{summary.articles:,} articles with {summary.events:,} events added to {store} in {summary.seconds:,.1f} s "
        f"({rate:,.1f} pages/s)"
    ]
    if summary.skipped:
        lines.append(f"{summary.skipped:,} pages were there already")
    if summary.failures:
        lines.append(f"{summary.failures:,} failures stand in its table failures, with their reasons")
    return "\n".join(lines)
