"""What the encoder sees by itself, for the docs: ``python -m benchmarks.quality.encoder [GOLD…]``.

A run of words in which one type of act is likelier than none is an act of that type; types are scored as in
``facta evaluate``. Roles, status and the rest need the rules.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import facta
from facta.evaluate import gold
from facta.evaluate.marks import GoldArticle
from facta.hints import Encoder
from facta.records import Hints, Sentence, Span
from facta.resources.roster import load_roster

HERE = Path(__file__).parents[2]


def acts(sentence: Sentence, hints: Hints) -> list[tuple[Span, str]]:
    """Return the runs of words that the encoder takes for acts, with their types."""
    out: list[tuple[Span, str]] = []
    last = None
    for token in sentence.tokens:
        type_, sure = hints.best(token.i)
        here = type_ if sure > hints.none(token.i) else None
        if here is not None and here == last:
            out[-1] = (Span(out[-1][0].start, token.end), here)
        elif here is not None:
            out.append((Span(token.start, token.end), here))
        last = here
    return out


def right(article: GoldArticle, coder: facta.Coder, encoder: Encoder) -> tuple[int, int, int]:
    """Return how many acts are right in place and type, how many are seen, and how many gold has."""
    read = facta.from_text(article.text, published=article.published, title=article.title)
    seen = [act for s in coder.sentences(read) for act in acts(s, encoder.read(read.text, s))]
    free, hits = list(range(len(seen))), 0
    for mark in article.mentions:
        twin = next((k for k in free if seen[k][1] == mark.type and seen[k][0].overlaps(mark.trigger)), None)
        if twin is not None:
            free.remove(twin)
            hits += 1
    return hits, len(seen), len(article.mentions)


def main() -> None:
    """Print the score."""
    options = argparse.ArgumentParser(prog="benchmarks.quality.encoder", description=__doc__)
    options.add_argument("gold", nargs="*", type=Path, default=[HERE / "corpus" / "test"])
    chosen = options.parse_args()
    coder, encoder = facta.Coder(encoder=False), Encoder(load_roster())
    counts = [right(article, coder, encoder) for article in gold.load(chosen.gold)]
    hits, seen, wanted = (sum(column) for column in zip(*counts, strict=True))
    print(f"facta {facta.__version__} · sha256:{gold.digest(chosen.gold)}")
    print(f"type F1 {2 * hits / (seen + wanted):.3f} · precision {hits / seen:.3f} · recall {hits / wanted:.3f}")


if __name__ == "__main__":
    main()
