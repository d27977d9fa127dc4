"""Dates that a short sentence sets for the next one (*Does anyone remember 2008?*).

>>> from importlib.resources import files
>>> from facta.resources.calendar import load_calendar
>>> from facta.times.find import find
>>> calendar = load_calendar(files("facta.resources") / "languages" / "en")
>>> text = "It was March 2011. The army left."
>>> frames(text, find(text, None, calendar), calendar)[19].start
'2011-03-01'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from facta.records import Interval, Timex
from facta.resources.calendar import Calendar

WORD = re.compile(r"[^\W\d_]+")
NEXT = re.compile(r"[.?!:…][\"'”’)]{0,2}[ \t]{1,8}")
START = re.compile(r"[.?!\n…][\"'”’)*]{0,3}\s")
LONGEST_FRAME_CHARS = 60
"""Longer sentences tell a story of their own."""


def frames(text: str, timexes: Sequence[Timex], calendar: Calendar) -> dict[int, Interval]:
    """Return, by the offset where a sentence begins, the date that the short sentence before it sets.

    Such a sentence ends in a date, is short, and holds a word like *remember*, *take*, *was* and no other act.
    """
    out: dict[int, Interval] = {}
    for timex in timexes:
        after = NEXT.match(text, timex.end)
        if after is None or timex.interval is None or timex.type != "DATE":
            continue
        if timex.interval.start[:4] not in timex.value:
            continue
        low = max(0, timex.start - LONGEST_FRAME_CHARS)
        breaks = [m.end() for m in START.finditer(text, low, timex.start)]
        if low > 0 and not breaks:
            continue
        words = WORD.findall(text[breaks[-1] if breaks else 0 : timex.start].lower())
        if not words or calendar.roles["remember"] & set(words):
            out[after.end()] = timex.interval
    return out
