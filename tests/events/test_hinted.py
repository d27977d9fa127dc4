"""Acts of the lexicon and hints of the encoder, weighed against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facta.events.drafts import finder
from facta.events.hinted import ENOUGH, candidates, hinted, is_believed
from facta.events.match import match
from facta.hints import Encoder
from facta.records import Hints, Sentence
from facta.resources.language import load_language
from facta.resources.ontology import load_ontology
from facta.resources.roster import load_roster

TEXT = "Chad arrested a miner and whisked two envoys off to the border."


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(load_roster())


def seen(encoder: Encoder, sentence: Sentence, **acts: str) -> Hints:
    """Return hints in which only the given words name acts, of the given types."""
    blank = encoder.read(TEXT, sentence)
    rows = []
    for token in sentence.tokens:
        type_ = acts.get(token.text)
        rows.append([0.02 if type_ else 0.97, *(0.9 if name == type_ else 0.002 for name in blank.names[1:])])
    return replace(blank, types=rows, peaks=[max(row[1:]) for row in rows])


def run(parsed, encoder, weights, **acts):
    [sentence] = parsed(TEXT)
    language, ontology = load_language(), load_ontology()
    at = finder(sentence, [])
    hints = seen(encoder, sentence, **acts)
    found = hinted(match(sentence, at, language), sentence, hints, at, language, ontology, weights)
    return [(hit.slots.token.text, ontology.code(hit.pattern.sense).type) for hit in found]


def test_without_weights_the_lexicon_decides(parsed, encoder):
    """A coder without weights takes what the lexicon names."""
    assert run(parsed, encoder, None, whisked="SANCTION") == [("arrested", "COERCE")]


def test_a_word_that_the_lexicon_lacks_is_taken_when_enough_speaks_for_it(parsed, encoder):
    """The encoder's own acts enter beside those of the lexicon, in the order of the text."""
    found = run(parsed, encoder, {"lexicon": 1.0, "encoder": 1.0}, arrested="COERCE", whisked="SANCTION")
    assert found == [("arrested", "COERCE"), ("whisked", "SANCTION")]


def test_an_act_for_which_too_little_speaks_is_left_out(parsed, encoder):
    """Evidence against an act of the lexicon takes it out."""
    assert run(parsed, encoder, {"lexicon": -5.0}) == []


def test_the_better_of_two_types_is_taken(parsed, encoder):
    """A word is one act: of the lexicon's type and the encoder's the one for which more speaks."""
    weights = {"lexicon": 0.5, "instead": 1.5, "reading": 1.5}
    assert run(parsed, encoder, weights, arrested="ASSAULT") == [("arrested", "ASSAULT")]


def test_deeds_need_more_than_words(parsed, encoder):
    """What is doubtful may stand as a plan or a wish, not as a fact."""
    [sentence] = parsed(TEXT)
    language = load_language()
    [hit] = match(sentence, finder(sentence, []), language)
    doubtful = replace(hit, belief=(ENOUGH + 0.0) / 2)
    assert is_believed(doubtful, happened=False)
    assert not is_believed(doubtful, happened=True)
    assert is_believed(hit, happened=True)


def test_every_candidate_has_a_known_sense(parsed, encoder):
    """Whatever the encoder sees, its acts have a sense and code of the ontology."""
    [sentence] = parsed(TEXT)
    language, ontology = load_language(), load_ontology()
    at = finder(sentence, [])
    for type_ in ontology.types:
        hints = seen(encoder, sentence, whisked=type_)
        made = [hit for hit, _ in candidates([], sentence, hints, at, language, ontology)]
        assert [ontology.code(hit.pattern.sense).type for hit in made] == [type_]
