"""How interviews mark their voices: labels, dashes, bold questions, quoted answers, or nothing but question marks.

Paragraphs in, one voice for each out; None when they are no interview.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from facta.article.bare import alternate, asks, first_person
from facta.article.blocks import Block
from facta.article.voices import Voices
from facta.article.words import any_of, kinds
from facta.records import TurnKind

_DASH = re.compile(r"[-–—―]\s*(?=[^\s\d-])")
_LABEL = re.compile(
    r"(?P<open>[*_]{0,2})\[?(?P<label>(?:[^\W\d_][\w.'’&/-]*)(?:[ \t]+[\w.'’&/()-]+){0,5}?)\]?(?P<mid>[*_]{0,2})\s?"
    r"(?:[:：]|(?<=^Q)\.|(?<=^A)\.|(?<=\*Q)\.|(?<=\*A)\.)(?P<close>[*_]{0,2})\s*(?=\S)"
)
_MAX_LABEL = 45
_QUOTED = re.compile(r"[\"“«„]")
_QUOTE_END = re.compile(r"[\"”»“][.,!?…]?$")
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


def marked(text: str, body: Sequence[Block], voices: Voices, publisher: str | None) -> Said | None:
    """Return the voices by the first scheme that the paragraphs follow."""
    outlet = voices.outlet or publisher
    found = (
        _labels(text, body, voices, outlet)
        or _dashes(text, body, voices, outlet)
        or _strong(text, body, voices, outlet)
        or _quoted(text, body, voices, outlet)
    )
    if found is None and voices.announced:
        found = _bare(text, body, voices, outlet)
    return found


class _Label(NamedTuple):
    name: str
    words: int  # where the words begin
    end: int


def _label(text: str, block: Block) -> _Label | None:
    """Return the label that opens a paragraph, if one does."""
    match = _LABEL.match(text, block.start, min(block.end, block.start + 80))
    if match is None or len(match.group("label")) > _MAX_LABEL or not match.group("label")[0].isupper():
        return None
    end = block.end
    if match.group("open") and not (match.group("mid") or match.group("close")):
        end = block.start + len(text[block.start : block.end].rstrip("*_ "))
    return _Label(match.group("label").strip(), match.end(), end)


def _labels(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Read ``Q:`` and ``A:``, names, surnames and outlets before a colon."""
    labels = [_label(text, b) for b in body]
    counts = Counter(x.name.lower() for x in labels if x)
    pair = {"q", "a"} <= set(counts) or {"question", "answer"} <= set(counts)
    guest = (voices.interviewee or "").lower()
    good = {
        name for name, n in counts.items()
        if name not in kinds("interview")["section"] and (n > 1 or (pair and len(name) == 1) or _end_of(name, guest))
    }
    used = [x if x and x.name.lower() in good else None for x in labels]
    if sum(x is not None for x in used) < 2 or (len(good) < 2 and not _end_of(next(iter(good)), guest)):
        return None
    askers = _askers(text, body, used, guest, outlet)
    if len(good) > 1 and not askers and not voices.announced:
        return None
    return _by_labels(text, body, used, askers, voices, outlet)


def _end_of(name: str, full: str) -> bool:
    """Say whether a label is a name or its end."""
    return bool(full) and (name == full or full.endswith(" " + name))


def _askers(text: str, body: Sequence[Block], used: Sequence[_Label | None], guest: str, outlet: str | None) -> set[str]:
    """Return the labels that ask: by their word, by the outlet's name, or because most of their turns are questions."""
    asked: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for block, label in zip(body, used, strict=True):
        if label:
            total[label.name.lower()] += 1
            asked[label.name.lower()] += asks(text[label.words : block.end])
    words, answers = kinds("interview")["label"], kinds("interview")["answer-label"]
    sure = {n for n in total if n in words or (outlet and _same_outlet(n, outlet))}
    if sure:
        return sure
    rest = [n for n in total if n not in answers and not _end_of(n, guest)]
    if len(total) == 2 and len(rest) == 1:
        return set(rest)
    return {n for n in rest if asked[n] * 2 > total[n]} or set(rest[:1] if len(total) == 2 and asked[rest[0]] else ())


def _same_outlet(label: str, outlet: str) -> bool:
    """Say whether a label stands for an outlet: its name, its name without *the*, its initials, or its host name."""
    name = outlet.lower().removeprefix("the ").strip()
    initials = "".join(w[0] for w in re.findall(r"\w+", name))
    return label.removeprefix("the ") in {name, initials, "t" + initials, name.split(".")[0]} or label in name.split(".")[0].split()


