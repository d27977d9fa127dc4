"""Looking over a page's tree before the article is taken out of it: its clock, its standfirst, its teasers.

The functions change the tree they are given: a clock is removed once read, so that no later step takes it for a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from facta.article.dates import clock_day, dateline_day

_CLOCK = re.compile(
    r"(?:^|[\s_-])(?:clock|now|today|current[-_]?(?:date|time|day)|date[-_]?(?:today|now|bar)|top[-_]?(?:bar|date)|header[-_]?date|today[-_]?date|site[-_]?date|page[-_]?date|local[-_]?time|datetime[-_]?now|live[-_]?(?:date|time))(?:$|[\s_-])",
    re.IGNORECASE,
)
_BAR = re.compile(
    r"(?:^|[\s_-])(?:top[-_]?bar|header|masthead|navbar|nav|site[-_]?header|utility|toolbar)(?:$|[\s_-])", re.IGNORECASE
)
_OWN_DATE = re.compile(r"publi|post|article|entry|story|byline|meta|author|updat|created", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|sub[-_]?title|sub[-_]?head(?:line)?|sub[-_]?heading|lede|lead[-_]?(?:text|paragraph)?|strapline|summary|excerpt|teaser[-_]?text|abstract|intro(?:duction)?|article[-_]{1,2}(?:summary|intro|lead|description|subtitle|standfirst))(?:$|[\s_-])",
    re.IGNORECASE,
)
_TEASER = re.compile(
    r"(?:^|[\s_-])(?:related|inline[-_]related|read[-_]?(?:also|more|next)|also[-_]?read|see[-_]?also|share|sharing|share[-_]?bar|social[-_]?(?:share|links|bar)|support(?:[-_]us)?|donat(?:e|ion)"
    r"|more[-_]?stories|most[-_]?(?:read|popular)|recommend(?:ed|ations)?|newsletter(?:[-_]\w+)?|cookie[\w-]*|consent[\w-]*|paywall|promo|advert(?:isement)?|comments?(?:[-_]list|[-_]area)?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TEASER_TAGS = frozenset({"aside", "section", "div", "nav", "ul", "figure", "p"})
_TEASER_SHARE = 0.12
"""Share of the page's text up to which a block of teasers is cut out; a larger one may hold the article itself."""

_SMALL_TEASER = 120  # characters of a block that is cut out whatever the rest of the page holds
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "head", "title", "select", "option"})
_MAX_CLOCK_CHARS = 80
_MAX_LEAD_CHARS = 600
_MAX_CHILDREN = 4
_SCAN = 1_500  # elements from the top among which a clock without a name is looked for
_CLOCK_TAGS = ("span", "div", "p", "time", "li", "td", "small", "b", "strong", "em", "font")


def take_clock(tree: Any) -> str | None:  # noqa: ANN401 - an lxml element
    """Return the day that the page's clock shows, and take all clocks out of the tree."""
    found: str | None = None
    taken: list[Any] = []
    heading_seen = False
    for i, element in enumerate(tree.iter("h1", *_CLOCK_TAGS)):
        if element.tag == "h1":
            heading_seen = True
            continue
        names = _names(element)
        named = len(names) > 1 and _CLOCK.search(names) is not None
        if len(element) > _MAX_CHILDREN or (not named and (heading_seen or i > _SCAN)):
            continue
        text = " ".join(_short(element).split())
        if not any(c.isdigit() for c in text):
            continue
        day = clock_day(text) or (dateline_day(text) if named else None)
        if day and (named or _outside(element)):
            found = found or day
            taken.append(element)
    for element in taken:
        _remove(element)
    return found


def _names(element: Any) -> str:  # noqa: ANN401
    """Return class and id of an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _short(element: Any) -> str:  # noqa: ANN401
    """Return the text of an element, or nothing when there is more of it than a clock shows."""
    size, parts = 0, []
    for text in element.itertext():
        size += len(text.strip())
        if size > _MAX_CLOCK_CHARS:
            return ""
        parts.append(text)
    return " ".join(parts)


def _outside(element: Any) -> bool:  # noqa: ANN401
    """Say whether an element above the headline lies outside the article: in a bar of the page, or in nothing."""
    if element.get("datetime") or element.get("itemprop") or _OWN_DATE.search(_names(element)):
        return False
    bar = False
    for up in element.iterancestors():
        if up.tag in {"article", "main"} or (
            up.tag not in {"body", "html"} and _OWN_DATE.search(_names(up)) and not _BAR.search(_names(up))
        ):
            return False
        bar = bar or up.tag in {"header", "nav"} or _BAR.search(_names(up)) is not None
    return bar or element.getparent() is None or element.getparent().tag == "body"


def _remove(element: Any) -> None:  # noqa: ANN401
    """Take an element out of its tree, leaving the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    element.tail = None
    if tail and tail.strip():
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
    parent.remove(element)


def standfirsts(tree: Any) -> set[str]:  # noqa: ANN401
    """Return the letters of all elements that a page names its standfirst."""
    out = set()
    for element in _named(tree, _LEAD, {"p", "div", "h2", "h3", "span", "section", "h4", "strong"}):
        text = "".join(element.itertext())
        if 20 < len(text) < 4 * _MAX_LEAD_CHARS:
            letters = "".join(c for c in text.lower() if c.isalnum())
            if len(letters) <= _MAX_LEAD_CHARS:
                out.add(letters)
    return out


def _named(tree: Any, pattern: re.Pattern[str], tags: set[str] | frozenset[str]) -> Iterator[Any]:  # noqa: ANN401
    """Yield elements whose class or id fits a pattern."""
    for element in tree.iter(*tags):
        names = _names(element)
        if len(names) > 1 and pattern.search(names):
            yield element


def trim(tree: Any) -> None:  # noqa: ANN401
    """Cut captions and small blocks of teasers, share links and appeals out of the tree."""
    total = None
    for element in list(tree.iter("figcaption")):
        _remove(element)
    for element in list(_named(tree, _TEASER, _TEASER_TAGS)):
        if element.getparent() is None or element.tag in {"html", "body"}:
            continue
        inside = _letters(element)
        if inside <= _SMALL_TEASER:
            _remove(element)
            continue
        if total is None:
            total = _letters(tree)
        if inside <= _TEASER_SHARE * total and element.find(".//h1") is None and element.find(".//article") is None:
            _remove(element)


def _letters(tree: Any) -> int:  # noqa: ANN401
    """Return how much text a reader sees below an element, up to the blanks."""
    return sum(
        len((e.text or "").strip()) + sum(len((c.tail or "").strip()) for c in e)
        for e in tree.iter()
        if isinstance(e.tag, str) and e.tag not in _UNSEEN
    )
