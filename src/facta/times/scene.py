"""What a reading of a time expression depends on: the day of publication, the dates before it, and the tense.

>>> scene = Scene(date(2024, 6, 13), date(2024, 6, 13))
>>> scene.weekday(2, -1)
datetime.date(2024, 6, 11)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from facta.times.days import FINENESS, Days, make, shift, span, value_of


class Reading(NamedTuple):
    """What an expression means: TIMEX3 type and value, its days, the unit it counts in, the part of it (mod)."""

    type: str
    value: str
    days: Days | None = None
    unit: str = ""
    mod: str | None = None


@dataclass(slots=True)
class Scene:
    """The days of publication, the words of each role, the tense at the present place, and the dates already named."""

    ref: date | None
    first: date | None
    roles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    direction: int | None = None
    anchors: dict[int, tuple[int, Reading]] = field(default_factory=dict)
    count: int = 0
    written: tuple[int, date] | None = None
    """The day last written with its year, and where: the next one without a year lies after it."""

    def note(self, reading: Reading) -> None:
        """Remember a date: *two days later* may refer to it."""
        if reading.days is not None and reading.type in ("DATE", "TIME"):
            self.count += 1
            self.anchors[FINENESS.get(reading.unit, 0)] = (self.count, reading)

    def anchor(self, unit: str) -> Reading | None:
        """Return the last date named that is at least as fine as ``unit``."""
        limit = FINENESS.get(unit, 0)
        fit = [entry for fineness, entry in self.anchors.items() if fineness <= limit]
        return max(fit, key=lambda entry: entry[0])[1] if fit else None

    def weekday(self, number: int, direction: int) -> date | None:
        """Return the nearest such weekday, the day of publication itself included."""
        if self.ref is None:
            return None
        if direction > 0:
            return shift(self.ref, "D", (number - self.ref.isoweekday()) % 7)
        return shift(self.ref, "D", -((self.ref.isoweekday() - number) % 7))

    def month(self, number: int, direction: int) -> int | None:
        """Return the year of the nearest such month, the month of publication included."""
        if self.ref is None:
            return None
        ahead = (number - self.ref.month) % 12
        behind = (self.ref.month - number) % 12
        forward = direction > 0 or (direction == 0 and ahead < behind)
        day = shift(self.ref, "M", ahead if forward else -behind)
        return day.year if day is not None else None

    def month_day(self, month: int, day: int, direction: int) -> date | None:
        """Return the nearest such day of a year, the day of publication included."""
        if self.ref is None:
            return None
        days = [d for year in range(self.ref.year - 4, self.ref.year + 5) if (d := make(year, month, day))]
        fit = [d for d in days if direction == 0 or (d - self.ref).days * direction >= 0]
        ref = self.ref
        return min(fit, key=lambda d: abs((d - ref).days), default=None)

    @property
    def past_or(self) -> int:
        """The direction where news without a cue is about the past, and a date in the present tense still to come."""
        return -1 if self.direction is None else 1 if self.direction == 0 else self.direction


def dated(unit: str, day: date | None, mod: str | None = None, kind: str = "DATE") -> Reading | None:
    """Return the reading *the ``unit`` that holds ``day``*."""
    if day is None:
        return None
    value = value_of(unit, day)
    days = span(value)
    return Reading(kind, value, days, unit, mod) if days is not None else None


def fixed(value: str, unit: str) -> Reading | None:
    """Return the reading of a value that names its own days, None when there are no such days."""
    days = span(value)
    return Reading("DATE", value, days, unit) if days is not None else None


def stretch(first: date | None, last: date | None) -> Days | None:
    """Return the days from one to another, in either order."""
    if first is None or last is None:
        return None
    return (first, last) if first <= last else (last, first)


def day_before(day: date) -> date:
    """Return the day before, or the same day at the beginning of the calendar."""
    return day - timedelta(days=1) if day > date.min else day
