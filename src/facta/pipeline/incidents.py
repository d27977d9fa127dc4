"""From the deeds of a store to its incidents: what is new is worked in, what people corrected is laid over it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from facta.errors import UsageError
from facta.incidents.ledger import Entry, Verdict, in_force, overlay, touched
from facta.incidents.report import VAGUE_DAYS, Report, Source, report
from facta.incidents.settle import Incident, settle
from facta.incidents.sweep import OPEN_DAYS, Sweep
from facta.incidents.wording import Wording
from facta.store.incidents import IncidentsOf
from facta.store.rows import Row

_SLICE = 20_000
"""Deeds that are read at a time, in whole days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    """What an update did: from which day on, and how much was made anew. Fields are those of ``--json``."""

    since: str | None
    reports: int
    incidents: int
    seconds: float


def update(address: str | Path, *, whole: bool = False, language: str = "en") -> Updated:
    """Make the incidents of a store what its events and its ledger say; ``whole``: all of them, whatever is there.

    Raises:
        StoreError: the store cannot be used; its incidents are as they were.

    """
    with IncidentsOf(address, vague_days=VAGUE_DAYS) as store:
        return _update(store, whole, language)


def merge(address: str | Path, incidents: Sequence[str], reason: str | None = None) -> str:
    """Put incidents together for good, whatever reports come later; return the id of the entry.

    Raises:
        UsageError: U40 an id names no incident, or several.
        StoreError: the store cannot be used.

    """
    with IncidentsOf(address, vague_days=VAGUE_DAYS) as store:
        found = [_find(store, start) for start in incidents]
        return _judge(store, Verdict.MERGE, [event for _, events in found for event in events], None, reason)


def split(address: str | Path, incident: str, events: Sequence[str], reason: str | None = None) -> str:
    """Take events out of an incident, to be one of their own; return the id of the entry.

    Raises:
        UsageError: U40 the id names no incident, or several; U41 the events are not in it, or are all of it.
        StoreError: the store cannot be used.

    """
    with IncidentsOf(address, vague_days=VAGUE_DAYS) as store:
        _, own = _find(store, incident)
        chosen = [event for event in own if any(event.startswith(start) for start in events)]
        if not chosen or len(chosen) == len(own) or not all(any(e.startswith(s) for e in own) for s in events):
            raise UsageError("U41", incident, "these events are not some of the incident's",
                             f"It holds {', '.join(own[:12])}.")
        return _judge(store, Verdict.SPLIT, chosen, None, reason)


def undo(address: str | Path, entry: str, reason: str | None = None) -> str:
    """Let a correction no longer hold (an undo too); return the id of the new entry.

    Raises:
        UsageError: U42 the id names no correction, or several.
        StoreError: the store cannot be used.

    """
    with IncidentsOf(address, vague_days=VAGUE_DAYS) as store:
        found = [e.id for e in _entries(store) if e.id.startswith(entry)]
        if len(found) != 1:
            raise UsageError("U42", entry, f"{len(found)} corrections have this id",
                             "`facta incidents ledger` lists them.")
        return _judge(store, Verdict.UNDO, (), found[0], reason)


def _judge(store: IncidentsOf, verdict: Verdict, events: Sequence[str], undoes: str | None, reason: str | None) -> str:
    made = store.judge(verdict, events, undoes, reason)
    _update(store, whole=False, language="en")
    return made


def _find(store: IncidentsOf, start: str) -> tuple[str, list[str]]:
    found = store.find(start)
    if len(found) != 1:
        raise UsageError("U40", start, f"{len(found)} incidents have this id", "`facta incidents` lists them.")
    return found[0]


def _entries(store: IncidentsOf) -> list[Entry]:
    return [
        Entry(id=str(row["id"]), verdict=Verdict(str(row["verdict"])), event_ids=tuple(row["event_ids"] or ()),  # type: ignore[arg-type]
              undoes=None if row["undoes"] is None else str(row["undoes"]))
        for row in store.entries()
    ]


def _update(store: IncidentsOf, whole: bool, language: str) -> Updated:
    begun = time.monotonic()
    entries = _entries(store)
    since = date.min if whole else _since(store, entries)
    if since is None:
        return Updated(since=None, reports=0, incidents=0, seconds=round(time.monotonic() - begun, 3))
    wording = Wording.of(language)
    reaching = since - timedelta(days=OPEN_DAYS) if since > date.min + timedelta(days=OPEN_DAYS) else date.min
    known = [] if whole else _known(store, reaching, since, wording)
    count = _Count()
    found = _found(store, known, since, wording, count)
    store.replace(count.through(_corrected(found, entries)), None if whole else reaching, len(entries))
    return Updated(since=since.isoformat() if since > date.min else None, reports=count.reports,
                   incidents=count.incidents, seconds=round(time.monotonic() - begun, 3))


def _since(store: IncidentsOf, entries: Sequence[Entry]) -> date | None:
    """Return the first day from which incidents may change: with a new deed, or one that a new entry is about."""
    by_id = {entry.id: entry for entry in entries}
    changed: list[Entry] = []
    for entry in entries[store.applied() :]:
        undone: Entry | None = entry
        while undone is not None:
            changed.append(undone)
            undone = by_id.get(undone.undoes or "")
    days = [store.first_new(), store.first_of(sorted(touched(changed))) if changed else None]
    return min((day for day in days if day is not None), default=None)


