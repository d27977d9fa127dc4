"""Codings, rows and shards as a coder would make them, without one."""

from dataclasses import replace

from facta.records import (
    Article,
    Claim,
    Coding,
    Event,
    Failure,
    Interval,
    Origin,
    Participant,
    Polarity,
    Span,
    Stance,
    Status,
)
from facta.store.rows import Rows, coding_rows, failure_row
from facta.store.writer import Batch

ORIGIN = Origin(version="9.9.9", digest="0123456789abcdef")


def coding(text: str = "Peru recalled its envoy from Chad.", source: str = "a.html") -> Coding:
    """Return a coding with one event that fills every column that an event can fill."""
    article = Article(
        source=source, text=text, title="Envoy", published=Interval(start="2019-05-16", end="2019-05-17", basis="meta"),
        page_clock="2020-01-01",
    )
    peru = Participant(text="Peru", start=0, end=4, code="PER", sector="GOV", name="Peru", id="PER")
    chad = Participant(text="Chad", start=29, end=33, code="TCD", sector="GOV")
    event = Event(
        article_id=article.id, sense="recall-envoy", type="SANCTION", mode="withdraw", contexts=("diplomatic",),
        trigger=Span(5, 13), evidence=Span(0, len(text)), actors=(peru,), recipients=(chad,), status=Status.ACTUAL,
        polarity=Polarity.POSITIVE, cues=(), sources=(peru,),
        when=Interval(start="2019-05-15", end="2019-05-15", basis="x"),
        place=chad, score=-5.0, quad=4, confidence=0.91239, type_plover="SANCTION", auxiliary=(), origin=ORIGIN,
    )
    claim = Claim(source=Span(0, 4), cue=None, content=(Span(5, 13),), stance=Stance.NEUTRAL, who=(peru,))
    return Coding(article=article, events=(event,), claims=(claim,))


def rows(text: str = "Peru recalled its envoy from Chad.", source: str = "a.html") -> Rows:
    """Return the rows of one article with one event."""
    return coding_rows(coding(text, source), ORIGIN)


def twins() -> Coding:
    """Return a coding with two events that say the same in the same place."""
    made = coding()
    return replace(made, events=made.events * 2)


def batch(shard: str, *texts: str) -> Batch:
    """Return a shard of articles with the given texts; a text that begins with ``!`` fails."""
    pages = [
        {"failures": [failure_row(Failure(source=text, stage="read", code="S02", message="it is empty"))]}
        if text.startswith("!") else rows(text) for text in texts
    ]
    return Batch(
        shard=shard, sources=texts, pages=pages, coder_version=ORIGIN.version, coder_digest=ORIGIN.digest,
    )
