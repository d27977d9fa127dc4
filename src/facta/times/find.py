"""Finding the time expressions of a text: their extent, TIMEX3 type and value, and the days they cover.

Relative dates resolve against the day of publication, never against a clock.

>>> from importlib.resources import files
>>> from facta.resources.calendar import load_calendar
>>> calendar = load_calendar(files("facta.resources") / "languages" / "en")
>>> day = Interval(start="2017-11-20", end="2017-11-20", basis="given")
>>> [(t.text, t.value) for t in find("He was detained on November 17 and tried last week.", day, calendar)]
[('November 17', '2017-11-17'), ('last week', '2017-W46')]
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from facta.errors import UsageError
from facta.records import Interval, Timex
from facta.resources.calendar import Calendar
from facta.times.days import Days, edge, narrow
from facta.times.entries import heads
from facta.times.grammar import BY_LETTER
from facta.times.scan import Tokens, scan
from facta.times.scene import Reading, Scene
from facta.times.tense import direction

STARTS = re.compile(f"[{''.join(BY_LETTER)}]")
MODIFIER = re.compile(r"(?:(?:(?P<edge>b)FD?|(?P<early>m)-?(?:FD?|iD?)?|(?P<way>[lr])(?:iD?)?)|D)$")
LONGEST_MODIFIER = 4
GAPS = frozenset({"", ",", "i", "_", "F", "FD", "i_", ",i"})
"""What may stand between a time of day and its date."""


class Hit(NamedTuple):
    """An expression: its tokens, and what it means."""

    start: int
    end: int
    reading: Reading


def find(
    text: str, published: Interval | None, calendar: Calendar, *, tense_of: Callable[[int], int | None] | None = None
) -> tuple[Timex, ...]:
    """Return the time expressions of ``text`` in order.

    ``tense_of`` gives the direction of the clause at an offset (-1 past, 0 present, 1 future, None unknown), as
    ``tenses`` makes it from a parse; without it, or where it knows nothing, the words nearby decide.

    Raises:
        UsageError: ``published`` holds no ISO dates.

    """
    tokens = scan(text, calendar)
    last, first = days_of(published)
    scene = Scene(last, first, calendar.roles)
    hits: list[Hit] = []
    letters, done = tokens.letters, 0
    days = days_of_entries(text, published, calendar) if last is not None else []
    for candidate in STARTS.finditer(letters):
        i = candidate.start()
        if i < done:
            continue
        while days and tokens.starts[i] >= days[0][0]:
            scene.ref = scene.first = days.pop(0)[1]
        scene.direction = -2
        hit = read_at(tokens, i, scene, calendar, tense_of)
        if hit is None:
            continue
        hit = with_modifier(tokens, hit, done, scene)
        merged = with_time(tokens, hits[-1], hit) if hits else None
        if merged is not None:
            hits[-1] = hit = merged
        else:
            hits.append(hit)
        scene.note(hit.reading)
        note_year(tokens, hit, scene)
        done = hit.end
    return tuple(timex for hit in hits if (timex := record(tokens, hit, scene)) is not None)


def days_of_entries(text: str, published: Interval | None, calendar: Calendar) -> list[tuple[int, date]]:
    """Return where the entries of a live blog begin that name their day, and the day."""
    out = []
    for head in heads(text):
        found = find(head["head"], published, calendar)
        day = next((t.interval.start for t in found if t.interval and t.interval.start == t.interval.end), None)
        if day is not None:
            out.append((head.start(), date.fromisoformat(day)))
    return out


def note_year(tokens: Tokens, hit: Hit, scene: Scene) -> None:
    """Remember a day written with its year, or one that follows it; any other date ends its reach."""
    reading = hit.reading
    if reading.days is None or reading.type not in ("DATE", "TIME"):
        return
    letters = tokens.letters[hit.start : hit.end]
    after = scene.written is not None and reading.days[0].year == scene.written[1].year
    if reading.unit == "D" and "M" in letters and ("Y" in letters or after):
        scene.written = (tokens.ends[hit.end - 1], reading.days[0])
    else:
        scene.written = None


def days_of(published: Interval | None) -> tuple[date | None, date | None]:
    """Return the last and first day of publication.

    Raises:
        UsageError: they are no ISO dates.

    """
    if published is None:
        return None, None
    try:
        return date.fromisoformat(published.end), date.fromisoformat(published.start)
    except ValueError as error:
        raise UsageError("U20", "published", f"{error}", "Write a date as 2017-11-20.") from error


def read_at(
    tokens: Tokens, i: int, scene: Scene, calendar: Calendar, tense_of: Callable[[int], int | None] | None
) -> Hit | None:
    """Try the rules that begin with the letter at ``i``."""
    for rule in BY_LETTER[tokens.letters[i]]:
        m = rule.pattern.match(tokens.letters, i)
        if m is None:
            continue
        if scene.direction == -2:
            scene.direction = tense_of(tokens.starts[i]) if tense_of is not None else None
            if scene.direction is None:
                scene.direction = direction(tokens, i, m.end(), calendar) or None
        reading = rule.reader(tokens, m, scene)
        if reading is not None:
            end = m.end() - 1 if ends_with_stop(tokens, m.end()) else m.end()
            return Hit(i, end, over_publication(tokens, m, rule.reader, scene, reading))
    return None


def ends_with_stop(tokens: Tokens, end: int) -> bool:
    """Say whether the last token of a match is a full stop that ends the sentence and no abbreviation."""
    if tokens.letters[end - 1] != ".":
        return False
    last = end >= len(tokens.letters) or tokens.letters[end] == "|" or tokens.capital(end)
    return last or len(tokens.lower[end - 2]) > 4


def over_publication(
    tokens: Tokens, m: re.Match[str], reader: Callable[[Tokens, re.Match[str], Scene], Reading | None],
    scene: Scene, reading: Reading,
) -> Reading:
    """Widen the days when publication itself is an interval and both its ends give neighbouring answers."""
    if scene.first is None or scene.first == scene.ref or reading.days is None or scene.ref is None:
        return reading
    last, scene.ref = scene.ref, scene.first
    other = reader(tokens, m, scene)
    scene.ref = last
    if other is None or other.days is None:
        return reading
    if reading.days[0] - other.days[1] > timedelta(days=(last - scene.first).days):
        return reading
    return reading._replace(days=(min(reading.days[0], other.days[0]), max(reading.days[1], other.days[1])))


def with_modifier(tokens: Tokens, hit: Hit, floor: int, scene: Scene) -> Hit:
    """Take in what stands before: *the*, *early*, *later*, *the end of*."""
    low = max(floor, hit.start - LONGEST_MODIFIER)
    m = MODIFIER.search(tokens.letters[low : hit.start])
    reading, start = hit.reading, hit.start
    if m is not None and m.start() < m.end():
        start = low + m.start()
        group = m.lastgroup
        mod = tokens.value(low + m.start(group)) if group else None
        if group == "way":
            if reading.type not in ("DATE", "TIME") or reading.days is None or reading.value.endswith("_REF"):
                return hit
            reading = reading._replace(days=on_side(reading.days, int(mod or 0), scene))
        elif group is not None and reading.type in ("DATE", "TIME") and reading.days is not None:
            cut = edge if group == "edge" else narrow
            reading = reading._replace(days=cut(reading.days, mod), mod=mod)
        elif group is not None and reading.type not in ("DATE", "TIME"):
            return hit
        if group is not None and start > floor and tokens.letters[start - 1] == "D":
            start -= 1
    return Hit(start, hit.end, reading)


def on_side(days: Days, side: int, scene: Scene) -> Days:
    """Return the part before or after publication (*later this month*)."""
    first, last = days
    if scene.ref is None or not first <= scene.ref <= last or first == last:
        return days
    return (scene.ref, last) if side > 0 else (first, scene.ref)


def with_time(tokens: Tokens, before: Hit, hit: Hit) -> Hit | None:
    """Join a time of day and the day beside it (*10 p.m. Wednesday*, *Friday at noon*)."""
    gap = tokens.letters[before.end : hit.start]
    if gap not in GAPS or (gap in ("_", "i_") and not tokens.capital(hit.start - 1)):
        return None
    time, day = (before, hit) if before.reading.value.startswith("T") else (hit, before)
    if not time.reading.value.startswith("T") or day.reading.unit != "D" or day.reading.type == "SET":
        return None
    if day.reading.days is None or not day.reading.value[:4].isdecimal() or (gap.startswith("F") and time is hit):
        return None
    reading = day.reading._replace(type="TIME", value=day.reading.value[:10] + time.reading.value)
    return Hit(before.start, hit.end, reading)


def record(tokens: Tokens, hit: Hit, scene: Scene) -> Timex | None:
    """Make the record; a time of day that found no date takes the day of publication in its value only."""
    start, end = tokens.starts[hit.start], tokens.ends[hit.end - 1]
    text, reading = tokens.text[start:end], hit.reading
    value = reading.value
    if value.startswith("T"):
        value = (scene.ref.isoformat() if scene.ref is not None else "XXXX-XX-XX") + value
    days = reading.days
    interval = Interval(start=days[0].isoformat(), end=days[1].isoformat(), basis=text) if days is not None else None
    return Timex(start=start, end=end, text=text, type=reading.type, value=value, interval=interval)
