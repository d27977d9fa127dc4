"""Bootstrap intervals over articles: how far a score may be off because these articles and no others were read.

>>> from facta.evaluate.scores import Counts
>>> low, high = intervals([Counts(articles=1, gold=2, coded=2, found=2)] * 3, rounds=50)["detection_f1"]
>>> low, high
(1.0, 1.0)
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from facta.evaluate.scores import Counts, summary

ROUNDS = 1000
SEED = 20171120
LEVEL = 0.95


def total(counts: Sequence[Counts]) -> Counts:
    """Add up the counts of several articles."""
    return sum(counts, Counts())


Range = tuple[float, float]


def intervals(counts: Sequence[Counts], rounds: int = ROUNDS, seed: int = SEED) -> dict[str, Range | None]:
    """Return the central 95 % of each score over articles drawn with replacement; None where it cannot be known."""
    draw = random.Random(seed)  # noqa: S311 (a seeded resampling, no secret)
    drawn: dict[str, list[float]] = {name: [] for name in summary(Counts())}
    for _ in range(rounds if len(counts) > 1 else 0):
        for name, value in summary(total(draw.choices(counts, k=len(counts)))).items():
            if value is not None:
                drawn[name].append(value)
    return {name: _middle(sorted(values)) for name, values in drawn.items()}


def _middle(values: list[float]) -> Range | None:
    if not values:
        return None
    cut = (1 - LEVEL) / 2
    last = len(values) - 1
    return values[round(cut * last)], values[round((1 - cut) * last)]
