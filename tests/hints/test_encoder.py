"""What the encoder says of a sentence."""

from __future__ import annotations

import pytest

TEXT = "Chad expelled two Togolese diplomats on Monday and called the charges absurd."


def test_every_word_is_read(encoder, parsed):
    """There is a row for each word, and the types of a word are one distribution."""
    [sentence] = parsed(TEXT)
    hints = encoder.read(TEXT, sentence)
    n = len(sentence.tokens)
    rows = (hints.types, hints.modes, hints.sectors, hints.actors, hints.recipients, hints.owners)
    assert {len(row) for row in rows} == {n}
    assert all(sum(row) == pytest.approx(1, abs=1e-3) for row in hints.types)
    assert {hints.states[0], hints.states[3]} == {"TCD", "TGO"}


def test_other_states_give_the_same(encoder, parsed):
    """No hint depends on which states are named."""
    other = TEXT.replace("Chad", "Peru").replace("Togolese", "Japanese")
    [a], [b] = parsed(TEXT), parsed(other)
    one, two = encoder.read(TEXT, a), encoder.read(other, b)
    assert one.types == two.types
    assert one.recipients == two.recipients


def test_a_sentence_gives_the_same_whatever_is_read_before(encoder, parsed):
    """Hints never depend on other sentences."""
    [sentence] = parsed(TEXT)
    first = encoder.read(TEXT, sentence)
    longer = "Riot police in Lima fired tear gas at some 300 teachers who had blocked a road since noon."
    encoder.read(longer, parsed(longer)[0])
    assert encoder.read(TEXT, sentence) == first


def test_plain_acts_are_seen(encoder, parsed):
    """The types of acts in ordinary words are those of the guide."""
    for text, word, type_ in (
        ("Tanks shelled the town for two days.", "shelled", "ASSAULT"),
        ("Police arrested three journalists in Lima on Friday.", "arrested", "COERCE"),
        ("The two presidents met in Geneva.", "met", "CONSULT"),
    ):
        [sentence] = parsed(text)
        i = next(t.i for t in sentence.tokens if t.text == word)
        assert encoder.read(text, sentence).best(i)[0] == type_


def test_weather_is_no_act(encoder, parsed):
    """Where nobody does anything political no word is taken for an act."""
    text = "Snow fell on the hills above the town for three days, and the schools stayed shut."
    [sentence] = parsed(text)
    hints = encoder.read(text, sentence)
    assert all(hints.none(i) > 0.5 for i in range(len(sentence.tokens)))


def test_words_behind_the_limit_are_no_acts(encoder, parsed):
    """What stands too far back in an endless sentence is not read, and so names no act."""
    text = "Police arrested " + ", ".join(["a miner and a teacher"] * 30) + " and shelled the town"
    [sentence] = parsed(text)
    hints = encoder.read(text, sentence)
    assert hints.none(len(sentence.tokens) - 3) == 1.0
    assert hints.none(1) < 0.5
