"""The lexicon through the whole pipeline: acts in press wording are coded, the same words in daily life are not."""

from __future__ import annotations

from pathlib import Path

import pytest

import facta
from facta.errors import ResourceError
from facta.resources.forms import stems
from facta.resources.language import load_language
from facta.resources.table import load_table

ROWS = load_table(Path(__file__).parent / "acts.tsv", ("sentence", "wanted"), key=("sentence",))
#: So many rows of a type may fail before something is wrong: parser versions differ on single sentences.
TOLERATED = 0.04


def coded(rules: facta.Coder, sentence: str) -> set[str]:
    """Return the types of a sentence, each with and without its mode."""
    events = rules.code(facta.from_text(sentence, published="2023-05-16")).events
    return {name for e in events for name in (e.type, f"{e.type}/{e.mode}")}


@pytest.mark.parametrize("type_", sorted({row["wanted"].split("/")[0] for row in ROWS}))
def test_acts_and_ordinary_uses(rules, type_):
    """Of each type nearly all acts are found with their mode; of "-" nearly no sentence is coded."""
    rows = [row for row in ROWS if row["wanted"].split("/")[0] == type_]
    wrong = [
        row["sentence"] for row in rows
        if (coded(rules, row["sentence"]) if type_ == "-" else row["wanted"] not in coded(rules, row["sentence"]))
    ]
    assert len(wrong) <= TOLERATED * len(rows), wrong


@pytest.mark.parametrize(
    ("sentence", "trigger", "type_", "recipient"),
    [
        ("Minsk denounced the prolongation of the sanctions on Belarus by Canada.", "prolongation", "SANCTION", "BLR"),
        ("The deregistering of the Chadian charities by Togo was reported.", "deregistering", "COERCE", "TCD"),
        ("Togolese police rearrested the Chadian blogger.", "rearrested", "COERCE", "TCD"),
        ("Two Chadian diplomats were given 72 hours to leave Togo.", "given", "SANCTION", "TCD"),
        ("Police cordoned off the Chadian consulate.", "cordoned", "COERCE", "TCD"),
    ],
)
def test_borrowed_patterns_and_hidden_objects(rules, sentence, trigger, type_, recipient):
    """Nouns, repeated acts, wrong base forms, retained objects and misread particles are read by the verb's lines."""
    coding = rules.code(facta.from_text(sentence, published="2023-05-16"))
    text = coding.article.text
    found = {
        (text[e.trigger.start:e.trigger.end], e.type, p.code) for e in coding.events for p in e.recipients
    }
    assert (trigger, type_, recipient) in found


def test_relative_subject_is_no_object(rules):
    """In "the rebels who hid" nobody hides the rebels."""
    events = rules.code(facta.from_text("Chad arrested the rebels who hid in the forest.")).events
    assert [e.type for e in events] == ["COERCE"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("cordoned", "cordon"), ("banned", "ban"), ("halved", "halve"), ("raids", "raid"), ("scuttling", "scuttle")],
)
def test_stems(word, expected):
    """A regular form leads back to its base."""
    assert expected in stems(word)


@pytest.mark.parametrize("word", ["sited", "staring", "raged"])
def test_stems_mind_doubled_letters(word):
    """A short stem doubles its last letter, so "sited" is no form of "sit"."""
    assert not {"sit", "star", "rag"} & set(stems(word))


SENSES = "lemma\tpos\tframe\tsense\troles\nban\tv\t\tban-group\t\n"


@pytest.mark.parametrize(
    ("line", "words"),
    [("reban\tv\toutlaw", "no pattern is headed by"), ("ban\tv\tban", "has patterns of its own")],
)
def test_wrong_likewise_lines_stop_the_start(tmp_path, line, words):
    """A word may only borrow the patterns of a verb that has some, and only if it has none itself."""
    (tmp_path / "senses.tsv").write_text(SENSES, encoding="utf-8")
    (tmp_path / "likewise.tsv").write_text(f"word\tpos\tverb\n{line}\n", encoding="utf-8")
    with pytest.raises(ResourceError, match=words):
        load_language("xx", tmp_path)


def test_a_refinement_of_a_general_sense_wins(rules):
    """What says how goes before what only says that: drones in a town that is attacked."""
    assert "ASSAULT/drone" in coded(rules, "Chad attacked the Malian town with drones.")
