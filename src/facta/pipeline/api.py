"""The functions of ``import facta``: each uses one coder that is made on first use and kept."""

from __future__ import annotations

import gc
from functools import lru_cache

from facta.pipeline.coder import Coder
from facta.records import Article, Claim, Coding, Timex, Verdict


@lru_cache(maxsize=1)
def default() -> Coder:
    """Return the coder with the built-in resources, made once and kept: no search for garbage need look at it again."""
    coder = Coder()
    gc.freeze()
    return coder


def code(article: Article) -> Coding:
    """Return what was done and what was said in an article: ``.events``, ``.claims``, ``.failures``."""
    return default().code(article)


def relate(
    text: str, *, actor: tuple[int, int] | None, recipient: tuple[int, int] | None
) -> list[tuple[str, float]]:
    """Return all 16 types with a probability each, most probable first: what ``actor`` does to ``recipient``.

    Both are ``(start, end)`` in characters of ``text``, or None for a party that the text does not name.
    The probabilities sum to 1.

    Raises:
        UsageError: a span lies outside the text.

    """
    return default().relate(text, actor=actor, recipient=recipient)


def status(text: str, *, trigger: tuple[int, int]) -> Verdict:
    """Return status, polarity, a score from -3 (did not happen) to 3 (did), and the words that decided.

    Raises:
        UsageError: the span lies outside the text or holds no word.

    """
    return default().status(text, trigger=trigger)


def claims(text: str) -> tuple[Claim, ...]:
    """Return who says what in a text: source, cue and content spans."""
    return default().claims(text)


def times(text: str, *, published: str | None = None) -> tuple[Timex, ...]:
    """Return the time expressions of a text with TIMEX3 value and interval; relative ones need ``published``."""
    return default().times(text, published=published)