def _known(store: IncidentsOf, reaching: date, since: date, wording: Wording) -> list[list[Report]]:
    """Return what was found before ``since`` and may still grow, or must be written again."""
    sources = _sources(store.known_articles(reaching), wording)
    reports = {r.id: r for r in _reports(store.known_deeds(reaching), sources, wording)}
    clusters: dict[str, list[Report]] = {}
    for events, names in store.known(reaching):
        for event, name in zip(events, names, strict=True):
            if event in reports and reports[event].day < since.toordinal():
                clusters.setdefault(name, []).append(reports[event])
    return list(clusters.values())


def _found(
    store: IncidentsOf, known: Iterable[Iterable[Report]], since: date, wording: Wording, count: _Count
) -> Iterator[tuple[Report, ...]]:
    sweep = Sweep(known)
    for first, last in _slices(store.days(since)):
        sources = _sources(store.articles(first, last), wording)
        reports = sorted(_reports(store.deeds(first, last), sources, wording), key=lambda r: r.order)
        count.reports += len(reports)
        for one in reports:
            yield from sweep.put(one)
    yield from sweep.rest()


def _slices(days: Iterable[tuple[date, int]]) -> Iterator[tuple[date, date]]:
    first, last, held = None, None, 0
    for day, n in days:
        if first is not None and last is not None and held + n > _SLICE:
            yield first, last
            first, held = None, 0
        first, last, held = first or day, day, held + n
    if first is not None and last is not None:
        yield first, last


def _sources(rows: Iterable[Row], wording: Wording) -> dict[str, Source]:
    def publisher(row: Row) -> str | None:
        return None if row["publisher"] is None else str(row["publisher"])

    return {str(row["id"]): Source.of(str(row["text"]), publisher(row), wording) for row in rows}


def _reports(rows: Iterable[Row], sources: dict[str, Source], wording: Wording) -> Iterator[Report]:
    lone = Source(None, b"", frozenset())
    for row in rows:
        yield report(row, source=sources.get(str(row["article_id"]), lone), wording=wording)


def _corrected(found: Iterable[tuple[Report, ...]], entries: Sequence[Entry]) -> Iterator[Row]:
    """Yield the rows of incidents; those that a correction is about are held back to the end."""
    names = touched(in_force(entries))
    held: list[tuple[Report, ...]] = []
    for cluster in found:
        if any(r.id in names for r in cluster):
            held.append(cluster)
        else:
            yield _row(cluster, {r.id: cluster[0].id for r in cluster}, (cluster[0].day, cluster[-1].day))
    reports = {r.id: r for cluster in held for r in cluster}
    home = {r.id: cluster[0].id for cluster in held for r in cluster}
    made = list(overlay({cluster[0].id: [r.id for r in cluster] for cluster in held}, entries))
    for part in _together(made, home):
        days = [reports[event].day for event in home if home[event] in part]
        for events in made:
            if home[events[0]] in part:
                yield _row([reports[e] for e in events], home, (min(days), max(days)))


def _together(made: Iterable[Sequence[str]], home: dict[str, str]) -> list[set[str]]:
    """Return which found incidents hang together: those that share one after corrections."""
    out: list[set[str]] = []
    for events in made:
        names = {home[event] for event in events}
        touching = [part for part in out if part & names]
        out = [part for part in out if not part & names]
        out.append(names.union(*touching))
    return out


class _Count:
    """Counts what passes, for the summary."""

    def __init__(self) -> None:
        self.reports = self.incidents = 0

    def through(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows."""
        for row in rows:
            self.incidents += 1
            yield row


def _row(reports: Sequence[Report], home: dict[str, str], days: tuple[int, int]) -> Row:
    """Return an incident as a row; ``days`` are those of all that hangs together with it."""
    incident = settle(reports)
    return {
        "id": incident.id, "type": incident.type, "mode": incident.mode, "actor_codes": list(incident.actor_codes),
        "recipient_codes": list(incident.recipient_codes), **_when(incident), "place_code": incident.place_code,
        "place": incident.place, "status": incident.status, "event_ids": list(incident.event_ids),
        "reports": incident.reports, "independent_reports": incident.independent_reports,
        "publishers": list(incident.publishers), "asserted_by": incident.asserted_by, "denied_by": incident.denied_by,
        "said_by": list(incident.said_by), "texts": [list(text) for text in incident.texts],
        "conflicts": [{"about": c.about, "value": c.value, "reports": c.reports} for c in incident.conflicts],
        "found_as": [home[event] for event in incident.event_ids],
        "first_day": date.fromordinal(days[0]), "last_day": date.fromordinal(days[1]),
    }


def _when(incident: Incident) -> Row:
    first, last = incident.when or (None, None)
    return {
        "when_start": None if first is None else date.fromordinal(first),
        "when_end": None if last is None else date.fromordinal(last),
    }
