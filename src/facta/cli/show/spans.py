"""The text of an article as HTML in which every word knows the records it belongs to.

The text is cut wherever a span begins or ends or a line breaks, so overlapping and nested spans need no nesting of
elements. A paragraph bears the kind of its turn, and a piece a class for each record and role: ``t1-3`` is part of the
trigger of record 3 of article 1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from facta.cli.show import looks
from facta.records import Article, Coding, Event, Participant, Span

Label = tuple[str, int]
"""A role (t trigger, a actor, r recipient, s source, c cue) and the number of its record."""


def _labels(events: tuple[Event, ...], size: int) -> Iterator[tuple[Span, Label]]:
    """Yield every span of every record with its role and the record's number."""
    for k, event in enumerate(events, 1):
        found: list[tuple[int | None, int | None, str]] = [(*event.trigger, "t")]
        roles: list[tuple[str, tuple[Participant, ...]]] = [
            ("a", event.actors), ("r", event.recipients), ("s", event.sources),
        ]
        found += [(p.start, p.end, role) for role, people in roles for p in people]
        found += [(cue.start, cue.end, "c") for cue in event.cues]
        for start, end, role in found:
            if start is not None and end is not None and 0 <= start < end <= size:
                yield Span(start, end), (role, k)


def text_html(coding: Coding, n: int) -> str:
    """Return the text of article number ``n`` as paragraphs with marked and numbered triggers."""
    text, events = coding.article.text, coding.events
    opens: dict[int, Counter[Label]] = defaultdict(Counter)
    closes: dict[int, Counter[Label]] = defaultdict(Counter)
    cuts = {0, len(text)} | {i + d for i, ch in enumerate(text) if ch == "\n" for d in (0, 1)}
    for span, label in _labels(events, len(text)):
        opens[span.start][label] += 1
        closes[span.end][label] += 1
        cuts |= set(span)
    out: list[str] = []
    paragraph: list[str] = []
    first, covering = 0, Counter[Label]()
    for start, end in pairwise(sorted(cuts)):
        covering += opens[start]
        words = text[start:end]
        if words == "\n":
            out += _paragraph(paragraph, Span(first, start), coding.article)
            paragraph, first = [], end
        else:
            paragraph.append(_piece(words, sorted(covering), events, n))
        covering -= closes[end]
        paragraph += [_number(events[k - 1], n, k) for role, k in sorted(closes[end]) if role == "t"]
    return "\n".join(out + _paragraph(paragraph, Span(first, len(text)), coding.article))


def _paragraph(pieces: list[str], place: Span, article: Article) -> list[str]:
    """Return one paragraph in the manner of its turn, the speaker named where a turn begins; an empty one is none."""
    if not pieces:
        return []
    at = bisect_left(article.turns, place.end, key=lambda turn: turn.start) - 1
    while at > 0 and article.turns[at - 1].end > place.start:
        at -= 1
    turn = article.turns[at] if at >= 0 and place.start < article.turns[at].end else None
    manner = f' class="{turn.kind}"' if turn else ' class="outside"' if article.turns else ""
    if turn and turn.speaker and turn.start >= place.start:
        manner += f' data-speaker="{escape(looks.line(turn.speaker))}"'
    return [f"<p{manner}>{''.join(pieces)}</p>"]


def _piece(words: str, labels: list[Label], events: tuple[Event, ...], n: int) -> str:
    """Return a piece of text; part of a trigger is a mark in the look of its record, deeds before words."""
    body = escape(looks.clean(words))
    if not labels:
        return body
    classes = " ".join(f"{role}{n}-{k}" for role, k in labels)
    triggers = sorted((k for role, k in labels if role == "t"), key=lambda k: (not events[k - 1].happened, k))
    if not triggers:
        return f'<span class="{classes}">{body}</span>'
    event = events[triggers[0] - 1]
    group = "done" if event.happened else "said"
    return f'<mark class="{group} {looks.look(event).name} {classes}" data-n="{n}-{triggers[0]}">{body}</mark>'


def _number(event: Event, n: int, k: int) -> str:
    look = looks.look(event)
    group, label = "done" if event.happened else "said", f"record {k}: {looks.status(event)}"
    sign = f"{escape(look.sign)}{k}"
    return (
        f'<sup class="{group}">'
        f'<a id="m{n}-{k}" href="#r{n}-{k}" data-n="{n}-{k}" aria-label="{label}">{sign}</a></sup>'
    )
