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
from itertools import islice
from typing import NamedTuple

from facta.article.bare import asks
from facta.article.blocks import Block
from facta.article.lines import Said, Voice, bare_span
from facta.article.people import NAME, SMALL_NAME, find, own_words, personal, without_nation
from facta.article.voices import Voices
from facta.article.words import kinds
from facta.records import TurnKind

_LABEL = re.compile(
    r"(?P<open>[*_]{0,2})\[?(?P<label>[QA]\d{0,2}(?=[.:)])|(?:[^\W\d_][\w.'’&/-]*)(?:[ \t]+[\w.'’&/-]+){0,5}?)"
    r"(?:[ \t]*[(\[,][ \t]*(?P<aside>[^()\[\]:\n]{2,60}?)[)\]]?)??\]?(?P<mid>[*_]{0,2})\s?"
    r"(?:[:：]|(?<=[QA\d])[.)])(?P<close>[*_]{0,2})\s*(?=\S)"
)
_NUMBERED = re.compile(r"^(q|a|question|answer)[ \t]*\d{1,2}$")
_WORDS_OF_NAME = re.compile(rf"{NAME}(?:[ \t]+{NAME}){{1,3}}")
_ENDS_IN_NAME = re.compile(rf"{NAME}(?:[ \t]+{NAME}){{0,2}}(?:[ \t]+{SMALL_NAME}){{0,2}}[ \t]+\Z")
_NAME_CHARS = 60
_MAX_SEEN = 50  # places of a surname that are looked at for the full name
_MAX_LABEL = 45
_MAX_INITIALS = 3
_INTRO = 3_000
_NAMED = 60_000  # characters in which the full name behind a label is looked for
_MAX_VOICES = 40
"""Different labels that one interview can have; of more the text is a list."""



class _Label(NamedTuple):
    name: str
    words: int  # where the words begin
    end: int
    aside: str | None  # what stands in parentheses after it

    @property
    def key(self) -> str:
        """The label in lower case, without its number."""
        low = " ".join(self.name.lower().split())
        match = _NUMBERED.match(low)
        return match.group(1) if match else low


def _label(text: str, block: Block) -> _Label | None:
    """Return the label that opens a paragraph, if one does."""
    match = _LABEL.match(text, block.start, min(block.end, block.start + 120))
    if match is None or len(match.group("label")) > _MAX_LABEL or not match.group("label")[0].isupper():
        return None
    end = block.end
    if match.group("open") and not (match.group("mid") or match.group("close")):
        end = block.start + len(text[block.start : block.end].rstrip("*_ "))
    return _Label(match.group("label").strip(), match.end(), end, match.group("aside"))


def labelled(text: str, body: Sequence[Block], voices: Voices, outlet: str | None) -> Said | None:
    """Read ``Q:`` and ``A:``, names, surnames and outlets before a colon."""
    labels = [_label(text, b) for b in body]
    counts = Counter(x.key for x in labels if x)
    pair = {"q", "a"} <= set(counts) or {"question", "answer"} <= set(counts)
    guest = (voices.interviewee or "").lower()
    good = {
        name
        for name, n in counts.items()
        if name not in kinds("interview")["section"] and (n > 1 or (pair and len(name) == 1) or _end_of(name, guest))
    }
    if len(good) > 1 and guest and all(_end_of(name, guest) for name in good):
        # A briefing: the host answers under two labels, and each reporter asks once.
        good |= {name for name in counts if name not in kinds("interview")["section"]}
    used = [x if x and x.key in good else None for x in labels]
    if sum(x is not None for x in used) < 2 or len(good) > _MAX_VOICES:
        return None
    if len(good) < 2 and not _end_of(only := next(iter(good)), guest) and only not in kinds("interview")["label"]:
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
            total[label.key] += 1
            asked[label.key] += asks(text[label.words : block.end])
    words, answers = kinds("interview")["label"], kinds("interview")["answer-label"]
    sure = {n for n in total if n in words or (outlet and _same_outlet(n, outlet))}
    if sure:
        return sure
    rest = [n for n in total if n not in answers and not _end_of(n, guest)]
    if len(total) == 2 and len(rest) == 1:
        return set(rest)
    hosts = len(total) - len(rest)
    if hosts > 1 and len(rest) > 1 and all(n in answers or _end_of(n, guest) for n in total if n not in rest):
        return set(rest)
    first = rest[:1] if len(total) == 2 and rest and asked[rest[0]] else []
    return {n for n in rest if asked[n] * 2 > total[n]} or set(first)


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
    only_guest, only_asker = not askers, all(x is None or x.key in askers for x in used)
    if only_guest:
        while first and (body[first - 1].strong or asks(body[first - 1].text(text))):
            first -= 1
    guests: dict[str, str] = {}
    named = _aliases(text, body, used)
    voiced: dict[str, str | None] = {}  # looked up once a label: a text can hold thousands of turns
    kind, speaker = TurnKind.QUESTION, outlet
    for i, (block, label) in enumerate(zip(body, used, strict=True)):
        if i < first:
            lines.append(Voice(TurnKind.NARRATION, None, block.start, block.end))
        elif label is None:
            opens = block.strong or (only_guest and asks(block.text(text)))
            if opens:
                kind, speaker = TurnKind.QUESTION, outlet
            elif only_asker and kind is TurnKind.QUESTION:
                kind, speaker, opens = TurnKind.ANSWER, voices.interviewee, True
            lines.append(Voice(kind, speaker, *bare_span(text, block), opens))
        else:
            low = label.key
            kind = TurnKind.QUESTION if low in askers else TurnKind.ANSWER
            if label.name not in voiced:
                voiced[label.name] = named.get(low) or (
                    _asker(text, label, outlet) if low in askers else _guest(text, label.name, voices)
                )
            speaker = voiced[label.name]
            if kind is TurnKind.ANSWER and speaker:
                guests[low] = speaker
            lines.append(Voice(kind, speaker, label.words, label.end, True))
    return Said(lines, first, tuple(guests.values()))


