"""Which column of a table of pages is what: by the names that are usual, or as the user says.

>>> row = {"body": "Peru recalled its envoy.", "date": "2019-05-16T08:00:00Z"}
>>> page = Columns.of(["text=body"]).page("a.jsonl:1", "a.jsonl", row)
>>> page.text, page.published
('Peru recalled its envoy.', '2019-05-16')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from facta.article.archives.page import Page
from facta.errors import UsageError

USUAL: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article_text", "maintext"),
    "html": ("html", "raw_html", "page"),
    "url": ("url", "link", "source_url"),
    "published": ("published", "date", "date_publish", "published_at", "pubdate"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "outlet", "source_domain", "site"),
}
"""What a page may have, and the column names under which it is looked for, the first that is there."""

_ISO_DAY = 10


@dataclass(frozen=True, slots=True)
class Columns:
    """Column names by what they hold."""

    names: tuple[tuple[str, tuple[str, ...]], ...] = tuple(USUAL.items())

    @classmethod
    def of(cls, pairs: Iterable[str]) -> Columns:
        """Return the usual names with those that the user gives as ``WHAT=COLUMN`` instead.

        Raises:
            UsageError: U30 it is no such pair, or there is no such thing.

        """
        names = dict(USUAL)
        for pair in pairs:
            what, sign, column = pair.partition("=")
            if what not in USUAL or not sign or not column:
                raise UsageError("U30", pair, "it is no WHAT=COLUMN", f"WHAT is one of {', '.join(USUAL)}.")
            names[what] = (column,)
        return cls(tuple(names.items()))

    def wanted(self, present: Iterable[str]) -> list[str]:
        """Return those of the columns present that hold anything of a page."""
        known = {name for _, names in self.names for name in names}
        return [name for name in present if name in known]

    def hold_pages(self, present: Iterable[str]) -> bool:
        """Say whether a table with these columns has text or HTML."""
        known = dict(self.names)
        return not {*known["text"], *known["html"]}.isdisjoint(present)

    def page(self, name: str, holder: str, row: Mapping[str, object], on_disk: int = 0) -> Page | None:
        """Return the page that a row is, or None if it has neither text nor HTML."""
        values = {what: next((row[n] for n in names if row.get(n) is not None), None) for what, names in self.names}
        text, html = _text(values["text"]), _text(values["html"])
        if text is None and html is None:
            return None
        return Page(
            name=name, holder=holder, data=None if html is None else html.encode("utf-8", "replace"),
            text=text if html is None else None, published=_day(values["published"]), url=_text(values["url"]),
            title=_text(values["title"]), publisher=_text(values["publisher"]), bytes_on_disk=on_disk,
        )


def _text(value: object) -> str | None:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return value if isinstance(value, str) and value.strip() else None


def _day(value: object) -> str | None:
    """Return a day, or two with a slash between, as ``read`` takes them; what is no date counts as unknown."""
    if isinstance(value, Mapping):
        start, end = _day(value.get("start")), _day(value.get("end"))
        return f"{start}/{end}" if start and end else start
    if isinstance(value, date):
        return value.isoformat()[:_ISO_DAY]
    try:
        return date.fromisoformat(str(value)[:_ISO_DAY]).isoformat()
    except ValueError:
        return None
