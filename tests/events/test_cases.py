"""The shipped lexicon on our own sentences: words that report an act give its type, figures of speech give none."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from facta.actors import resolve
from facta.events.drafts import finder
from facta.events.match import match
from facta.records import Article, Span, Turn, TurnKind
from facta.resources.actorwords import load_actor_words
from facta.resources.language import load_language
from facta.resources.ontology import load_ontology
from facta.resources.roster import load_roster
from facta.resources.table import Row, load_table
from facta.sentences import parse

HERE = Path(__file__).parent
UNREACHABLE = {
    (row["sentence"], row["trigger"]): row["reason"]
    for row in load_table(HERE / "unreachable.tsv", ("sentence", "trigger", "reason"), key=("sentence", "trigger"))
}
ROWS = [
    row for path in sorted(HERE.glob("cases_*.tsv"))
    for row in load_table(path, ("sentence", "trigger", "type"), key=("sentence", "trigger"))
]

#: Finds the place and type of each act that a text reports.
Coded = Callable[[str], tuple[tuple[Span, str], ...]]


@pytest.fixture(scope="session")
def coded(parser) -> Coded:
    """Return a function that codes a text with the real parser, rosters and lexicon, each text once."""
    language, ontology, roster, words = load_language("en"), load_ontology(), load_roster(), load_actor_words()

    @cache
    def run(text: str) -> tuple[tuple[Span, str], ...]:
        turn = Turn(kind=TurnKind.NARRATION, speaker=None, start=0, end=len(text))
        article = Article(source="test", text=text, turns=(turn,))
        sentences = parse(article, parser)
        mentions = resolve(article, sentences, roster, words)
        return tuple(
            (Span(hit.slots.token.start, hit.slots.token.end), ontology.code(hit.pattern.sense).type)
            for number, sentence in enumerate(sentences)
            for hit in match(sentence, finder(sentence, [m for m in mentions if m.sentence == number]), language)
        )

    return run


def case(row: Row) -> object:
    """Return a row as a parameter; what is known to be out of reach must go on failing, or its line is taken out."""
    reason = UNREACHABLE.get((row["sentence"], row["trigger"]))
    marks = [] if reason is None else [pytest.mark.xfail(strict=True, reason=reason)]
    return pytest.param(row["sentence"], row["trigger"], row["type"], id=row.where, marks=marks)


@pytest.mark.parametrize(("sentence", "trigger", "wanted"), [case(row) for row in ROWS])
def test_type_at_trigger(coded, sentence, trigger, wanted):
    """The word that reports an act is found with its type; ``-`` words report none."""
    found = re.search(rf"(?<!\w){re.escape(trigger)}(?!\w)", sentence)
    assert found, "the trigger is not in the sentence"
    types = [type_ for span, type_ in coded(sentence) if span.overlaps(Span(*found.span()))]
    if wanted == "-":
        assert types == []
    else:
        assert wanted in types


def test_unreachable_rows_exist():
    """Each row that is excused stands in a table of cases."""
    assert UNREACHABLE.keys() <= {(row["sentence"], row["trigger"]) for row in ROWS}


def test_every_sense_is_coded_and_used():
    """Each sense of the lexicon has a code, and each code of the two tables has a line that leads to it."""
    folder = files("facta.resources") / "ontologies" / "plover"
    columns = ("sense", "type", "mode", "contexts", "definition", "example")
    listed = {
        row["sense"] for name in ("codes.conflict.tsv", "codes.cooperation.tsv")
        for row in load_table(folder / name, columns, key=("sense",))
    }
    used = {p.sense for patterns in load_language("en").patterns.values() for p in patterns} - {"-"}
    assert used == listed
