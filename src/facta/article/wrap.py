r"""Hard-wrapped text: line breaks that only fill a column become spaces, so that a paragraph is one line; offsets stay.

A break is a filler when the next word would not have fitted. Verse, lists, labels and headings have other breaks, and
these stay.

>>> unwrap("The harbour boards of both towns met on Monday\nand agreed that the quay would be opened again for\n"
...        "timber, coal and grain before the winter, but\nnot for passengers.\n").count("\n")
1
"""

from __future__ import annotations

import re
from itertools import pairwise

_MIN_WIDTH, _MAX_WIDTH = 40, 132
"""Columns that texts are wrapped at."""

_FILLED = 0.6  # share of the breaks inside paragraphs that must be fillers
_MIN_BREAKS = 3  # breaks that show a column; with fewer a line must also go on in lower case
_SLACK = 2
_LINE = re.compile(r"[^\n]+")
_OPENS = re.compile(r"[\s>|]|[-–—―•*·#]\s|\*\*|\(?\d{1,3}[.)]\s|[QA]\d{0,2}[.:)]\s|[A-ZÀ-Þ][^\n:.?!]{0,40}:\s")
_CLOSED = re.compile(r"[.!?…:;][\"”»’')\]]*\s*$")


def unwrap(text: str) -> str:
    """Return ``text`` with the breaks of a fixed column replaced by spaces, one for one."""
    if text.count("\n") < 1:
        return text
    lines = [m for m in _LINE.finditer(text) if not m.group().isspace()]
    breaks = [
        (a, b)
        for a, b in pairwise(lines)
        if text.count("\n", a.end(), b.start()) == 1 and not text[a.end() : b.start()].strip()
    ]
    if not breaks:
        return text
    widths = sorted(len(a.group().rstrip()) for a, _ in breaks)
    width = widths[min(len(widths) - 1, int(len(widths) * 0.95))]
    if not _MIN_WIDTH <= width <= _MAX_WIDTH or widths[-1] > _MAX_WIDTH:
        return text
    fillers = [a.end() for a, b in breaks if _fills(a.group().rstrip(), b.group(), width)]
    open_ = sum(not _CLOSED.search(a.group()) for a, _ in breaks)
    if len(breaks) < _MIN_BREAKS:
        fillers = [a.end() for a, b in breaks if a.end() in set(fillers) and b.group()[:1].islower()]
    elif len(fillers) < _FILLED * len(breaks) or 2 * open_ < len(breaks):
        return text
    return _joined(text, fillers)


def _fills(line: str, following: str, width: int) -> bool:
    """Say whether a line ends only because the next word would not have fitted."""
    if _OPENS.match(following) or len(line) < _MIN_WIDTH // 2:
        return False
    return len(line) + 1 + len(following.split(None, 1)[0]) > width - _SLACK


def _joined(text: str, fillers: list[int]) -> str:
    """Return ``text`` with the breaks at some places replaced by spaces."""
    pieces: list[str] = []
    last = 0
    for end in fillers:
        start = end - (text[end - 1] == "\r")
        pieces += (text[last:start], " " * (end + 1 - start))
        last = end + 1
    return "".join((*pieces, text[last:]))
