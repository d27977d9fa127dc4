"""Looking over a page's tree before the article is taken out of it: what is cut out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from facta.article.formats.place import Place, headed, names

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


def remove(element: Any) -> None:  # noqa: ANN401
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


def _named(tree: Any, pattern: re.Pattern[str], tags: set[str] | frozenset[str]) -> Iterator[Any]:  # noqa: ANN401
    """Yield elements whose class or id fits a pattern."""
    for element in tree.iter(*tags):
        called = names(element)
        if len(called) > 1 and pattern.search(called):
            yield element


def trim(tree: Any, place: Place) -> None:  # noqa: ANN401
    """Cut captions and small blocks of teasers, comments, share links and appeals out of the tree."""
    total = None
    for element in list(tree.iter("figcaption")):
        remove(element)
    boxes = [
        e for e in tree.iter("div", "section", "aside") if e not in place.above and e is not place.root and headed(e)
    ]
    for element in [*boxes, *_named(tree, _TEASER, _TEASER_TAGS)]:
        if element.getparent() is None or element.tag in {"html", "body"}:
            continue
        inside = _letters(element)
        if inside <= _SMALL_TEASER:
            remove(element)
            continue
        if total is None:
            total = _letters(tree)
        if inside <= _TEASER_SHARE * total and element.find(".//h1") is None and element.find(".//article") is None:
            remove(element)


def _letters(tree: Any) -> int:  # noqa: ANN401
    """Return how much text a reader sees below an element, up to the blanks."""
    return sum(
        len((e.text or "").strip()) + sum(len((c.tail or "").strip()) for c in e)
        for e in tree.iter()
        if isinstance(e.tag, str) and e.tag not in _UNSEEN
    )
