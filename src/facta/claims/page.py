"""What every finder of claims looks at, and the draft that it makes.

>>> Draft(cue=Span(5, 9), content=[Span(10, 20)], stance=Stance.NEUTRAL, rule="say.that").source is None
True
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from facta.claims.quotes import Quote
from facta.records import Sentence, Span, Stance
from facta.resources.reporting import ReportingLexicon

#: A source longer than this is a slip of the parser; only the words around its head are kept.
MAX_SOURCE_WORDS = 40

_LOOSE = frozenset((",", ";", ".", ":", "—", "–", "-"))
_BRANCHES = frozenset(("relcl", "appos", "acl", "conj", "cc", "punct"))
_EDGE = " \t\r\n\u00a0,;:–—"


@dataclass(slots=True, kw_only=True)
class Draft:
    """A claim in the making; ``head`` is the sentence and token of the source's head word."""

    cue: Span | None
    content: list[Span]
    stance: Stance
    rule: str
    source: Span | None = None
    head: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Text, sentences, quotations and lexicon of one article."""

    text: str
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    lexicon: ReportingLexicon

    def quote_at(self, place: int) -> Quote | None:
        """Return the quotation that ``place`` stands in."""
        k = bisect_right(self.quotes, place, key=_start) - 1
        return self.quotes[k] if k >= 0 and place < self.quotes[k].end else None

    def holds_quote(self, span: Span) -> bool:
        """Say whether a closed quotation lies inside ``span``."""
        k = bisect_right(self.quotes, span.start - 1, key=_start)
        return k < len(self.quotes) and self.quotes[k].closed and span.contains(self.quotes[k].span)

    def trimmed(self, start: int, end: int) -> Span | None:
        """Return the stretch without blanks, commas and dashes at its edges; None when nothing is left."""
        while start < end and self.text[start] in _EDGE:
            start += 1
        while end > start and self.text[end - 1] in _EDGE:
            end -= 1
        return Span(start, end) if start < end else None

    def settle(self, cue: Span, spans: Iterable[Span | None]) -> list[Span]:
        """Keep contents inside the quotation that the cue stands in, and never cut another quotation in two."""
        frame = self.quote_at(cue.start)
        out: list[Span] = []
        for span in spans:
            if span is None:
                continue
            start, end = span
            if frame is not None:
                start = max(start, frame.start + len(frame.mark))
                end = min(end, frame.end - frame.closed * len(frame.mark))
            else:
                start, end = self._whole(start, end, cue)
            piece = self.trimmed(start, end) if start < end else None
            if piece is not None and any(map(str.isalnum, self.text[piece.start : piece.end])):
                out.append(piece)
        return out

    def _whole(self, start: int, end: int, cue: Span) -> tuple[int, int]:
        """Widen a stretch so that the quotations at its edges lie in it entirely."""
        first, last = self.quote_at(start), self.quote_at(end - 1)
        if first is not None and not (first.start < cue.end and cue.start < end):
            start = first.start
        if last is not None and last.start >= start:
            end = max(end, last.end) if not (end <= cue.start < last.end) else end
        elif self.text[end : end + 1] and self.text[end] in "”’\"'»" and self.quote_at(end) is not None:
            end = max(end, (self.quote_at(end) or last or self.quotes[0]).end)
        return start, end


def _start(quote: Quote) -> int:
    return quote.start


def extent(sentence: Sentence, i: int, without: Iterable[int] = ()) -> Span:
    """Return the stretch from the first to the last word that depends on ``i``, leaving out some branches."""
    tokens = sentence.tokens
    low = high = i
    barred = frozenset(without)
    todo = [i]
    while todo:
        k = todo.pop()
        low, high = min(low, k), max(high, k)
        todo.extend(c for c in sentence.children[k] if c not in barred)
    while high > low and (tokens[high].text in _LOOSE or tokens[high].pos == "SPACE"):
        high -= 1
    return Span(tokens[low].start, tokens[high].end)


def statement(sentence: Sentence, i: int) -> Span:
    """Return the stretch between semicolons that word ``i`` stands in."""
    start, end = sentence.start, sentence.end
    for token in sentence.tokens:
        if token.text == ";" and token.i < i:
            start = token.end
        elif token.text == ";":
            end = token.start
            break
    return Span(start, end)


def cue_of(sentence: Sentence, i: int, last: int | None = None) -> Span:
    """Return a verb with its auxiliaries, negation, particle and the adverbs right beside it (PolNeAR's convention).

    ``last`` is a later word that belongs to the cue: the preposition of *called for*, the noun of *made the claim*.
    """
    tokens = sentence.tokens
    low = high = i
    own = {k for k in sentence.children[i] if tokens[k].dep in ("aux", "auxpass", "neg", "advmod")}
    while low - 1 in own and tokens[low - 1].tag not in ("WRB",):
        low -= 1
    if last is None and any(tokens[k].dep == "aux" and k < low and low - k == 2 for k in own):
        low -= 2 if low >= 2 and low - 2 in own and tokens[low - 1].pos in ("ADV", "PART") else 0
    for k in sentence.children[i]:
        if tokens[k].dep == "prt" and 0 < k - i <= 2:
            high = max(high, k)
    if last is not None and last > high:
        high = last
    return Span(tokens[low].start, tokens[high].end)


def source_span(page: Page, sentence: Sentence, i: int, cue: Span) -> Span:
    """Return the whole noun phrase of a source's head, titles, appositions and relative clauses included."""
    span = extent(sentence, i)
    words = [t for t in sentence.tokens if span.start <= t.start < span.end]
    crosses = span.start < cue.end and cue.start < span.end
    frame = page.quote_at(sentence.tokens[i].start)
    quoted = frame is None and (page.quote_at(span.start) is not None or page.quote_at(span.end - 1) is not None)
    if len(words) > MAX_SOURCE_WORDS or crosses or quoted:
        span = extent(sentence, i, [t.i for t in sentence.dependents(i) if t.dep in _BRANCHES])
        if span.start < cue.end and cue.start < span.end:
            span = Span(sentence.tokens[i].start, sentence.tokens[i].end)
    return page.trimmed(*span) or Span(sentence.tokens[i].start, sentence.tokens[i].end)
