"""Facta as a component of somebody's own spaCy pipeline."""

import pytest
import spacy

import facta
from facta.errors import FactaError

TEXT = "Belarus detained a Ukrainian reporter on Friday. Kyiv may recall its ambassador."


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("facta", config={"published": "2017-11-20"})
    return pipeline


def test_a_blank_pipeline_gives_records(nlp):
    """The component needs nothing else: records stand in ``doc._.events``, in order, dated by ``published``."""
    doc = nlp(TEXT)
    detained, recall = doc._.events
    assert [doc.text[slice(*event.trigger)] for event in (detained, recall)] == ["detained", "recall"]
    assert detained.happened
    assert (detained.when.start, detained.when.end) == ("2017-11-17", "2017-11-17")
    assert str(recall.status) == "hypothetical"
    assert doc.char_span(*detained.trigger).text == "detained"


def test_records_are_those_of_the_command_line(nlp):
    """The pipeline around it changes nothing: the same records as from ``facta.code``."""
    plain = facta.code(facta.from_text(TEXT, published="2017-11-20")).events
    assert nlp(TEXT)._.events == plain
    assert [event.id for event in nlp(TEXT)._.events] == [event.id for event in plain]


def test_it_lives_beside_other_components():
    """It stands behind a sentence splitter as well as alone, in a stream of texts too."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("facta")
    docs = list(pipeline.pipe([TEXT, "The river was quiet."]))
    assert [len(doc._.events) for doc in docs] == [2, 0]
    assert docs[0]._.events[0].when is None
    assert len(list(docs[0].sents)) == 2


def test_an_empty_text_has_no_records(nlp):
    """An empty document is not an error inside a pipeline."""
    assert nlp("")._.events == ()


def test_a_wrong_date_is_refused_at_once():
    """A date that is none stops the making of the pipeline, not the first document."""
    with pytest.raises((FactaError, ValueError), match="U02"):
        spacy.blank("en").add_pipe("facta", config={"published": "soon"})
