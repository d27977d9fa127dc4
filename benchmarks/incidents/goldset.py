"""The gold set of incidents as reports: coded by hand, or by the coder from the articles' texts."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from facta.evaluate import gold
from facta.evaluate.marks import GoldArticle, Mark, Party
from facta.incidents.report import Report, Source, report
from facta.incidents.wording import Wording
from facta.pipeline.coder import Coder
from facta.records import Article, Coding, Event, Interval, Origin, Participant, Span
from facta.store.rows import coding_rows

SETS = Path(__file__).parents[2] / "tests" / "incidents"
GOLD, UNREAD = "gold", "heldout"
"""The set that the weights were set on, and one that was written afterwards and never served for setting them."""
_ORIGIN = Origin(version="0", digest="0" * 16)
_STOP = re.compile(r"[.!?]\s|\n")


@dataclass(slots=True)
class Told:
    """Reports, the true incident of each that has one, and marks for which there is no report."""

    reports: list[Report] = field(default_factory=list)
    truth: dict[str, str] = field(default_factory=dict)
    missed: dict[str, str] = field(default_factory=dict)


def articles(which: str = GOLD) -> list[GoldArticle]:
    """Return the gold articles; the note of a mark names its incident."""
    return gold.load(sorted((SETS / which).glob("*.txt")))


def near_misses(which: str = GOLD) -> list[tuple[str, str, str]]:
    """Return pairs of incidents that are easily taken for one, with the kind of likeness."""
    lines = [line for line in (SETS / which / "near.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return [(row["first"], row["second"], row["kind"]) for row in csv.DictReader(lines, delimiter="\t")]


def codings_by_hand(which: str = GOLD) -> Iterator[Coding]:
    """Yield what a perfect coder would make of each article."""
    for gold_article in articles(which):
        article = _article(gold_article)
        yield Coding(article=article, events=tuple(_event(m, article) for m in gold_article.mentions), claims=())


def by_hand(which: str = GOLD) -> Told:
    """Return the reports that perfect coding would give."""
    told = Told()
    for gold_article, coding in zip(articles(which), codings_by_hand(which), strict=True):
        told.truth |= {e.id: mark.note for e, mark in zip(coding.events, gold_article.mentions, strict=True)}
        told.reports += _reports(coding, gold_article.publisher)
    return told


def by_coder(coder: Coder, which: str = GOLD) -> Told:
    """Return the reports that a coder makes of the articles; truth is that of marks whose trigger and type it found."""
    from facta.article import from_text

    told = Told()
    for gold_article in articles(which):
        article = from_text(gold_article.text, published=gold_article.published, source=gold_article.id)
        assert article.text == gold_article.text, gold_article.id
        coding = coder.code(article)
        told.reports += _reports(coding, gold_article.publisher)
        for n, mark in enumerate(gold_article.mentions):
            twins = [e for e in coding.events if e.trigger.overlaps(mark.trigger) and e.type == mark.type
                     and e.status in ("actual", "alleged")]
            if twins:
                told.truth[twins[0].id] = mark.note
            else:
                told.missed[f"{gold_article.id}.{n}"] = mark.note
    return told


def _reports(coding: Coding, publisher: str | None) -> Iterator[Report]:
    wording = Wording.of("en")
    source = Source.of(coding.article.text, publisher, wording)
    for row in coding_rows(coding, _ORIGIN)["events"]:
        if row["status"] in ("actual", "alleged"):
            yield report(row, source=source, wording=wording)


def _article(of: GoldArticle) -> Article:
    day = of.published or ""
    return Article(source=of.id, url=of.id, text=of.text, title=of.title, publisher=of.publisher,
                   published=Interval(start=day, end=day, basis="given"))


def _event(mark: Mark, article: Article) -> Event:
    def party(p: Party) -> Participant:
        start = article.text.find(p.text)
        return Participant(text=p.text, start=start, end=start + len(p.text), code=p.code,
                           sector=p.sector.split()[0] if p.sector else None)

    return Event(
        article_id=article.id, sense="gold", type=mark.type, mode=mark.mode, contexts=(), trigger=mark.trigger,
        evidence=_sentence(article.text, mark.trigger), actors=tuple(map(party, mark.actors)),
        recipients=tuple(map(party, mark.recipients)), status=mark.status, polarity=mark.polarity, cues=(),
        sources=tuple(party(p) for link in mark.sources for p in link),
        when=Interval(start=mark.when[0], end=mark.when[1], basis="gold") if mark.when else None,
        place=party(mark.place) if mark.place else None, score=0.0, quad=1, confidence=1.0, type_plover=mark.type,
        auxiliary=(), origin=_ORIGIN,
    )


def _sentence(text: str, trigger: Span) -> Span:
    """Return the sentence around a trigger, cut at full stops."""
    start = max((m.end() for m in _STOP.finditer(text, 0, trigger.start)), default=0)
    end = next((m.start() + 1 for m in _STOP.finditer(text, trigger.end)), len(text))
    return Span(start, end)
