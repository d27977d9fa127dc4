"""Participles are hung on the verb they belong to, names on the name they are joined to."""

from __future__ import annotations

import pytest

from facta.article import from_text
from facta.sentences import mended, parse
from facta.sentences.parsers.spacy import SpacyParser


@pytest.mark.parametrize(
    ("text", "participle", "verb"),
    [
        ("Police fired shots to disperse the crowd, arresting twelve men.", "arresting", "fired"),
        ("Norway urged Chad to free the crew, accusing it of piracy.", "accusing", "urged"),
        ("Norway urged Chad to leave the port, taking its boats along.", "taking", "leave"),
        ("Peru has the right to write to its friends asking them for help.", "asking", "write"),
    ],
)
def test_participles(text: str, participle: str, verb: str) -> None:
    """After a comma a participle of speech or result goes with the main verb, without one with the nearest."""
    [parsed] = parse(from_text(text), SpacyParser())
    sentence = mended(parsed, frozenset({"accuse"}))
    token = next(t for t in sentence.tokens if t.text == participle)
    assert sentence.tokens[token.head].text == verb
    assert token.i in sentence.children[token.head]
    assert sum(token.i in kids for kids in sentence.children) == 1


@pytest.mark.parametrize(
    ("text", "name", "before"),
    [
        ("Lawmakers in Kenya and Uganda welcomed the truce.", "Uganda", "Kenya"),
        ("Soldiers and Uganda's police met.", "police", "Soldiers"),
    ],
)
def test_joined_names(text: str, name: str, before: str) -> None:
    """A bare name is joined to the name right before it, not to the people whom that one describes."""
    [parsed] = parse(from_text(text), SpacyParser())
    sentence = mended(parsed)
    token = next(t for t in sentence.tokens if t.text == name)
    assert (token.dep, sentence.tokens[token.head].text) == ("conj", before)


def test_most_sentences_stay_as_they_are() -> None:
    """Nothing is copied where nothing is moved."""
    [parsed] = parse(from_text("Peru sent its navy home."), SpacyParser())
    assert mended(parsed) is parsed
