"""How well pages are read: text F1 beside plain trafilatura, publication days beside htmldate, and pages a second.

Run as ``python benchmarks/quality/pages.py [DATA] [--only aeb,wcxb,htmldate] [--limit N] [--wrong]``; DATA holds
folders with an ``index.jsonl`` of ``{url, html, text?, published?}`` and the gzipped pages that it names.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import logging
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import htmldate
import trafilatura
from trafilatura.utils import decode_file

from facta.article import read
from facta.errors import SourceError
from facta.records import Article, TurnKind

_WORD = re.compile(r"\w+")
_FAR = "2099-12-31"


class Scores(NamedTuple):
    """What one page gives: F1 of text, each with and without the headline, and the verdict on its day."""

    facta: float | None
    body: float | None
    plain: float | None
    day: str | None
    other: str | None
    seconds: tuple[float, float]


def f1(found: str, gold: str) -> float:
    """Return the F1 of two bags of words."""
    a, b = Counter(_WORD.findall(found.lower())), Counter(_WORD.findall(gold.lower()))
    same = (a & b).total()
    return 2 * same / (a.total() + b.total()) if a.total() + b.total() else 1.0


def pages(folder: Path) -> Iterator[tuple[dict[str, str], bytes]]:
    """Yield the entries of a folder's index with their pages."""
    for line in (folder / "index.jsonl").read_text(encoding="utf-8").strip().split("\n"):
        entry = json.loads(line)
        yield entry, gzip.decompress((folder / entry["html"]).read_bytes())


def article_of(page: bytes, url: str) -> Article | None:
    """Read a page; None where Facta finds no article."""
    try:
        return read(page, url=url)
    except SourceError:
        return None


def score(entry: dict[str, str], page: bytes) -> Scores:
    """Read one page with Facta and with the libraries alone."""
    start = time.process_time()
    article = article_of(page, entry["url"])
    middle = time.process_time()
    plain = trafilatura.extract(page, url=entry["url"], include_comments=False, with_metadata=True) or ""
    end = time.process_time()
    plain = re.sub(r"\A---\n.*?\n---\n", "", plain, flags=re.DOTALL)
    text = article.text if article else ""
    head = next((t for t in article.turns if t.kind is TurnKind.HEADLINE), None) if article else None
    gold = entry.get("text")
    day = when(article)
    other = (
        htmldate.find_date(decode_file(page), url=entry["url"], original_date=True, max_date=_FAR)
        if entry.get("published")
        else None
    )
    return Scores(
        f1(text, gold) if gold else None, f1(text[head.end :] if head else text, gold) if gold else None,
        f1(plain, gold) if gold else None, day, other, (middle - start, end - middle),
    )  # fmt: skip


def when(article: Article | None) -> str | None:
    """Return the published day, an interval with a slash, or None."""
    if article is None or article.published is None:
        return None
    p = article.published
    return p.start if p.start == p.end else f"{p.start}/{p.end}"


def mean(values: list[float]) -> float:
    """Return the mean, 0 for nothing."""
    return sum(values) / len(values) if values else 0.0


def report(name: str, rows: list[tuple[dict[str, str], Scores]]) -> None:
    """Print the scores of one folder."""
    texts = [s for _, s in rows if s.facta is not None]
    if texts:
        ours, body, plain = (mean([x or 0.0 for x in xs]) for xs in zip(*(s[:3] for s in texts), strict=True))
        print(f"{name:9} text F1    facta {ours:.3f}  without headline {body:.3f}  trafilatura {plain:.3f}")
    dated = [(e, s) for e, s in rows if e.get("published")]
    if dated:
        right = sum(s.day == e["published"] for e, s in dated)
        single = sum(s.day is not None and "/" not in s.day for _, s in dated)
        spans = [(s.day, e["published"]) for e, s in dated if s.day is not None and "/" in s.day]
        inside = sum(day[:10] <= gold <= day[11:] for day, gold in spans)
        other = sum(s.other == e["published"] for e, s in dated)
        print(
            f"{name:9} exact day  facta {right / len(dated):.3f}  precision {right / max(1, single):.3f}"
            f"  intervals {inside}/{len(spans)} right  htmldate {other / len(dated):.3f}"
        )
    ours, theirs = (sum(s.seconds[i] for _, s in rows) for i in (0, 1))
    print(f"{name:9} pages/s    facta {len(rows) / ours:.1f}  trafilatura {len(rows) / theirs:.1f}")


def main() -> None:
    """Score the folders that are there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path, default=Path("../shared/data/pages"))
    parser.add_argument("--only", default="aeb,wcxb,htmldate")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--wrong", action="store_true", help="list pages that score lower or have another day")
    options = parser.parse_args()
    logging.disable(logging.ERROR)
    digest = hashlib.sha256()
    print("text F1 over bags of words; days of publication as exact days")
    for name in options.only.split(","):
        rows = []
        for entry, page in list(pages(options.data / name))[: options.limit]:
            digest.update(page)
            rows.append((entry, score(entry, page)))
        if options.wrong:
            for e, s in rows:
                if s.facta is not None and s.plain is not None and s.facta < s.plain - 0.03:
                    print(f"  {e['html'][:60]} {s.facta:.2f} ({s.body:.2f}) < {s.plain:.2f} {e['url'][:80]}")
                if e.get("published") and s.day != e["published"]:
                    print(f"  {e['html'][:60]} {s.day} is {e['published']} (htmldate {s.other})")
        report(name, rows)
    print(f"data sha256:{digest.hexdigest()[:16]}")


if __name__ == "__main__":
    main()
