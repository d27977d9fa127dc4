"""Dates as a page writes them: text in, days with their places out. Nothing here knows what today is.

>>> [m.iso for m in mentions("On Friday, 17 November 2017, it became known")]
['2017-11-17']
>>> clock_day("20 October 2018, Saturday, 8:16")
'2018-10-20'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from facta.article.words import any_of, kinds, rows

FIRST_YEAR, LAST_YEAR = 1990, 2099
"""Years in which a page can have been published; the end is a bound of sense, not of the day it is read."""

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b\.?)?"
_ZONE = r"\b(?:[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|UTC|GMT|local time|[a-z]+ time)\b|[+-]\d{2}:?\d{2}\b"


_DIGITS = re.compile(r"\d[\d.,:/-]*")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_SHORTEST = 8  # characters of a date in digits: 1.1.2017
_REACH = 40  # characters on each side of digits that a written date can take


class DayMention(NamedTuple):
    """A date in a text: parts that are not written are None."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    weekday: int | None

    @property
    def iso(self) -> str | None:
        """The day, when all its parts are written."""
        return None if self.year is None or self.day is None else date(self.year, self.month, self.day).isoformat()

    def on(self, year: int) -> date | None:
        """Return this day in a year, or None where there is none or it has another weekday."""
        found = _date(year, self.month, self.day or 1)
        return None if found is None or (self.weekday is not None and found.isoweekday() != self.weekday) else found


@lru_cache(maxsize=1)
def _values() -> dict[str, dict[str, int]]:
    """Return the numbers of months and weekdays by their names."""
    out: dict[str, dict[str, int]] = {"month": {}, "weekday": {}}
    for row in rows("calendar"):
        if row["kind"].removesuffix("-abroad") in out:
            out[row["kind"].removesuffix("-abroad")][row["word"]] = int(row["value"])
    return out


@lru_cache(maxsize=1)
def _folded() -> dict[str, dict[str, int]]:
    """Return the same numbers by the names as ``_fold`` writes them."""
    return {kind: {_fold(word): value for word, value in names.items()} for kind, names in _values().items()}


def _fold(word: str) -> str:
    """Return a word in lower case, Turkish letters as the pattern's disregard of case takes them."""
    return word.lower().replace("i\u0307", "i").replace("ı", "i").replace("ſ", "s")


def weekdays() -> dict[str, int]:
    """Return the numbers of the days of the week by their names, 1 for Monday."""
    return _values()["weekday"]


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Build the one pattern for all written forms."""
    month = "|".join(sorted(_values()["month"], key=len, reverse=True))
    weekday = "|".join(sorted(_values()["weekday"], key=len, reverse=True))
    year, day = r"(?:19|20)\d{2}", r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?:\b(?P<w1>{weekday})\b\.?,?\s+(?:the\s+)?)?(?:"
        rf"\b(?P<d1>{day})\.?\s+(?:of\s+|de\s+)?(?P<m1>{month})\b\.?(?:,?\s+(?:de\s+)?(?P<y1>{year})\b)?"
        rf"|\b(?P<m2>{month})\b\.?\s+(?P<d2>{day})\b(?!:)(?:,?\s+(?P<y2>{year})\b)?"
        rf"|\b(?P<m3>{month})\b\.?,?\s+(?P<y3>{year})\b"
        rf"|\b(?P<y4>{year})-(?P<m4>\d{{2}})-(?P<d4>\d{{2}})(?=T|\b)"
        rf"|\b(?P<y6>{year})/(?P<m6>\d{{2}})/(?P<d6>\d{{2}})\b"
        rf"|\b(?P<d5>\d{{1,2}})\.(?P<m5>\d{{1,2}})\.(?P<y5>{year})\b)"
        rf"(?:,?\s+\(?(?P<w2>{weekday})\b)?",
        re.IGNORECASE,
    )


def mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[DayMention]:
    """Yield the dates written in a text, in order; impossible ones (31 June) are left out."""
    for m in _matches(text, start, len(text) if end is None else end):
        parts = {k: v for k, v in m.groupdict().items() if v is not None}
        numbers = {k[0]: _number(v) for k, v in parts.items() if k[0] != "w"}
        weekday = parts.get("w1") or parts.get("w2")
        year, month, day = numbers.get("y"), numbers["m"], numbers.get("d")
        if not 1 <= month <= 12 or _date(year or 2000, month, day or 1) is None:
            continue
        yield DayMention(
            m.start(), m.end(), year, month, day, _folded()["weekday"][_fold(weekday)] if weekday else None
        )


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield matches of the pattern, looked for only around digits: they are rare, and every form has one."""
    done = start
    for digits in _DIGITS.finditer(text, start, end):
        if digits.start() < done:
            continue
        at, stop = max(done, digits.start() - _REACH), min(end, digits.end() + _REACH)
        if not _can_be(text[at:stop], digits.group()):
            done = max(done, min(digits.end(), stop))
            continue
        while (m := _pattern().search(text, at, stop)) is not None:
            yield m
            at = done = m.end()
            if done > digits.end():
                break
        done = max(done, digits.end())


