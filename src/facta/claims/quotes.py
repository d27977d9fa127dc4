r"""From the text of an article to the stretches in quotation marks.

Works on characters alone, in one pass, so that it sees quotations that run over several sentences and paragraphs, and
costs the same on hostile text. Only outermost quotations are returned; apostrophes and inch marks are none.

>>> text = "“No,” he said. “It isn’t 6'2\" tall.”"
>>> [text[quote.start : quote.end] for quote in find_quotes(text)]
['“No,”', '“It isn’t 6\'2" tall.”']
"""

from __future__ import annotations

import re
from typing import NamedTuple

from facta.records import Span

#: A quotation that is never closed, or runs on by opening marks, ends after so many paragraphs.
MAX_PARAGRAPHS = 8

#: Single quotation marks pair only within so many characters: longer stretches are apostrophes far apart.
MAX_SINGLE = 1_500

_CLOSERS = {
    "“": ("”",), "„": ("“", "”"), "«": ("»",), '"': ('"',), "''": ("''",), "``": ("''",), "‘": ("’",), "'": ("'",),
}
_MARK = re.compile("[“”„«»\"‘’']|``")
_BEFORE_OPEN = frozenset("([{—–-/“\"‘'«„…:;,")
_LINE = re.compile(r"[^\n]+")


class Quote(NamedTuple):
    """A quotation with its marks; ``closed`` is False when the closing mark is missing."""

    start: int
    end: int
    mark: str
    closed: bool

    @property
    def span(self) -> Span:
        """The stretch with its marks."""
        return Span(self.start, self.end)


class _Open(NamedTuple):
    start: int
    mark: str
    paragraphs: int


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Return the outermost quotations of ``text`` in order."""
    found: list[Quote] = []
    held: _Open | None = None
    last_end = 0
    for line in _LINE.finditer(text):
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        if start == line.end():
            continue
        if held is not None:
            if held.paragraphs < MAX_PARAGRAPHS and _opens_again(text, start, held.mark):
                held = held._replace(paragraphs=held.paragraphs + 1)
                start += len(held.mark)
            else:
                found.append(Quote(held.start, last_end, held.mark, False))
                held = None
        held = _scan(text, start, line.end(), held, found)
        last_end = line.end()
    if held is not None:
        found.append(Quote(held.start, last_end, held.mark, False))
    return tuple(found)


def _opens_again(text: str, start: int, mark: str) -> bool:
    return text.startswith(mark, start) or (mark == "„" and text.startswith("“", start))


def _scan(text: str, start: int, end: int, held: _Open | None, found: list[Quote]) -> _Open | None:
    """Read one paragraph; return the quotation that is still open at its end."""
    depth, at = 1, start
    while (match := _MARK.search(text, at, end)) is not None:
        at, mark = match.end(), match.group()
        place = match.start()
        if mark == "'" and text.startswith("'", at):
            mark, at = "''", at + 1
        if held is None:
            held, at = _opening(text, place, mark, Span(at, end), found)
            depth = 1
        elif mark in _CLOSERS[held.mark] and _closes(text, place, at, mark, held.mark):
            depth -= 1
            if depth == 0:
                found.append(Quote(held.start, at, held.mark, True))
                held = None
        elif mark == held.mark and mark in "“«„":
            depth += 1
        elif mark == held.mark and _can_open(text, place, at):
            # A straight mark that opens while another is open: the first was never closed.
            found.append(Quote(held.start, place, held.mark, False))
            held = _Open(place, mark, 1)
    return held


def _opening(text: str, place: int, mark: str, rest: Span, found: list[Quote]) -> tuple[_Open | None, int]:
    """Open a quotation at ``place`` if the mark can; single marks are paired here and now, or not at all.

    ``rest`` is what follows the mark in its paragraph. Returns the open quotation and where to read on.
    """
    at, end = rest
    if mark in ("‘", "'"):
        close = _single_close(text, at, min(end, at + MAX_SINGLE), mark) if _can_open(text, place, at) else -1
        if close < 0:
            return None, at
        found.append(Quote(place, close + 1, mark, True))
        return None, close + 1
    if mark in ("“", "„", "«", "``") or (mark in ('"', "''") and _can_open(text, place, at)):
        return _Open(place, mark, 1), at
    return None, at


def _can_open(text: str, place: int, after: int) -> bool:
    """Say whether a straight mark stands before a word and after a blank, a bracket, a dash or the start."""
    if after >= len(text) or text[after].isspace():
        return False
    return place == 0 or text[place - 1].isspace() or text[place - 1] in _BEFORE_OPEN


def _closes(text: str, place: int, after: int, mark: str, opened: str) -> bool:
    if opened not in ('"', "''"):
        return True
    if mark == '"' and text[place - 1].isdigit() and after < len(text) and text[after].isalnum():
        return False
    follows = text[after : after + 1]
    return not (text[place - 1].isspace() and follows.strip()) or not follows.isalnum()


def _single_close(text: str, at: int, end: int, mark: str) -> int:
    """Return where a single quotation closes: after punctuation if it can, else at the first mark that ends a word."""
    wanted = "’" if mark == "‘" else "'"
    fallback = -1
    for place in range(at, end):
        sign = text[place]
        if sign == mark and _can_open(text, place, place + 1):
            break
        if sign != wanted or text[place - 1].isspace() or text[place + 1 : place + 2].isalnum():
            continue
        if text[place - 1] in ".,?!…":
            return place
        if fallback < 0 or text[fallback - 1] == "s":
            fallback = place
            if text[place - 1] != "s":
                break
    return fallback
