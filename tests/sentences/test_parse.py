"""Sentences lie inside the turns, in order, and never make a text of any kind slow or fail."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facta.records import Article, Turn, TurnKind
from facta.sentences import parse
from facta.sentences.parse import paragraphs


def texts(parser, text: str, turns: tuple[Turn, ...] = ()) -> list[str]:
    article = Article(source="test", text=text, turns=turns)
    return [text[s.start : s.end] for s in parse(article, parser)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Abdu met Mr. Bello on Nov. 3. They talked.", ["Gen. Abdu met Mr. Bello on Nov. 3.", "They talked."]),
        ('"We will go." He left.', ['"We will go."', "He left."]),
        ("It was 3.5 percent. Why? Nobody knows!", ["It was 3.5 percent.", "Why?", "Nobody knows!"]),
        ("He works for the U.S. The case is closed.", ["He works for the U.S.", "The case is closed."]),
        ("A headline without a stop\n\nA sentence.", ["A headline without a stop", "A sentence."]),
    ],
)
def test_boundaries(parser, text, expected):
    """Abbreviations and numbers do not end a sentence; marks with closing quotes and blank lines do."""
    assert texts(parser, text) == expected


def test_furniture_is_not_parsed(parser):
    """Text outside every turn is never parsed."""
    text = "Share this!\n\nOslo met Bern."
    turn = Turn(kind=TurnKind.NARRATION, speaker=None, start=13, end=len(text))
    assert texts(parser, text, (turn,)) == ["Oslo met Bern."]


def test_worth_decides_what_is_parsed(parser):
    """A sentence whose words are refused is left out, the others keep their offsets."""
    article = Article(source="test", text="It rained. Oslo met Bern.")
    found = parse(article, parser, lambda words: "met" in words)
    assert [(s.start, s.end) for s in found] == [(11, 25)]


def test_offsets_point_into_the_text(parser):
    """Every token's offsets give back its own text."""
    text = "  Oslo’s envoy – “tired” – left.\n\nThen\tBern spoke."
    for sentence in parse(Article(source="test", text=text), parser):
        assert all(text[t.start : t.end] == t.text for t in sentence.tokens)


def test_a_million_characters_without_a_stop(parser):
    """A text without any full stop is left unparsed instead of taking minutes."""
    started = time.process_time()
    texts(parser, "word " * 200_000)
    assert time.process_time() - started < 10


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_any_text_parses(parser, text):
    """Any text gives sentences that lie inside it, in order, without overlap."""
    found = parse(Article(source="test", text=text), parser)
    ends = [0, *(s.end for s in found)]
    assert all(before <= s.start < s.end <= len(text) for before, s in zip(ends, found, strict=False))


def test_paragraphs_split_at_line_ends():
    """Blank lines and line ends separate paragraphs; blanks around them are not part of them."""
    assert [(s.start, s.end) for s in paragraphs(" a\n\n b ", 0, 7)] == [(1, 2), (5, 6)]
