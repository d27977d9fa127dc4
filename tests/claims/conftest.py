"""A parser shared by the tests of this room, and a way to write a claim on one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facta.claims import attribute
from facta.records import Article, Claim, Mention, Person, Turn
from facta.resources.reporting import load_reporting
from facta.sentences import parse
from facta.sentences.parsers.spacy import SpacyParser

Finder = Callable[..., tuple[Claim, ...]]


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.fixture(scope="session")
def find(parser: SpacyParser) -> Finder:
    def claims(
        text: str, *, turns: tuple[Turn, ...] = (), people: tuple[Person, ...] = (), mentions: tuple[Mention, ...] = ()
    ) -> tuple[Claim, ...]:
        article = Article(source="test", text=text, turns=turns, people=people)
        return attribute(article, parse(article, parser), mentions, load_reporting())

    return claims


def row(text: str, claim: Claim) -> tuple[str | None, str | None, str]:
    """Return source, cue and content of a claim as written; pieces of content are joined by `` | ``."""
    def words(span: tuple[int, int] | None) -> str | None:
        return None if span is None else text[span[0] : span[1]]

    return words(claim.source), words(claim.cue), " | ".join(text[s.start : s.end] for s in claim.content)


@pytest.fixture(scope="session")
def rows(find: Finder) -> Callable[[str], list[tuple[str | None, str | None, str]]]:
    return lambda text: [row(text, claim) for claim in find(text)]
