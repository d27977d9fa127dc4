"""Readers of times of day: *10:30 p.m.*, *8 pm*, *noon*, *this morning*, *Friday night*.

>>> hour_minute("10:30", 12)
'22:30'
"""

from __future__ import annotations

import re

from facta.times.days import shift
from facta.times.scan import Tokens
from facta.times.scene import Reading, Scene, dated

Match = re.Match[str]
HALF_OF_PART = {"MO": 0, "AF": 12, "EV": 12, "NI": 12}


def hour_minute(text: str, half: int | None) -> str | None:
    """Return ``HH:MM``, None when it is no time of day; ``half`` is 0 for a.m., 12 for p.m."""
    hour_text, _, rest = text.partition(":")
    minute_text = rest[:2] or "0"
    if not (hour_text.isdecimal() and minute_text.isdecimal()):
        return None
    hour, minute = int(hour_text), int(minute_text)
    if half is not None and not 1 <= hour <= 12 and not (half == 12 and 13 <= hour <= 23):
        return None
    if half is not None and hour <= 12:
        hour = hour % 12 + half
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def read_clock(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read 10:30 p.m., 8 pm, six o'clock, 4 in the morning; the date comes from what stands beside it."""
    half = int(tokens.value(m.start("half"))) if m["half"] else None
    if m["part"]:
        half = HALF_OF_PART.get(tokens.value(m.start("part")))
    return bare(hour_minute(tokens.value(m.start("hour")), half))


def read_bare_clock(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read at 10:30; a score or a verse is not taken for one."""
    before = tokens.letters[m.start() - 1 : m.start()]
    if not before or before not in "isk":
        return None
    return bare(hour_minute(tokens.lower[m.start()], None))


def bare(text: str | None) -> Reading | None:
    """Return a time without its date."""
    return Reading("TIME", f"T{text}") if text is not None else None


def read_noon(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read noon, midnight; other parts of the day only beside a date."""
    value = tokens.value(m.start())
    return Reading("TIME", f"T{value}") if ":" in value or tokens.letters.startswith(("F", "W"), m.end()) else None


def read_part(tokens: Tokens, m: Match, scene: Scene) -> Reading | None:
    """Read this morning, last night, yesterday evening, Friday night, that evening."""
    part, ref = tokens.value(m.start("part")), scene.ref
    if m["rel"] == "Z":
        anchor = scene.anchor("D")
        day = dated("D", anchor.days[0]) if anchor is not None and anchor.days is not None else None
    elif ref is None:
        return None
    elif m["rel"]:
        if m["rel"] == "L" and part != "NI":
            return None
        day = dated("D", shift(ref, "D", -1 if m["rel"] == "L" else 0))
    elif m["day"] == "t":
        day = dated("D", shift(ref, "D", int(tokens.value(m.start("day")).split()[0])))
    else:
        day = dated("D", scene.weekday(int(tokens.value(m.start("day"))), scene.past_or))
    return day._replace(type="TIME", value=f"{day.value}T{part}") if day is not None else None
