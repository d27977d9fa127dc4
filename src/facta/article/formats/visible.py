"""The day that a page shows beside its headline: in a time tag, a byline, or a short line that is little but a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from facta.article.dates import DayMention, dateline_day, in_range, mentions
from facta.article.formats.place import DATED, Place, elsewhere, letters, locate, names, short, teaser

_UPDATED = re.compile(r"updat|modif|edit|aktualis|revis|actuali", re.IGNORECASE)
_TAGS = (
    "time",
    "span",
    "div",
    "p",
    "li",
    "small",
    "em",
    "i",
    "td",
    "b",
    "strong",
    "abbr",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "a",
    "dd",
    "font",
    "section",
    "header",
    "address",
)
_HEADS = frozenset({"h1", "h2"})
_OTHERS = re.compile(r"©|\(c\)\s|copyright|all rights|expire|joined|valid until", re.IGNORECASE)
_MAX_CHARS = 140
_BARE_LETTERS = 40  # letters of a line up to which it can be there to show a day
_PROSE_WORDS = 5  # small words beside a day beyond which it stands in a sentence
_LONG, _WHOLE, _MAX_LONG = 100, 10_000, 2  # long paragraphs after which a day must say that it is one of publication
_AFTER, _BEFORE = 90, 40  # elements after and before the headline that may show the day
_NEAR = 8  # elements after the headline in which a byline is the article's own, whatever the box is called
_OWN = re.compile(r"byline|publi|posted", re.IGNORECASE)
_NUMERIC = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})\b")
_ISO = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")


class Shown(NamedTuple):
    """A day shown beside the headline, and whether it is marked as that of an update."""

    day: str
    update: bool


def shown_day(tree: Any, title: str | None, place: Place | None = None) -> Shown | None:  # noqa: ANN401 - an lxml element
    """Return the day shown nearest after the headline, else nearest before it; one marked as an update comes last.

    Days outside the article, beside links to other articles, among comments or at the foot are not its own.
    """
    place = place or locate(tree)
    if not title:
        return None
    elements = [e for e in place.elements if e.tag == "h1" or e.tag in _TAGS or e is place.head]
    own = letters(title)
    at = next((i for i, e in enumerate(elements) if (e.tag in _HEADS or e is place.head) and _is_title(e, own)), None)
    if at is None:
        return None
    updated: str | None = None
    after, before = elements[at + 1 : at + 1 + _AFTER], elements[max(0, at - _BEFORE) : at]
    late = 0  # long paragraphs passed since the headline
    for k, element in enumerate([*after, *reversed(before)]):
        late = 0 if k == len(after) else late
        late += element.tag == "p" and k < len(after) and not short(element, _LONG) and bool(short(element, _WHOLE))
        day = _day(element, place, far=late > _MAX_LONG, near=k < min(_NEAR, len(after)))
        if day is None:
            continue
        if _UPDATED.search(names(element) + " " + short(element, _MAX_CHARS)):
            updated = updated or day
            continue
        return Shown(day, update=False)
    return Shown(updated, update=True) if updated else None


def _is_title(element: Any, title: str) -> bool:  # noqa: ANN401
    """Say whether a heading is the headline."""
    own = letters(short(element, 3 * _MAX_CHARS))
    return len(own) > 3 and (own in title or title in own)


def _day(element: Any, place: Place, *, far: bool, near: bool) -> str | None:  # noqa: ANN401
    """Return the only day that an element is there to show; ``far`` from the headline it must say so."""
    machine = (
        element.get("datetime") or element.get("dateTime") or (element.get("title") if element.tag == "abbr" else None)
    )
    text = short(element, _MAX_CHARS)
    if not machine and not any(c.isdigit() for c in text):
        return None
    called = names(element)
    named = DATED.search(called) is not None
    beside = near and place.inside(element) and _OWN.search(called)
    if _OTHERS.search(text) or teaser(element, place) or (not beside and elsewhere(element, place)):
        return None
    if not place.inside(element) and not (named or machine):
        return None
    if machine and (match := _ISO.match(machine)) and in_range(match.group(1)):
        return match.group(1)
    found = list(mentions(text))
    days = [m.iso for m in found] or _numeric(text)
    bare = sum(c.isalpha() for c in text) <= _BARE_LETTERS and not _in_prose(text, found)
    told = (bare or named) and (named or not far or dateline_day(text) is not None)
    if not told or not days or not in_range(days[0]) or (len(days) > 1 and not named):
        return None
    return days[0]


def shows(element: Any, day: str, place: Place) -> bool:  # noqa: ANN401
    """Say whether an element of the article, or one named as a date beside it, is there to show this day."""
    text = (element.text or "")[:_MAX_CHARS]
    found = [m for m in mentions(text) if m.iso == day]
    if not found or _in_prose(text, found) or _OTHERS.search(text):
        return False
    parent = element.getparent()
    called = names(element) + (names(parent) if parent is not None else "")
    return (place.inside(element) or DATED.search(called) is not None) and not (
        teaser(element, place) or elsewhere(element, place)
    )


def _in_prose(text: str, found: Sequence[DayMention]) -> bool:
    """Say whether the words around a day make a sentence of it: *As of 31 July 2025, the agency has received:*."""
    rest = " ".join((text[: m.start] + " " + text[m.end :]).strip() for m in found[:1])
    small = [w for w in rest.split() if w[:1].islower() and w.isalpha()]
    return len(small) > _PROSE_WORDS


def _numeric(text: str) -> list[str | None]:
    """Return the day of 31/12/2017 or 12/31/2017; of 3/4/2017 nothing, as it can be either."""
    match = _NUMERIC.search(text)
    if match is None:
        return []
    a, b, year = (int(g) for g in match.groups())
    if a > 12 >= b:
        a, b = b, a
    elif b <= 12 and a != b:
        return []
    return [m.iso for m in mentions(f"{year}-{a:02}-{b:02}")]
