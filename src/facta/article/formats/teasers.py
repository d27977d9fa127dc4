"""Teasers inside an article: lines that are links to other articles, with or without a label, cut out of the tree.

>>> from lxml.html import fromstring
>>> from facta.article.formats.place import locate
>>> other = "<p>SEE MORE: <a href='/2'>Envoy stays</a></p>"
>>> page = fromstring(f"<body><h1>Envoy leaves</h1><p>He left on Monday.</p>{other}</body>")
>>> cut_teasers(page, locate(page))
>>> [p.text for p in page.iter("p")]
['He left on Monday.']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from facta.article.formats.place import Place, short
from facta.article.formats.tree import remove
from facta.article.words import kinds

_LINES = frozenset({"p", "li", "h2", "h3", "h4", "h5", "h6", "div", "span", "strong", "b", "em"})
_BLOCKS = frozenset({"p", "div", "ul", "ol", "li", "table", "section", "article", "aside", "figure", "h1", "h2", "h3"})
_TAG = re.compile(r"\[[A-Z][A-Z &/-]{2,24}\]")
_LABEL_END = re.compile(r"\s*[:|»>–—-]")
_STOP = re.compile(r"[.!?…:;,][\"”»’)\]]*$")
_LINKED = 0.8
"""Share of a line's letters, its label left out, that lie in links where the line is a teaser."""

_MAX_CHARS = 400  # characters of one line of teasers
_MIN_WORDS = 4  # words of a whole line of link text without a label that make it a headline
_MAX_CUT = 0.15  # share of the page's running text up to which lines of mere link text are cut: of more they are a list
_MAX_BARE = 6  # lines of mere link text that are cut: more are the headings of a digest
_WORDY = 3  # words of each of two links that make a box inside a sentence a list of other articles


def cut_teasers(tree: Any, place: Place) -> None:  # noqa: ANN401 - an lxml element
    """Cut out of a page the lines of its article that are teasers, and the boxes that open over a name in a sentence.

    A teaser is little but link text: after a label (*SEE MORE:*), before a tag (*[INSIGHT]*), below a line that is a
    label alone, or as a paragraph that is one link with the words of a headline.
    """
    for paragraph in list(tree.iter("p")):
        for box in _boxes(paragraph):
            remove(box)
    found = list(_lines(tree, place))
    total = sum(len(short(e, _MAX_CHARS * 10)) for e, _, _ in found)
    bare: list[Any] = []
    after_label = False
    for element, text, linked in found:
        if element.getparent() is None or not text:
            continue
        kind = _kind(element, text, linked, after_label=after_label)
        after_label = kind == "label" or (after_label and kind == "teaser")
        if kind in {"label", "teaser"}:
            remove(element)
        elif kind == "bare":
            bare.append(element)
    if len(bare) <= _MAX_BARE and sum(len(short(e, _MAX_CHARS)) for e in bare) <= _MAX_CUT * total:
        for element in bare:
            remove(element)


def _lines(tree: Any, place: Place) -> Iterator[tuple[Any, str, int]]:  # noqa: ANN401
    """Yield the lines of the article's part of the page after its headline: element, text, letters in links."""
    inside = place.root.iter() if place.root is not None else tree.iter()
    begun = place.head is None
    for element in inside:
        begun = begun or element is place.head
        if not begun or element.tag not in _LINES or element in place.above:
            continue
        if any(child.tag in _BLOCKS or (child.tag in _LINES and _own(child)) for child in element) or not _own(element):
            continue
        yield element, short(element, _MAX_CHARS), _letters_in_links(element)


def _own(element: Any) -> bool:  # noqa: ANN401
    """Say whether an element is a line of its own: a block, or all that its block holds."""
    if element.tag in {"p", "li", "div"} or element.tag[:1] == "h":
        return True
    parent = element.getparent()
    if parent is None or len(parent) > 1 or parent.tag not in {"div", "section", "td"}:
        return False
    return not (parent.text or "").strip() and not (element.tail or "").strip()


def _kind(element: Any, text: str, linked: int, *, after_label: bool) -> str | None:  # noqa: ANN401
    """Say what a line is: a ``label`` alone, a ``teaser``, ``bare`` link text with no label, or None."""
    bare = _TAG.sub("", text).strip()
    rest = _unlabelled(bare.strip("([ "))
    if rest == "":
        return "label"
    tagged = len(bare) < len(text.strip())
    size = _letters(rest if rest is not None else bare)
    if not linked or not size or linked < _LINKED * size:
        return None
    if rest is not None or tagged or (after_label and element.tag in {"p", "li", "div"}):
        return "teaser"
    if element.tag != "p" or len(bare.split()) < _MIN_WORDS or linked < _letters(text):
        return None
    links = [a for a in element.iter("a") if a.get("href")]
    return "bare" if len(links) == 1 and not _STOP.search(bare) else None


def _unlabelled(text: str) -> str | None:
    """Return what follows the label of a teaser; None where a line opens with none."""
    low = text.lower().replace("’", "'")
    for label in _labels():
        if low.startswith(label):
            rest = text[len(label) :]
            end = _LABEL_END.match(rest)
            if not rest.strip(" :.…»>|") or end or text[: len(label)].isupper():
                return rest[end.end() if end else 0 :].strip(" :.…»>|")
    return None


def _labels() -> tuple[str, ...]:
    return tuple(sorted(kinds("furniture")["label"], key=len, reverse=True))


def _letters(text: str) -> int:
    return sum(c.isalnum() for c in text)


def _letters_in_links(element: Any) -> int:  # noqa: ANN401
    """Return how many letters and digits of an element lie in links."""
    links = [a for a in element.iter("a") if a.get("href")]
    return sum(_letters(_TAG.sub("", short(a, _MAX_CHARS))) for a in links)


def _boxes(paragraph: Any) -> list[Any]:  # noqa: ANN401
    """Return the elements inside a paragraph that open over a word of it and list other articles."""
    links = [a for a in paragraph.iter("a") if a.get("href") and len(short(a, _MAX_CHARS).split()) >= _WORDY]
    held: dict[Any, list[Any]] = {}
    for link in links if len(links) > 1 else ():
        for up in link.iterancestors():
            if up is paragraph:
                break
            held.setdefault(up, []).append(link)
    whole = sum(map(_letters, paragraph.itertext())) if held else 0
    out = []
    for box, found in held.items():
        if len(found) < 2 or any(len(held.get(child, ())) > 1 for child in box):
            continue
        inside = sum(map(_letters, box.itertext()))
        listed = not any((a.tail or "").strip() for a in found[:-1])
        if listed and inside < whole and _letters_in_links(box) >= _LINKED * inside:
            out.append(box)
    return out
