"""What the corpus holds, and what is wrong in it: ``python -m benchmarks.corpus corpus/train [--json]``.

Prints how many texts, sentences and records there are by type, status and genre, how many sentences hold no record, and
every fault that the reader of the format cannot see: words of a party that are not in the text, codes that nobody uses,
deeds after the day of publication. Exit status 1 when there is a fault.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from facta.errors import FactaError
from facta.evaluate import gold
from facta.evaluate.marks import GoldArticle, Mark, Party
from facta.records import Status
from facta.resources.ontology import load_ontology
from facta.resources.roster import load_roster

SENTENCE = re.compile(r"[.!?…][\"”’)]*(?=\s|$)")
SECTORS = frozenset({
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
})
BODIES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})


def sentences(article: GoldArticle) -> list[str]:
    """Return the sentences of a text, cut at full stops and line breaks: good enough for counting."""
    return [s for line in article.text.split("\n") for s in SENTENCE.split(line) if s.strip()]


def empty_sentences(article: GoldArticle) -> int:
    """Return how many sentences hold no trigger."""
    ends, at, free = [m.trigger.start for m in article.mentions], 0, 0
    for piece in sentences(article):
        start = article.text.index(piece, at)
        at = start + len(piece)
        free += not any(start <= end < at for end in ends)
    return free


def faults(article: GoldArticle) -> Iterator[str]:
    """Yield what is wrong in a text."""
    for person in article.people:
        if person.name not in article.text:
            yield f"person {person.name} is not in the text"
    for mark in article.mentions:
        yield from (f'"{mark.text}": {fault}' for fault in _mark_faults(article, mark))


def _mark_faults(article: GoldArticle, mark: Mark) -> Iterator[str]:
    modes = load_ontology().types[mark.type].modes
    if mark.mode and mark.mode not in modes:
        yield f"{mark.type} has no mode {mark.mode}"
    for party in (*mark.actors, *mark.recipients, *(p for link in mark.sources for p in link)):
        yield from _party_faults(article, party)
    if mark.place and mark.place.text not in article.text:
        yield f"place {mark.place.text} is not in the text"
    if mark.when and article.published:
        if mark.happened and mark.when[1] > article.published:
            yield f"happened on {mark.when[1]}, after publication on {weekday(article.published)}"
        if mark.status is Status.PLANNED and mark.polarity == "+" and mark.when[1] < article.published:
            yield f"is planned for {mark.when[1]}, before publication on {weekday(article.published)}"


def _party_faults(article: GoldArticle, party: Party) -> Iterator[str]:
    if party.text not in article.text:
        yield f'party "{party.text}" is not in the text'
    if party.code and party.code not in {*BODIES, *load_roster().states}:
        yield f"code {party.code} is no state or body"
    if party.sector and not set(party.sector.split()) <= SECTORS:
        yield f"sector {party.sector} is none of PLOVER's"


def weekday(day: str) -> str:
    """Return an ISO date with its weekday."""
    return f"{date.fromisoformat(day):%A} {day}"


def counts(articles: list[GoldArticle]) -> dict[str, object]:
    """Return the figures of the data card."""
    marks = [m for a in articles for m in a.mentions]
    number = sum(len(sentences(a)) for a in articles)
    loose = sum(a.genre == "sentences" for a in articles)
    return {
        "articles": len(articles) - loose, "loose sentences": loose, "sentences": number,
        "sentences without record": sum(empty_sentences(a) for a in articles), "records": len(marks),
        "happened": sum(m.happened for m in marks), "words": sum(len(a.text.split()) for a in articles),
        "states": len({p.code for m in marks for p in (*m.actors, *m.recipients) if p.code}),
        "by type": dict(Counter(m.type for m in marks).most_common()),
        "by status": dict(Counter(f"{m.status} {m.polarity}" for m in marks).most_common()),
        "by genre": dict(Counter(a.genre for a in articles).most_common()),
    }


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def main(*, files: tuple[Path, ...], as_json: bool) -> None:
    """Count and check the texts of corpus files."""
    try:
        articles = gold.load(files)
    except FactaError as error:
        raise click.ClickException(str(error)) from error
    wrong = [f"{a.id}: {fault}" for a in articles for fault in faults(a)]
    table = counts(articles) | {"digest": gold.digest(files), "faults": wrong}
    if as_json:
        click.echo(json.dumps(table, ensure_ascii=False))
    else:
        for key, value in table.items():
            click.echo(f"{key}: {value}" if not isinstance(value, list) else "\n".join(value) or "no faults")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
