"""What the tests of this room share: the English calendar, the parser, and a reader of case tables."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from facta.records import Article, Interval, Sentence
from facta.resources.calendar import Calendar, load_calendar
from facta.resources.table import Row, load_table
from facta.sentences.parse import parse
from facta.sentences.parsers.spacy import SpacyParser


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return load_calendar(files("facta.resources") / "languages" / "en")


@pytest.fixture(scope="session")
def parsed():
    parser = SpacyParser()

    def of(text: str) -> tuple[Sentence, ...]:
        return parse(Article(source="test", text=text), parser)

    return of


@pytest.fixture(scope="session")
def on():
    def interval(day: str) -> Interval | None:
        return Interval(start=day, end=day, basis="given") if day else None

    return interval


def cases(name: str, *columns: str) -> list[Row]:
    return load_table(Path(__file__).with_name(name), columns)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    tables = {
        "found": ("cases.tsv", ("text", "published", "span", "value", "start", "end")),
        "act": ("when_cases.tsv", ("text", "published", "trigger", "start", "end")),
    }
    for name, (file, columns) in tables.items():
        if name in metafunc.fixturenames:
            rows = cases(file, *columns)
            metafunc.parametrize(name, rows, ids=[f"{row.line}" for row in rows])
