"""Readers of expressions that name a date themselves: *17 November 2017*, *Q3 2019*, *the 1990s*, *Easter 2018*.

>>> year_of("'98"), year_of("2017")
(1998, 2017)
"""

from __future__ import annotations

import re
from datetime import date

from facta.times.days import Days, holiday, make
from facta.times.scan import Tokens
from facta.times.scene import Reading, Scene, dated, fixed, stretch

Match = re.Match[str]
NEAR = 300
"""Characters after a day with its year in which one without a year takes it."""
PIVOT = 40
"""Two-digit years up to here belong to the 2000s."""


def year_of(text: str) -> int:
    """Return the year that two or four digits mean."""
    digits = text.lstrip("'’")
    year = int(digits)
    return year if len(digits) > 2 else 2000 + year if year <= PIVOT else 1900 + year


def year_in(tokens: Tokens, m: Match) -> int | None:
    """Return the year of the group ``year``."""
    return year_of(tokens.lower[m.start("year")]) if m["year"] else None


def number_in(tokens: Tokens, i: int) -> int:
    """Return the worth of a day number: ``17``, ``17th``, ``seventeenth``."""
    digits = tokens.value(i).rstrip("stndrh")
    return int(digits) if digits.isdecimal() else 0


def relative_year(tokens: Tokens, m: Match, scene: Scene) -> int | None:
    """Return the year of *last year*, *this year*, *next year* inside a longer expression."""
    unit = "unit" if "of" not in m.re.groupindex else "of"
    if scene.ref is None or tokens.value(m.start(unit)) != "Y":
        return None
    return scene.ref.year + {"L": -1, "X": 1}.get(m["rel"], 0)


