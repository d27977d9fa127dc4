"""From records to rows of the store's tables; plain values only, so that a worker needs none of the store's libraries.

>>> failure_row(Failure(source="a.html", stage="read", code="S02", message="it is empty"))["article_id"] is None
True
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from facta.records import (
    Article,
    Claim,
    Coding,
    Event,
    Failure,
    Interval,
    Origin,
    Participant,
    Span,
    content_id,
)

Row = dict[str, object]
Rows = dict[str, list[Row]]
"""Rows by table; the order is that of the records."""

_LONE = re.compile("[\ud800-\udfff]")


def coding_rows(coding: Coding, origin: Origin) -> Rows:
    """Return the rows of everything that was made of one article; rows of one table have different ids."""
    article = coding.article
    return {
        "articles": [_article(article, origin)],
        "claims": [_claim(k, claim, article) for k, claim in enumerate(coding.claims)],
        "events": (events := _once(_event(event, article, origin) for event in coding.events)),
        "links": [link for event in events for link in _links(event)],
        "failures": _once(failure_row(failure, article.id) for failure in coding.failures),
    }


def failure_row(failure: Failure, article_id: str | None = None) -> Row:
    """Return a failure as a row; the same failure has the same id."""
    source, stage, code, message = map(_clean, (failure.source, failure.stage, failure.code, failure.message))
    return {
        "id": content_id("failure", source, stage, code, message, article_id or ""),
        "source": source, "stage": stage, "code": code, "message": message, "article_id": article_id,
    }


def _article(article: Article, origin: Origin) -> Row:
    return {
        "id": article.id,
        "source": _clean(article.source),
        "url": _may(article.url),
        "title": _may(article.title),
        "language": article.language,
        "publisher": _may(article.publisher),
        "text": _clean(article.text),
        **_days("published", article.published),
        "page_clock": _day(article.page_clock),
        "people": [
            {"name": _clean(p.name), "role": _clean(p.role), "code": p.code, "sector": p.sector} for p in article.people
        ],
        "turns": [
            {"kind": str(t.kind), "speaker": _may(t.speaker), "start": t.start, "end": t.end} for t in article.turns
        ],
        **_origin(origin),
    }


def _claim(position: int, claim: Claim, article: Article) -> Row:
    return {
        "id": content_id("claim", article.id, str(position)),
        "article_id": article.id,
        "position": position,
        **_place("source", claim.source, article.text),
        **_place("cue", claim.cue, article.text),
        "content": [{"start": span.start, "end": span.end} for span in claim.content],
        "stance": str(claim.stance),
        "who": [_party(p) | {"cue": _may(p.cue)} for p in claim.who],
        "parent": claim.parent,
        "rule": claim.rule,
    }


def _event(event: Event, article: Article, origin: Origin) -> Row:
    when, place, published = event.when, event.place, _days("published", article.published)
    return {
        "id": event.id,
        "article_id": article.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "sense": event.sense,
        "type_plover": event.type_plover,
        "auxiliary": list(event.auxiliary),
        **_place("trigger", event.trigger, article.text),
        **_place("evidence", event.evidence, article.text),
        "actors": [_party(p) for p in event.actors],
        "recipients": [_party(p) for p in event.recipients],
        "actor_codes": _codes(event.actors),
        "recipient_codes": _codes(event.recipients),
        "status": str(event.status),
        "polarity": str(event.polarity),
        "happened": event.happened,
        "voice": event.voice,
        "cues": [{"start": c.start, "end": c.end, "text": _clean(c.text), "effect": c.effect} for c in event.cues],
        "sources": [_party(p) | {"cue": _may(p.cue)} for p in event.sources],
        **_days("when", when),
        "place_code": None if place is None else place.code,
        "place": None if place is None else _clean(place.text),
        "score": event.score,
        "quad": event.quad,
        "confidence": round(event.confidence, 4),
        "published_start": published["published_start"],
        "published_end": published["published_end"],
        **_origin(origin),
    }


def _links(event: Row) -> Iterable[Row]:
    """Yield a row for each party and the place of an event's row."""
    roles: dict[str, list[Mapping[str, object]]] = {
        "actor": event["actors"], "recipient": event["recipients"], "source": event["sources"],  # type: ignore[dict-item]
        "place": [{"text": event["place"], "code": event["place_code"]}] if event["place"] is not None else [],
    }
    for role, parties in roles.items():
        for position, party in enumerate(parties):
            yield {
                "id": content_id("link", str(event["id"]), role, str(position)),
                "event_id": event["id"], "article_id": event["article_id"], "role": role, "position": position,
                **{name: party.get(name) for name in ("text", "code", "sector", "name", "cue")},
                "text_start": party.get("start"), "text_end": party.get("end"), "actor_id": party.get("id"),
            }


def _party(p: Participant) -> Row:
    return {
        "text": _clean(p.text), "start": p.start, "end": p.end, "code": p.code, "sector": p.sector,
        "name": _may(p.name), "id": p.id,
    }


def _codes(parties: Iterable[Participant]) -> list[str]:
    return sorted({p.code for p in parties if p.code is not None})


def _place(name: str, span: Span | None, text: str) -> Row:
    if span is None:
        return {f"{name}_start": None, f"{name}_end": None, name: None}
    return {f"{name}_start": span.start, f"{name}_end": span.end, name: _clean(text[span.start : span.end])}


def _days(name: str, interval: Interval | None) -> Row:
    return {
        f"{name}_start": _day(interval.start if interval else None),
        f"{name}_end": _day(interval.end if interval else None),
        f"{name}_basis": _may(interval.basis) if interval else None,
    }


def _day(value: str | None) -> date | None:
    """Return an ISO day as a date; what a calendar does not hold is unknown."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _origin(origin: Origin) -> Row:
    return {"coder_version": origin.version, "coder_digest": origin.digest}


def _clean(text: str) -> str:
    """Return text that UTF-8 can hold, with as many characters: half a surrogate pair becomes a visible mark."""
    return text if text.isascii() else _LONE.sub("\ufffd", text)


def _may(text: str | None) -> str | None:
    return None if text is None else _clean(text)


def _once(rows: Iterable[Row]) -> list[Row]:
    """Return rows with different ids, the first of each."""
    return list({row["id"]: row for row in reversed(list(rows))}.values())[::-1]
