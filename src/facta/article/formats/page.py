"""What every input format hands on: the text with its blocks, and what the page says about itself.

>>> Page(text="x").language is None
True
"""

from __future__ import annotations

from dataclasses import dataclass

from facta.article.blocks import Block
from facta.article.published import Hint


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as read: ``text`` is final, ``blocks`` point into it, ``hints`` are days given for its publication."""

    text: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    clock: str | None = None
    hints: tuple[Hint, ...] = ()