def read_iso(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read 2017-11-17, with or without a time of day."""
    value = tokens.lower[m.start()].upper()
    reading = fixed(value[:10], "D")
    return reading if reading is None or len(value) == 10 else reading._replace(type="TIME", value=value)


def read_slashes(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read 11/17/2017, 17/11/2017, 17.11.2017; only the year when both orders are possible."""
    low = tokens.lower[m.start()]
    first, second, year = low.replace(".", "/").split("/")
    a, b, y = int(first), int(second), year_of(year)
    if "." in low or a > 12:
        day = make(y, b, a)
    elif b > 12 or a == b:
        day = make(y, a, b)
    else:
        return fixed(f"{y:04d}", "Y")
    return dated("D", day)


def read_month_day(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read a day of a month, with or without year; *Nov. 5-7* covers the days between."""
    month = int(tokens.value(m.start("month")))
    at = m.start("day") if m["day"] else m.start("one")
    numbers = [number_in(tokens, at)] + ([number_in(tokens, m.start("to"))] if m["to"] else [])
    year = year_in(tokens, m)
    if scene.ref is None and year is None:
        possible = make(2000, month, numbers[0]) is not None
        return Reading("DATE", f"XXXX-{month:02d}-{numbers[0]:02d}", None, "D") if possible else None
    weekday = int(tokens.value(m.start())) if m.group()[0] == "W" else 0
    either = m.start() > 0 and tokens.value(m.start() - 1) == "limit"
    direction = {"L": -1, "X": 1}.get(m.groupdict().get("rel") or "", 0 if either else scene.direction or 0)
    year = year or carried(tokens, m, scene, month, numbers[0])
    days = [make(year, month, n) if year else nearest(scene, month, n, direction, weekday) for n in numbers]
    if days[0] is None:
        return None
    covered: Days | None = stretch(days[0], days[-1])
    return Reading("DATE", days[0].isoformat(), covered, "D")


def carried(tokens: Tokens, m: Match, scene: Scene, month: int, day: int) -> int | None:
    """Return the year of the day written just before, if this one follows it (*On 12 March 2015 … On 14 March*)."""
    if scene.written is None or scene.direction == 1:
        return None
    place, before = scene.written
    start = tokens.starts[m.start()]
    if not 0 <= start - place <= NEAR or "\n" in tokens.text[place:start]:
        return None
    follows = make(before.year, month, day)
    late = follows is not None and scene.ref is not None and follows > scene.ref
    return before.year if follows is not None and follows >= before and not late else None


def nearest(scene: Scene, month: int, day: int, direction: int, weekday: int) -> date | None:
    """Return the nearest such day in the direction of the tense, or the nearest that is the weekday named with it."""
    if weekday and scene.ref is not None:
        near = [d for n in (0, -1, 1) if (d := make(scene.ref.year + n, month, day)) and d.isoweekday() == weekday]
        if near:
            return near[0]
    return scene.month_day(month, day, direction)


def read_month_year(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read November 2017; June last year."""
    year = year_in(tokens, m) if "year" in m.re.groupindex else relative_year(tokens, m, scene)
    month = int(tokens.value(m.start("month")))
    return fixed(f"{year:04d}-{month:02d}", "M") if year is not None else None


def read_holiday(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read a holiday, in the nearest year in the direction of the tense when none is named."""
    year = year_in(tokens, m)
    return holiday_near(tokens.value(m.start()), year, scene, scene.past_or)


def holiday_near(rule: str, year: int | None, scene: Scene, direction: int) -> Reading | None:
    """Return the reading of a holiday of a year, or the nearest one."""
    if year is not None:
        return dated("D", holiday(rule, year))
    ref = scene.ref
    if ref is None:
        return Reading("DATE", f"XXXX-{rule}" if rule[:1].isdecimal() and "/" not in rule else "XXXX", None, "D")
    days = [d for y in range(ref.year - 1, ref.year + 2) if (d := holiday(rule, y)) and (d - ref).days * direction >= 0]
    return dated("D", min(days, key=lambda d: abs((d - ref).days), default=None))


def read_quarter(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read Q3 2019; Q3."""
    return quarter(int(tokens.lower[m.start()][1]), year_in(tokens, m), scene)


def quarter(number: int, year: int | None, scene: Scene) -> Reading | None:
    """Return a quarter of a year; without a year, the latest that has begun, or a near one in a future tense."""
    if not 1 <= number <= 4:
        return None
    if year is None:
        if scene.ref is None:
            return Reading("DATE", f"XXXX-Q{number}", None, "Q")
        current, year = (scene.ref.month + 2) // 3, scene.ref.year
        if number > current and (scene.direction != 1 or number - current > 2):
            year -= 1
        elif scene.direction == 1 and current - number > 1:
            year += 1
    return fixed(f"{year:04d}-Q{number}", "Q")


def read_nth(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read the third quarter, the first half of 2018, the 11th century."""
    nth, low = number_in(tokens, m.start("nth")), tokens.value(m.start("unit"))
    groups = m.groupdict()
    year = year_in(tokens, m) if groups.get("year") else None
    if groups.get("rel"):
        year = relative_year(tokens, m, scene)
    if low == "Q":
        return quarter(nth, year, scene)
    if low == "half":
        return fixed(f"{year:04d}-H{nth}", "Q") if year is not None and nth in (1, 2) else None
    if low == "C" and 2 <= nth <= 22:
        return fixed(f"{nth - 1:02d}", "C")
    return None


def read_decade(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read the 1990s, the '90s, the nineties."""
    value = tokens.value(m.start())
    digits = value.lstrip("'").rstrip("s'")
    if not digits.isdecimal():
        return None
    if len(digits) == 2:
        digits = f"{year_of(digits):04d}"
    return fixed(digits[:3], "E")


def read_season(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read summer 2018, the winter of 2018."""
    return fixed(f"{year_in(tokens, m):04d}-{tokens.value(m.start())}", "S")


def read_year(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read fiscal 2020, the year 2000."""
    if "unit" in m.re.groupindex and tokens.value(m.start("unit")) != "Y":
        return None
    return fixed(f"{year_in(tokens, m):04d}", "Y")


def read_bare_year(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read 2009 where it can only be a year: *in 2009*, *the 2003 invasion*, not *2000 troops*."""
    return fixed(tokens.lower[m.start()], "Y") if is_year(tokens, m.start(), scene) else None


def is_year(tokens: Tokens, i: int, scene: Scene) -> bool:
    """Say whether four digits are a year, from the words on both sides."""
    year = int(tokens.lower[i])
    before, after = tokens.letters[i - 1 : i] or "|", tokens.letters[i + 1 : i + 2] or "|"
    if before in "$%#ndN" or after in "n%$NU" or year > 2150:
        return False
    if i + 1 < len(tokens.lower) and tokens.text[tokens.ends[i] : tokens.starts[i + 1]] == "" and after in "_-":
        return after == "-" and tokens.letters[i + 2 : i + 3] in ("Y", "d", "N")
    if before == "_" and tokens.capital(i - 1) and after not in ".?":
        return False
    asked = before in "pskmXLbFS" or (before == "-" and tokens.letters[i - 2 : i - 1] in ("Y", "m"))
    if year < 1700:
        return before in "psk" and after not in "_V" and year >= 1000
    following = tokens.lower[i + 1] if i + 1 < len(tokens.lower) else ""
    plural = following.endswith("s") and not following.endswith("ss") and len(following) > 3
    if after == "_" and not tokens.capital(i + 1) and (plural or following in scene.roles.get("counted", ())):
        return before in "pskD'" and year % 100 != 0
    return asked or year >= 1800


