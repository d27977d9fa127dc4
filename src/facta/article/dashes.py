r"""Interviews marked by dashes or by numbers: before questions only, before answers only, or before both.

>>> from facta.article.blocks import cut
>>> text = "– Will you go?\n\nI will.\n\nSoon.\n\n– They say that you lied.\n\nThey do.\n\n– Why?\n\nAsk them."
>>> [line.kind.value[0] for line in dashed(text, cut(text), Voices(), None).lines]
['q', 'a', 'a', 'q', 'a', 'q', 'a']
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from facta.article.bare import asks
from facta.article.blocks import Block
from facta.article.lines import MIN_QUESTIONS, Said, Voice, who
from facta.article.voices import Voices
from facta.records import TurnKind

_DASH = re.compile(r"[*_]{0,2}[-–—―]\s*(?=[^\s\d-])")
_NUMBER = re.compile(r"[*_]{0,2}(?:(?:Question|Q)\s*)?\(?(?P<n>\d{1,2})[.):]\s*(?=[^\s\d])")
_BOTH = 0.3  # share of dashes followed at once by another from which both voices bear them
_MOST = 0.6  # share of plain paragraphs before a dash that ask where only answers bear one
_LONG = 700  # characters of a marked paragraph on the average beyond which it is no question


def dashed(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Return the voices of paragraphs of which some begin with a dash."""
    marks = [i for i, b in enumerate(body) if _DASH.match(text, b.start, b.end)]
    if len(marks) < 2:
        return None
    asking = sum(asks(body[i].text(text)) for i in marks)
    pairs = sum(a + 1 == b for a, b in pairwise(marks))
    known = set(marks)
    lead = [i - 1 for i in marks if i and i - 1 not in known]
    plain_asking = sum(asks(body[i].text(text)) for i in lead)
    if pairs >= _BOTH * (len(marks) - 1):
        if not asking or (not voices.announced and asking < MIN_QUESTIONS and not asks(body[marks[0]].text(text))):
            return None
        return _both(text, body, marks, voices, outlet)
    if plain_asking >= max(MIN_QUESTIONS, _MOST * len(lead), asking + 1):
        return _answers(text, body, marks, voices, outlet)
    if asking >= MIN_QUESTIONS and (voices.announced or 2 * asking >= len(marks)) and _short(text, body, marks):
        return _questions(text, body, marks, voices, outlet, _DASH)
    return None


def numbered(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Return the voices of paragraphs whose questions are numbered from one up."""
    marks: list[int] = []
    for i, block in enumerate(body):
        match = _NUMBER.match(text, block.start, block.end)
        if match and int(match.group("n")) == len(marks) + 1:
            marks.append(i)
    asking = sum(asks(body[i].text(text)) for i in marks)
    known = set(marks)
    answered = sum(i + 1 < len(body) and i + 1 not in known for i in marks)
    if asking < MIN_QUESTIONS or 2 * asking < len(marks) or answered < 0.8 * len(marks):
        return None
    if not voices.announced and not voices.interviewee:
        return None
    return _questions(text, body, marks, voices, outlet, _NUMBER)


def _short(text: str, body: Sequence[Block], marks: Sequence[int]) -> bool:
    """Say whether marked paragraphs are short enough for questions."""
    return sum(len(body[i].text(text)) for i in marks) <= _LONG * len(marks)


def _both(text: str, body: Sequence[Block], marks: Sequence[int], voices: Voices, outlet: str | None) -> Said:
    """Give each dash to the other voice; a paragraph without one goes on."""
    lines: list[Voice] = []
    kind, fresh = TurnKind.ANSWER, set(marks)
    for i, block in enumerate(body):
        if i < marks[0]:
            lines.append(Voice(TurnKind.NARRATION, None, block.start, block.end))
            continue
        if i in fresh:
            kind = TurnKind.QUESTION if kind is TurnKind.ANSWER else TurnKind.ANSWER
        lines.append(_voice(text, block, kind, who(kind, voices, outlet), i in fresh, _DASH))
    return Said(lines, marks[0], ())


def _questions(
    text: str, body: Sequence[Block], marks: Sequence[int], voices: Voices, outlet: str | None, mark: re.Pattern[str]
) -> Said:
    """Give marked paragraphs to the outlet, all others after the first to the person interviewed."""
    lines: list[Voice] = []
    asked = set(marks)
    for i, block in enumerate(body):
        if i < marks[0]:
            lines.append(Voice(TurnKind.NARRATION, None, block.start, block.end))
            continue
        kind = TurnKind.QUESTION if i in asked else TurnKind.ANSWER
        lines.append(_voice(text, block, kind, who(kind, voices, outlet), i in asked or i - 1 in asked, mark))
    return Said(lines, marks[0], ())


def _answers(text: str, body: Sequence[Block], marks: Sequence[int], voices: Voices, outlet: str | None) -> Said:
    """Give marked paragraphs and what follows them to the person interviewed, the one before each to the outlet."""
    lines: list[Voice] = []
    said = set(marks)
    first = marks[0] - 1 if marks[0] and asks(body[marks[0] - 1].text(text)) else marks[0]
    for i, block in enumerate(body):
        if i < first:
            lines.append(Voice(TurnKind.NARRATION, None, block.start, block.end))
            continue
        asked = i not in said and i + 1 in said
        kind = TurnKind.QUESTION if asked else TurnKind.ANSWER
        lines.append(_voice(text, block, kind, who(kind, voices, outlet), asked or i in said, _DASH))
    return Said(lines, first, ())


def _voice(
    text: str, block: Block, kind: TurnKind, speaker: str | None, fresh: bool, mark: re.Pattern[str]
) -> Voice:
    """Return a paragraph's voice, its mark and the stars around it left outside."""
    match = mark.match(text, block.start, block.end)
    start = match.end() if match and fresh else block.start
    piece = text[start : block.end]
    starred = text[block.start : block.start + 2] in {"**", "__"} and piece.rstrip(" .,;")[-2:] in {"**", "__"}
    end = start + len(piece.rstrip(" .,;").rstrip("*_ ")) if starred else block.end
    return Voice(kind, speaker, start, end, fresh)
