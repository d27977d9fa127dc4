"""``facta data``: the data that Facta knows actors by, and whether they hold what they should."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import click

from facta.cli.common import FAILED, HELP, complain, say, status_of, write_json
from facta.errors import FactaError
from facta.evaluate import census, leaders
from facta.resources.actorwords import load_actor_words
from facta.resources.roster import Entry, load_roster

SHOWN = 10
"""How many of what is missing, of overlaps and of disagreements are named."""


@click.group(name="data", context_settings=HELP, short_help="Check the data that actors are known by.",
             epilog="Example: facta data check rosters")
def data() -> None:
    """Check the data that Facta knows actors by."""


@data.command(name="check", context_settings=HELP, short_help="Check the rosters.",
              epilog="Example: facta data check rosters --roster mine.tsv --archigos archigos.parquet")
@click.argument("name", type=click.Choice(["rosters"]))
@click.option("--roster", "extra", multiple=True, metavar="FILE", type=click.Path(path_type=Path),
              help="A roster file of your own, read on top; repeatable.")
@click.option("--archigos", metavar="FILE", type=click.Path(path_type=Path),
              help="Compare terms with Archigos (CSV, or Parquet where pyarrow is installed).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, with everything that is listed in part.")
def check(*, name: str, extra: tuple[Path, ...], archigos: Path | None, as_json: bool) -> None:
    """Load every roster, count what it holds, and name what two actors share.

    Exit status 0: all is there; 1: a count falls short; 2: a line is wrong, and is named with its file.
    """
    today = date.today()
    try:
        roster = load_roster(extra=extra)
        rows = leaders.read_archigos(archigos) if archigos else None
    except FactaError as error:
        complain(error)
        sys.exit(status_of(error))
    parts = {
        "states": census.states(roster, load_actor_words(), today.isoformat()),
        "actors": census.kinds(roster), "leaders": census.rulers(roster, today.year - 1),
    }
    shared = census.overlaps(roster)
    agreed = leaders.agreement(roster, rows) if rows is not None else None
    if as_json:
        write_json(as_object(parts, shared, agreed))
    else:
        say(report(parts, shared, agreed))
    short = [c for counts in parts.values() for c in counts if not c.enough]
    sys.exit(FAILED if short or (agreed and (agreed.share or 0.0) < leaders.AGREEMENT) else 0)


def report(
    parts: dict[str, list[census.Count]], shared: Sequence[census.Overlap], agreed: leaders.Agreement | None
) -> str:
    """Return what was found as lines: counts with their targets, overlaps, agreement with Archigos."""
    lines = []
    for title, counts in parts.items():
        lines += [f"{title:66}{'have':>8}{'target':>8}"]
        lines += [line for count in counts for line in _count(count)]
        lines.append("")
    lines.append(f"{'names that two actors share on one day':66}{len(shared):>8}")
    lines += [
        f"  {o.name}: {_entry(o.first, o.forms[0])}; {_entry(o.second, o.forms[1])}; {_days(o)}" for o in shared[:SHOWN]
    ]
    lines += _more(shared)
    if agreed is not None:
        share = "–" if agreed.share is None else f"{agreed.share:.3f}"
        lines += ["", f"{'leader-years shared with Archigos':66}{agreed.shared:>8}",
                  f"{'  share that agrees':66}{share:>8}{leaders.AGREEMENT:>8}"]
        lines += [f"  {code} {year}: {leader}" for code, year, leader in agreed.apart[:SHOWN]]
        lines += _more(agreed.apart)
    return "\n".join(lines)


def _count(count: census.Count) -> Iterable[str]:
    target = str(count.target) if count.target else ""
    yield f"  {count.what:64}{count.have:>8}{target:>8}{'' if count.enough else '  falls short'}"
    if count.missing:
        rest = f" and {len(count.missing) - SHOWN} more" if len(count.missing) > SHOWN else ""
        yield f"    without: {' '.join(count.missing[:SHOWN])}{rest}"


def _more(rows: Sequence[object]) -> list[str]:
    return [f"  and {len(rows) - SHOWN} more"] if len(rows) > SHOWN else []


def _entry(entry: Entry, form: str) -> str:
    return " ".join(filter(None, (entry.code, entry.sector or "–", entry.id, f"({form})")))


def _days(overlap: census.Overlap) -> str:
    return f"{overlap.since or '…'} – {overlap.until or '…'}"


def as_object(
    parts: dict[str, list[census.Count]], shared: Sequence[census.Overlap], agreed: leaders.Agreement | None
) -> dict[str, object]:
    """Return everything as one JSON object."""
    return {
        **{
            title: [{"what": c.what, "have": c.have, "target": c.target or None, "missing": c.missing} for c in counts]
            for title, counts in parts.items()
        },
        "overlaps": [
            {"name": o.name, "ids": [o.first.id, o.second.id], "codes": [o.first.code, o.second.code],
             "forms": o.forms, "since": o.since or None, "until": o.until or None}
            for o in shared
        ],
        "archigos": None if agreed is None else {
            "shared": agreed.shared, "agreed": agreed.agreed, "share": agreed.share, "apart": agreed.apart,
        },
    }
