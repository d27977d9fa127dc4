"""One parser, roster and word list for all tests of the room, and a short way from text to mentions."""

import functools

import pytest

from facta.actors import resolve
from facta.records import Article, Interval, Mention
from facta.resources.actorwords import load_actor_words
from facta.resources.roster import load_roster
from facta.sentences import parse
from facta.sentences.parsers.spacy import SpacyParser


@functools.cache
def parser() -> SpacyParser:
    """Return the one parser."""
    return SpacyParser()


def mentions_of(text: str, published: str | None = "2017-11-20", **more) -> tuple[Mention, ...]:
    """Parse and resolve a plain text."""
    day = Interval(start=published, end=published, basis="given") if published else None
    article = Article(source="probe", text=text, published=day, **more)
    return resolve(article, parse(article, parser()), load_roster(), load_actor_words())


def actors_in(mentions, phrase: str) -> list[str]:
    """Return ``CODE SECTOR`` of the mention with that text (the last one where there are several)."""
    found = [m for m in mentions if m.text == phrase]
    if not found:
        return [f"no mention of {phrase!r} in {[m.text for m in mentions]}"]
    return [f"{a.code or '-'} {a.sector or '-'}" for a in found[-1].actors]


@pytest.fixture
def read():
    """Return the function that turns a text into mentions."""
    return mentions_of
