"""``facta explain SOURCE EVENT_ID``: why a record says what it says."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from facta.cli.code import check_resources, coder, codings
from facta.cli.common import FAILED, HELP, check_date, complain, no_such_record, say, status_of, write_json
from facta.cli.show import reasons
from facta.errors import FactaError
from facta.records import Coding, Event, Failure
from facta.records_json import event_json

#: Fewer digits of an id than this could mean too many records.
MIN_ID = 3

EXAMPLES = """\b
Examples:
  facta explain interview.html          # lists the records with their ids
  facta explain interview.html 3f2a     # explains one"""


@click.command(name="explain", context_settings=HELP, short_help="Say why a record says what it says.", epilog=EXAMPLES)
@click.argument("source")
@click.argument("event_id", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object; without an id, one a line.")
@click.option("--published", metavar="DATE", help="As given to `facta code`: another date can mean another record.")
@click.option("--ontology", default="plover", show_default=True, metavar="NAME", help="As given to `facta code`.")
@click.option("--roster", multiple=True, metavar="FILE", type=click.Path(path_type=Path),
              help="As given to `facta code`; repeatable.")
def explain(
    *, source: str, event_id: str | None, as_json: bool, published: str | None, ontology: str, roster: tuple[Path, ...]
) -> None:
    """Say why record EVENT_ID of SOURCE says what it says: words, rules, scores, alternatives.

    The first digits of the id are enough. Without an id, lists the records of SOURCE.
    """
    failures: list[Failure] = []
    try:
        if event_id is not None and len(event_id.strip()) < MIN_ID:
            raise no_such_record(event_id, f"give at least {MIN_ID} digits of the id")
        check_date(published)
        check_resources(ontology, roster)
        found = list(codings(coder(ontology, roster, explain=True), (source,), published, failures))
        if failures and not found:
            sys.exit(FAILED)
        chosen = [pick(found, event_id)] if event_id is not None else [(c, e) for c in found for e in c.events]
    except FactaError as error:
        complain(error)
        sys.exit(status_of(error))
    _print(chosen, as_json=as_json, whole=event_id is not None)
    sys.exit(FAILED if failures else 0)


def _print(chosen: list[tuple[Coding, Event]], *, as_json: bool, whole: bool) -> None:
    for coding, event in chosen:
        if as_json:
            write_json(as_dict(coding, event))
        else:
            say(reasons.explain(coding, event) if whole else reasons.summary(coding, event))


def pick(codings: list[Coding], event_id: str) -> tuple[Coding, Event]:
    """Return the one record whose id begins with ``event_id``.

    Raises:
        UsageError: U10 none or several do.

    """
    wanted = event_id.lower().strip()
    hits = [(c, e) for c in codings for e in c.events if e.id.startswith(wanted)]
    if len(hits) != 1:
        what = "no record has an id that begins so" if not hits else f"{len(hits)} records have an id that begins so"
        raise no_such_record(event_id, what)
    return hits[0]


def as_dict(coding: Coding, event: Event) -> dict[str, object]:
    """Return the record as in ``facta code --json``, with its reasons and what made it."""
    return event_json(event, coding.article) | {
        "reasons": [{"step": r.step, "what": r.what, "rule": r.rule} for r in event.reasons],
        "coder": {"version": event.origin.version, "digest": event.origin.digest},
    }
