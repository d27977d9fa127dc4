"""A small lexicon and a way to mark actors by hand, so that matching and roles are tested without the shipped data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from facta.events.drafts import finder
from facta.events.match import Hit, match
from facta.events.roles import Roles, roles
from facta.records import Actor, Mention, MentionKind, Sentence
from facta.resources.language import Language, load_language

SENSES = (
    'lemma\tpos\tframe\tsense\troles\n'
    'arrest\tn\t\tarrest\t\n'
    'arrest\tv\t\tarrest\t\n'
    'arrest\tv\tobj:attention\t-\t\n'
    'attack\tn\t\tattack\t\n'
    'attack\tv\t\tattack\t\n'
    'condemn\tv\t\tcondemn\t\n'
    'impose\tv\tobj:sanction\tsanction\tr=on\n'
    'meet\tv\t\tmeet\tboth\n'
    'meet\tv\tobj:deadline,@target\t-\t\n'
    'sign\tv\tobj:accord with\tsign\tboth\n'
    'talk\tn\t\tmeet\tboth\n'
    'undergo\tv\t\t-\t\n'
    'attack\tn\tgov:suffer\tattack\tr=subj\n'
    'visit\tv\t\tvisit\tvisit\n'
    'mediate\tv\t\tmediate\tthird\n'
    'call\tv\tprt:off\tcancel\tnone\n'
    'receive\tv\tobj:aid\taid\ta=from r=subj\n'
)
CLASSES = """class	word
carrier	launch
carrier	hold
carrier	impose
target	goal
undergone	arrest
"""
STATES = ("Chad", "Niger", "Peru", "Chile", "Laos", "Fiji", "Oslo", "Bern", "Chadian", "Peruvian")
PEOPLE = ("farmer", "farmers", "envoy", "student", "rebels")


@pytest.fixture(scope="session")
def small(tmp_path_factory) -> Language:
    folder: Path = tmp_path_factory.mktemp("xx")
    (folder / "senses.tsv").write_text(SENSES, encoding="utf-8")
    (folder / "classes.tsv").write_text(CLASSES, encoding="utf-8")
    return load_language("xx", folder)


def _actor(word: str) -> Actor:
    return Actor(code=word[:3].upper(), sector="GOV") if word in STATES else Actor(code=None, sector="CVL")


def marked(sentence: Sentence) -> list[Mention]:
    """Return a mention for each state and person word of the test vocabulary."""
    return [
        Mention(
            sentence=0, head=t.i, start=t.start, end=t.end, text=t.text, kind=MentionKind.NAME, rule="test",
            actors=(_actor(t.text),),
        )
        for t in sentence.tokens
        if t.text in (*STATES, *PEOPLE)
    ]


@pytest.fixture
def hits(parsed, small) -> Callable[[str], list[Hit]]:
    def run(text: str) -> list[Hit]:
        sentence = parsed(text)[0]
        return match(sentence, finder(sentence, marked(sentence)), small)

    return run


@pytest.fixture
def roles_of(parsed, small) -> Callable[[str], list[Roles]]:
    def run(text: str) -> list[Roles]:
        sentence = parsed(text)[0]
        at = finder(sentence, marked(sentence))
        return [roles(hit, at, small) for hit in match(sentence, at, small)]

    return run
