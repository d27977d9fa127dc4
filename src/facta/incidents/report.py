"""One event as incidents see it: what is compared, and what is counted.

Days are numbers: ``date.toordinal()``, proleptic Gregorian.

>>> row = {"id": "a1", "article_id": "a", "type": "CONSULT", "mode": None, "actors": [], "recipients": [],
...        "status": "actual", "polarity": "+", "voice": "article", "sources": [], "when_start": None, "when_end": None,
...        "place_code": None, "place": None, "published_start": date(2031, 5, 3), "published_end": date(2031, 5, 3),
...        "evidence": "Talks were held in Gori."}
>>> words = Wording.of("en")
>>> made = report(row, source=Source.of("Talks were held in Gori.", "Daily Post", words), wording=words)
>>> made.day == date(2031, 5, 3).toordinal()
True
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from facta.incidents.copies import sign
from facta.incidents.wording import Wording

NO_DAY = 1
"""The day of reports that have none: before all others."""
LEAD_CHARS = 400
"""The beginning of an article, where it says what it is about."""
VAGUE_DAYS = 31
"""An act dated no closer than this is compared as if it had no date."""


class Source(NamedTuple):
    """What reports of one article share: its outlet, its signature (``copies``), the names at its beginning."""

    publisher: str | None
    sign: bytes
    lead: frozenset[str]

    @staticmethod
    def of(text: str, publisher: str | None, wording: Wording) -> Source:
        """Return it for an article."""
        return Source(publisher, sign(text), wording.names(text[:LEAD_CHARS]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one article says of one act.

    ``day`` is the last day on which the act may have been (the day of publication when the text does not say); ``when``
    is (first, last) or None; ``who`` and ``whom`` are codes; ``victims`` are names in the words for the recipients,
    ``kinds`` their sectors;
    ``spot`` is the place's own name; ``witness`` says on whose word it stands: a source's code and sector, or empty for
    the article's own; ``text_sign`` is the article's signature (``copies``).
    """

    id: str
    article_id: str
    publisher: str | None
    text_sign: bytes
    type: str
    mode: str | None
    who: frozenset[str]
    whom: frozenset[str]
    victims: frozenset[str]
    kinds: frozenset[str]
    when: tuple[int, int] | None
    day: int
    published: int | None
    place_code: str | None
    spot: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    lead: frozenset[str]
    numbers: frozenset[tuple[str, int]]
    alleged: bool
    denies: bool
    voice: str
    witness: str
    said_by: tuple[str, ...]

    @property
    def order(self) -> tuple[int, int, str]:
        """The place of a report in the one order in which reports are clustered: by day, the most precise first."""
        vagueness = VAGUE_DAYS + 1 if self.when is None else self.when[1] - self.when[0]
        return self.day, vagueness, self.id


def report(row: Mapping[str, Any], *, source: Source, wording: Wording) -> Report:
    """Return a row of the table ``events`` as a report of its article."""
    actors, recipients = row["actors"] or (), row["recipients"] or ()
    spot = wording.place(row["place"] or "")
    seen = wording.read(row["evidence"], row["place"] or "", *(p["text"] for p in (*actors, *recipients)))
    when = _days(row["when_start"], row["when_end"])
    published = _days(row["published_start"], row["published_end"])
    if when is not None and when[1] - when[0] > VAGUE_DAYS:
        when = None
    sources = row["sources"] or ()
    last = sources[-1] if sources else None
    return Report(
        id=row["id"], article_id=row["article_id"], publisher=source.publisher, text_sign=source.sign,
        type=row["type"],
        mode=row["mode"], who=_codes(actors), whom=_codes(recipients),
        victims=_persons(recipients, row["evidence"], wording) - spot, kinds=_sectors(recipients),
        when=when, day=when[1] if when else published[0] if published else NO_DAY,
        published=published[0] if published else None, place_code=row["place_code"], spot=spot, words=seen.words,
        names=seen.names, lead=source.lead,
        numbers=seen.numbers, alleged=row["status"] == "alleged", denies=row["polarity"] == "-",
        voice=row["voice"], witness=f"{last['code'] or last['text']}/{last['sector'] or ''}" if last else "",
        said_by=tuple(sorted({s["code"] for s in sources if s["code"]})),
    )


def _codes(parties: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(p["code"] for p in parties if p["code"])


def _sectors(parties: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(p["sector"] for p in parties if p["sector"])


def _persons(parties: Sequence[Mapping[str, Any]], sentence: str, wording: Wording) -> frozenset[str]:
    return frozenset(name for p in parties for name in wording.names(p["text"] or "", sentence))


def _days(start: date | None, end: date | None) -> tuple[int, int] | None:
    first, last = start or end, end or start
    return None if first is None or last is None else (first.toordinal(), last.toordinal())
