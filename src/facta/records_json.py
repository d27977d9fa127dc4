"""Records as the JSON that ``facta read --json`` and ``facta code --json`` print. Fields are added, never renamed.

>>> article = Article(source="a.txt", text="Sudra recalled its envoy.")
>>> coding_json(Coding(article=article, events=(), claims=()))["article"]["source"]
'a.txt'
"""

from __future__ import annotations

from typing import Any

from facta.records import Article, Coding, Event, Failure, Interval, Participant, Span

Json = dict[str, Any]


def article_json(article: Article) -> Json:
    """Return an article with its people and turns; offsets count characters of ``text``."""
    return {
        "id": article.id,
        "source": article.source,
        "url": article.url,
        "title": article.title,
        "language": article.language,
        "publisher": article.publisher,
        "text": article.text,
        "published": interval_json(article.published),
        "page_clock": article.page_clock,
        "people": [{"name": p.name, "role": p.role, "code": p.code, "sector": p.sector} for p in article.people],
        "turns": [{"kind": str(t.kind), "speaker": t.speaker, "start": t.start, "end": t.end} for t in article.turns],
    }


def interval_json(interval: Interval | None) -> Json | None:
    """Return an interval with its basis, or None."""
    return None if interval is None else {"start": interval.start, "end": interval.end, "basis": interval.basis}


def event_json(event: Event, article: Article) -> Json:
    """Return one record; ``trigger``, ``evidence`` and ``cues`` come with their words."""
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "type_plover": event.type_plover,
        "auxiliary": list(event.auxiliary),
        "trigger": _span(event.trigger, article.text),
        "evidence": _span(event.evidence, article.text),
        "actors": [_participant(p) for p in event.actors],
        "recipients": [_participant(p) for p in event.recipients],
        "status": str(event.status),
        "polarity": str(event.polarity),
        "happened": event.happened,
        "voice": event.voice,
        "cues": [{"start": c.start, "end": c.end, "text": c.text, "effect": c.effect} for c in event.cues],
        "sources": [_source(p) for p in event.sources],
        "when": interval_json(event.when),
        "place": None if event.place is None else {"code": event.place.code, "text": event.place.text},
        "score": event.score,
        "quad": event.quad,
        "confidence": round(event.confidence, 4),
    }


def coding_json(coding: Coding) -> Json:
    """Return all that was made of one article: the object that stands on one line of ``facta code --json``."""
    return {
        "article": article_json(coding.article),
        "events": [event_json(event, coding.article) for event in coding.events],
        "failures": [failure_json(failure) for failure in coding.failures],
    }


def failure_json(failure: Failure) -> Json:
    """Return a failure as a row."""
    return {"source": failure.source, "stage": failure.stage, "code": failure.code, "message": failure.message}


def _span(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def _participant(p: Participant) -> Json:
    return {
        "text": p.text,
        "start": p.start,
        "end": p.end,
        "code": p.code,
        "sector": p.sector,
        "name": p.name,
        "id": p.id,
    }


def _source(source: Participant) -> Json:
    """Return a link of the chain of sources; a name and an id stand there only when they are known."""
    row = _participant(source) | {"cue": source.cue}
    return {key: value for key, value in row.items() if value is not None or key not in ("name", "id")}
