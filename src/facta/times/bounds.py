"""What a preposition and the tense make of a date: *since June*, *by Friday*, *this month* said of the future.

>>> month = Bounds(date(2023, 8, 1), date(2023, 8, 31), "this month")
>>> day = Bounds(date(2023, 8, 9), date(2023, 8, 9), "")
>>> bounded("", month, day, 1, edge=False).start
datetime.date(2023, 8, 9)
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from facta.records import Interval
from facta.times.days import shift, span, value_of

UP_TO = frozenset({"until", "till", "by", "before", "within", "through", "to"})
COARSE_DAYS = 28
"""A period from here on is one in which things happen, not a moment."""


class Bounds(NamedTuple):
    """First and last day, and the wording they come from."""

    start: date
    end: date
    basis: str

    @classmethod
    def of(cls, interval: Interval | None) -> Bounds:
        """Read an interval.

        Raises:
            ValueError: there is none, or it holds no ISO dates.

        """
        if interval is None:
            raise ValueError("no interval")
        return cls(date.fromisoformat(interval.start), date.fromisoformat(interval.end), interval.basis)

    def interval(self) -> Interval:
        """Return the record."""
        return Interval(start=self.start.isoformat(), end=self.end.isoformat(), basis=self.basis)

    @property
    def days(self) -> int:
        """Length in days."""
        return (self.end - self.start).days + 1


def bounded(
    preposition: str, days: Bounds, published: Bounds | None, direction: int | None, *, edge: bool, clock: bool = False
) -> Bounds | None:
    """Return the days in which an act with this date lies; ``edge`` marks *the end of X*, ``clock`` a time of day."""
    if published is None or clock:
        return days
    now = published.end
    if preposition == "since" or (preposition == "from" and direction == -1 and days.days >= COARSE_DAYS):
        return days._replace(end=max(days.end, now)) if days.start <= now else days
    if preposition in UP_TO:
        return up_to(preposition, days, published, direction, edge=edge)
    if preposition in ("after", "following"):
        if direction != -1 or days.days < COARSE_DAYS or days.end >= now:
            return days if direction == -1 and days.end >= now else None
        return days._replace(start=days.end + timedelta(days=1), end=now)
    return clipped(days, published, direction)


def up_to(preposition: str, days: Bounds, published: Bounds, direction: int | None, *, edge: bool) -> Bounds | None:
    """Return the days up to a date: from publication on for the future; a past *before* says too little."""
    if direction == 1 and days.end >= published.start:
        end = days.start - timedelta(days=1) if preposition == "before" and not edge else days.end
        return days._replace(start=published.start, end=end) if end >= published.start else None
    return None if preposition == "before" else clipped(days, published, direction)


def clipped(days: Bounds, published: Bounds, direction: int | None) -> Bounds:
    """Cut a period that publication falls into: the past ends there, the future begins there."""
    if days.days <= max(1, published.days) or not (days.start <= published.start and published.end <= days.end):
        return days
    if direction == 1:
        return days._replace(start=published.start)
    return days._replace(end=published.end) if direction == -1 else days


def moved_by(days: Bounds, unit: str, count: int, basis: str) -> Bounds | None:
    """Return the days a number of units away: a day for days and weeks, the month or year for longer units."""
    start, end = shift(days.start, unit, count), shift(days.end, unit, count)
    if start is None or end is None:
        return None
    if unit in ("D", "W"):
        return Bounds(start, end, f"{basis}, {days.basis}")
    low, high = span(value_of(unit, start)), span(value_of(unit, end))
    return Bounds(low[0], high[1], f"{basis}, {days.basis}") if low is not None and high is not None else None
