r"""Interviews whose paragraphs open with a label: ``Q:`` and ``A:``, a name, a surname, an outlet.

>>> from facta.article.blocks import cut
>>> text = "Q: Will you go?\n\nA: No."
>>> [line.kind.value for line in labelled(text, cut(text), Voices(), None).lines]
['question', 'answer']
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from facta.article.bare import asks
from facta.article.blocks import Block
from facta.article.lines import Said, Voice, bare_span
from facta.article.people import NAME, own_words
from facta.article.voices import Voices
from facta.article.words import kinds
from facta.records import TurnKind

_LABEL = re.compile(
    r"(?P<open>[*_]{0,2})\[?(?P<label>(?:[^\W\d_][\w.'’&/-]*)(?:[ \t]+[\w.'’&/()-]+){0,5}?)\]?(?P<mid>[*_]{0,2})\s?"
    r"(?:[:：]|(?<=^Q)\.|(?<=^A)\.|(?<=\*Q)\.|(?<=\*A)\.)(?P<close>[*_]{0,2})\s*(?=\S)"
)
_MAX_LABEL = 45


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


def labelled(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Read ``Q:`` and ``A:``, names, surnames and outlets before a colon."""
    labels = [_label(text, b) for b in body]
    counts = Counter(x.name.lower() for x in labels if x)
    pair = {"q", "a"} <= set(counts) or {"question", "answer"} <= set(counts)
    guest = (voices.interviewee or "").lower()
    good = {
        name
        for name, n in counts.items()
        if name not in kinds("interview")["section"] and (n > 1 or (pair and len(name) == 1) or _end_of(name, guest))
    }
    used = [x if x and x.name.lower() in good else None for x in labels]
    if sum(x is not None for x in used) < 2 or (len(good) < 2 and not _end_of(next(iter(good)), guest)):
        return None
    askers = _askers(text, body, used, guest, outlet)
    if len(good) > 1 and not askers and not voices.announced:
        return None
    return _by_labels(text, body, used, askers=askers, voices=voices, outlet=outlet)


def _end_of(name: str, full: str) -> bool:
    """Say whether a label is a name or its end."""
    return bool(full) and (name == full or full.endswith(" " + name))


def _askers(
    text: str, body: Sequence[Block], used: Sequence[_Label | None], guest: str, outlet: str | None
) -> set[str]:
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
    return (
        label.removeprefix("the ") in {name, initials, "t" + initials, name.split(".")[0]}
        or label in name.split(".")[0].split()
    )


def _by_labels(
    text: str,
    body: Sequence[Block],
    used: Sequence[_Label | None],
    *,
    askers: set[str],
    voices: Voices,
    outlet: str | None,
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
            lines.append(Voice(kind, speaker, *bare_span(text, block), opens))
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
    surname = re.escape(label.title())
    full = re.search(rf"\b{NAME}[ \t]+(?:{NAME}[ \t]+)?{surname}\b", text) if " " not in label else None
    if full:
        return " ".join(own_words(full.group().split())[-2:])
    return label.title() if label.isupper() and len(label) > 4 else label
