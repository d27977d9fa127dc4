"""Where in a page its article lies: tree in, its headline and the smallest part that holds headline and most text out.

What lies outside that part, or in a list of other articles, among comments or at the foot, dates other things.

>>> from lxml.html import fromstring
>>> page = fromstring("<body><ul><li>x</li></ul><div><h1>Envoy leaves</h1><p>He left on Monday.</p></div></body>")
>>> place = locate(page)
>>> place.root.tag, place.head.tag, place.inside(page.find(".//li"))
('div', 'h1', False)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from facta.article.dates import mentions
from facta.article.words import kinds

_SHARE = 0.5  # share of a page's running text that the part with the article holds at least
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "head", "title", "select", "option"})
_LINKED = frozenset({"a", "nav", "footer", "button", "form"})
_ITEMS, _BOXES = frozenset({"li", "tr", "dd", "dt"}), frozenset({"article", "div", "p", "section"})
_TEASER_WORDS = 3  # words of a link beside a date that make it the headline of another article
_TEASER_ITEM = 200  # characters of an item up to which it can be a teaser
_PERSON = re.compile(r"author|autor|profile|/by/|/people/|/user|/staff|columnist", re.IGNORECASE)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6", "strong", "b", "legend", "summary"})
_UP = 6  # ancestors whose names tell what an element belongs to
_FOOT = re.compile(
    r"(?:^|[\s_-])(?:foot(?:er)?|colophon|copyright|bottom(?:[-_]?bar)?|imprint)(?:$|[\s_-])", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"related|recommend|sidebar|(?<!elementor-)widget(?!-container| blog)|comment|footer|teaser|popular|latest|trending"
    r"|more-|read-?next|event|calendar|archive|breaking|ticker|menu|nav\b|talkback|profile|disqus|replies|guestbook|forum-?post|joined"
    r"|(?:^|[\s_-])(?:discussion|reader|feedback|most[-_]?read|foot)(?:$|[\s_-])",
    re.IGNORECASE,
)
DATED = re.compile(
    r"date|time|publi|posted|byline|meta|info|author|stamp|datum|fecha|details|data\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Place:
    """The elements of a page in order, its headline with all above it, and the part that holds the article."""

    elements: list[Any]
    head: Any | None
    at: int
    root: Any
    above: frozenset[Any]

    @property
    def flat(self) -> bool:
        """Say whether the page puts nothing around its article."""
        return self.root.tag in {"body", "html"}

    def inside(self, element: Any) -> bool:  # noqa: ANN401 - an lxml element
        """Say whether an element lies in the part with the article."""
        return self.flat or element is self.root or any(up is self.root for up in element.iterancestors())


def locate(tree: Any) -> Place:  # noqa: ANN401
    """Return where the article lies."""
    elements = [e for e in tree.iter() if isinstance(e.tag, str)]
    mass = _mass(elements)
    body = next((e for e in elements if e.tag == "body"), tree)
    least = _SHARE * mass[body]
    at = _headline(tree, elements)
    root = elements[at] if at >= 0 else body
    if at >= 0:
        while root is not body and root.getparent() is not None and (mass[root] < least or root is elements[at]):
            root = root.getparent()
    else:
        inner: Any | None = body
        while inner is not None and least > 0:
            root, inner = inner, next((c for c in inner if mass.get(c, 0) >= least), None)
    above = frozenset((elements[at], *elements[at].iterancestors())) if at >= 0 else frozenset()
    return Place(elements, elements[at] if at >= 0 else None, at, root, above)


def _mass(elements: list[Any]) -> dict[Any, int]:
    """Return how many characters of running text lie in each element, links and what nobody sees left out."""
    mass: dict[Any, int] = {}
    for element in reversed(elements):
        if element.tag in _UNSEEN or element.tag in _LINKED:
            mass[element] = 0
            continue
        size = len(element.text.strip()) if element.text else 0
        for child in element:
            size += mass.get(child, 0) + (len(child.tail.strip()) if child.tail else 0)
        mass[element] = size
    return mass


def _headline(tree: Any, elements: list[Any]) -> int:  # noqa: ANN401
    """Return the position of the headline: a heading that the page's title repeats, else the first ``h1``, else -1."""
    told = [e.get("content") or "" for e in elements if e.tag == "meta" and e.get("property") == "og:title"]
    told += ["".join(e.itertext())[:500] for e in tree.iter("title")]
    titles = [letters(t) for t in told]
    first = -1
    for tag in ("h1", "h2", "h3"):
        for i, element in enumerate(elements):
            if element.tag != tag:
                continue
            own = letters(short(element, 420))
            first = i if first < 0 and tag == "h1" and own else first
            if len(own) > 8 and any(own in t or (len(t) > 20 and t in own) for t in titles):
                return i
    return first


