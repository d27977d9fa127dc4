"""How interviews mark their voices: labels, dashes, bold questions, quoted answers, or nothing but question marks.

Paragraphs in, one voice for each out; None when they are no interview.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from facta.article.bare import alternate, asks, personal
from facta.article.blocks import Block
from facta.article.dashes import dashed, numbered
from facta.article.labels import labelled
from facta.article.lines import MIN_QUESTIONS, Said, Voice, bare_span, who
from facta.article.voices import Voices, official
from facta.records import TurnKind

_QUOTED = re.compile(r"[\"“«„»‘]")
_CLOSING = "\"”»“«’"
_QUOTE_END = re.compile(rf"[{_CLOSING}][.,!?…]?$")
_ASKING, _ASKING_ANNOUNCED = 0.5, 0.3
"""Share of bold paragraphs that must end in a question mark, and the same where an interview is announced."""



def marked(text: str, body: Sequence[Block], voices: Voices, publisher: str | None) -> Said | None:
    """Return the voices by the first scheme that the paragraphs follow."""
    outlet = voices.outlet or publisher
    if outlet and official(outlet):
        outlet = None  # a ministry prints what it was asked, but it does not ask
    found = (
        labelled(text, body, voices, outlet)
        or dashed(text, body, voices, outlet)
        or _strong(text, body, voices, outlet)
        or _quoted(text, body, voices, outlet)
        or numbered(text, body, voices, outlet)
    )
    if found is None and voices.announced:
        found = _bare(text, body, voices, outlet)
    return found._replace(lines=_closed(text, found.lines)) if found else None


def _strong(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Read questions set in bold, in italics or as headings, and answers that are not."""
    strong = [i for i, b in enumerate(body) if b.strong and len(b.text(text)) > 3]
    skip = 0  # a heading and a standfirst in bold, before the first question
    while skip + 1 < len(strong) and strong[skip] + 1 == strong[skip + 1] and not asks(body[strong[skip]].text(text)):
        skip += 1
    strong = strong[skip:]
    if not strong:
        return None
    asked = [body[i].text(text) for i in strong]
    answers = [b for i, b in enumerate(body) if i > strong[0] and not b.strong]
    asking = sum(map(asks, asked))
    share = _ASKING_ANNOUNCED if voices.announced and voices.interviewee else _ASKING
    if asking < MIN_QUESTIONS or asking < share * len(strong) or len(answers) < asking:
        return None
    if not personal([b.text(text) for b in answers], asked, announced=voices.announced):
        return None
    first = next(i for i in strong if asks(body[i].text(text)) or i == strong[0])
    lines = [Voice(TurnKind.NARRATION, None, *bare_span(text, b)) for b in body[:first]]
    for block in body[first:]:
        kind = TurnKind.QUESTION if block.strong else TurnKind.ANSWER
        fresh = bool(lines) and lines[-1].kind is not kind
        lines.append(Voice(kind, who(kind, voices, outlet), *bare_span(text, block), fresh))
    return Said(lines, first, ())


def _quoted(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Read answers that stand wholly in quotation marks after paragraphs that ask."""
    if len(body) < 2 * MIN_QUESTIONS:
        return None
    opened = [bool(_QUOTED.match(text, b.start)) for b in body]
    closed = [bool(_QUOTE_END.search(b.text(text)[-3:])) for b in body]
    whole = [o and (c or after) for o, c, after in zip(opened, closed, [*opened[1:], False], strict=True)]
    after = [i for i, q in enumerate(whole) if q and i and asks(body[i - 1].text(text)) and not whole[i - 1]]
    if len(after) < MIN_QUESTIONS:
        return None
    first = after[0] - 1
    lines = []
    for i, block in enumerate(body):
        if i < first:
            lines.append(Voice(TurnKind.NARRATION, None, block.start, block.end))
        elif whole[i]:
            goes_on = i > 0 and whole[i - 1] and not closed[i - 1]
            lines.append(Voice(TurnKind.ANSWER, voices.interviewee, *_inner(text, block, closed[i]), not goes_on))
        else:
            asking = asks(block.text(text))
            kind = TurnKind.QUESTION if asking else TurnKind.NARRATION
            lines.append(Voice(kind, outlet if asking else None, block.start, block.end, asking))
    return Said(lines, first, ())


def _inner(text: str, block: Block, closed: bool) -> tuple[int, int]:
    """Return the span of a paragraph without the quotation marks around it, and the blanks inside them."""
    start = block.start + 1
    start += len(text[start : block.end]) - len(text[start : block.end].lstrip())
    piece = text[start : block.end]
    if not closed:
        return start, block.end
    stop = start + len(piece.rstrip(".,!?…"))
    return start, start + len(text[start : stop - 1].rstrip()) if text[stop - 1] in _CLOSING else block.end


def _bare(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Read an interview without marks: who speaks follows from what the paragraphs are like."""
    roles = alternate([b.text(text) for b in body])
    if roles is None:
        return None
    lines = []
    for i, (block, role) in enumerate(zip(body, roles, strict=True)):
        kind = {"i": TurnKind.NARRATION, "q": TurnKind.QUESTION, "a": TurnKind.ANSWER}[role]
        speaker = None if role == "i" else who(kind, voices, outlet)
        lines.append(Voice(kind, speaker, block.start, block.end, i > 0 and roles[i - 1] != role))
    return Said(lines, roles.index("q"), ())


def _closed(text: str, lines: list[Voice]) -> list[Voice]:
    """Give a last paragraph that speaks of the interview ("The interview was conducted by …") back to the article."""
    last = lines[-1]
    piece = text[last.start : last.end]
    if (
        not last.fresh
        and len(piece) < 300
        and re.match(r"(?:This|The|Our)\b.*\b(?:interview|conversation)\b|Interview(?:ed)?\b", piece)
    ):
        lines[-1] = Voice(TurnKind.NARRATION, None, last.start, last.end)
    return lines
