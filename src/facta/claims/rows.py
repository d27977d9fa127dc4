"""The words of a page in one row, for finders that cross sentences."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from facta.claims.page import Page
from facta.claims.quotes import Quote
from facta.records import Token
from facta.resources.reporting import Reporting

#: Words between a quotation and its verb: *said the head of the union of dockers in the port of Riga*.
WINDOW = 30

Verb = tuple[int, int]


@dataclass(slots=True)
class Scan:
    """Words of the page in one row, and which verb each quotation went to."""

    page: Page
    row: list[tuple[int, Token]]
    starts: list[int]
    lines: list[int]
    given: dict[Verb, list[Quote]] = field(default_factory=dict)
    entry: dict[Verb, Reporting] = field(default_factory=dict)


def paragraph_end(scan: Scan, place: int) -> int:
    """Return where the paragraph around a place ends."""
    k = bisect_left(scan.lines, place)
    return scan.lines[k] if k < len(scan.lines) else len(scan.page.text)


def paragraph_start(scan: Scan, place: int) -> int:
    """Return where the paragraph around a place starts."""
    k = bisect_left(scan.lines, place)
    return scan.lines[k - 1] + 1 if k else 0
