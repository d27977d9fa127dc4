"""The arithmetic of the calendar: from TIMEX3 values to days and back. Nothing here knows any language.

>>> span("2017-W46")
(datetime.date(2017, 11, 13), datetime.date(2017, 11, 19))
>>> value_of("M", shift(date(2017, 11, 30), "M", 3))
'2018-02'
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from types import MappingProxyType

Days = tuple[date, date]

SEASON_MONTHS = MappingProxyType({"SP": 3, "SU": 6, "FA": 9})
FINENESS = MappingProxyType({"D": 0, "WE": 1, "W": 1, "FN": 1, "M": 2, "S": 3, "Q": 3, "Y": 4, "E": 5, "C": 6, "L": 7})
MONTHS_IN = MappingProxyType({"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000})
DAYS_IN = MappingProxyType({"D": 1, "W": 7, "WE": 7, "FN": 14})
DAY_VALUE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
WEEK_VALUE = re.compile(r"([0-9]{4})-W([0-9]{2})(-WE)?$")
PART_VALUE = re.compile(r"([0-9]{4})-(Q[1-4]|H[12]|SP|SU|FA|WI|[0-9]{2})$")
FARTHEST_YEARS = 9000
"""No one dates news by more."""


def make(year: int, month: int, day: int) -> date | None:
    """Return the day, or None when there is no such day."""
    if not (1 <= year <= 9998 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def span(value: str) -> Days | None:
    """Return the first and last day of a TIMEX3 date value, None for any other value or an impossible date."""
    if found := DAY_VALUE.match(value):
        day = make(int(found[1]), int(found[2]), int(found[3]))
        return None if day is None else (day, day)
    if found := WEEK_VALUE.match(value):
        return week_span(int(found[1]), int(found[2]), weekend=found[3] is not None)
    if found := PART_VALUE.match(value):
        return part_span(int(found[1]), found[2])
    if value.isascii() and value.isdecimal() and 2 <= len(value) <= 4:
        size = 10 ** (4 - len(value))
        first = int(value) * size
        if first >= 1 and first + size <= 9999:
            return date(first, 1, 1), date(first + size - 1, 12, 31)
    return None


def week_span(year: int, week: int, *, weekend: bool) -> Days | None:
    """Return Monday to Sunday of an ISO week, or its Saturday and Sunday."""
    if not 1 <= year <= 9998 or not 1 <= week <= 53:
        return None
    monday = date.fromisocalendar(year, 1, 1) + timedelta(weeks=week - 1)
    return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)


def part_span(year: int, part: str) -> Days | None:
    """Return the days of a month, quarter, half or season; a winter is the one that its year begins in."""
    if not 2 <= year <= 9998:
        return None
    if part == "WI":
        return date(year - 1, 12, 1), month_end(year, 2)
    if part in SEASON_MONTHS:
        first, months = SEASON_MONTHS[part], 3
    elif part[0] in "QH":
        months = 3 if part[0] == "Q" else 6
        first = (int(part[1]) - 1) * months + 1
    else:
        first, months = int(part), 1
    if not 1 <= first <= 12:
        return None
    return date(year, first, 1), month_end(year, first + months - 1)


def value_of(unit: str, day: date) -> str:
    """Return the value of the ``unit`` that holds ``day``."""
    iso = day.isocalendar()
    if unit in ("W", "FN"):
        return f"{iso[0]:04d}-W{iso[1]:02d}"
    if unit == "WE":
        return f"{iso[0]:04d}-W{iso[1]:02d}-WE"
    return {
        "M": f"{day.year:04d}-{day.month:02d}", "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}", "Y": f"{day.year:04d}",
        "E": f"{day.year // 10:03d}", "C": f"{day.year // 100:02d}",
    }.get(unit, day.isoformat())


def shift(day: date, unit: str, count: int) -> date | None:
    """Return the day ``count`` units later, None beyond the calendar; the 31st becomes the last of a shorter month."""
    if unit in MONTHS_IN:
        months = count * MONTHS_IN[unit]
        if abs(months) > FARTHEST_YEARS * 12:
            return None
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        if not 1 <= year <= 9998:
            return None
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    days = count * DAYS_IN.get(unit, 0)
    if abs(days) > FARTHEST_YEARS * 366:
        return None
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date(9998, 12, 31).toordinal() else None


def narrow(days: Days, mod: str | None) -> Days:
    """Return the early, middle or late part: thirds of a month are days 1-10, 11-20 and 21 to its end."""
    first, last = days
    if mod is None:
        return days
    length = (last - first).days + 1
    whole_month = first.day == 1 and last == month_end(first.year, first.month)
    third = 10 if whole_month else length // 3
    if third == 0:
        return days
    if length > 31 and first.day == 1 and last == month_end(last.year, last.month):
        return narrow_months(days, mod)
    cuts = {"START": (0, third), "MID": (third, 2 * third), "END": (2 * third, length)}
    low, high = cuts.get(mod, (0, length))
    return first + timedelta(days=low), first + timedelta(days=high - 1)


def narrow_months(days: Days, mod: str) -> Days:
    """Return a third of a year or longer period that begins with a month, cut between months where it can be."""
    first, last = days
    count = last.year - first.year + 1
    if count >= 10:
        cut = count // 3
        years = {"START": (0, cut), "MID": (cut + 1, count - cut - 1), "END": (count - cut, count - 1)}
        begin, end = years.get(mod, (0, count - 1))
        return date(first.year + begin, 1, 1), date(first.year + end, 12, 31)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    third = months // 3
    cuts = {"START": (0, third), "MID": (third, months - third), "END": (months - third, months)}
    if third == 0 or mod not in cuts:
        return days
    low, high = (shift(first, "M", n) for n in cuts[mod])
    return (low, high - timedelta(days=1)) if low is not None and high is not None else days


def edge(days: Days, mod: str | None) -> Days:
    """Return the part that a noun names (*the end of 2013*): the outer month of a year, else as ``narrow``."""
    first, last = days
    if mod in ("START", "END") and (last - first).days in (364, 365):
        return (first, month_end(first.year, first.month)) if mod == "START" else (date(last.year, last.month, 1), last)
    return narrow(days, mod)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous computus).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    day_of_march = h + m - 7 * n + 22
    return date(year, 3, 1) + timedelta(days=day_of_march - 1)


def holiday(rule: str, year: int) -> date | None:
    """Return the day of a holiday: ``12-25``, ``easter-2``, or ``11/4/4`` for the fourth Thursday of November."""
    if not 1583 <= year <= 9998:
        return None
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:] or 0))
    if "/" in rule:
        month, weekday, nth = (int(part) for part in rule.split("/"))
        if nth < 0:
            last = month_end(year, month)
            return last - timedelta(days=(last.isoweekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    return make(year, *(int(part) for part in rule.split("-")))
