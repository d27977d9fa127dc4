"""Pages to time on: the golden articles, mixed anew for each page and wrapped in page furniture.

>>> from random import Random
>>> page = make_page(["One paragraph here.", "Another stands here."], 7, Random(1))
>>> "Another stands here." in page
True
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from random import Random

GOLDEN = Path(__file__).parents[2] / "tests" / "golden"
PARAGRAPHS = 12
"""Paragraphs a page: some 450 words, the length of a usual news story."""
NAMES = ("Ibarra", "Okafor", "Lindqvist", "Haddad", "Petrov", "Nakamura", "Silva", "Moreau", "Khan", "Novak")


def make_pages(number: int, seed: int = 1) -> list[str]:
    """Return that many different pages, the same for one seed."""
    texts = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(GOLDEN.glob("*.json"))]
    paragraphs = [p for text in texts for p in text.split("\n\n")[1:] if len(p) > 120]
    draw = Random(seed)  # noqa: S311 (a repeatable choice, no secret)
    return [make_page(draw.sample(paragraphs, PARAGRAPHS), n, draw) for n in range(number)]


def make_page(paragraphs: list[str], n: int, draw: Random) -> str:
    """Return one page around some paragraphs; a sentence of its own in each keeps caches from knowing it."""
    own = [
        f"{draw.choice(NAMES)} counted {draw.randrange(10, 9999)} lorries on the road to the border on day {k}."
        for k in range(len(paragraphs))
    ]
    body = "\n".join(f"<p>{escape(p)} {line}</p>" for p, line in zip(paragraphs, own, strict=True))
    menu = "".join(f'<li><a href="/{k}">Section {k}</a></li>' for k in range(12))
    more = "".join(f'<li><a href="/more/{k}">{draw.choice(NAMES)} wins round {k}</a></li>' for k in range(15))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Border report {n}</title>'
        '<meta property="article:published_time" content="2023-03-01T10:00:00Z">'
        f"<script>var page = {n};</script></head><body><nav><ul>{menu}</ul></nav>"
        f"<main><article><h1>Border report {n}</h1>{body}</article></main>"
        f"<aside><h3>More</h3><ul>{more}</ul></aside><footer>© Border Report</footer></body></html>"
    )
