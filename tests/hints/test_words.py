"""The words that the encoder reads."""

from __future__ import annotations

import pytest

from facta.hints.words import named, plain
from facta.resources.roster import load_roster

STAND_IN = {"name": "france", "adj": "french", "people": "french", "person": "frenchman", "capital": "paris"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chad expelled a Togolese envoy.", ["france", "expelled", "a", "french", "envoy", "."]),
        ("South Korea warned Lomé.", ["france", None, "warned", "paris", "."]),
        ("Talks began in June.", ["Talks", "began", "in", "June", "."]),
    ],
)
def test_names_of_states_are_read_as_a_stand_in(parsed, text, words):
    """Every name of a form is the same word; the other words of a long name are covered by it."""
    [sentence] = parsed(text)
    assert plain(sentence, named(text, sentence, load_roster()), STAND_IN) == words


def test_states_are_found_with_their_codes(parsed):
    """Each name keeps its words and its code."""
    text = "Saudi Arabia and Yemeni officials met."
    [sentence] = parsed(text)
    assert [(s.first, s.last, s.code) for s in named(text, sentence, load_roster())] == [(0, 1, "SAU"), (3, 3, "YEM")]


def test_a_longer_word_is_no_name(parsed):
    """A name must end where the word ends."""
    text = "Chadderton is a town."
    [sentence] = parsed(text)
    assert named(text, sentence, load_roster()) == []
