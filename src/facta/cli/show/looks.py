r"""What all views share: how a record is signed, how its parties read, and how page text is made harmless.

>>> clean("a\x1b[31mred\x07\u202e b")
'ared b'
>>> parties((), "nobody")
'nobody'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facta.records import Article, Event, Interval, Participant, Polarity, Span, Status


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of record is told apart: by sign (and a plain one for ASCII terminals), name and colour."""

    name: str
    label: str
    sign: str
    plain: str
    style: str


DEED = Look("deed", "done", "▶", "*", "bold green")
NEGATIVE = Look("negative", "not so", "×", "-", "red")
LOOKS = {
    Status.ACTUAL: DEED,
    Status.ALLEGED: Look("alleged", "alleged", "≈", "~", "yellow"),
    Status.PLANNED: Look("planned", "planned", "»", ">", "blue"),
    Status.PROPOSED: Look("proposed", "proposed", "!", "!", "cyan"),
    Status.HYPOTHETICAL: Look("hypothetical", "hypothetical", "?", "?", "magenta"),
}
ALL = (*LOOKS.values(), NEGATIVE)

ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?)?")
"""Terminal escape sequences; what is left of one that was cut is harmless without its first character."""
UNSEEN = [
    *range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F),
    *range(0x2066, 0x206A), 0xFEFF,
]
HARMFUL = dict.fromkeys(UNSEEN) | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Control characters and marks that turn the direction of writing go; half surrogates become a visible mark."""


PLAINER = str.maketrans({
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "→": "->", "›": ">", "‹": "<", "·": "-",
})
BASES = {
    "given": "as you gave it", "meta": "from the page's data", "url": "from its address",
    "byline": "as the page shows it", "text": "worked out from the text",
}
"""How the day of publication is known, in words."""


def plain(text: str, encoding: str) -> str:
    """Return text that a stream of this encoding can show: near glyphs for typographic ones, ``?`` for the rest.

    >>> plain("“Ó” → 日", "ascii")
    '"?" -> ?'
    """
    if encoding.lower().startswith("utf"):
        return text
    return text.translate(PLAINER).encode(encoding, "replace").decode(encoding)


def clean(text: str) -> str:
    """Return text without escape sequences, control characters and marks that turn the direction of writing."""
    return ESCAPES.sub("", text).translate(HARMFUL)


def line(text: str) -> str:
    """Return clean text on one line."""
    return " ".join(clean(text).split())


def look(event: Event) -> Look:
    """Return the look of a record; whatever did not, will not or should not happen looks negative."""
    return NEGATIVE if event.polarity is Polarity.NEGATIVE else LOOKS[event.status]


def status(event: Event) -> str:
    """Return status and polarity in words, as ``planned`` or ``not planned``."""
    words = "done" if event.status is Status.ACTUAL else str(event.status)
    return words if event.polarity is Polarity.POSITIVE else f"not {words}"


def kind(event: Event) -> str:
    """Return type and mode."""
    return line(f"{event.type}/{event.mode}" if event.mode else event.type)


def parties(people: Iterable[Participant], nobody: str) -> str:
    """Return the parties of one role as ``the KGB (BLR SPY)``, or ``nobody``; one phrase for several stands once."""
    codes: dict[str, list[str]] = {}
    for p in people:
        code = " ".join(part for part in (p.code, p.sector) if part)
        codes.setdefault(line(p.text), []).extend([line(code)] if code else [])
    each = (f"{text} ({', '.join(found)})" if found and text else text or "?" for text, found in codes.items())
    return ", ".join(each) or nobody


def voices(event: Event, article: str = "article", link: str = " › ") -> str:
    """Return the chain of sources, outermost first, or that the article says it itself."""
    return link.join(parties([p], "") for p in event.sources) or article


def days(when: Interval | None, unknown: str = "–") -> str:
    """Return an interval as one day or two."""
    if when is None:
        return unknown
    return when.start if when.start == when.end else f"{when.start} – {when.end}"


def published(article: Article) -> str:
    """Return the day of publication and how it is known; a clock of the page that shows another day is named."""
    day = article.published
    known = f" ({BASES.get(day.basis, day.basis)})" if day else ""
    out = f"published {days(day, 'on an unknown day')}{known}"
    if article.page_clock and not (day and day.start <= article.page_clock <= day.end):
        out += f"; the page's own clock shows {article.page_clock}"
    return out


def tally(events: Sequence[Event]) -> str:
    """Return how many records are deeds and how many are words."""
    done = sum(event.happened for event in events)
    records = f"{len(events)} record{'' if len(events) == 1 else 's'}"
    return f"{records}: {done} done, {len(events) - done} not done or only said"


def words(event: Event, text: str) -> str:
    """Return the trigger and, in brackets, the words that decided the status."""
    cues = ", ".join(f"“{line(cue.text)}”" for cue in event.cues)
    trigger = line(text[event.trigger.start : event.trigger.end])
    return f"{trigger} ({cues})" if cues else trigger


def marked(events: Sequence[Event], size: int) -> list[tuple[Span, list[int]]]:
    """Return the stretches of text that triggers cover, with the numbers of their records; overlapping ones are one."""
    out: list[tuple[Span, list[int]]] = []
    for n in sorted(range(len(events)), key=lambda n: events[n].trigger):
        start, end = events[n].trigger
        span = Span(max(start, 0), min(end, size))
        if span.start >= span.end:
            continue
        if out and span.start < out[-1][0].end:
            last, numbers = out[-1]
            out[-1] = (Span(last.start, max(last.end, span.end)), [*numbers, n])
        else:
            out.append((span, [n]))
    return out
