"""``facta incidents``: what happened, each event once, with how often it was told; and people's corrections."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from facta.cli.common import HELP, USAGE, complain, need_store, say, write, write_json
from facta.cli.sql import show_rows, write_csv
from facta.errors import FactaError

EXAMPLES = """\b
Examples:
  facta incidents update --store news
  facta incidents --store news --actor RUS --type ASSAULT --since 2031-01-01
  facta incidents merge 1f8f81 8a01c3 --reason "one raid" --store news"""
SHOWN = (
    "left(id, 8) as id, concat_ws(' ', type, mode) as what, array_to_string(actor_codes, ' ') as who, "
    "array_to_string(recipient_codes, ' ') as whom, when_start as day, place, status, independent_reports as texts, "
    "reports"
)
STATUSES = ("actual", "alleged", "disputed", "denied")
DAY = click.DateTime(["%Y-%m-%d"])
STORE = click.option("--store", required=True, metavar="DIR", help="The store: a folder or a URL.")
REASON = click.option("--reason", metavar="TEXT", help="Why, for the ledger.")


@click.group(name="incidents", context_settings=HELP, invoke_without_command=True, epilog=EXAMPLES,
             short_help="What happened, each event once.")
@click.option("--store", metavar="DIR", help="The store: a folder or a URL.")
@click.option("--actor", metavar="CODE", help="Only where this state or body acts.")
@click.option("--recipient", metavar="CODE", help="Only where it is acted on.")
@click.option("--type", "type_", metavar="TYPE", help="Only of this PLOVER type.")
@click.option("--status", type=click.Choice(STATUSES), help="Only with this status.")
@click.option("--since", type=DAY, metavar="DATE", help="Only what may have been on this day or later.")
@click.option("--until", type=DAY, metavar="DATE", help="Only what may have been on this day or before.")
@click.option("--said-by", metavar="CODE", help="Only of which a source of this state or body speaks.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with all columns.")
@click.option("--csv", "as_csv", is_flag=True, help="Comma-separated, with a header and all columns.")
@click.option("--parquet", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write all columns to a Parquet file.")
@click.pass_context
def incidents(
    ctx: click.Context, *, store: str | None, actor: str | None, recipient: str | None, type_: str | None,
    status: str | None, since: object, until: object, said_by: str | None, as_json: bool, as_csv: bool,
    parquet: Path | None,
) -> None:
    """List the incidents of a store: events of the world, each once, with reports, independent texts and publishers.

    `facta incidents update` makes them of the events that `facta ingest` has put there. Exit status 0: done; 2: wrong
    usage, or the store cannot be used.
    """
    if ctx.invoked_subcommand is not None:
        return
    if store is None:
        raise click.UsageError("Missing option '--store'.")
    if as_json + as_csv + (parquet is not None) > 1:
        raise click.UsageError("Choose one of --json, --csv and --parquet.")
    listed = [("actor_codes", actor), ("recipient_codes", recipient), ("said_by", said_by)]
    conditions = [f"list_contains({column}, {_text(code.upper())})" for column, code in listed if code]
    conditions += [f"type = {_text(type_.upper())}"] if type_ else []
    conditions += [f"status = {_text(status)}"] if status else []
    conditions += [f"when_end >= date '{since:%Y-%m-%d}'"] if since else []
    conditions += [f"when_start <= date '{until:%Y-%m-%d}'"] if until else []
    everything = as_json or as_csv or parquet is not None
    query = (
        f"select {'*' if everything else SHOWN} from incidents where {' and '.join(conditions) or 'true'} "  # noqa: S608 - quoted above
        "order by when_start, id"
    )
    _guarded(lambda: _print(store, query, as_json=as_json, as_csv=as_csv, parquet=parquet))


def _text(value: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"


def _print(store: str, query: str, *, as_json: bool, as_csv: bool, parquet: Path | None) -> None:
    from facta.store.query import View
    from facta.store.query import as_json as line

    view = View(store)
    if parquet is not None:
        view.save(query, parquet)
    elif as_json:
        for row in view.rows(query):
            write(line(row))
    else:
        (write_csv if as_csv else show_rows)(view.rows(query))


def _guarded(work: Callable[[], None]) -> None:
    try:
        need_store()
        work()
    except FactaError as error:
        complain(error)
        sys.exit(USAGE)


@incidents.command(context_settings=HELP, short_help="Work in what is new.",
                   epilog="Example: facta incidents update --store news")
@STORE
@click.option("--whole", is_flag=True, help="Make all incidents anew; the outcome is the same.")
@click.option("--json", "as_json", is_flag=True, help="End with one line of JSON: what was done.")
def update(*, store: str, whole: bool, as_json: bool) -> None:
    """Put the events of a store together as incidents, from the first day on that has something new.

    It does not matter in which order articles came, nor how often this was run between. Exit status 0: done; 2: the
    store cannot be used; its incidents are as they were.
    """
    def work() -> None:
        from facta.pipeline.incidents import update as run

        done = run(store, whole=whole)
        if as_json:
            write_json(asdict(done))
        elif not done.reports:
            say("nothing new")
        else:
            say(f"{done.incidents:,} incidents made of {done.reports:,} new or later reports in {done.seconds:,.1f} s"
                + (f", from {done.since} on" if done.since else ""))

    _guarded(work)


@incidents.command(context_settings=HELP, short_help="Put incidents together for good.",
                   epilog="Example: facta incidents merge 1f8f81 8a01c3 --store news")
@click.argument("ids", nargs=-1, required=True, metavar="ID ID…")
@STORE
@REASON
def merge(*, ids: Sequence[str], store: str, reason: str | None) -> None:
    """Put incidents together, whatever reports come later; the first digits of an ID are enough.

    Prints the id of the correction, by which `facta incidents undo` takes it back.
    """
    def work() -> None:
        from facta.pipeline.incidents import merge as run

        if len(ids) < 2:
            raise click.UsageError("Name at least two incidents.")
        say(run(store, ids, reason))

    _guarded(work)


@incidents.command(context_settings=HELP, short_help="Take events out of an incident.",
                   epilog="Example: facta incidents split 1f8f81 9c2e 77ab --store news")
@click.argument("id_", metavar="ID")
@click.argument("events", nargs=-1, required=True, metavar="EVENT…")
@STORE
@REASON
def split(*, id_: str, events: Sequence[str], store: str, reason: str | None) -> None:
    """Take EVENT… out of the incident ID, to be one of their own; the first digits of an id are enough.

    Prints the id of the correction, by which `facta incidents undo` takes it back.
    """
    def work() -> None:
        from facta.pipeline.incidents import split as run

        say(run(store, id_, events, reason))

    _guarded(work)


@incidents.command(context_settings=HELP, short_help="Take a correction back.",
                   epilog="Example: facta incidents undo 5d20 --store news")
@click.argument("entry", metavar="CORRECTION")
@STORE
@REASON
def undo(*, entry: str, store: str, reason: str | None) -> None:
    """Let a correction (or an undo) no longer hold; it stays in the ledger. Prints the id of the new entry."""
    def work() -> None:
        from facta.pipeline.incidents import undo as run

        say(run(store, entry, reason))

    _guarded(work)


@incidents.command(context_settings=HELP, short_help="List all corrections.",
                   epilog="Example: facta incidents ledger --store news")
@STORE
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def ledger(*, store: str, as_json: bool) -> None:
    """List the corrections that people made, oldest first, with their ids, events and reasons."""
    _guarded(lambda: _print(store, "from judgements order by position", as_json=as_json, as_csv=False, parquet=None))
