"""What is scored: a mark is one record, made by hand or by the coder, in one and the same form.

>>> Party("the parties", "KEN", "PTY OPP").key
('KEN', 'PTY')
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from facta.records import Coding, Event, Interval, Participant, Person, Polarity, Span, Status

NOWHERE = Span(-1, -1)


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, recipient, source or place as scored: words, code, sectors (separated by a space)."""

    text: str
    code: str | None
    sector: str | None = None

    @property
    def key(self) -> tuple[str | None, str | None]:
        """Code and first sector, which is what scores compare."""
        return self.code, self.sector.split()[0] if self.sector else None

    def __str__(self) -> str:
        code, sector = self.key
        return f"{code or '---'}/{sector or '-'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One record as scored, gold or predicted.

    ``sources`` are the links of the chain, outermost first; joint speakers share a link.
    """

    trigger: Span
    text: str
    type: str
    mode: str | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    status: Status
    polarity: Polarity
    sources: tuple[tuple[Party, ...], ...] = ()
    when: tuple[str, str] | None = None
    place: Party | None = None
    note: str = ""

    @property
    def happened(self) -> bool:
        """True for a deed: ``actual`` and ``+``."""
        return self.status is Status.ACTUAL and self.polarity is Polarity.POSITIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """An article with its hand-made records. ``html`` is the page it came from, when there is one."""

    id: str
    text: str
    mentions: tuple[Mark, ...]
    genre: str = ""
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    html: str | None = None
    people: tuple[Person, ...] = ()


def from_event(event: Event, text: str, to_gold: Callable[[Span], Span | None]) -> Mark:
    """Return the coder's record as a mark. A trigger in words that gold does not have is ``NOWHERE``."""
    return Mark(
        trigger=to_gold(event.trigger) or NOWHERE, text=text[event.trigger.start : event.trigger.end],
        type=event.type, mode=event.mode, actors=_parties(event.actors), recipients=_parties(event.recipients),
        status=event.status, polarity=event.polarity, sources=tuple((p,) for p in _parties(event.sources)),
        when=_days(event.when), place=None if event.place is None else _parties([event.place])[0],
        note=_note(event),
    )


def _parties(people: Iterable[Participant]) -> tuple[Party, ...]:
    return tuple(Party(p.text, p.code, p.sector) for p in people)


def _days(when: Interval | None) -> tuple[str, str] | None:
    return None if when is None else (when.start, when.end)


def _note(event: Event) -> str:
    """Return what an error listing should say about the coder's grounds: sense and status cues."""
    cues = ", ".join(f'"{c.text}" {c.effect}' for c in event.cues)
    return f"{event.sense}; {cues}" if cues else event.sense


Coder = Callable[[GoldArticle], Coding]
