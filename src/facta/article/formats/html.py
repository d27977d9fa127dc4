"""HTML pages: decoded text in, the article's own text out; clock, captions, teasers and share bars stay outside.

Trafilatura finds the article; what it says of emphasis tells an interview's questions, and what the page says of itself
(JSON-LD, meta tags, time tags, address) gives headline, publisher and dates.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facta.article.blocks import Block, is_furniture
from facta.article.dates import clock_day, dateline_day, headline_day
from facta.article.formats.clock import take_clock
from facta.article.formats.lead import Leads, leads, missing
from facta.article.formats.page import Page
from facta.article.formats.paragraphs import clean
from facta.article.formats.paragraphs import pieces as paragraphs
from facta.article.formats.place import letters, locate
from facta.article.formats.teasers import cut_teasers
from facta.article.formats.tree import trim
from facta.article.limits import LONG_TAG_CHARS, MAX_ATTRIBUTES, MAX_TAGS, META_CHARS
from facta.article.published import Hint
from facta.article.words import kinds
from facta.errors import SourceError

if TYPE_CHECKING:
    from facta.article.formats.meta import About

_LONG_TAG = re.compile(r"<[A-Za-z](?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"']?))*+")
_LONG = re.compile(rf"<[A-Za-z][^>]{{{LONG_TAG_CHARS}}}")
_EQUALS_PER_TAG = 20
_VALUE = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+)")
_BODY = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_BEFORE_BOXES = 0.6  # share of the text before a heading of other articles that leaves no doubt
_TITLE_WORDS = 4  # words of a headline that no sentence begins with by chance
_LEAD = 4  # paragraphs among which the headline is looked for: dates and share lines can stand above it
_SAME_TITLE = 0.9  # share of a first paragraph's letters that the headline must hold to be the same line


def parse(html: str, url: str | None, where: str) -> Page:
    """Return the page behind ``html``.

    Raises:
        SourceError: S05 the page has more tags than an article has, S03 there is no article in it.

    """
    if html.count("<") > MAX_TAGS:
        raise SourceError(
            "S05",
            where,
            f"the page holds more than {MAX_TAGS:,} opening and closing tags",
            "Give one article at a time.",
        )
    from lxml.etree import LxmlError
    from trafilatura.utils import load_html

    from facta.article.formats.meta import about

    try:
        tree = load_html(_tame(html if _BODY.search(html) else f"<html><body>{html}</body></html>"))
    except (LxmlError, ValueError, RecursionError) as error:
        raise no_article(where) from error
    if tree is None:
        raise no_article(where)
    place = locate(tree)
    clock = take_clock(tree, place)
    facts = about(tree, url, clock, place)
    named = leads(tree, place)
    trim(tree, place)
    cut_teasers(tree, place)
    pieces = paragraphs(_body(tree, where))
    return _page(pieces, facts, named, clock, where)


def no_article(where: str) -> SourceError:
    """Return (not raise) the error for a page without an article."""
    return SourceError("S03", where, "there is no article in the page", "Give the page of one article, or its text.")


def _tame(html: str) -> str:
    """Return the page with absurd lists of attributes dropped: the parser takes quadratic time over them."""
    crowded = html.count("=") > _EQUALS_PER_TAG * html.count("<") + LONG_TAG_CHARS
    if len(html) < LONG_TAG_CHARS or not (crowded or _LONG.search(html)):
        return html
    pieces: list[str] = []
    last = 0
    for match in _LONG_TAG.finditer(html):
        tag = match.group()
        if len(tag) > LONG_TAG_CHARS and len(_VALUE.sub(" ", tag).split()) > MAX_ATTRIBUTES:
            pieces += (html[last : match.start()], tag.split(None, 1)[0])
            last = match.end()
    return "".join((*pieces, html[last:])) if pieces else html


def _body(tree: Any, where: str) -> Any:  # noqa: ANN401 - an lxml element
    """Return trafilatura's tree of the article."""
    from trafilatura import bare_extraction

    try:
        document = bare_extraction(
            tree, include_comments=False, include_formatting=True, include_tables=True, with_metadata=False
        )
    except (RecursionError, ValueError, AttributeError, TypeError) as error:
        raise no_article(where) from error
    body = getattr(document, "body", None)
    if body is None:
        raise no_article(where)
    return body


