"""Readers of expressions that point: *Friday*, *last February*, *today*, *that year*, *this summer*, *recently*.

Bare weekdays and months lie in the direction of the tense, the day or month of publication included; *last* and
*next* step over it.

>>> read_in_week(date(2024, 6, 12), 5, "H").value
'2024-06-14'
"""

from __future__ import annotations

import re
from datetime import date

from facta.times.absolute import holiday_near
from facta.times.days import edge, span, value_of
from facta.times.days import shift as moved
from facta.times.scan import Tokens
from facta.times.scene import Reading, Scene, dated, fixed

Match = re.Match[str]
def read_named(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read last Friday, this coming Sunday, next February, last summer, next Christmas."""
    i, rel = m.start("name"), m["rel"]
    value, kind = tokens.value(i), m["name"]
    if kind == "W":
        return with_part(tokens, m, weekday(int(value), rel, scene))
    if kind == "M":
        return month(int(value), rel, scene)
    if kind == "S":
        return season(value, rel, scene)
    return holiday_near(value, None, scene, -1 if rel == "L" else 1 if rel == "X" else scene.past_or)


def with_part(tokens: Tokens, m: Match, reading: Reading | None) -> Reading | None:
    """Add the part of the day (*last Friday night*)."""
    if reading is None or not m["part"]:
        return reading
    part = tokens.value(m.start("part"))
    return reading._replace(type="TIME", value=f"{reading.value}T{part}")


def weekday(number: int, rel: str, scene: Scene) -> Reading | None:
    """Return *last*, *this* or *next* weekday; *next* never falls in the week of publication."""
    ref = scene.ref
    if ref is None:
        return Reading("DATE", f"XXXX-WXX-{number}", None, "D")
    if rel == "L":
        return dated("D", moved(ref, "D", -((ref.isoweekday() - number - 1) % 7 + 1)))
    return read_in_week(ref, number, rel)


def read_in_week(ref: date, number: int, rel: str) -> Reading | None:
    """Read return the weekday in the week of ``ref`` (``H``) or in the one after (``X``)."""
    return dated("D", moved(ref, "D", number - ref.isoweekday() + {"X": 7, "L": -7}.get(rel, 0)))


def month(number: int, rel: str, scene: Scene) -> Reading | None:
    """Return *last*, *this* or *next* month of that name."""
    ref = scene.ref
    if ref is None:
        return Reading("DATE", f"XXXX-{number:02d}", None, "M")
    year = ref.year
    if rel == "L" and number >= ref.month:
        year -= 1
    elif rel == "X" and number <= ref.month:
        year += 1
    return fixed(f"{year:04d}-{number:02d}", "M")


def season(value: str, rel: str, scene: Scene) -> Reading | None:
    """Return *last*, *this* or *next* season of that name, or the nearest in the direction of the tense."""
    ref = scene.ref
    if ref is None:
        return Reading("DATE", f"XXXX-{value}", None, "S")
    near = [r for year in range(ref.year - 1, ref.year + 3) if (r := fixed(f"{year:04d}-{value}", "S")) is not None]
    if rel == "L" or (rel == "" and scene.past_or < 0):
        fit = [r for r in near if r.days and (r.days[1] < ref if rel == "L" else r.days[0] <= ref)]
        return fit[-1] if fit else None
    fit = [r for r in near if r.days and (r.days[0] > ref if rel == "X" else r.days[1] >= ref)]
    return fit[0] if fit else None


def read_weekday_of_week(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read Friday last week, Monday next week."""
    if tokens.value(m.start("unit")) != "W" or scene.ref is None:
        return None
    return read_in_week(scene.ref, int(tokens.value(m.start("name"))), m["rel"])


def read_weekday(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read Friday."""
    i = m.start("name")
    word = tokens.words[i]
    if word is not None and word.only == "abbr" and not tokens.letters.startswith(".", i + 1):
        return None
    number = int(tokens.value(i))
    if scene.ref is None:
        return Reading("DATE", f"XXXX-WXX-{number}", None, "D")
    before = tokens.value(i - 1) if i else ""
    implied = {"time": -1, "limit": 1}.get(before, scene.past_or)
    return dated("D", scene.weekday(number, scene.direction or implied))


def read_month(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read November; a name that is also a word or a person's needs a preposition before it."""
    i = m.start("month")
    word = tokens.words[i]
    if word is not None and word.only in ("context", "name") and not introduced(tokens, i):
        name_like = tokens.letters[i + 1 : i + 2] == "_" and tokens.capital(i + 1)
        if word.only == "context" or name_like or tokens.capital(i - 1):
            return None
    number = int(tokens.value(i))
    if scene.ref is None:
        return Reading("DATE", f"XXXX-{number:02d}", None, "M")
    year = scene.month(number, scene.direction or -1)
    return fixed(f"{year:04d}-{number:02d}", "M") if year is not None else None


def introduced(tokens: Tokens, i: int) -> bool:
    """Say whether what stands before leaves no doubt that a time follows: *in May*, *late May*, *April and May*."""
    before = tokens.letters[max(0, i - 2) : i]
    last = before[-1:]
    if last == "-":
        before, last = before[:-1], before[:-1][-1:]
    if last and last in "LXHme":
        return True
    if last in ("c", "k") and before[:1] == "M":
        return True
    if last == "F":
        return before[:1] in ("b", "x")
    return last in ("p", "s", "k") and last != "" and tokens.value(i - 1) in ("time", "limit")


def read_season(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read in summer, in the spring; not *the summer camp*, not *the fall of*."""
    i = m.start()
    before = tokens.letters[max(0, i - 2) : i]
    after = tokens.letters[i + 1 : i + 2]
    if not before or after == "F" or (before[-1] not in "psm" and before not in ("pD", "sD", "mD", "FD", "iD")):
        return None
    if tokens.words[i] is not None and tokens.capital(i) and after == "_" and tokens.capital(i + 1):
        return None
    return season(tokens.value(i), "", scene)


def read_deictic(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read today, yesterday, tomorrow, tonight, the day before yesterday."""
    offset, _, part = tokens.value(m.start()).partition(" ")
    if scene.ref is None:
        return Reading("DATE", {"0": "PRESENT_REF", "-": "PAST_REF"}.get(offset[0], "FUTURE_REF"), None, "D")
    day = dated("D", moved(scene.ref, "D", int(offset)))
    return day._replace(type="TIME", value=f"{day.value}T{part}") if day is not None and part else day


def read_same(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read that year, the same day: the one last named."""
    if m.group()[0] == "D" and "Z" not in m.group():
        return None
    unit = tokens.value(m.start("unit"))
    anchor = scene.anchor(unit)
    if anchor is None or anchor.days is None:
        return Reading("DATE", "PAST_REF", None, unit) if unit in ("D", "W", "M", "Y") else None
    return dated(unit, anchor.days[0])


def read_the_past(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read in the past."""
    return Reading("DATE", "PAST_REF") if tokens.value(m.start()) == "past" else None


def read_recent(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read in recent years; the latest quarter."""
    unit = tokens.value(m.start("unit")) if m["unit"] else ""
    latest = tokens.lower[m.start()] == "latest"
    if latest and (unit != "Q" or scene.ref is None):
        return None
    if latest and scene.ref is not None:
        return dated("Q", moved(scene.ref, "Q", -1))
    return Reading("DATE", "PAST_REF", None, unit)


def read_current(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read current, as an adjective."""
    return Reading("DATE", "PRESENT_REF") if tokens.lower[m.start()] == "current" else None


def read_reference(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read now, recently, soon."""
    return Reading("DATE", tokens.value(m.start()))


def read_unit(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read the year, in *the end of the year*: the one of publication."""
    return dated(tokens.value(m.start("unit")), scene.ref)


def read_unit_end(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read year-end, year's end."""
    unit = tokens.value(m.start("unit"))
    reading = dated(unit, scene.ref) if unit in ("W", "M", "Q", "Y") else None
    if reading is None or reading.days is None:
        return None
    mod = tokens.value(m.start("edge"))
    return reading._replace(days=edge(reading.days, mod), mod=mod)


def read_weekend(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read the weekend: the last one begun, or the coming one in a future tense."""
    if tokens.value(m.start("unit")) != "WE" or scene.ref is None:
        return None
    ref = scene.ref
    saturday = moved(ref, "D", (6 - ref.isoweekday()) % 7 if scene.past_or > 0 else -((ref.isoweekday() - 6) % 7))
    if saturday is None or span(value_of("WE", saturday)) is None:
        return None
    return dated("WE", saturday)


