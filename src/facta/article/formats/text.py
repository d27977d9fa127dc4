r"""Plain text: kept as it came, cut into blocks.

>>> page = parse("Minsk recalls envoy\n\nBelarus recalled its ambassador.", None)
>>> page.title, page.clock
('Minsk recalls envoy', None)
"""

from __future__ import annotations

from facta.article.blocks import cut
from facta.article.clean import repair
from facta.article.dates import clock_day, dateline_day, headline_day
from facta.article.formats.page import Page
from facta.article.published import Hint
from facta.article.wrap import unwrap

_EDGE_BLOCKS = 8  # blocks at the top, and at the end, among which a dateline is believed


def parse(text: str, title: str | None) -> Page:
    """Return a plain text as a page: same offsets, repaired one character for one, the breaks of a column as spaces."""
    text = unwrap(repair(text))
    blocks = cut(text, title)
    headline = next((b.text(text) for b in blocks if b.part == "headline"), None)
    clock = next((clock_day(b.text(text)) for b in blocks if b.part == "clock"), None)
    edge = [*blocks[:_EDGE_BLOCKS], *blocks[-2:]]
    days = [dateline_day(b.text(text)) or clock_day(b.text(text)) for b in edge if b.part == "dateline"]
    shown = headline.strip("*_# ") if headline else None
    hints = tuple(Hint(day, "byline") for day in (*days, headline_day(title or shown)) if day)
    return Page(text=text, blocks=tuple(blocks), title=title or shown, clock=clock, hints=hints)
