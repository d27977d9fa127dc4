r"""Hard-wrapped text: line breaks that only fill a column become spaces, so that a paragraph is one line; offsets stay.

A break is a filler when the next word would not have fitted. Verse, lists, labels and headings have other breaks, and
these stay.

>>> unwrap("The harbour boards of both towns met on Monday\nand agreed that the quay would be opened again for\n"
...        "timber, coal and grain before the winter, but\nnot for passengers.\n").count("\n")
1
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MIN_WIDTH, _MAX_WIDTH = 40, 132
"""Columns that texts are wrapped at."""

_FILLED = 0.6  # share of the breaks inside paragraphs that must be fillers
_MIN_BREAKS = 3  # breaks that show a column; with fewer a line must also go on in lower case
_SLACK = 2
_SAMPLE = 100_000  # characters that show whether a text is wrapped
_OPENS = re.compile(r"[\s>|]|[-–—―•*·#]\s|\*\*|\(?\d{1,3}[.)]\s|[QA]\d{0,2}[.:)]\s|[A-ZÀ-Þ][^\n:.?!]{0,40}:\s")
_CLOSED = re.compile(r"[.!?…:;][\"”»’')\]]*\s*$")


def unwrap(text: str) -> str:
    """Return ``text`` with the breaks of a fixed column replaced by spaces, one for one."""
    sample = text if len(text) <= _SAMPLE else text[: text.rfind("\n", 0, _SAMPLE) + 1]
    breaks = list(_breaks(sample))
    if not breaks:
        return text
    widths = sorted(len(a) for _, a, _ in breaks)
    width = widths[min(len(widths) - 1, int(len(widths) * 0.95))]
    if not _MIN_WIDTH <= width <= _MAX_WIDTH or widths[-1] > _MAX_WIDTH:
        return text
    if len(breaks) < _MIN_BREAKS:
        return _joined(text, [at for at, a, b in breaks if b[:1].islower() and _fills(a, b, width)])
    filled = sum(_fills(a, b, width) for _, a, b in breaks)
    if filled < _FILLED * len(breaks) or 2 * sum(not _CLOSED.search(a[-8:]) for _, a, _ in breaks) < len(breaks):
        return text
    return _joined(text, [at for at, a, b in _breaks(text) if _fills(a, b, width)])


def _breaks(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each break between two lines that follow each other: its place, the line before and the line after."""
    at, before = 0, ""
    for line in text.split("\n"):
        bare = line.rstrip()
        if before and bare:
            yield at - 1, before, line
        before, at = bare, at + len(line) + 1


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
