"""The direction of a clause where there is no parse: the nearest word that tells past from future.

What stands before the expression in its sentence is asked first, then what follows.

>>> from importlib.resources import files
>>> from facta.resources.calendar import load_calendar
>>> from facta.times.scan import scan
>>> calendar = load_calendar(files("facta.resources") / "languages" / "en")
>>> direction(scan("It will meet on Friday.", calendar), 4, 5, calendar)
1
"""

from __future__ import annotations

from facta.resources.calendar import Calendar
from facta.times.scan import Tokens

REACH = 30
"""Tokens looked at on each side."""


def direction(tokens: Tokens, start: int, end: int, calendar: Calendar) -> int | None:
    """Return -1, 0 or 1 for past, present, future; None when no word tells."""
    for i in range(start - 1, max(-1, start - 1 - REACH), -1):
        if ends_sentence(tokens, i):
            break
        found = cue(tokens, i, calendar)
        if found is not None:
            return found
    for i in range(end, min(len(tokens.lower), end + REACH)):
        if ends_sentence(tokens, i):
            break
        found = cue(tokens, i, calendar)
        if found is not None:
            return found
    return None


def cue(tokens: Tokens, i: int, calendar: Calendar) -> int | None:
    """Return the direction that token ``i`` tells by itself."""
    low = tokens.lower[i]
    if low in calendar.cues:
        return calendar.cues[low]
    if low == "to":
        follows = tokens.lower[i + 1] if i + 1 < len(tokens.lower) else ""
        verb = follows.isalpha() and follows not in calendar.roles["determiner"] and tokens.letters[i + 1] == "_"
        if verb and not tokens.capital(i + 1):
            return -1 if i and tokens.lower[i - 1] in calendar.roles["past-to"] else 1
        return None
    return -1 if low.endswith("ed") and len(low) > 3 and tokens.letters[i] == "_" else None


def ends_sentence(tokens: Tokens, i: int) -> bool:
    """Say whether a sentence ends at token ``i``; an abbreviation's full stop does not end one."""
    letter = tokens.letters[i]
    if letter in "?|;":
        return True
    if letter != ".":
        return False
    if i == 0 or i + 1 >= len(tokens.letters):
        return True
    short = len(tokens.lower[i - 1]) <= 3 and tokens.capital(i - 1) and tokens.letters[i - 1] in "_M"
    return tokens.capital(i + 1) and not short and tokens.letters[i - 1] != "M"
