"""Fixtures shared by all rooms: one parser for the whole run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facta import Coder
from facta.records import Article, Sentence
from facta.sentences import parse
from facta.sentences.parsers.spacy import SpacyParser


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.fixture(scope="session")
def parsed(parser: SpacyParser) -> Callable[[str], tuple[Sentence, ...]]:
    def run(text: str) -> tuple[Sentence, ...]:
        return parse(Article(source="test", text=text), parser)

    return run


@pytest.fixture(scope="session")
def rules() -> Coder:
    """Return the coder without its encoder: what lexicon and rules say alone."""
    return Coder(encoder=False)