def _can_be(around: str, digits: str) -> bool:
    """Say whether digits can be part of a date: a month is named near them, or they are three numbers themselves."""
    months = _folded()["month"]
    return (len(digits) >= _SHORTEST and any(c in digits for c in "-/.")) or any(
        _fold(w) in months for w in _LETTERS.findall(around)
    )


def _number(word: str) -> int:
    """Return the number of a month's name or of digits with an ending."""
    named = _folded()["month"].get(_fold(word))
    return named if named is not None else int(re.sub(r"\D", "", word))


def _date(year: int, month: int, day: int) -> date | None:
    """Return the day, or None if there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


_TIME_RE, _ZONE_RE = re.compile(_TIME, re.IGNORECASE), re.compile(_ZONE)
_NOISE = re.compile(r"(?:today(?: is)?|now|date|time|it is|at)\b|[\W_]+", re.IGNORECASE)
_MAX_LINE = 120
_PLACE_BEFORE = re.compile(
    r"\s*[*_]{0,2}[^\W\d_a-z][\w'’.-]*(?:[ ,/]+(?:[^\W\d_a-z][\w'’.-]*|de|la|el|of|and|the)){0,5}"
    r"\s*[,:(–—-]\s*(?:the\s+)?"
)


def _bare_date(line: str) -> tuple[DayMention, str] | None:
    """Return the only date of a line and what stands beside it, without times, zones, weekdays and signs."""
    if len(line) > _MAX_LINE or not any(c.isdigit() for c in line):
        return None
    found = [m for m in mentions(line) if m.iso]
    if len(found) != 1:
        return None
    rest = line[: found[0].start] + " " + line[found[0].end :]
    rest = _ZONE_RE.sub(" ", _TIME_RE.sub(" ", rest))
    words = [w for w in _NOISE.sub(" ", rest).split() if w.lower() not in kinds("calendar")["weekday"]]
    return found[0], " ".join(words)


def clock_day(line: str) -> str | None:
    """Return the day shown by a page's clock: a line that is only a date with a weekday or a time of day."""
    found = _bare_date(line)
    if found is None or found[1]:
        return None
    named_day = any(w.strip(".,;").lower() in kinds("calendar")["weekday"] for w in re.split(r"[\s,;|]+", line))
    return found[0].iso if named_day or _TIME_RE.search(line[: found[0].start] + " " + line[found[0].end :]) else None


def dateline_day(line: str) -> str | None:
    """Return the day of a line that is only a date, or that says *published* and a date.

    >>> dateline_day("Published: 20 November 2017"), dateline_day("He resigned on 20 November 2017")
    ('2017-11-20', None)
    >>> dateline_day("Port Louis, 3 May 2016"), dateline_day("A treaty of 3 May 2016")
    ('2016-05-03', None)
    """
    found = _bare_date(line)
    if found is None or (found[0].weekday is not None and found[0].on(found[0].year or 0) is None):
        return None
    rest = any_of("calendar", "dateline").sub(" ", found[1]).replace(" on", " ").strip()
    if _PLACE_BEFORE.fullmatch(line[: found[0].start]) and line[found[0].end :].strip(" .,") == "":
        return found[0].iso
    labelled = rest != found[1].strip() and rest.count(" ") < 4 and all(w[0].isupper() for w in rest.split())
    return found[0].iso if not rest or labelled else None


def headline_day(headline: str | None) -> str | None:
    """Return the day that the headline of a document ends with.

    >>> headline_day("Transcript of the weekly briefing, Norburg, 3 May 2016")
    '2016-05-03'
    >>> headline_day("The fall of Norburg, 3 May 2016") is None
    True
    """
    if not headline or len(headline) > 2 * _MAX_LINE or not any_of("calendar", "document").search(headline):
        return None
    found = list(mentions(headline))
    ends = found and not any(c.isalnum() for c in headline[found[-1].end :])
    marked = bool(found) and headline[: found[-1].start].rstrip()[-1:] in {",", "(", "–", "—", "-", ":"}
    return found[-1].iso if ends and marked else None


def in_range(iso: str | None) -> bool:
    """Say whether a day can be one of publication.

    >>> in_range("2017-11-20"), in_range("0001-01-01"), in_range(None)
    (True, False, False)
    """
    return iso is not None and len(iso) == 10 and FIRST_YEAR <= int(iso[:4]) <= LAST_YEAR
