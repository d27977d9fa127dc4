"""The memo of parts of speech and lemmas says what spaCy's own components say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy

from facta.records import Article
from facta.sentences import parse
from facta.sentences.parsers.spacy import PIPELINES, SpacyParser

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*.json"))
ODD = "There is a plan. There were talks. I'm gonna go. He's got to meet her. Let's meet. It ain't over. Don't go. "


def test_same_words_as_the_pipeline_itself():
    """Read twice, so that the second reading comes from the memo: parts of speech and lemmas are spaCy's own."""
    nlp = spacy.load(PIPELINES[0], exclude=["ner", "senter"])
    parser = SpacyParser()
    text = ODD * 2 + " ".join(json.loads(path.read_text(encoding="utf-8"))["text"] for path in GOLDEN)
    compared, wrong = 0, []
    for _ in range(2):
        for sentence in parse(Article(source="test", text=text), parser):
            doc = nlp.tokenizer(text[sentence.start : sentence.end])
            for token in doc[1:]:
                token.is_sent_start = False
            for _, pipe in nlp.pipeline:
                doc = pipe(doc)
            # A sentence parsed alone and in a batch may differ in a tag by rounding; then there is nothing to compare.
            if [(t.text, t.tag_, t.dep_) for t in doc] == [(t.text, t.tag, t.dep) for t in sentence.tokens]:
                compared += len(doc)
                assert [t.pos_ for t in doc] == [t.pos for t in sentence.tokens]
                wrong += [(t.text, t.lemma_, u.lemma) for t, u in zip(doc, sentence.tokens, strict=True)
                          if t.lemma_.lower() not in (u.lemma, u.lemma.removesuffix("e"))]
    assert compared > 5_000
    assert not wrong


@pytest.mark.parametrize(("text", "word", "lemma"), [
    ("The party staged a rally.", "staged", "stage"), ("She hopes to go.", "hopes", "hope"),
    ("They stopped the train.", "stopped", "stop"), ("He planned the raid.", "planned", "plan"),
    ("Rebels raided the camp.", "raided", "raid"), ("They were hated.", "hated", "hate"),
])
def test_verbs_in_e(parsed, word, text, lemma):
    """Past forms of verbs in -e are not taken for those of shorter verbs."""
    assert next(t.lemma for t in parsed(text)[0].tokens if t.text == word) == lemma