def _aliases(text: str, body: Sequence[Block], used: Sequence[_Label | None]) -> dict[str, str]:
    """Return the names that labels give in parentheses, or that the introduction gives to a role used as a label."""
    out: dict[str, str] = {}
    for label in used:
        aside = (label.aside or "") if label else ""
        if label and _WORDS_OF_NAME.fullmatch(aside) and personal(aside.split(), alone=False):
            out.setdefault(label.key, aside)
    first = next((i for i, x in enumerate(used) if x), 0)
    known = [n for n in find(text[: body[first].start][-_INTRO:]) if " " in n.name]
    for key in {x.key for x in used if x} - set(out):
        found = {n.name for n in known if key in n.role.lower()}
        if len(found) == 1 and key.split()[-1] in kinds("people")["head"]:
            out[key] = found.pop()
    return out


def _asker(text: str, label: _Label, outlet: str | None) -> str | None:
    """Return who asks: the name on the label, or the outlet behind a generic or shortened one."""
    generic = label.key in kinds("interview")["label"] or (outlet is not None and _same_outlet(label.key, outlet))
    return outlet if generic else _full_name(text, label.name)


def _guest(text: str, label: str, voices: Voices) -> str | None:
    """Return the full name behind an answer's label."""
    low = label.lower()
    guest = voices.interviewee or ""
    if _NUMBERED.sub(r"\1", low) in kinds("interview")["answer-label"] or _end_of(low, guest.lower()):
        return voices.interviewee
    if guest and _initials(guest) == low.replace(".", "").replace(" ", ""):
        return guest
    return _full_name(text, label)


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.lower().split())


def _full_name(text: str, label: str) -> str:
    """Return the full name that the text gives for a surname, a first name or initials; else the label."""
    text, low = text[:_NAMED], label.lower().replace(".", "").replace(" ", "")
    if len(low) <= _MAX_INITIALS and label.replace(".", "").replace(" ", "").isupper():
        for match in _WORDS_OF_NAME.finditer(text):
            name = _plain_name(match.group())
            if _initials(name) == low and personal(name.split(), alone=False):
                return name
        return label
    if " " in label:
        return " ".join(_cased(w) for w in label.split()) if label.isupper() else label
    surname = _cased(label)
    for match in islice(re.finditer(rf"\b(?:{SMALL_NAME}[ '’-])?{re.escape(surname)}\b", text), _MAX_SEEN):
        before = _ENDS_IN_NAME.search(text, max(0, match.start() - _NAME_CHARS), match.start())
        words = own_words(_plain_name(before.group() if before else "").split())
        full = without_nation([*words[-3:], *match.group().split()])
        if words and personal(full, alone=False):
            return " ".join(full)
    first = re.search(rf"\b{re.escape(surname)}[ \t]+{NAME}\b", text)
    if first and personal(first.group().split(), alone=False):
        return first.group()
    return _cased(label) if label.isupper() and len(label) > _MAX_INITIALS else label


def _plain_name(words: str) -> str:
    """Return a capitalised phrase without the roles and titles before a name."""
    parts, listed = words.split(), kinds("people")
    k = max((i + 1 for i, w in enumerate(parts) if w.lower().strip(".") in listed["head"] | listed["title"]), default=0)
    return " ".join(parts[k:])


def _cased(word: str) -> str:
    """Return a word in capitals as a name is written."""
    return word.title().replace("'S", "'s") if word.isupper() else word
