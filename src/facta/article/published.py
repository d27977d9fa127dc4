"""When an article was published: what the page says, what its text allows, and which of them to believe.

The page's clock is only ever an upper bound. Days that the text dates in the past are lower bounds; the year of a day
written without one is the latest that the other bounds allow.

>>> infer("Last week they met. November 17, it became known that he was held.", clock="2018-10-20")
Interval(start='2017-11-20', end='2017-11-26', basis='text')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from facta.article.anchors import Anchor, anchors, weekday_of_writing
from facta.article.dates import FIRST_YEAR, DayMention, in_range, mentions
from facta.article.words import any_of
from facta.errors import UsageError
from facta.records import Interval

NEWS_DAYS = 10
"""News that names its latest day without a year is read as published within so many days of it."""

STALE_DAYS = 180
"""A page's own date so long after the latest day written without a year is doubted: one writes the year by then."""

STALE_DAYS_FRESH = 28
"""The same where the text speaks of that day as of last week."""

NEXT_YEARS = 5
"""Years after the latest one named among which a weekday must fix the year of a day; they never fix it twice."""

CLOCK_SLACK = 1
"""Days by which a page may be dated after its clock, for time zones."""

_TEXT_CHARS = 60_000
_BEFORE, _AFTER = 80, 40
_STOP = re.compile(r"[.!?…]\s|\n")
_IN_YEAR = re.compile(r"\b(?:in|since|of|during|from|until)\s+((?:19|20)\d{2})\b(?![.,]?\d)", re.IGNORECASE)
_LINE_CHARS = 1_500  # characters before a date in whose paragraph *last week* is looked for
_TOP = 600  # characters of a text among which the dateline of a report stands
_YEAR = re.compile(r"(?<![\d.,$€£])\b(?:19|20)\d{2}\b(?![.,]?\d)")
_REGULAR = re.compile(r"\b[a-z]{3,}ed\b")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T[\d:.,Z+-]*)?(?:/(\d{4}-\d{2}-\d{2}))?$")


class Hint(NamedTuple):
    """A day that the page gives for its publication, and where: ``meta``, ``url`` or ``byline``."""

    day: str
    basis: str


class _Past(NamedTuple):
    """A day that the text puts in the past: with the year written, or without."""

    mention: DayMention
    told: bool  # a verb in the past tense stands beside it
    last_week: bool


def given(value: str) -> Interval:
    """Return the interval that a user gives: a day, or two days with a slash between.

    Raises:
        UsageError: U02 it is no date.

    """
    match = _ISO.match(value.strip())
    try:
        days = [date.fromisoformat(d) for d in match.groups() if d] if match else []
    except ValueError:
        days = []
    if not days or days[0] > days[-1]:
        raise UsageError(
            "U02", "published", f'"{value[:40]}" is no date', "Write 2017-11-20, or 2017-11-20/2017-11-26."
        )
    return Interval(start=days[0].isoformat(), end=days[-1].isoformat(), basis="given")


def decide(hints: Sequence[Hint], text: str, clock: str | None) -> Interval | None:
    """Return the first hint that neither clock nor text contradicts, else what the text allows, else None."""
    text = text[:_TEXT_CHARS]
    found = list(mentions(text))
    past, tied = _past(text, found), anchors(text, found)
    said = _anchored([a for a in tied if a.kind in {"said", "talk"} and a.mention.iso], None)
    for hint in hints:
        if not in_range(hint.day) or (clock and _days(clock, hint.day) > CLOCK_SLACK):
            continue
        if said and (hint.basis == "byline" or hint.day == clock) and not _follows(said, hint.day):
            continue
        if _contradicted(date.fromisoformat(hint.day), past, clock):
            better = _from_text(text, past, tied, clock or _upper(hints, hint.day, past))
            if better is not None:
                return better
        return Interval(start=hint.day, end=hint.day, basis=hint.basis)
    return _from_text(text, past, tied, clock)


def infer(text: str, clock: str | None = None) -> Interval | None:
    """Return the days in which a text can have been published, or None when it gives too little."""
    return decide((), text, clock)


def _follows(said: Interval, day: str) -> bool:
    """Say whether a page can have been dated some day when its text was written on another."""
    return -CLOCK_SLACK <= _days(said.start, day) <= NEWS_DAYS


