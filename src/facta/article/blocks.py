r"""Cutting a text into its paragraphs: text in, blocks with their places out, each told what part of the page it is.

>>> [b.part for b in cut("4 May 2024, Saturday, 8:16\nWe need your help\n\nTitle here\n\nMinsk recalled its envoy.")]
['clock', 'furniture', 'headline', 'body']
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from facta.article.credits import is_caption, is_credit, is_teaser
from facta.article.dates import clock_day, dateline_day
from facta.article.limits import MAX_PARAGRAPHS
from facta.article.words import kinds

MAX_HEADLINE = 220
"""Longest first paragraph that is read as a headline."""

_TOP_LINES = 8  # lines among which a page's clock and its dateline are looked for
_WRAP = (45, 100)  # a text broken into lines of such lengths is wrapped, not cut into paragraphs
_PARAGRAPH = re.compile(r"[^\s](?:[^\n]|\n(?![ \t\r]*\n))*")
_LINE = re.compile(r"[^\s\n][^\n]*")
_MARK = re.compile(r"(?:[-–—―]\s|\*\*|[QA][.:]\s|[A-ZÀ-ÞА-Я][^\n:.?!]{0,40}:\s)")
_BYLINE = re.compile(
    r"(?:by|text|photos?|interview(?:ed)? by|author|written by|reporting by|editing by):?\s+"
    r"(?:[A-Z][\w.'’-]*(?:,?\s+(?:and\s+)?|$)){1,8}$",
    re.IGNORECASE,
)
_ENDS = (".", "…", ":", ";", ",")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph ``[start, end)`` without the blank around it; ``strong`` when all of it is in bold or a heading."""

    start: int
    end: int
    strong: bool = False
    part: str = "body"  # body, headline, standfirst, clock, dateline, furniture

    def text(self, whole: str) -> str:
        """Return its characters."""
        return whole[self.start : self.end]


def cut(text: str, title: str | None = None) -> list[Block]:
    """Return the paragraphs of a plain text, furniture and headline told apart."""
    blocks = _told_apart(text, _split(text))
    return _headed(text, blocks, title)


def _split(text: str) -> list[Block]:
    """Return paragraphs: parted by blank lines, by lines where there are none, and where a line begins a new voice."""
    spans = [m.span() for m in islice(_PARAGRAPH.finditer(text), MAX_PARAGRAPHS + 1)]
    out: list[Block] = []
    by_line = len(spans) == 1 and not _wrapped(text)
    for start, end in spans:
        lines = [m.span() for m in islice(_LINE.finditer(text, start, end), MAX_PARAGRAPHS)]
        pieces = [lines[0][0]]
        for a, b in pairwise(lines):
            if by_line or _MARK.match(text, b[0]) or _aside(text[a[0] : a[1]].strip()):
                pieces.append(b[0])
        out += [_trimmed(text, s, e) for s, e in zip(pieces, [*pieces[1:], end], strict=True)]
        if len(out) >= MAX_PARAGRAPHS:
            break
    if len(out) >= MAX_PARAGRAPHS:
        out = out[:MAX_PARAGRAPHS]
        out[-1] = replace(out[-1], end=len(text.rstrip()))
    return [b for b in out if b.end > b.start]


def _wrapped(text: str) -> bool:
    """Say whether a text without blank lines is broken into lines of even length."""
    lengths = [len(line) for line in text.split("\n") if line.strip()]
    inner = sorted(lengths[:-1])
    return len(inner) > 2 and _WRAP[0] <= inner[len(inner) // 2] <= _WRAP[1] and inner[-1] <= _WRAP[1]


def _trimmed(text: str, start: int, end: int) -> Block:
    """Return the block without blanks at its ends."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Block(start, start + len(piece.strip()))


def _aside(line: str) -> bool:
    """Say whether a line is a clock, a dateline or furniture."""
    return is_furniture(line) or clock_day(line) is not None or dateline_day(line) is not None


def is_furniture(line: str) -> bool:
    """Say whether a line belongs to the page, not to its article.

    >>> is_furniture("We need your help"), is_furniture("We need your help, he said.")
    (True, False)
    """
    low = line.strip().strip("*_#|•·–-.:!»› ").lower().replace("’", "'")
    if low in kinds("furniture")["line"] or not any(c.isalnum() for c in low):
        return True
    if len(line) < MAX_HEADLINE and low.startswith(_starts()):
        return True
    return is_credit(line) or is_caption(line) or is_teaser(line)


def _starts() -> tuple[str, ...]:
    return tuple(kinds("furniture")["start"])


def _told_apart(text: str, blocks: list[Block]) -> list[Block]:
    """Return the blocks with clock, datelines and furniture named; a clock stands at the top, before any sentence."""
    out, top = [], True
    for i, block in enumerate(blocks):
        line, part = block.text(text), "body"
        if is_furniture(line):
            part = "furniture"
        elif top and i < _TOP_LINES and clock_day(line):
            part = "clock"
        elif dateline_day(line) or clock_day(line):
            part = "dateline"
        elif _BYLINE.match(line):
            part = "furniture"
        else:
            top = False
        out.append(replace(block, part=part, strong=_starred(line)))
    return out


def _starred(line: str) -> bool:
    """Say whether a paragraph is wholly set between double stars or underscores, as Markdown sets bold."""
    return (
        len(line) > 4 and line[:2] in {"**", "__"} and line.rstrip(".,;")[-2:] == line[:2] and line.count(line[:2]) == 2
    )


def _headed(text: str, blocks: list[Block], title: str | None) -> list[Block]:
    """Return the blocks with the headline named: the given title, else a first short line that is no sentence."""
    bodies = [i for i, b in enumerate(blocks) if b.part == "body"]
    if not bodies:
        return blocks
    first = bodies[0]
    line = blocks[first].text(text)
    known = title is not None and _plain(line) == _plain(title)
    looks = len(bodies) > 1 and len(line) <= MAX_HEADLINE and "\n" not in line and not line.endswith(_ENDS)
    if (
        known
        or (title is None and looks and not _MARK.match(line.lstrip('"“«')))
        or (title is None and looks and _named(line))
    ):
        blocks[first] = replace(blocks[first], part="headline")
    return blocks


def _named(line: str) -> bool:
    """Say whether a line opens with a name and a colon, as the headline of an interview does; no question does."""
    return line[:1].isupper() and ":" in line[:60] and not line.endswith("?")


def _plain(line: str) -> str:
    """Return the letters of a line, for comparing."""
    return "".join(c for c in line.lower() if c.isalnum())
