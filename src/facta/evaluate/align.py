r"""Alignment of two versions of one text, so that offsets of the coder's text can be compared with gold offsets.

The coder may read a page (furniture around the text) or mend a text (quotation marks, spaces). Words are aligned, not
characters: what both texts share from either end first, the rest by longest common runs.

>>> to_gold = aligner("The  envoy left.", "Menu\nThe envoy left.")
>>> to_gold(Span(9, 14)), to_gold(Span(0, 4))
(Span(start=5, end=10), None)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from difflib import SequenceMatcher

from facta.records import Span

WORD = re.compile(r"\w+|[^\w\s]")
RUN = tuple[int, int, int]  # start in theirs, start in ours, number of words


def aligner(ours: str, theirs: str) -> Callable[[Span], Span | None]:
    """Return a function that maps a span of ``theirs`` to the span of ``ours`` with the same words, or to None."""
    if ours == theirs:
        return lambda span: span
    a = [Span(*m.span()) for m in WORD.finditer(theirs)]
    b = [Span(*m.span()) for m in WORD.finditer(ours)]
    twin: dict[int, int] = {}
    for i, k, n in _runs([theirs[s.start : s.end] for s in a], [ours[s.start : s.end] for s in b]):
        twin.update((i + x, k + x) for x in range(n))
    starts = [s.start for s in a]

    def to_ours(span: Span) -> Span | None:
        first = max(bisect_right(starts, span.start) - 1, 0)
        hits: list[Span] = []
        for i in range(first, len(a)):
            if a[i].start >= span.end:
                break
            if i in twin and a[i].overlaps(span):
                shift = b[twin[i]].start - a[i].start
                hits.append(Span(max(a[i].start, span.start) + shift, min(a[i].end, span.end) + shift))
        return Span(hits[0].start, hits[-1].end) if hits else None

    return to_ours


def _runs(theirs: list[str], ours: list[str]) -> list[RUN]:
    """Return the common runs of two lists of words; equal beginnings and ends are taken off first, which is linear."""
    n = min(len(theirs), len(ours))
    head = next((i for i in range(n) if theirs[i] != ours[i]), n)
    rest = n - head
    tail = next((i for i in range(rest) if theirs[-1 - i] != ours[-1 - i]), rest)
    x, y = theirs[head : len(theirs) - tail], ours[head : len(ours) - tail]
    middle = SequenceMatcher(None, x, y, autojunk=False).get_matching_blocks()
    runs = [(0, 0, head), *((m.a + head, m.b + head, m.size) for m in middle)]
    return [*runs, (len(theirs) - tail, len(ours) - tail, tail)]