def _anchored(tied: Sequence[Anchor], upper: date | None, slack: int = CLOCK_SLACK) -> Interval | None:
    """Return the day of writing that dates in the text are tied to: the latest, if they are near each other."""
    days: list[tuple[date, Anchor]] = []
    for anchor in tied:
        m = anchor.mention
        day = date.fromisoformat(m.iso) if m.iso else _resolved(m, upper) if upper else None
        if day is None or (m.iso and m.weekday is not None and m.on(day.year) is None):
            continue
        day += timedelta(anchor.shift)
        if in_range(day.isoformat()) and (upper is None or day <= upper + timedelta(slack)):
            days.append((day, anchor))
    for kinds in ({"said", "talk"}, {"entry"}, {"dateline"}):
        near = [(d, a) for d, a in days if a.kind in kinds and (a.kind != "dateline" or a.mention.start < _TOP)]
        if near and (max(d for d, _ in near) - min(d for d, _ in near)).days <= NEWS_DAYS:
            start, anchor = max(near, key=lambda x: x[0])
            shown = anchor.kind in {"entry", "dateline"} and anchor.mention.iso is not None
            end = start if shown or anchor.kind != "dateline" else start + timedelta(CLOCK_SLACK)
            return Interval(start=start.isoformat(), end=end.isoformat(), basis="byline" if shown else "text")
    return None


def _upper(hints: Sequence[Hint], doubted: str, past: Sequence[_Past]) -> str | None:
    """Return the latest day that the page gives itself; not the doubted one where the text tells of later days."""
    latest = max(h.day for h in hints if in_range(h.day))
    return None if latest == doubted and any((m.iso or "") > doubted for m, told, _ in past if told) else latest


def _days(start: str, end: str) -> int:
    """Return the days from one ISO day to another."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def _past(text: str, found: Sequence[DayMention]) -> list[_Past]:
    """Return the days that a text puts in the past, in order of the text."""
    out = []
    for m in found:
        start, end = _sentence(text, m.start, m.end)
        around = text[start : m.start] + " | " + text[m.end : end]
        if any(c.group().islower() for c in any_of("calendar", "future").finditer(around)):
            continue
        if m.year is None and _YEAR.search(around):
            continue
        before = text[max(m.start - _LINE_CHARS, text.rfind("\n", 0, m.start) + 1, 0) : m.end]
        told = _told(around)
        out.append(_Past(m, told, any_of("calendar", "last-week").search(before) is not None))
    return out


def _told(piece: str) -> bool:
    """Say whether a verb in the past tense stands in a piece of a sentence."""
    irregular = any_of("calendar", "past").finditer(piece)
    return _REGULAR.search(piece) is not None or any(c.group().islower() for c in irregular)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of a sentence around a date that can tell its tense."""
    low = max(0, start - _BEFORE)
    for stop in _STOP.finditer(text, low, start):
        low = stop.end()
    end -= text[end - 1] == "."  # "on 3 November. They …": the stop of a sentence, not of an abbreviation
    stop = _STOP.search(text, end, min(len(text), end + _AFTER))  # type: ignore[assignment]
    return low, stop.start() if stop else min(len(text), end + _AFTER)


def _contradicted(day: date, past: Sequence[_Past], clock: str | None) -> bool:
    """Say whether the text cannot have been published on a day that the page gives."""
    later = [m for m, told, _ in past if told and m.iso and date.fromisoformat(m.iso) > day + timedelta(CLOCK_SLACK)]
    if later and (clock is None or min(m.iso or "" for m in later) <= clock):
        return True
    latest = max(((d, p.last_week) for p in past if (d := _resolved(p.mention, day)) is not None), default=None)
    if latest is None or any(m.year is not None and m.year >= day.year for m, _, _ in past):
        return False
    doubtful = STALE_DAYS_FRESH if latest[1] else (STALE_DAYS if clock == day.isoformat() else 366)
    return (day - latest[0]).days > doubtful


def _resolved(m: DayMention, upper: date) -> date | None:
    """Return the latest day of this date not after ``upper``, on its weekday; None where a year is written."""
    if m.year is not None or m.day is None:
        return None
    days = (m.on(year) for year in range(upper.year, max(upper.year - 12, FIRST_YEAR), -1))
    return next((d for d in days if d is not None and d <= upper), None)


