"""Quotations without a verb: lines signed with a name behind a dash, and lines that a name and a colon open."""

from __future__ import annotations

from bisect import bisect_left

from facta.claims.page import Draft
from facta.claims.quotes import Quote
from facta.claims.rows import WINDOW, Scan, paragraph_end, paragraph_start
from facta.records import Span, Stance

_DASHES = frozenset(("—", "–", "-", "--", "―"))


def signed(scan: Scan, quote: Quote) -> Draft | None:
    """Read a line that ends in a dash and a name: *"…" — Mira Dol, mayor of Tavna*."""
    page = scan.page
    k = bisect_left(scan.starts, quote.end)
    end = paragraph_end(scan, quote.end)
    line = [pair for pair in scan.row[k : k + WINDOW] if pair[1].start < end]
    names = [t for _, t in line[1:]]
    if not names or len(line) == WINDOW or line[0][1].text not in _DASHES:
        return None
    if names[0].pos not in ("PROPN", "DET", "NOUN"):
        return None
    if any(t.pos in ("VERB", "AUX") or page.quote_at(t.start) is not None for t in names):
        return None
    source = page.trimmed(names[0].start, names[-1].end)
    head = next((t for t in names if t.pos in ("PROPN", "NOUN") and t.dep != "compound"), names[0])
    return Draft(
        cue=Span(line[0][1].start, line[0][1].end), content=[quote.span], source=source, head=(line[0][0], head.i),
        stance=Stance.NEUTRAL, rule="say.signature",
    )


def headed(scan: Scan, quote: Quote) -> Draft | None:
    """Read a line that begins with a name, a colon and a quotation: *Minister Mira Dol on Radio Tavna: "…"*."""
    page = scan.page
    k = bisect_left(scan.starts, quote.start) - 1
    start = max(paragraph_start(scan, quote.start), page.sentences[scan.row[k][0]].start) if k >= 0 else 0
    line = [pair for pair in scan.row[max(0, k - WINDOW) : k + 1] if pair[1].start >= start]
    if len(line) < 2 or len(line) > WINDOW or line[-1][1].text != ":":
        return None
    names = [t for _, t in line[:-1]]
    if names[0].pos not in ("PROPN", "DET", "NOUN", "ADJ") or any(t.pos in ("VERB", "AUX", "PUNCT") for t in names):
        return None
    named = names[: next((j for j, t in enumerate(names) if t.pos == "ADP"), len(names))]
    head = next((t for t in reversed(named) if t.pos in ("PROPN", "NOUN")), None)
    if head is None or not (head.pos == "PROPN" or head.lemma in page.lexicon.speakers):
        return None
    return Draft(
        cue=Span(line[-1][1].start, line[-1][1].end), content=[quote.span], source=page.trimmed(start, named[-1].end),
        head=(line[0][0], head.i), stance=Stance.NEUTRAL, rule="say.signature",
    )