def letters(text: str) -> str:
    """Return letters and digits in lower case, for comparing."""
    return "".join(c for c in text.lower() if c.isalnum())


def names(element: Any) -> str:  # noqa: ANN401
    """Return class and id of an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def short(element: Any, limit: int) -> str:  # noqa: ANN401
    """Return the text of an element on one line, or nothing when there is more of it."""
    size, parts = 0, []
    for text in element.itertext():
        size += len(text.strip())
        if size > limit:
            return ""
        parts.append(text)
    return " ".join(" ".join(parts).split())


def elsewhere(element: Any, place: Place) -> bool:  # noqa: ANN401
    """Say whether an element belongs to other articles, to comments, or to the foot of the page."""
    for i, up in enumerate((element, *element.iterancestors())):
        if up in place.above or up is place.root or up.tag in {"body", "html"}:
            return False
        if up.tag in {"footer", "nav", "figure"} or (up.tag == "aside" and not DATED.search(names(up))):
            return True
        if (i < _UP and _ELSEWHERE.search(names(up))) or (i and headed(up)):
            return True
    return False


def headed(block: Any) -> bool:  # noqa: ANN401
    """Say whether a block opens with a heading such as *Most read* or *Comments*."""
    first = next((c for c in block if c.tag in _HEADINGS), None)
    if first is None or block.index(first) > 1:
        return False
    words = short(first, 40).lower().strip(" :.…»›0123456789()")
    return words in kinds("furniture")["block"]


def foot(element: Any) -> bool:  # noqa: ANN401
    """Say whether an element lies at the foot of the page."""
    return any(
        up.tag == "footer" or (up.tag not in {"body", "html"} and _FOOT.search(names(up)))
        for up in (element, *element.iterancestors())
    )


def teaser(element: Any, place: Place) -> bool:  # noqa: ANN401
    """Say whether a date stands beside a link to another article."""
    for i, up in enumerate((element, *element.iterancestors())):
        if i > 3 or up in place.above or up.tag in {"body", "html"}:
            return False
        if (up.tag in _ITEMS or (up.tag in _BOXES and _repeated(up))) and short(up, _TEASER_ITEM) and _titled(up):
            return True
    return False


def _titled(item: Any) -> bool:  # noqa: ANN401
    """Say whether an item is mostly a link with several words, and not to an author."""
    return any(
        len(text.split()) >= _TEASER_WORDS
        and sum(c.isalpha() for c in text) > sum(c.isalpha() for c in short(item, _TEASER_ITEM)) / 2
        and not _PERSON.search(f"{link.get('href')} {link.get('rel')} {names(link)}")
        for link in item.iter("a")
        if link.get("href") and (text := _undated(short(link, _TEASER_ITEM)))
    )


def _undated(text: str) -> str:
    """Return the text of a link without the days in it."""
    for m in reversed(list(mentions(text))):
        text = text[: m.start] + text[m.end :]
    return text


def _repeated(box: Any) -> bool:  # noqa: ANN401
    """Say whether a box has a neighbour of the same kind that holds a link too."""
    return any(
        near is not None
        and near.tag == box.tag
        and near.get("class") == box.get("class")
        and near.find(".//a") is not None
        for near in (box.getprevious(), box.getnext())
    )
