"""What a page says about itself: headline, address, publisher, language, and the days it gives for its publication."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from facta.article.dates import LAST_YEAR, in_range, mentions
from facta.article.formats.place import Place
from facta.article.formats.visible import shown_day, shows
from facta.article.limits import META_CHARS
from facta.article.published import Hint
from facta.article.words import rows

_ISO_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SLASHED = re.compile(r"\s*(\d{4})[/.](\d{2})[/.](\d{2})(?!\d)")
_COMPACT = re.compile(r"\s*((?:19|20)\d{2})(\d{2})(\d{2})(?=$|T)")
_URL_DAY = re.compile(
    r"/((?:19|20)\d{2})[/._-](\d{1,2})[/._-](\d{1,2})(?=[/._-]|$)|[/_-]((?:19|20)\d{2})[-_]?(0[1-9]|1[0-2])[-_]?(0[1-9]|[12]\d|3[01])(?=[/._-]|$)"
)
_SUFFIX = re.compile(r"\s+[|–—·•»:-]\s+(?=[^|–—·•»]+$)")
_MAX_SCRIPT = 500_000
_MAX_NODES = 2_000
_MARKED = re.compile(r"publi|entry-date|post-date")
_UNSEEN = frozenset({"script", "style", "noscript", "template", "head"})
_MAX_SEEN = 200_000
_ZONES = 1  # days by which machine-readable times differ for time zones alone
_MAX_DAYS = 6
"""Different days that a page may show for the first of them to be believed. On 44 pages without any better sign the
first of at most six was right 22 times and wrong twice; of more, or of none, every third was wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A page's word about itself; anything may be missing."""

    title: str | None
    url: str | None
    publisher: str | None
    language: str | None
    hints: tuple[Hint, ...]


def about(tree: Any, url: str | None, clock: str | None, place: Place) -> About:  # noqa: ANN401 - an lxml element
    """Return what a page says about itself; ``clock`` bounds the days that are searched in its text."""
    meta = _meta(tree)
    linked = list(_linked_data(tree))
    url = url or _address(tree, meta)
    title = _title(tree, meta, linked)
    hints = tuple(dict.fromkeys(_hints(tree, meta=meta, linked=linked, url=url, title=title, clock=clock, place=place)))
    language = tree.get("lang") or tree.get("xml:lang") or meta.get("og:locale") or meta.get("language")
    return About(title=title, url=url, publisher=_publisher(meta, linked, url), language=language, hints=hints)


