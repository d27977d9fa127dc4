"""``facta explain SOURCE EVENT_ID``: why a record says what it says."""

from __future__ import annotations

import json
import sys

import click

from facta.errors import FactaError, UsageError
from facta.records import Coding, Event

#: Fewer digits of an id than this could mean too many records.
MIN_ID = 3


@click.command(name="explain", epilog="Example: facta explain interview.html 3f2a")
@click.argument("source")
@click.argument("event_id", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--published", metavar="DATE", help="As given to `facta code`: another date can mean another record.")
def explain(*, source: str, event_id: str | None, as_json: bool, published: str | None) -> None:
    """Say why record EVENT_ID of SOURCE says what it says: words, rules, scores, alternatives.

    The first digits of the id are enough. Without an id, lists the records of SOURCE.
    """
    from facta.cli.code import codings
    from facta.pipeline.coder import Coder

    try:
        found = list(codings(Coder(explain=True), (source,), published, []))
        if event_id is None:
            for coding in found:
                for event in coding.events:
                    click.echo(_line(coding, event))
            sys.exit(0 if found else 1)
        coding, event = pick(found, event_id)
    except FactaError as error:
        click.echo(str(error), err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    click.echo(json.dumps(as_dict(coding, event), ensure_ascii=False) if as_json else as_text(coding, event))


def pick(codings: list[Coding], event_id: str) -> tuple[Coding, Event]:
    """Return the one record whose id begins with ``event_id``.

    Raises:
        UsageError: none or several do, or too few digits are given.

    """
    wanted = event_id.lower().strip()
    hits = [(c, e) for c in codings for e in c.events if e.id.startswith(wanted)] if len(wanted) >= MIN_ID else []
    if len(hits) != 1:
        what = f"{len(hits)} records have an id that begins so" if len(wanted) >= MIN_ID else f"give at least {MIN_ID} digits"
        raise UsageError("U02", event_id, what, "Run `facta explain SOURCE` for the list.")
    return hits[0]


def as_dict(coding: Coding, event: Event) -> dict[str, object]:
    """Return the explanation as plain data."""
    text = coding.article.text
    return {
        "id": event.id,
        "trigger": text[event.trigger.start : event.trigger.end],
        "evidence": text[event.evidence.start : event.evidence.end],
        "reasons": [{"step": r.step, "what": r.what, "rule": r.rule} for r in event.reasons],
        "confidence": event.confidence,
        "coder": {"version": event.origin.version, "digest": event.origin.digest},
    }


def as_text(coding: Coding, event: Event) -> str:
    """Return the explanation as lines for a reader."""
    text = coding.article.text
    evidence = " ".join(text[event.evidence.start : event.evidence.end].split())
    lines = [_line(coding, event), f"  in: {_printable(evidence)}"]
    width = max((len(r.step) for r in event.reasons), default=0)
    lines += [f"  {r.step:<{width}}  {_printable(r.what)}  [{r.rule}]" for r in event.reasons]
    lines.append(f"  confidence {event.confidence:.2f}; coder {event.origin.version}, resources {event.origin.digest}")
    return "\n".join(lines)


def _line(coding: Coding, event: Event) -> str:
    words = coding.article.text[event.trigger.start : event.trigger.end]
    actors = ",".join(p.code or "?" for p in event.actors) or "?"
    recipients = ",".join(p.code or "?" for p in event.recipients) or "–"
    kind = "/".join(filter(None, (event.type, event.mode)))
    return f"{event.id}  {event.status} {event.polarity}  {kind}  {actors} → {recipients}  “{_printable(words)}”"


def _printable(text: str) -> str:
    return "".join(ch if ch.isprintable() else " " for ch in text)
