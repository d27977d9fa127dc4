"""What every scheme of marking an interview hands on: a voice for each paragraph.

>>> Voice(TurnKind.ANSWER, "Ada Lind", 0, 5).fresh
False
"""

from __future__ import annotations

from typing import NamedTuple

from facta.article.blocks import Block
from facta.article.voices import Voices
from facta.records import TurnKind

MIN_QUESTIONS = 2
"""Questions that an interview holds at least."""


class Voice(NamedTuple):
    """One paragraph's voice; ``fresh`` when a mark opens it."""

    kind: TurnKind
    speaker: str | None
    start: int
    end: int
    fresh: bool = False


class Said(NamedTuple):
    """All paragraphs' voices, the position of the first that belongs to the interview, and the guests' names."""

    lines: list[Voice]
    first: int
    guests: tuple[str, ...]


def bare_span(text: str, block: Block) -> tuple[int, int]:
    """Return a paragraph's span without the stars that set it in bold."""
    piece = block.text(text)
    if not block.strong or piece[:2] not in {"**", "__"}:
        return block.start, block.end
    return block.start + 2, block.start + len(piece.rstrip(" .,;").rstrip("*_ "))


def who(kind: TurnKind, voices: Voices, outlet: str | None) -> str | None:
    """Return the name for a kind of turn where only one person is interviewed."""
    return outlet if kind is TurnKind.QUESTION else voices.interviewee