def _meta(tree: Any) -> dict[str, str]:  # noqa: ANN401
    """Return the first content of each meta tag by its lower-case name."""
    out: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if content and name and content.strip():
            out.setdefault(name.strip().lower(), content.strip())
    return out


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """Yield the objects of a page's JSON-LD, nested ones too."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > _MAX_SCRIPT:
            continue
        try:
            todo = [json.loads(script.text.strip().rstrip(";"), strict=False)]
        except (ValueError, RecursionError):
            todo = _salvaged(script.text)
        for _ in range(_MAX_NODES):
            if not todo:
                break
            node = todo.pop(0)
            if isinstance(node, list):
                todo += node
            elif isinstance(node, dict):
                yield node
                todo += [v for k, v in node.items() if k in {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"}]


def _salvaged(script: str) -> list[Any]:
    """Return the dates of JSON-LD that is no JSON."""
    match = re.search(r'"datePublished"\s*:\s*"([^"]{8,40})"', script)
    return [{"@type": "Article", "datePublished": match.group(1)}] if match else []


def _is_article(node: dict[str, Any]) -> bool:
    """Say whether a node of JSON-LD is an article."""
    kind = node.get("@type")
    return any(
        "Article" in str(k) or "Posting" in str(k) or str(k) in {"Report", "Review", "Recipe"}
        for k in (kind if isinstance(kind, list) else [kind])
    )


def day_of(value: object) -> str | None:
    """Return the ISO day of a machine-readable date, or None.

    >>> day_of("2024-06-13T09:42:00+03:00"), day_of("20171120"), day_of("soon")
    ('2024-06-13', '2017-11-20', None)
    """
    match = _ISO_DAY.match(str(value)) or _COMPACT.match(str(value)) or _SLASHED.match(str(value)) if value else None
    return _checked(match.groups()) if match else None


def _checked(parts: tuple[str | None, ...]) -> str | None:
    """Return the ISO day of year, month and day, if there is one."""
    try:
        day = date(*(int(p) for p in parts if p)).isoformat()
    except (ValueError, TypeError):
        return None
    return day if in_range(day) else None


def url_day(url: str | None) -> str | None:
    """Return the day in an address.

    >>> url_day("https://example.org/news/2017/11/20/envoy.html")
    '2017-11-20'
    """
    match = _URL_DAY.search(url) if url else None
    return _checked(tuple(g for g in match.groups() if g)) if match else None


def _hints(
    tree: Any,  # noqa: ANN401
    *,
    meta: dict[str, str],
    linked: list[dict[str, Any]],
    url: str | None,
    title: str | None,
    clock: str | None,
    place: Place,
) -> Iterator[Hint]:
    """Yield the days that a page gives for its publication, the surest first.

    An address holds the paper's own day, machine-readable times often that of Greenwich.
    """
    stated = next(_stated(tree, meta, linked), None)
    if day := url_day(url):
        yield Hint(day, "meta" if stated == day else "url")
        if stated and stated != day:
            yield Hint(stated, "meta")
        return
    shown = shown_day(tree, title, place)
    if stated:
        # No page is updated before it is published; one that shows an earlier day was moved, its metadata made anew.
        if shown and shown.day < stated and (shown.update or _apart(shown.day, stated) > _ZONES):
            yield Hint(shown.day, "byline")
        yield Hint(stated, "meta")
        if shown:
            yield Hint(shown.day, "byline")
    elif day := shown.day if shown else _searched(tree, clock, place):
        yield Hint(day, "byline")


def _apart(day: str, other: str) -> int:
    """Return the days between two days."""
    return abs((date.fromisoformat(other) - date.fromisoformat(day)).days)


def _stated(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]]) -> Iterator[str]:  # noqa: ANN401
    """Yield the days of publication in JSON-LD, meta tags and marked time tags."""
    nodes = sorted(linked, key=lambda node: not _is_article(node))
    marked = (
        e.get("datetime") or e.get("content")
        for e in tree.xpath('//time|//*[@itemprop="datePublished"]|//*[contains(@property, "datePublished")]')
        if e.get("itemprop") == "datePublished"
        or e.get("property")
        or e.get("pubdate") is not None
        or _MARKED.search(e.get("class") or "")
    )
    values = [
        *(node.get("datePublished") for node in nodes if _is_article(node)),
        *(meta.get(row["name"]) for row in rows("meta")),
        *marked,
        *(node.get("datePublished") for node in nodes),
    ]
    yield from filter(None, map(day_of, values))


def _searched(tree: Any, clock: str | None, place: Place) -> str | None:  # noqa: ANN401
    """Return the day that htmldate finds elsewhere in the page, if it is the first of few shown beside the article."""
    from htmldate import find_date

    seen = [e for e in place.elements if e.tag not in _UNSEEN and e.text and any(c.isdigit() for c in e.text)]
    days = [m.iso for m in mentions("\n|\n".join(e.text for e in seen)[:_MAX_SEEN]) if m.iso]
    if not days or len(set(days)) > _MAX_DAYS:
        return None
    bound = clock or f"{LAST_YEAR}-12-31"
    try:
        day = find_date(tree, original_date=True, extensive_search=False, max_date=bound)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    if not in_range(day) or days[0] != day:
        return None
    return day if any(shows(e, day, place) for e in seen) else None


def _address(tree: Any, meta: dict[str, str]) -> str | None:  # noqa: ANN401
    """Return the page's own address."""
    for link in tree.iter("link"):
        href = link.get("href") or ""
        if (link.get("rel") or "").lower() == "canonical" and href.startswith(("http://", "https://")):
            return str(href)
    return next((u for u in (meta.get("og:url"), meta.get("twitter:url")) if u and u.startswith("http")), None)


def _publisher(meta: dict[str, str], linked: list[dict[str, Any]], url: str | None) -> str | None:
    """Return who publishes: ``og:site_name``, JSON-LD's publisher, else the host's name."""
    names: list[object] = [meta.get("og:site_name"), meta.get("application-name")]
    for node in linked:
        body = node.get("publisher")
        body = body[0] if isinstance(body, list) and body else body
        if isinstance(body, dict):
            names.insert(1, body.get("name"))
    for name in names:
        if isinstance(name, str) and 1 < len(name.strip()) <= META_CHARS:
            return " ".join(name.split())
    return host(url)


def host(url: str | None) -> str | None:
    """Return the host of an address without ``www``.

    >>> host("https://www.example.org/a")
    'example.org'
    """
    try:
        name = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def _title(tree: Any, meta: dict[str, str], linked: list[dict[str, Any]]) -> str | None:  # noqa: ANN401
    """Return the headline: the one ``h1`` that the page's other titles agree with, else the best of those."""
    told = [node.get("headline") for node in linked if _is_article(node)] + [
        meta.get("og:title"),
        meta.get("twitter:title"),
    ]
    shown = tree.find(".//title")
    told.append(_short("".join(shown.itertext())) if shown is not None else None)
    titles = [" ".join(t.split()) for t in told if isinstance(t, str) and t.strip()]
    heads = [h for e in tree.iter("h1") if (h := " ".join("".join(e.itertext()).split())) and len(h) <= 2 * META_CHARS]
    for head in heads:
        if any(_agree(head, t) for t in titles):
            return head
    if titles:
        return _SUFFIX.split(titles[0])[0] if len(titles) == 1 or titles[0] == titles[-1] else titles[0]
    return heads[0] if heads else None


def _agree(head: str, title: str) -> bool:
    """Say whether a heading is a title, or the title without the site's name."""
    a, b = ("".join(c for c in x.lower() if c.isalnum()) for x in (head, title))
    return len(a) > 3 and (a in b or (len(b) > 20 and b in a))


def _short(text: str) -> str:
    return text[: 2 * META_CHARS]
