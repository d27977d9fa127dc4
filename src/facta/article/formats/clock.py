"""The clock of a page: the day on which it was seen, shown in a bar at the top or at the foot.

It is taken out of the tree once read, so that no later step takes it for the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from facta.article.dates import clock_day, dateline_day
from facta.article.formats.place import DATED, Place, elsewhere, foot, locate, names, short, teaser
from facta.article.formats.tree import remove

_CLOCK = re.compile(
    r"(?:^|[\s_-])(?:clock|now|today|current[-_]?(?:date|time|day)|date[-_]?(?:today|now|bar)|top[-_]?(?:bar|date)|header[-_]?date|today[-_]?date|site[-_]?date|page[-_]?date|local[-_]?time|datetime[-_]?now|live[-_]?(?:date|time))(?:$|[\s_-])",
    re.IGNORECASE,
)
_BAR = re.compile(
    r"(?:^|[\s_-])(?:top|bar|head|hdr|menu|top[-_]?(?:bar|line|nav|menu|strip|panel)|header|masthead|banner|navbar|nav|site[-_]?header|utility|toolbar|logo)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OWN_DATE = re.compile(r"publi|post|article|entry|story|byline|meta|author|updat|created|date-?header", re.IGNORECASE)
_MAX_CLOCK_CHARS = 80
_MAX_CHILDREN = 4
_SCAN = 1_500  # elements from the top among which a clock beside other words is looked for
_UP = 3  # ancestors whose names tell that a date is the article's own
_CLOCK_TAGS = frozenset({
    "span", "div", "p", "time", "li", "td", "small", "b", "strong", "em", "i", "font", "center", "dd", "header", "nav",
    "label", "output", "h4", "h5", "h6", "a",
})  # fmt: skip
_BAR_TAGS = frozenset({"div", "header", "nav", "td", "p", "center", "footer", "section"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARTS = re.compile(r"[|•·\n]|\s[–—-]\s")
_MAX_PIECES = 20
_MAX_CLOCKS = 2  # different days among lone lines with a weekday or a time; of more, none is a clock
_NOW = re.compile(
    r"(?:today(?: is)?|(?:it is )?now|(?:current|local|server|site) (?:date|time)(?: is)?"
    r"|(?:last )?updated?(?: on| at)?)"
    r"\b[:\s,]*",
    re.IGNORECASE,
)


def take_clock(tree: Any, place: Place | None = None) -> str | None:  # noqa: ANN401 - an lxml element
    """Return the day that the page's clock shows, and take all clocks out of the tree.

    A clock bears a name of its own, or is a lone day with a weekday or a time of day outside the article: above it, or
    at the foot of the page. Three such lines with different days are a list of other articles.
    """
    place = place or locate(tree)
    named: list[tuple[str, Any]] = []
    lone: list[tuple[str, Any]] = []
    dated = _dated(place)
    for i, element in enumerate(place.elements):
        if element not in dated or element.tag not in _CLOCK_TAGS:
            continue
        if len(element) <= _MAX_CHILDREN and (found := _shown(element, i < place.at or place.at < 0, place)):
            (named if _CLOCK.search(names(element)) else lone).append((found, element))
            continue
        for text in _pieces(element, place, i):
            lone.append((text, element))
    if len({day for day, _ in lone}) > _MAX_CLOCKS:
        lone = [x for x in lone if _barred(x[1], place)]
    clocks = named + lone
    for day, element in clocks:
        _wipe(element, day)
    gone = {e for _, taken in clocks if taken.getparent() is None for e in taken.iter()}
    place.elements[:] = [e for e in place.elements if e not in gone]
    return clocks[0][0] if clocks else None


def _dated(place: Place) -> set[Any]:
    """Return the elements that show a year, with the few around each that can be the clock it belongs to."""
    out: set[Any] = set()
    for element in place.elements:
        if any(t and _YEAR.search(t) for t in (element.text, *(child.tail for child in element))):
            out.update((element, *islice(element.iterancestors(), _UP - 1)))
    return out


def _shown(element: Any, before: bool, place: Place) -> str | None:  # noqa: ANN401
    """Return the day that an element shows if it is a clock by its name or its place."""
    text = short(element, _MAX_CLOCK_CHARS)
    if not any(c.isdigit() for c in text):
        return None
    day, called = clock_day(text), names(element)
    if _CLOCK.search(called):
        return day or dateline_day(text)
    if not (day or (_NOW.match(text) and dateline_day(_NOW.sub("", text)))) or element.get("itemprop"):
        return None
    return (day or dateline_day(_NOW.sub("", text))) if _outside(element, before, place) else None


def _pieces(element: Any, place: Place, i: int) -> Iterator[str]:  # noqa: ANN401
    """Yield the days of clocks among other words in a bar of the page: *Log in | Monday, 4 May 2020, 8:10*."""
    if element.tag not in _BAR_TAGS or i > _SCAN or not _barred(element, place):
        return
    for text in (element.text, *(child.tail for child in element)):
        for piece in _PARTS.split(text)[:_MAX_PIECES] if text and any(c.isdigit() for c in text) else ():
            if day := clock_day(piece.strip()):
                yield day


def _outside(element: Any, before: bool, place: Place) -> bool:  # noqa: ANN401
    """Say whether an element lies outside the article: above it, in a bar of the page, or at its foot."""
    if _barred(element, place) and (before or foot(element)):
        return not _own(element, place)
    if teaser(element, place) or _own(element, place):
        return False
    if not before:
        return foot(element)
    if place.inside(element) and not (place.flat and _loose(element)):
        return False
    return not elsewhere(element, place)


def _loose(element: Any) -> bool:  # noqa: ANN401
    """Say whether an element stands in the body of the page itself."""
    parent = element.getparent()
    return parent is None or parent.tag == "body"


def _own(element: Any, place: Place) -> bool:  # noqa: ANN401
    """Say whether names say that a date is the article's own."""
    for i, up in enumerate((element, *element.iterancestors())):
        if up.tag in {"body", "html"} or (up in place.above and up.tag not in {"article", "main", "header"}):
            return False
        if up.tag in {"article", "main"} or (i < _UP and _OWN_DATE.search(names(up)) and not _BAR.search(names(up))):
            return True
    return False


def _barred(element: Any, place: Place) -> bool:  # noqa: ANN401
    """Say whether an element lies in a bar of the page that does not hold the headline."""
    for i, up in enumerate((element, *element.iterancestors())):
        if up in place.above or up.tag in {"body", "html", "article", "main"}:
            return False
        called = names(up)
        if (up.tag in {"header", "nav"} or _BAR.search(called)) and not _OWN_DATE.search(called):
            return i > 0 or not DATED.search(called)
    return False


def _wipe(element: Any, day: str) -> None:  # noqa: ANN401
    """Take a clock out: the whole element, or only the words that show the day in a bar with other words."""
    text = short(element, _MAX_CLOCK_CHARS)
    if text and (clock_day(text) or dateline_day(text) or _NOW.match(text)):
        remove(element)
        return
    if element.text and any(clock_day(p.strip()) == day for p in _PARTS.split(element.text)[:_MAX_PIECES]):
        element.text = None
    for child in element:
        if child.tail and any(clock_day(p.strip()) == day for p in _PARTS.split(child.tail)[:_MAX_PIECES]):
            child.tail = None