def _from_text(text: str, past: Sequence[_Past], tied: Sequence[Anchor], clock: str | None) -> Interval | None:
    """Return the days that the text allows, at most up to the clock."""
    upper = date.fromisoformat(clock) if clock else _without_clock(past) or _by_weekday(text, past)
    exact = _anchored(tied, upper, CLOCK_SLACK if clock else 366) or _after_last(text, tied, upper if clock else None)
    if exact is not None or upper is None:
        return exact
    written = [(date.fromisoformat(p.mention.iso), p.last_week) for p in past if p.told and p.mention.iso]
    written = (
        [(d, w) for d, w in written if d <= upper] if any_of("calendar", "fresh").search(text) else []
    )
    bare = [(d, p.last_week) for p in past if (d := _resolved(p.mention, upper)) is not None]
    latest = max(written + bare, default=None)
    if latest is None or latest[0].year < FIRST_YEAR or _later_year(text, latest[0], upper):
        return None
    start, end = latest[0], latest[0] + timedelta(NEWS_DAYS)
    if latest[1]:  # "Last week …, November 17": the week after the one with that day
        start = start + timedelta(8 - start.isoweekday())
        end = start + timedelta(6)
    if clock:
        start, end = min(start, upper), min(end, upper)
    return _on_its_weekday(text, start, end)


def _after_last(text: str, tied: Sequence[Anchor], clock: date | None) -> Interval | None:
    """Return the days after the latest that is written with its year as *last Friday, 3 May 2019*."""
    days = [date.fromisoformat(a.mention.iso) for a in tied if a.kind == "last" and a.mention.iso]
    if not days or (clock is not None and max(days) > clock):
        return None
    start, end = max(days) + timedelta(1), max(days) + timedelta(NEWS_DAYS)
    return _on_its_weekday(text, start, min(end, clock) if clock else end)


def _on_its_weekday(text: str, start: date, end: date) -> Interval:
    """Return the days between two, or the one of them that *yesterday, on Tuesday* leaves."""
    weekday = weekday_of_writing(text)
    days = [start + timedelta(n) for n in range((end - start).days + 1)]
    fit = [d for d in days if d.isoweekday() == weekday]
    first, last = (fit[0], fit[0]) if len(fit) == 1 else (start, end)
    return Interval(start=first.isoformat(), end=last.isoformat(), basis="text")


def _without_clock(past: Sequence[_Past]) -> date | None:
    """Return an upper bound where no clock gives one: the last day of the year after the latest month with its year.

    A day without a year is then the first after that month: "in October 2017 … On November 17". A weekday must agree.
    """
    floors = [
        date(m.year, m.month, m.day or 1) for m, told, _ in past if told and m.year is not None and m.year >= FIRST_YEAR
    ]
    if not floors:
        return None
    floor = max(floors)
    bare = [m for m, told, _ in past if told and m.year is None and m.day is not None]
    days = [d for m in bare for y in (floor.year, floor.year + 1) if (d := m.on(y)) is not None and d >= floor]
    near = [d for d in days if (d - floor).days < 366]
    return max([floor, *near])


def _by_weekday(text: str, past: Sequence[_Past]) -> date | None:
    """Return the latest day whose weekday fixes its year, the first after the latest year that the text puts behind it.

    "In 2011 they had signed … On Monday, 3 November they met": of 2011 to 2015 only 2014 has that Monday.
    """
    fixed = [p.mention for p in past if p.told and p.mention.year is None and p.mention.weekday and p.mention.day]
    years = [
        int(y.group(1))
        for y in _IN_YEAR.finditer(text)
        if _told(text[max(0, y.start() - _BEFORE) : y.end() + _AFTER])
    ]
    floor = max((y for y in years if y >= FIRST_YEAR), default=None)
    if floor is None or not fixed:
        return None
    right = [y for y in range(floor, floor + NEXT_YEARS) if all(m.on(y) for m in fixed)]
    return max(d for m in fixed if (d := m.on(right[0])) is not None) if right else None


def _later_year(text: str, day: date, upper: date) -> bool:
    """Say whether the text speaks of a year after ``day`` and not after ``upper``: ``day`` is not its latest then."""
    years = (int(y.group()) for y in _YEAR.finditer(text))
    return any(day.year < y <= upper.year and not (y == day.year + 1 and day.month == 12) for y in years)
