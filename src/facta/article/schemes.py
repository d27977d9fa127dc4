"""How interviews mark their voices: labels, dashes, bold questions, quoted answers, or nothing but question marks.

Paragraphs in, one voice for each out; None when they are no interview.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from facta.article.bare import alternate, asks, first_person
from facta.article.blocks import Block
from facta.article.labels import labelled
from facta.article.lines import Said, Voice, bare_span
from facta.article.voices import Voices
from facta.records import TurnKind

_DASH = re.compile(r"[-–—―]\s*(?=[^\s\d-])")
_QUOTED = re.compile(r"[\"“«„]")
_QUOTE_END = re.compile(r"[\"”»“][.,!?…]?$")
MIN_QUESTIONS = 2
"""Questions that an interview holds at least."""


def marked(text: str, body: Sequence[Block], voices: Voices, publisher: str | None) -> Said | None:
    """Return the voices by the first scheme that the paragraphs follow."""
    outlet = voices.outlet or publisher
    found = (
        labelled(text, body, voices, outlet)
        or _dashes(text, body, voices, outlet)
        or _strong(text, body, voices, outlet)
        or _quoted(text, body, voices, outlet)
    )
    if found is None and voices.announced:
        found = _bare(text, body, voices, outlet)
    return found


def _dashes(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Read dialogue dashes: each opens the other voice; or, where answers bear none, each opens a question."""
    dashed = [i for i, b in enumerate(body) if _DASH.match(text, b.start, b.end)]
    questions = sum(asks(body[i].text(text)) for i in dashed)
    if (
        len(dashed) < 2
        or not questions
        or (not voices.announced and questions < MIN_QUESTIONS and not asks(body[dashed[0]].text(text)))
    ):
        return None
    marks = set(dashed)
    plain_after = sum(i + 1 < len(body) and i + 1 not in marks for i in dashed)
    only_questions = questions > 0.8 * len(dashed) and plain_after > 0.8 * len(dashed)
    lines: list[Voice] = []
    kind = TurnKind.ANSWER
    for i, block in enumerate(body):
        if i < dashed[0]:
            lines.append(Voice(TurnKind.NARRATION, None, block.start, block.end))
            continue
        start, end, fresh = block.start, block.end, i in marks
        if fresh:
            match = _DASH.match(text, start, end)
            start = match.end() if match else start
            kind = TurnKind.QUESTION if only_questions or kind is TurnKind.ANSWER else TurnKind.ANSWER
        elif only_questions:
            fresh, kind = kind is TurnKind.QUESTION, TurnKind.ANSWER
        lines.append(Voice(kind, _who(kind, voices, outlet), start, end, fresh))
    return Said(_closed(text, lines), dashed[0], ())


def _who(kind: TurnKind, voices: Voices, outlet: str | None) -> str | None:
    """Return the name for a kind of turn where only one person is interviewed."""
    return outlet if kind is TurnKind.QUESTION else voices.interviewee


def _strong(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Read questions set in bold, in italics or as headings, and answers that are not."""
    strong = [i for i, b in enumerate(body) if b.strong and len(b.text(text)) > 3]
    skip = 0  # a heading and a standfirst in bold, before the first question
    while skip + 1 < len(strong) and strong[skip] + 1 == strong[skip + 1] and not asks(body[strong[skip]].text(text)):
        skip += 1
    strong = strong[skip:]
    if not strong:
        return None
    asking = sum(asks(body[i].text(text)) for i in strong)
    answers = [b for i, b in enumerate(body) if i > strong[0] and not b.strong]
    personal = first_person([b.text(text) for b in answers])
    if (
        asking < MIN_QUESTIONS
        or asking * 2 < len(strong)
        or not (voices.announced or personal)
        or len(answers) < asking
    ):
        return None
    first = next(i for i in strong if asks(body[i].text(text)) or i == strong[0])
    lines = [Voice(TurnKind.NARRATION, None, *bare_span(text, b)) for b in body[:first]]
    for block in body[first:]:
        kind = TurnKind.QUESTION if block.strong else TurnKind.ANSWER
        fresh = bool(lines) and lines[-1].kind is not kind
        lines.append(Voice(kind, _who(kind, voices, outlet), *bare_span(text, block), fresh))
    return Said(_closed(text, lines), first, ())


def _quoted(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Read answers that stand wholly in quotation marks after paragraphs that ask."""
    whole = [bool(_QUOTED.match(text, b.start)) and bool(_QUOTE_END.search(b.text(text)[-3:])) for b in body]
    after = [i for i, q in enumerate(whole) if q and i and asks(body[i - 1].text(text)) and not whole[i - 1]]
    if len(after) < MIN_QUESTIONS:
        return None
    first = after[0] - 1
    lines = []
    for i, block in enumerate(body):
        if i < first:
            lines.append(Voice(TurnKind.NARRATION, None, block.start, block.end))
        elif whole[i]:
            end = block.start + len(block.text(text).rstrip('"”»“.,!?…'))
            stop = next((k for k in range(end, block.end) if text[k] in '"”»“'), block.end)
            lines.append(Voice(TurnKind.ANSWER, voices.interviewee, block.start + 1, stop, True))
        else:
            asking = asks(block.text(text))
            kind = TurnKind.QUESTION if asking else TurnKind.NARRATION
            lines.append(Voice(kind, outlet if asking else None, block.start, block.end, asking))
    return Said(lines, first, ())


def _bare(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Read an interview without marks: who speaks follows from what the paragraphs are like."""
    roles = alternate([b.text(text) for b in body])
    if roles is None:
        return None
    lines = []
    for i, (block, role) in enumerate(zip(body, roles, strict=True)):
        kind = {"i": TurnKind.NARRATION, "q": TurnKind.QUESTION, "a": TurnKind.ANSWER}[role]
        speaker = None if role == "i" else _who(kind, voices, outlet)
        lines.append(Voice(kind, speaker, block.start, block.end, i > 0 and roles[i - 1] != role))
    return Said(_closed(text, lines), roles.index("q"), ())


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
