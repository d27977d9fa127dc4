"""Is a confidence of .8 right in 80 of 100 records? ``python -m benchmarks.quality.calibration [GOLD…]``.

Prints a reliability table over gold texts (``corpus/test`` by default): the records of each band of confidence, their
mean confidence, and how many have a gold twin of the same type there; and the expected calibration error, the mean gap
between the two, weighted by records (Naeini et al., AAAI 2015).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import facta
from facta.evaluate import gold
from facta.evaluate.marks import GoldArticle

BANDS = 10
HERE = Path(__file__).parents[2]


def judged(article: GoldArticle) -> list[tuple[float, bool]]:
    """Return the confidence of every coded record and whether gold has one of its type at those words."""
    read = facta.from_text(
        article.text, published=article.published, title=article.title, publisher=article.publisher
    )
    return [
        (e.confidence, any(m.trigger.overlaps(e.trigger) and m.type == e.type for m in article.mentions))
        for e in facta.code(read).events
    ]


def reliability(found: list[tuple[float, bool]]) -> list[tuple[int, float, float]]:
    """Return for each band that holds any: how many records, their mean confidence, the share that is right."""
    out = []
    for band in range(BANDS):
        inside = [(p, right) for p, right in found if min(int(p * BANDS), BANDS - 1) == band]
        if inside:
            out.append((
                len(inside), sum(p for p, _ in inside) / len(inside), sum(right for _, right in inside) / len(inside),
            ))
    return out


def error(bands: list[tuple[int, float, float]]) -> float:
    """Return the expected calibration error."""
    return sum(n * abs(p - share) for n, p, share in bands) / sum(n for n, _, _ in bands)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(prog="benchmarks.quality.calibration", description=__doc__)
    options.add_argument("gold", nargs="*", type=Path, default=[HERE / "corpus" / "test"])
    chosen = options.parse_args()
    bands = reliability([pair for article in gold.load(chosen.gold) for pair in judged(article)])
    print(f"facta {facta.__version__} · sha256:{gold.digest(chosen.gold)}")
    print(f"{'records':>8}{'confidence':>12}{'right':>8}")
    for n, p, share in bands:
        print(f"{n:>8}{p:>12.2f}{share:>8.2f}  {'#' * round(share * 40)}")
    print(f"expected calibration error {error(bands):.3f}")


if __name__ == "__main__":
    main()
