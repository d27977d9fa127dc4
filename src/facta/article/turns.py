r"""Cutting an article into turns: blocks in, who speaks in each of them out.

An article without an interview is a headline, perhaps a standfirst, and narration. In an interview the scheme that
marks the voices (labels, dashes, bold questions, quotation marks, or nothing at all) says which paragraph is whose.

>>> text = "Ada Lind: We wait\n\nAda Lind spoke to The Norland Post.\n\n– Will you go?\n\n– No.\n\nNot now."
>>> [(t.kind.value, t.speaker, text[t.start : t.end]) for t in turns(text, cut(text), None).turns][2:]
[('question', 'The Norland Post', 'Will you go?'), ('answer', 'Ada Lind', 'No.\n\nNot now.')]
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from facta.article.blocks import Block, cut
from facta.article.lines import Voice
from facta.article.schemes import marked
from facta.article.voices import Voices, headline_name, told
from facta.article.words import any_of
from facta.records import Turn, TurnKind

__all__ = ["Cut", "cut", "turns"]

_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“”", "'": "'", "‘": "’"}
_STARS = re.compile(r"[*_]{2}")


@dataclass(frozen=True, slots=True)
class Cut:
    """The turns of an article, and the names that its voices gave."""

    turns: tuple[Turn, ...]
    names: tuple[str, ...]


def turns(text: str, blocks: Sequence[Block], publisher: str | None) -> Cut:
    """Return the turns of a text; paragraphs that are furniture, clock or dateline stay outside."""
    coded = [b for b in blocks if b.part in {"body", "headline", "standfirst"}]
    body = [b for b in coded if b.part != "headline"]
    headline = next((b.text(text) for b in coded if b.part == "headline"), "")
    voices = told(headline, "\n".join(b.text(text) for b in body[:3]), publisher)
    said = marked(text, body, voices, publisher)
    if said is not None:
        intro = "\n".join(b.text(text) for b in body[: said.first])
        again = told(headline, intro, publisher)
        voices = again if again.interviewee or not voices.interviewee else voices
        said = marked(text, body, voices, publisher) or said
    out = [_headline(text, b, voices, said is not None) for b in coded if b.part == "headline"]
    lines = said.lines if said else [Voice(TurnKind.NARRATION, None, b.start, b.end) for b in body]
    left_out = [b.start for b in blocks if b.part not in {"body", "headline", "standfirst"}]
    out += _joined(_standfirst(text, body, lines, voices, said.first if said else 0), left_out)
    names = list(said.guests if said else ())
    if said and voices.interviewee and " " in voices.interviewee:
        names.insert(0, voices.interviewee)
    return Cut(tuple(t for t in out if t.end > t.start), tuple(dict.fromkeys(names)))


def _headline(text: str, block: Block, voices: Voices, interview: bool) -> Turn:
    """Return the turn of the headline: in an interview the interviewee's when it is quoted or says *Name: words*."""
    start, end = _bared(text, block.start, block.end)
    line = text[start:end]
    named = headline_name(line)
    if named and (interview or voices.announced):
        speaker = voices.interviewee if _fits(named[0], voices.interviewee) else named[0]
        start, end = _unquoted(text, start + named[1], end)
        return Turn(kind=TurnKind.HEADLINE, speaker=speaker, start=start, end=end)
    inner = _unquoted(text, start, end)
    if inner != (start, end) and (interview or voices.announced) and voices.interviewee:
        return Turn(kind=TurnKind.HEADLINE, speaker=voices.interviewee, start=inner[0], end=inner[1])
    return Turn(kind=TurnKind.HEADLINE, speaker=None, start=start, end=end)


def _fits(name: str, full: str | None) -> bool:
    """Say whether a name is a full name or the end of it."""
    return full is not None and (full == name or full.endswith(" " + name))


def _bared(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the stars, hashes or underscores of Markdown at its ends."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip("*_# "))
    return start + left, start + max(left, len(piece.rstrip("*_ ")))


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the quotation marks that hold all of it; the same span when they do not."""
    closing = _QUOTES.get(text[start : start + 1])
    if closing is None or end - start < 3 or text[end - 1] not in closing:
        return start, end
    inner = text[start + 1 : end - 1]
    if text[start] in inner or any(c in inner for c in closing if c not in "'’"):
        return start, end
    left = len(inner) - len(inner.lstrip())
    return start + 1 + left, start + 1 + max(left, len(inner.rstrip()))


def _standfirst(text: str, body: Sequence[Block], lines: list[Voice], voices: Voices, first: int) -> list[Voice]:
    """Mark the standfirst; words handed to somebody by the next sentence ("X expressed this opinion") are theirs."""
    out = list(lines)
    for i, line in enumerate(out[: max(first, 2)]):
        block = next((b for b in body if b.start <= line.start < b.end), None)
        if line.kind is not TurnKind.NARRATION or block is None:
            continue
        following = text[out[i + 1].start : out[i + 1].end][:600] if i + 1 < len(out) else ""
        handed = i < 2 and any_of("interview", "saying-this").search(following) is not None and not _speaks(text, line)
        if handed and voices.interviewee and voices.interviewee.split()[-1] in following:
            start, end = _unquoted(text, line.start, line.end)
            out[i] = Voice(TurnKind.STANDFIRST, voices.interviewee, start, end, line.fresh)
        elif block.part == "standfirst":
            inner = _unquoted(text, line.start, line.end)
            quoted = inner != (line.start, line.end) and first > 0
            out[i] = Voice(
                TurnKind.STANDFIRST,
                voices.interviewee if quoted else None,
                *(inner if quoted else (line.start, line.end)),
            )
    return out


def _speaks(text: str, line: Voice) -> bool:
    """Say whether a line itself announces the interview or hands words to somebody."""
    piece = text[line.start : line.end]
    return (
        any_of("interview", "strong-announce").search(piece) is not None
        or any_of("interview", "saying-this").search(piece) is not None
    )


def _joined(lines: Sequence[Voice], left_out: Sequence[int]) -> list[Turn]:
    """Return turns: paragraphs in one voice are joined until a mark opens a new turn, or a line is left out."""
    out: list[Turn] = []
    for line in lines:
        last = out[-1] if out else None
        whole = last is not None and bisect(left_out, line.start) == bisect(left_out, last.end)
        if last and whole and not line.fresh and (last.kind, last.speaker) == (line.kind, line.speaker):
            out[-1] = Turn(kind=last.kind, speaker=last.speaker, start=last.start, end=line.end)
        else:
            out.append(Turn(kind=line.kind, speaker=line.speaker, start=line.start, end=line.end))
    return out
