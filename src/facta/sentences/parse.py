r"""From the turns of an article to parsed sentences.

Text outside every turn is page furniture and is never parsed. A sentence never crosses a paragraph or a turn.

>>> paragraphs("One.\n\nTwo.", 0, 10)
[Span(start=0, end=4), Span(start=6, end=10)]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from facta.records import Article, Sentence, Span, Turn, TurnKind
from facta.sentences.dateline import dateline

_PARAGRAPH_END = re.compile(r"\n\s*\n|\n")

#: A dateline ends so many characters into its paragraph at the latest.
_DATELINE_CHARS = 100

#: A sentence is cut here at the latest, in characters.
MAX_SENTENCE_CHARS = 1_200

#: Longest paragraph handed to the parser at once, in characters.
MAX_PARAGRAPH_CHARS = 8 * MAX_SENTENCE_CHARS

_SENTENCE_ENDS = (". ", "? ", "! ", ".\"", ".”")


class Parser(Protocol):
    """What a parser must offer: cut a paragraph into sentences and parse those that ``worth`` accepts."""

    def parse(self, chunks: Iterable[tuple[str, int, int]], worth: Callable[[list[str]], bool]) -> Iterator[Sentence]:
        """Yield sentences of ``(text, offset, turn)`` chunks; ``worth`` sees the words of each sentence."""
        ...


def parse(
    article: Article, parser: Parser, worth: Callable[[list[str]], bool] = lambda words: True
) -> tuple[Sentence, ...]:
    """Return the parsed sentences of an article in order of its text.

    Sentences whose words ``worth`` refuses are left out: they cost nothing, and no later stage misses them.
    """
    chunks = (
        (article.text[piece.start : piece.end], piece.start, number)
        for piece, number, is_prose in prose(article)
        if is_prose
    )
    return tuple(parser.parse(chunks, worth))


def paragraphs(text: str, start: int, end: int) -> list[Span]:
    """Return the stretches between line ends inside ``[start, end)``, without the blanks around them."""
    out = []
    for match in _PARAGRAPH_END.finditer(text, start, end):
        out.append(trimmed(text, start, match.start()))
        start = match.end()
    out.append(trimmed(text, start, end))
    return [span for span in out if span.start < span.end]


def pieces(text: str, span: Span) -> Iterator[tuple[Span, bool]]:
    """Cut a paragraph that is too long for the parser's memory at ends of sentences.

    Yields ``(span, is_prose)``; a long stretch without any end of a sentence is a table, a list or noise, not prose.
    """
    start = span.start
    while span.end - start > MAX_PARAGRAPH_CHARS:
        window_end = start + MAX_PARAGRAPH_CHARS
        cut = max(text.rfind(mark, start, window_end) for mark in _SENTENCE_ENDS)
        yield trimmed(text, start, cut + 1 if cut >= 0 else window_end), cut >= 0
        start = cut + 1 if cut >= 0 else window_end
    yield trimmed(text, start, span.end), True


def prose(article: Article) -> Iterator[tuple[Span, int, bool]]:
    """Yield the pieces of all turns with the number of their turn, and whether they are prose."""
    turns = article.turns or (Turn(kind=TurnKind.NARRATION, speaker=None, start=0, end=len(article.text)),)
    for number, turn in enumerate(turns):
        for paragraph in paragraphs(article.text, turn.start, turn.end):
            start = paragraph.start + dateline(article.text[paragraph.start : paragraph.start + _DATELINE_CHARS])
            for piece, is_prose in pieces(article.text, Span(start, paragraph.end)):
                yield piece, number, is_prose


def not_prose(article: Article) -> tuple[Span, ...]:
    """Return the stretches that ``parse`` leaves out because no sentence ends in them."""
    return tuple(piece for piece, _, is_prose in prose(article) if not is_prose)


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without leading and trailing white space."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
