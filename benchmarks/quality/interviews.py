"""Interviews read from their pages, as a reader would check them: ``python -m benchmarks.quality.interviews [GOLD…]``.

For each interview among the gold articles that has a page: how many of its deeds are found with the right actor, how
many false deeds are added, how many of all statements are found, and of these how many with status and polarity right
and with the right speaker (whose turn it is) and source (the innermost, by code and sector); the day of publication,
how it is known, and the page's clock.
"""

from __future__ import annotations

import sys
from pathlib import Path

import facta
from facta.evaluate import gold as gold_files
from facta.evaluate.marks import GoldArticle, Mark
from facta.evaluate.pairs import codes, pair
from facta.evaluate.scores import count, marks, same_source

GOLDEN = Path(__file__).parents[2] / "tests" / "golden"


def main(paths: list[Path]) -> None:
    """Print a block of counts for each interview."""
    for article in gold_files.load(paths):
        if article.html and article.genre == "interview":
            print(f"{article.id} · facta {facta.__version__} · {article.title}")
            for name, value in measured(article).items():
                print(f"  {name:32}{value}")


def measured(article: GoldArticle) -> dict[str, str]:
    """Return the counts of one interview."""
    coding = facta.code(facta.read((article.html or "").encode()))
    gold, coded = article.mentions, marks(article, coding)
    twins = [(gold[i], coded[k]) for i, k in pair(gold, coded, typed=True).items()]
    deeds = [g for g in gold if g.happened]
    both = [(g, c) for g, c in twins if g.happened and c.happened]
    found = [g for g, c in both if not codes(g.actors) or codes(g.actors) & codes(c.actors)]
    status = [g for g, c in twins if (g.status, g.polarity) == (c.status, c.polarity)]
    source = [g for g, c in twins if same_source(g, c)]
    speaker = [g for g, c in twins if same_speaker(g, c)]
    day = coding.article.published
    return {
        "deeds found, actor right": f"{len(found)}/{len(deeds)}", "false deeds": str(count(gold, coded).false_facts),
        "statements found": f"{len(twins)}/{len(gold)}", "status and polarity right": f"{len(status)}/{len(twins)}",
        "speaker right by name": f"{len(speaker)}/{len(twins)}",
        "source right by code and sector": f"{len(source)}/{len(twins)}",
        "published": f"{day.start}..{day.end} ({day.basis}), gold {article.published}" if day else "unknown",
        "page clock": str(coding.article.page_clock),
    }


def same_speaker(gold: Mark, coded: Mark) -> bool:
    """Say whether the outermost speakers, who own the turn, bear the same name, or neither record has a speaker."""
    ours, theirs = _names(gold), _names(coded)
    return bool(ours & theirs) or ours == theirs


def _names(mark: Mark) -> set[str]:
    return {p.text.lower().split()[-1] for p in mark.sources[0] if p.text} if mark.sources else set()


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]] or [GOLDEN])