def _by_labels(
    text: str, body: Sequence[Block], used: Sequence[_Label | None], askers: set[str], voices: Voices, outlet: str | None
) -> Said:
    """Give every paragraph its voice; one without a label goes on with the last voice, a bold one asks."""
    lines: list[Voice] = []
    first = next(i for i, x in enumerate(used) if x)
    only_guest = not askers
    if only_guest:
        while first and (body[first - 1].strong or asks(body[first - 1].text(text))):
            first -= 1
    guests: dict[str, str] = {}
    kind, speaker = TurnKind.QUESTION, outlet
    for i, (block, label) in enumerate(zip(body, used, strict=True)):
        if i < first:
            lines.append(Voice(TurnKind.NARRATION, None, block.start, block.end))
        elif label is None:
            opens = block.strong or (only_guest and asks(block.text(text)))
            if opens:
                kind, speaker = TurnKind.QUESTION, outlet
            lines.append(Voice(kind, speaker, *_bare_span(text, block), opens))
        else:
            low = label.name.lower()
            kind = TurnKind.QUESTION if low in askers else TurnKind.ANSWER
            speaker = _asker(label.name, outlet) if low in askers else _guest(text, label.name, voices)
            if kind is TurnKind.ANSWER and speaker:
                guests[low] = speaker
            lines.append(Voice(kind, speaker, label.words, label.end, True))
    return Said(lines, first, tuple(guests.values()))


def _asker(label: str, outlet: str | None) -> str | None:
    """Return who asks: the name on the label, or the outlet behind a generic or shortened one."""
    generic = label.lower() in kinds("interview")["label"]
    return outlet if generic or (outlet and _same_outlet(label.lower(), outlet)) else label


def _guest(text: str, label: str, voices: Voices) -> str | None:
    """Return the full name behind an answer's label."""
    low = label.lower()
    if low in kinds("interview")["answer-label"] or _end_of(low, (voices.interviewee or "").lower()):
        return voices.interviewee
    guest = voices.interviewee or ""
    if guest and low.replace(".", "").replace(" ", "") == "".join(w[0] for w in guest.lower().split()):
        return guest
    full = re.search(rf"\b([^\W\d_][\w'’.-]+ )(?:[^\W\d_][\w'’.-]+ )?{re.escape(label.title())}\b", text)
    if full and full.group()[0].isupper() and " " not in label:
        words = full.group().split()
        return " ".join(words[-2:])
    return label.title() if label.isupper() and len(label) > 4 else label


def _dashes(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Read dialogue dashes: each opens the other voice; or, where answers bear none, each opens a question."""
    dashed = [i for i, b in enumerate(body) if _DASH.match(text, b.start, b.end)]
    questions = sum(asks(body[i].text(text)) for i in dashed)
    if len(dashed) < 2 or not questions or (not voices.announced and questions < MIN_QUESTIONS and not asks(body[dashed[0]].text(text))):
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
    if asking < MIN_QUESTIONS or asking * 2 < len(strong) or not (voices.announced or personal) or len(answers) < asking:
        return None
    first = next(i for i in strong if asks(body[i].text(text)) or i == strong[0])
    lines = [Voice(TurnKind.NARRATION, None, *_bare_span(text, b)) for b in body[:first]]
    for block in body[first:]:
        kind = TurnKind.QUESTION if block.strong else TurnKind.ANSWER
        fresh = bool(lines) and lines[-1].kind is not kind
        lines.append(Voice(kind, _who(kind, voices, outlet), *_bare_span(text, block), fresh))
    return Said(_closed(text, lines), first, ())


def _bare_span(text: str, block: Block) -> tuple[int, int]:
    """Return a paragraph's span without the stars that set it in bold."""
    piece = block.text(text)
    if not block.strong or piece[:2] not in {"**", "__"}:
        return block.start, block.end
    return block.start + 2, block.start + len(piece.rstrip("*_ .,;"))


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
            end = block.start + len(block.text(text).rstrip("\"”»“.,!?…"))
            stop = next((k for k in range(end, block.end) if text[k] in "\"”»“"), block.end)
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
    if not last.fresh and len(piece) < 300 and re.match(r"(?:This|The|Our)\b.*\b(?:interview|conversation)\b|Interview(?:ed)?\b", piece):
        lines[-1] = Voice(TurnKind.NARRATION, None, last.start, last.end)
    return lines