def _page(pieces: list[tuple[str, bool]], facts: About, named: Leads, clock: str | None, where: str) -> Page:
    """Put headline and paragraphs together, parted by blank lines."""
    title = clean(facts.title)[:META_CHARS] if facts.title else None
    hints = list(facts.hints)
    lead = next((i for i, (text, _) in enumerate(pieces[:_LEAD]) if title and _same(text, title)), None)
    if lead is not None and all(dateline_day(t) or clock_day(t) or is_furniture(t) for t, _ in pieces[:lead]):
        pieces = [*pieces[:lead], *pieces[lead + 1 :]]
        while len(pieces) > lead and title and _same(pieces[lead][0], title):
            pieces.pop(lead)
    pieces = _without_title(pieces, title) if title else pieces
    back = missing(named.below, [text for text, _ in pieces])
    pieces = [(back, False), *pieces] if back else pieces
    pieces = _before_boxes(pieces)
    body: list[tuple[str, bool, str]] = []
    for i, (text, strong) in enumerate(pieces):
        day = (dateline_day(text) or clock_day(text)) if len(text) < META_CHARS else None
        if day and i < 4 and day != clock:
            hints.append(Hint(day, "byline"))
        if "\n" not in text and (is_furniture(text) or day):
            continue
        body.append((text, strong, "standfirst" if i < 2 and letters(text) in named.letters else "body"))
    if not body:
        raise no_article(where)
    if day := headline_day(title):
        hints.append(Hint(day, "byline"))
    lines = [(title, False, "headline"), *body] if title else body
    out, at = [], 0
    for text, strong, part in lines:
        out.append(Block(at, at + len(text), strong, part))
        at += len(text) + 2
    whole = "\n\n".join(text for text, _, _ in lines)
    blocks = _untitled(whole, out) if title is None else out
    return Page(
        text=whole,
        blocks=tuple(blocks),
        title=title,
        url=facts.url,
        publisher=facts.publisher,
        language=facts.language,
        clock=clock,
        hints=tuple(hints),
    )


def _untitled(text: str, blocks: list[Block]) -> list[Block]:
    """Take a first line that is a heading for the headline of a page that names none."""
    first = blocks[0]
    return [replace(first, part="headline"), *blocks[1:]] if first.strong and len(blocks) > 1 else blocks


def _before_boxes(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return what stands before a heading of other articles at the end (*Partner news*), if most of the text does."""
    headings = kinds("furniture")["block"]
    total, passed = sum(len(text) for text, _ in pieces), 0
    for i, (text, _) in enumerate(pieces):
        if passed >= _BEFORE_BOXES * total and text.lower().strip(" :.…»›") in headings:
            return pieces[:i]
        passed += len(text)
    return pieces


def _without_title(pieces: list[tuple[str, bool]], title: str) -> list[tuple[str, bool]]:
    """Take a headline that is repeated at the beginning of a first paragraph off it."""
    out = list(pieces)
    for i, (text, strong) in enumerate(out[:_LEAD]):
        rest = text[len(title) :].lstrip()
        if len(title.split()) >= _TITLE_WORDS and text.startswith(title) and rest[:1].isupper() and " " in rest:
            out[i] = (rest, strong)
    return out


def _same(line: str, title: str) -> bool:
    """Say whether a paragraph repeats the headline."""
    a, b = letters(line), letters(title)
    return bool(a) and (
        a == b or (len(a) >= _SAME_TITLE * len(b) and len(b) >= _SAME_TITLE * len(a) and (a in b or b in a))
    )
