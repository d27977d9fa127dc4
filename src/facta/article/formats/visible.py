"""The day that a page shows beside its headline: in a time tag, a byline, or a short line that is little but a date."""

from __future__ import annotations

import re
from typing import Any

from facta.article.dates import in_range, mentions

_DATED = re.compile(r"date|time|publi|posted|byline|meta|info|author|stamp|datum|fecha|details|data\b", re.IGNORECASE)
_UPDATED = re.compile(r"updat|modif|edit|aktualis|revis|actuali", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"related|recommend|sidebar|widget|comment|footer|teaser|popular|latest|trending|more-|read-?next|event|calendar|archive|breaking|ticker|menu|nav\b",
    re.IGNORECASE,
)
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
_MAX_CHARS = 140
_AFTER, _BEFORE = 90, 40  # elements after and before the headline that may show the day
_NUMERIC = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})\b")
_ISO = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")


def shown_day(tree: Any, title: str | None) -> str | None:  # noqa: ANN401 - an lxml element
    """Return the day shown nearest after the headline, else nearest before it; one marked as an update comes last."""
    if not title:
        return None
    elements = list(tree.iter("h1", *_TAGS))
    letters = _letters(title)
    at = next((i for i, e in enumerate(elements) if e.tag in {"h1", "h2"} and _is_title(e, letters)), None)
    if at is None:
        return None
    updated: str | None = None
    for element in [*elements[at + 1 : at + 1 + _AFTER], *reversed(elements[max(0, at - _BEFORE) : at])]:
        day, names = _day(element), _names(element)
        if day is None:
            continue
        if _UPDATED.search(names + " " + _short(element)):
            updated = updated or day
            continue
        return day
    return updated


def _is_title(element: Any, letters: str) -> bool:  # noqa: ANN401
    """Say whether a heading is the headline."""
    own = _letters(_short(element, 3 * _MAX_CHARS))
    return len(own) > 3 and (own in letters or letters in own)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _names(element: Any) -> str:  # noqa: ANN401
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _short(element: Any, limit: int = _MAX_CHARS) -> str:  # noqa: ANN401
    """Return the text of an element, or nothing when there is much of it."""
    size, parts = 0, []
    for text in element.itertext():
        size += len(text.strip())
        if size > limit:
            return ""
        parts.append(text)
    return " ".join(" ".join(parts).split())


def _day(element: Any) -> str | None:  # noqa: ANN401
    """Return the only day that an element shows, if it is there to show one."""
    machine = (
        element.get("datetime") or element.get("dateTime") or (element.get("title") if element.tag == "abbr" else None)
    )
    names = _names(element)
    if _elsewhere(element):
        return None
    if machine and (match := _ISO.match(machine)) and in_range(match.group(1)):
        return match.group(1)
    text = _short(element)
    if not any(c.isdigit() for c in text):
        return None
    days = [m.iso for m in mentions(text)] or _numeric(text)
    bare = sum(c.isalpha() for c in text) <= 40 or _DATED.search(names)
    if not bare or not days or not in_range(days[0]) or (len(days) > 1 and not _DATED.search(names)):
        return None
    return days[0]


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


def _elsewhere(element: Any) -> bool:  # noqa: ANN401
    """Say whether an element belongs to other articles, to comments, or to the foot of the page."""
    for i, up in enumerate((element, *element.iterancestors())):
        if (
            up.tag in {"footer", "nav", "figure"}
            or (up.tag == "aside" and not _DATED.search(_names(up)))
            or (i < 6 and up.tag not in {"body", "html"} and _ELSEWHERE.search(_names(up)))
        ):
            return True
    return False
