from collections import Counter
from pathlib import Path

import pytest

from facta.evaluate import gold
from facta.evaluate.align import aligner
from facta.records import Status

FOLDER = Path(__file__).parents[1] / "golden"
ARTICLES = {a.id: a for a in gold.load([FOLDER])}


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_every_party_is_in_the_text(article):
    """The words of actors, recipients, sources and places occur in the article."""
    for mark in article.mentions:
        parties = [*mark.actors, *mark.recipients, *(p for link in mark.sources for p in link)]
        for party in [*parties, *([mark.place] if mark.place else [])]:
            assert party.text
            assert party.text in article.text, (mark.text, party)


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_shape(article):
    """An article begins with its title, is dated, has ten to thirty records in order, and none twice at one place."""
    assert article.title is not None
    assert article.text.startswith(article.title)
    assert article.published is not None
    assert 10 <= len(article.mentions) <= 50
    starts = [m.trigger for m in article.mentions]
    assert starts == sorted(set(starts))
    assert all(person.name in article.text for person in article.people)


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_deeds_lie_in_the_past(article):
    """What happened does not end after the day of publication, what is planned does not end before it."""
    for mark in article.mentions:
        if mark.when and mark.happened:
            assert mark.when[1] <= article.published, mark
        if mark.when and mark.status is Status.PLANNED:
            assert mark.when[1] >= article.published, mark


@pytest.mark.parametrize("article", [a for a in ARTICLES.values() if a.html], ids=lambda a: a.id)
def test_pages_hold_their_text(article):
    """All words of the text stand in the page, so that records coded from the page can be compared."""
    paragraphs = [line.strip("* ") for line in article.text.split("\n") if line]
    assert all(p.replace("&", "&amp;") in article.html for p in paragraphs)
    assert aligner(article.text, article.html) is not None


def test_the_set_is_varied():
    """The set spans all statuses, all types, many states and genres, and pages without a date of their own."""
    marks = [m for a in ARTICLES.values() for m in a.mentions]
    statuses = Counter(m.status for m in marks)
    states = {p.code for m in marks for p in (*m.actors, *m.recipients) if p.code}
    assert len(ARTICLES) >= 12
    assert all(statuses[s] >= 10 for s in Status)
    assert {m.type for m in marks} == gold.TYPES
    assert len(states) >= 35
    assert len({a.genre for a in ARTICLES.values()}) >= 8
    assert sum(bool(a.html) and a.published not in a.html for a in ARTICLES.values()) >= 2
