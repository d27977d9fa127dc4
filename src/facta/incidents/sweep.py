"""Through the reports day by day: each joins the incident that it is most like, or opens one.

Reports come in one order (``Report.order``: by the day of the act, the most precise first), whatever the order in which
they arrived. So the outcome is a function of the set of reports, and what is settled before a day does not depend on
reports of that day or later: an update starts at the first day with something new. An incident that no report of a
later day can join any more is given out and forgotten, which keeps memory flat.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from facta.incidents.alike import JOIN, LATE_DAYS, SLIP_DAYS, alike
from facta.incidents.report import NO_DAY, VAGUE_DAYS, Report

OPEN_DAYS = VAGUE_DAYS + LATE_DAYS
"""An incident with no report in so many days is closed: no later one can be compatible with its days."""
_COMPARED = 12
"""Members that a report is compared with: the first, which are the most precise."""


@dataclass(slots=True)
class _Open:
    """An incident that may still grow."""

    number: int
    reports: list[Report] = field(default_factory=list)
    last: int = NO_DAY


Key = tuple[str, str, int]


class Sweep:
    """Clusters that grow as reports are put in, in their order.

    ``known`` are incidents that an earlier sweep found, all of whose reports come before those put in now.
    """

    def __init__(self, known: Iterable[Iterable[Report]] = ()) -> None:
        self._next = 0
        self._open: dict[int, _Open] = {}
        self._by: defaultdict[Key, list[int]] = defaultdict(list)
        self._keys: dict[int, set[Key]] = {}
        self._closed_until = NO_DAY
        for cluster in sorted((sorted(c, key=lambda r: r.order) for c in known), key=lambda c: c[0].order):
            incident = self._opened()
            for report in cluster:
                self._join(incident, report)

    def put(self, report: Report) -> Iterator[tuple[Report, ...]]:
        """Put the next report in; yield the incidents that are closed by its day."""
        if report.day > self._closed_until:
            self._closed_until = report.day
            yield from self._close(report.day)
        self._join(self._best(report) or self._opened(), report)

    def rest(self) -> Iterator[tuple[Report, ...]]:
        """Yield the incidents that are still open, and forget them."""
        for incident in self._open.values():
            yield tuple(incident.reports)
        self._open.clear()
        self._by.clear()
        self._keys.clear()

    def __len__(self) -> int:
        """Return how many incidents are open."""
        return len(self._open)

    def _opened(self) -> _Open:
        incident = _Open(self._next)
        self._open[incident.number] = incident
        self._keys[incident.number] = set()
        self._next += 1
        return incident

    def _best(self, report: Report) -> _Open | None:
        """Return the incident that a report is most like; of equals the one that was opened first."""
        numbers = {n for key in _looked(report) for n in self._by.get(key, ())}
        best, score = None, JOIN
        for number in sorted(numbers):
            incident = self._open[number]
            found = _fit(report, incident.reports)
            if found is not None and (found > score or (best is None and found >= score)):
                best, score = incident, found
        return best

    def _join(self, incident: _Open, report: Report) -> None:
        incident.reports.append(report)
        incident.last = max(incident.last, report.day)
        keys = self._keys[incident.number]
        for key in _filed(report):
            if key not in keys:
                keys.add(key)
                self._by[key].append(incident.number)

    def _close(self, day: int) -> Iterator[tuple[Report, ...]]:
        for number in [n for n, incident in self._open.items() if incident.last < day - OPEN_DAYS]:
            for key in self._keys.pop(number):
                self._by[key].remove(number)
                if not self._by[key]:
                    del self._by[key]
            yield tuple(self._open.pop(number).reports)


def _fit(report: Report, members: list[Report]) -> float | None:
    """Return the average likeness of a report to an incident; None when it cannot be of it."""
    total = 0.0
    compared = members[:_COMPARED]
    for member in compared:
        found = alike(report, member)
        if found is None:
            return None
        total += found
    return total / len(compared)


def _handles(report: Report) -> Iterator[str]:
    """Yield by what an incident is found: its parties, and names for reports that lack them."""
    yield from report.who | report.whom
    yield from report.names
    if not report.who and not report.whom and not report.names:
        yield ""


def _filed(report: Report) -> Iterator[Key]:
    """Yield where an incident is found because of a report: the days on which the act may have been."""
    first, last = report.when or (report.day - LATE_DAYS, report.day)
    for handle in _handles(report):
        for day in range(first, last + 1):
            yield report.type, handle, day


def _looked(report: Report) -> Iterator[Key]:
    """Yield where a report looks for its incident."""
    first, last = report.when or (report.day - LATE_DAYS, report.day)
    for handle in _handles(report):
        for day in range(first - SLIP_DAYS, last + SLIP_DAYS + 1):
            yield report.type, handle, day


def sweep(reports: Iterable[Report]) -> Iterator[tuple[Report, ...]]:
    """Yield the incidents of reports that come in their order, each as its reports in that order."""
    running = Sweep()
    for report in reports:
        yield from running.put(report)
    yield from running.rest()
