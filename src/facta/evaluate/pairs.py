"""Which predicted mark is which gold mark: one-to-one, by overlap of triggers.

>>> from facta.records import Polarity, Span, Status
>>> def mark(start, end, kind):
...     return Mark(trigger=Span(start, end), text="", type=kind, status=Status.ACTUAL, polarity=Polarity.POSITIVE)
>>> gold, coded = [mark(0, 5, "AID"), mark(9, 12, "AGREE")], [mark(9, 10, "AID"), mark(3, 6, "AID")]
>>> pair(gold, coded, typed=True), pair(gold, coded, typed=False)
({0: 1}, {0: 1, 1: 0})
"""

from __future__ import annotations

from collections.abc import Sequence

from facta.evaluate.marks import Mark, Party

Pairs = dict[int, int]


def codes(parties: Sequence[Party]) -> frozenset[str]:
    """Return the codes of some parties; those without a code leave nothing."""
    return frozenset(p.code for p in parties if p.code)


def likeness(gold: Mark, coded: Mark) -> tuple[int, ...]:
    """Return how well two overlapping marks fit; of several twins the best is taken."""
    a, b = gold.trigger, coded.trigger
    return (
        gold.type == coded.type,
        (codes(gold.actors) == codes(coded.actors)) + (codes(gold.recipients) == codes(coded.recipients)),
        (gold.status == coded.status) + (gold.polarity == coded.polarity),
        min(a.end, b.end) - max(a.start, b.start),
    )


def pair(gold: Sequence[Mark], coded: Sequence[Mark], *, typed: bool) -> Pairs:
    """Return the largest one-to-one pairing of overlapping marks, gold position to coded position.

    With ``typed`` the types must agree too. Among twins of one mark the better likeness is tried first.
    """
    edges: dict[int, list[int]] = {}
    for i, g in enumerate(gold):
        twins = [k for k, c in enumerate(coded) if c.trigger.overlaps(g.trigger) and (not typed or c.type == g.type)]
        fits = {k: likeness(g, coded[k]) for k in twins}
        edges[i] = sorted(twins, key=fits.__getitem__, reverse=True)
    return _largest(edges, gold, coded)


def _largest(edges: dict[int, list[int]], gold: Sequence[Mark], coded: Sequence[Mark]) -> Pairs:
    """Find a largest matching by augmenting paths, starting from the most alike (graphs of a few nodes)."""
    owner: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for k in edges[i]:
            if k in tried:
                continue
            tried.add(k)
            if k not in owner or place(owner[k], tried):
                owner[k] = i
                return True
        return False

    def best(i: int) -> tuple[int, ...]:
        return likeness(gold[i], coded[edges[i][0]]) if edges[i] else ()

    for i in sorted(edges, key=best, reverse=True):
        place(i, set())
    return {i: k for k, i in sorted(owner.items(), key=lambda pair: pair[1])}
