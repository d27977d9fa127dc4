"""How well things were put together: B³ (Bagga and Baldwin 1998, "Algorithms for scoring coreference chains").

For each item, precision is the share of its found cluster that belongs with it, recall the share of its true cluster
that was found with it; both are averaged over items.

>>> b_cubed({"a": 1, "b": 1, "c": 2}, {"a": "x", "b": "x", "c": "x"}).recall
1.0
>>> round(b_cubed({"a": 1, "b": 1, "c": 2}, {"a": "x", "b": "x", "c": "x"}).precision, 3)
0.556
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple


class Cubed(NamedTuple):
    """B³ scores, each from 0 to 1, over ``items``."""

    precision: float
    recall: float
    items: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Cubed:
    """Return the scores of ``found`` (item → cluster) against ``gold``; an item that was not found stands alone."""
    lone: dict[str, Hashable] = {item: found.get(item, ("alone", item)) for item in gold}
    true, put = _members(gold), _members(lone)
    shared = [(len(true[gold[item]] & put[lone[item]]), len(put[lone[item]]), len(true[gold[item]])) for item in gold]
    n = len(shared)
    precision, recall = (sum(row[0] / row[k] for row in shared) / (n or 1) for k in (1, 2))
    return Cubed(precision, recall, n)


def merged(
    pairs: Iterable[tuple[str, str]], gold: Mapping[str, str], found: Mapping[str, Hashable]
) -> list[tuple[str, str]]:
    """Return the pairs of true clusters that are not kept apart: some found cluster holds items of both."""
    of = defaultdict(set)
    for item, label in gold.items():
        if item in found:
            of[label].add(found[item])
    return [(a, b) for a, b in pairs if of[a] & of[b]]


def _members(clusters: Mapping[str, Hashable]) -> dict[Hashable, set[str]]:
    out: defaultdict[Hashable, set[str]] = defaultdict(set)
    for item, cluster in clusters.items():
        out[cluster].add(item)
    return out
