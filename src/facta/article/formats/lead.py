"""The standfirst of a page: the sentences between headline and body that the page names so.

>>> from lxml.html import fromstring
>>> from facta.article.formats.place import locate
>>> lead = "<div class='lead'>The envoy of Norland left the port of Sudria on Monday.</div>"
>>> page = fromstring(f"<body><h1>Envoy leaves</h1>{lead}</body>")
>>> leads(page, locate(page)).below
('The envoy of Norland left the port of Sudria on Monday.',)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from facta.article.dates import mentions
from facta.article.formats.paragraphs import clean
from facta.article.formats.place import Place, elsewhere, letters, names, short

_LEAD = re.compile(
    r"(?:^|[\s_-])(?:standfirst|dek|deck|sub[-_]?title|sub[-_]?head(?:line)?|sub[-_]?heading|lede|lead"
    r"|lead[-_]?(?:text|paragraph)|strapline|summary|excerpt|teaser[-_]?text|abstract|intro(?:duction)?"
    r"|article[-_]{1,2}(?:summary|intro|lead|description|subtitle|standfirst))(?:$|[\s_-])",
    re.IGNORECASE,
)
_TAGS = ("p", "div", "h2", "h3", "span", "section", "h4", "strong")
_MIN_CHARS, _MAX_CHARS = 20, 600
_LONG = 150  # characters of a paragraph of the body
_SHORTEST = 4  # characters of class and id that can name a standfirst
_AFTER = 120  # elements after the headline among which its standfirst stands
_PROSE_WORDS = 8
_STOP = re.compile(r"[.!?…][\"”»’)]*$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SHARED = 0.3  # share of a standfirst's longer words that the body must hold too
_MAX_LINKED = 0.3


class Leads(NamedTuple):
    """Lines that a page names its standfirst: those right below the headline, and the letters of all of them."""

    below: tuple[str, ...] = ()
    letters: frozenset[str] = frozenset()


def leads(tree: Any, place: Place) -> Leads:  # noqa: ANN401 - an lxml element
    """Return the lines that a page names its standfirst, by a class or as its description."""
    end = place.at + _AFTER
    described = _descriptions(tree)
    below, named = [], set()
    passed = 0  # long paragraphs since the headline: a standfirst stands before them
    for i, element in enumerate(place.elements):
        if element.tag not in _TAGS:
            continue
        near, called = 0 <= place.at < i <= end and passed <= 1, names(element)
        passed += element.tag == "p" and i > place.at and sum(map(len, element.itertext())) > _LONG
        if not near and len(called) < _SHORTEST:
            continue
        lead = len(called) > 1 and _LEAD.search(called) is not None
        if not lead and not (near and described):
            continue
        text = clean(short(element, _MAX_CHARS))
        own = letters(text)
        if len(text) < _MIN_CHARS or not (lead or own in described):
            continue
        named.add(own)
        if near and not elsewhere(element, place) and _plain(element, text):
            below.append(text)
    return Leads(tuple(below), frozenset(named))


def _descriptions(tree: Any) -> frozenset[str]:  # noqa: ANN401
    """Return the letters of what a page says of itself in its description."""
    told = (
        e.get("content") or ""
        for e in tree.iter("meta")
        if (e.get("name") or e.get("property") or "").lower() in {"description", "og:description"}
    )
    return frozenset(letters(t) for t in told if len(t) > _MIN_CHARS)


def missing(named: Sequence[str], paragraphs: Sequence[str]) -> str | None:
    """Return the standfirst to put back: prose about what the body is about, and nowhere in it.

    >>> body = ["The port of Sudria was closed.", "The envoy of Norland had asked for it."]
    >>> missing(["Norland's envoy asked the port of Sudria to close its gates."], body)
    "Norland's envoy asked the port of Sudria to close its gates."
    """
    whole = letters("".join(paragraphs))
    known = {w.lower() for p in paragraphs for w in _WORD.findall(p)}
    for text in named:
        words = [w.lower() for w in _WORD.findall(text)]
        if len(text.split()) < _PROSE_WORDS or not _STOP.search(text) or letters(text) in whole:
            continue
        if any(m.iso for m in mentions(text)) and len(text.split()) < 2 * _PROSE_WORDS:
            continue  # a byline
        if words and sum(w in known for w in words) >= _SHARED * len(words):
            return text
    return None


def _plain(element: Any, text: str) -> bool:  # noqa: ANN401
    """Say whether little of an element lies in links."""
    linked = sum(len(short(a, _MAX_CHARS)) for a in element.iter("a"))
    return linked <= _MAX_LINKED * len(text)
