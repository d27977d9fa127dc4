"""Days that a text ties to its own: *yesterday, on 13 March 2019* says when it was written, to the day.

Text and its dates in, the days of writing out: exact ones from a relative word beside a date, the day on which an
interview was held, the dateline of a report or of a live blog's latest entry.

>>> from facta.article.dates import mentions
>>> text = "Yesterday, on 13 March 2019, the crews came home."
>>> [a.shift for a in anchors(text, list(mentions(text)))]
[1]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from facta.article.dates import DayMention, weekdays
from facta.article.words import any_of, rows

_STOP = re.compile(r"[!?…]\s|(?<![A-Z])\.\s(?!\d)|\n")
_OPENING = 60  # characters of a line before a date that can be its place
_REACH = 160  # characters of a sentence on each side of its date
_TIGHT = re.compile(r"[\s,(–—-]*(?:on\s+)?(?:the\s+)?[\s(]*$|^[\s,)–—-]*$", re.IGNORECASE)
_WEEKDAY_BESIDE = re.compile(r",?\s+(?:on\s+)?([^\W\d_]{3,9})\b")
_ON = re.compile(r"\bon\s+(?:the\s+)?$", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|this\s+past)\s+$", re.IGNORECASE)
_PLACE = r"[^\W\d_a-z][\w'’.-]*(?:[ ,]+(?:[^\W\d_a-z][\w'’.-]*|de|la|el|of)){0,4}"
_DATELINE = re.compile(rf"(?:{_PLACE})?[\s,(–—-]*$")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)\n]{1,30}\)\s*)?(?:[–—:]|-\s|--)\s*|\s*\([A-Z][^)\n]{0,30}\)\s")
_TIME = r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s?[A-Z]{2,4}\b)?"
_ENTRY = re.compile(rf"[,\s]+(?:at\s+)?{_TIME}(?:\s*[–—:|-]|\s*$)|\s*[–—|-]\s*{_TIME}", re.MULTILINE)
_TIME_FIRST = re.compile(rf"[*_\s]*{_TIME}[\s,|–—-]*(?:on\s+)?")


class Anchor(NamedTuple):
    """A date and the days from it to the day of writing.

    ``kind`` is ``said``, ``talk``, ``dateline``, ``entry``, or ``last`` (*last Friday, 3 May 2019*: some days later).
    """

    mention: DayMention
    shift: int
    kind: str


def anchors(text: str, found: Sequence[DayMention]) -> list[Anchor]:
    """Return the dates that tell the day of writing, in order of the text."""
    out = []
    for k, m in enumerate(found):
        if m.day is None:
            continue
        line = text.rfind("\n", 0, m.start) + 1
        opening, rest = text[line : m.start], text[m.end : m.end + 40]
        if m.start - line <= _OPENING and _TIME_FIRST.fullmatch(opening):
            out.append(Anchor(m, 0, "entry"))
            continue
        if m.start - line <= _OPENING and _DATELINE.fullmatch(opening):
            if not opening.strip("*_ ") and _ENTRY.match(rest):
                out.append(Anchor(m, 0, "entry"))
                continue
            if opening.strip() and _AFTER_DATELINE.match(rest):
                out.append(Anchor(m, 0, "dateline"))
                continue
        if m.weekday is not None and _LAST.search(opening):
            out.append(Anchor(m, 0, "last"))
            continue
        near = (*found[max(0, k - 1) : k], *found[k + 1 : k + 2])
        alone = all(o.end < m.start - _REACH or o.start > m.end + _REACH for o in near)
        out += [Anchor(m, shift, kind) for shift, kind in _beside(text, m, alone=alone)][:1]
    return out


def _beside(text: str, m: DayMention, *, alone: bool) -> Iterator[tuple[int, str]]:
    """Yield the shifts that words in the sentence of a date give it."""
    start = max(0, m.start - _REACH)
    for stop in _STOP.finditer(text, start, m.start):
        start = stop.end()
    close = _STOP.search(text, m.end - (text[m.end - 1] == "."), m.end + _REACH)
    end = close.start() if close else min(len(text), m.end + _REACH)
    for match, shift in _relative(text, start, end):
        if match[1] <= m.start:
            gap = text[match[1] : m.start]
            tight = _TIGHT.fullmatch(gap) is not None
            if tight or (shift > 1 and alone and _ON.search(gap) and '"' not in gap):
                yield shift, "said"
        elif match[0] >= m.end and _TIGHT.fullmatch(text[m.end : match[0]]) is not None:
            yield shift, "said"
    if any_of("calendar", "talk").search(text, start, m.start):
        yield 0, "talk"


def weekday_of_writing(text: str) -> int | None:
    """Return the day of the week, 1 for Monday, that *yesterday, on Tuesday* gives the day of writing, if all agree."""
    found = set()
    for match in any_of("calendar", "shift").finditer(text):
        beside = _WEEKDAY_BESIDE.match(text, match.end())
        weekday = weekdays().get(beside.group(1).lower()) if beside else None
        if weekday is not None:
            found.add((weekday - 1 + _numbers()["shift"][match.group().lower()]) % 7 + 1)
    return found.pop() if len(found) == 1 else None


def _relative(text: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Yield the places of relative days in a stretch, with their distance to the day of writing."""
    for match in any_of("calendar", "shift").finditer(text, start, end):
        yield match.span(), _numbers()["shift"][match.group().lower()]
    for match in any_of("calendar", "ago").finditer(text, start, end):
        word = text[start : match.start()].split()[-1:]
        count = word[0].lower() if word else ""
        days = _numbers()["count"].get(count, int(count) if count.isdigit() and len(count) < 3 else 0)
        if days:
            yield (match.start() - len(count) - 1, match.end()), days


@cache
def _numbers() -> dict[str, dict[str, int]]:
    """Return the numbers of the words that count days."""
    out: dict[str, dict[str, int]] = {"shift": {}, "count": {}}
    for row in rows("calendar"):
        if row["kind"] in out:
            out[row["kind"]][row["word"]] = int(row["value"])
    return out
