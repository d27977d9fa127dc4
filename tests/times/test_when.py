"""The time of an act: which expression belongs to it, and what tense and preposition make of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facta.records import Interval, Sentence, Token, TurnKind
from facta.times import find, frames, tenses, when

DAY = Interval(start="2021-06-16", end="2021-06-16", basis="given")


def dated(text, trigger, published, calendar, parsed, *, kind=TurnKind.NARRATION):
    """Return the days of the act that ``trigger`` names in ``text``."""
    sentences = parsed(text)
    timexes = find(text, published, calendar, tense_of=tenses(sentences, calendar))
    offset = text.index(trigger)
    sentence = next(s for s in sentences if s.start <= offset < s.end)
    token = next(t.i for t in sentence.tokens if t.start == offset)
    frame = frames(text, timexes, calendar).get(sentence.start)
    return when(timexes, sentence, token, published, calendar, frame=frame, kind=kind)


def test_case(act, calendar, parsed, on):
    """Each line of when_cases.tsv: the act has these days, or none."""
    got = dated(act["text"], act["trigger"], on(act["published"]), calendar, parsed)
    assert ((got.start, got.end) if got else ("", "")) == (act["start"], act["end"])


def test_headline_has_none(calendar, parsed):
    """A headline dates nothing."""
    text = "Norland shelled the port on Friday."
    assert dated(text, "shelled", DAY, calendar, parsed) is not None
    assert dated(text, "shelled", DAY, calendar, parsed, kind=TurnKind.HEADLINE) is None


def test_basis_is_the_wording(calendar, parsed):
    """The interval says which words it comes from."""
    got = dated("Norland shelled the port last Friday.", "shelled", DAY, calendar, parsed)
    assert got is not None
    assert got.basis == "last Friday"


def test_without_publication(calendar, parsed):
    """Absolute dates need no publication."""
    got = dated("Norland shelled the port in 2009.", "shelled", None, calendar, parsed)
    assert got is not None
    assert got.start == "2009-01-01"


@pytest.mark.parametrize("trigger", [-1, 99])
def test_trigger_outside(trigger, calendar, parsed):
    """A trigger outside the sentence has no time."""
    sentence = parsed("Norland shelled the port on Friday.")[0]
    assert when((), sentence, trigger, DAY, calendar) is None


TAGS = st.sampled_from([("VERB", "VBD"), ("NOUN", "NN"), ("ADP", "IN"), ("AUX", "MD"), ("PROPN", "NNP"), ("NUM", "CD")])
DEPS = st.sampled_from(
    ["conj", "dobj", "prep", "pobj", "advcl", "ccomp", "xcomp", "nsubj", "npadvmod", "mark", "compound", "acomp"]
)
WORDS = st.sampled_from(
    ["Friday", "2009", "two days", "after", "said", "began", "shelled", "attack", "since", "for", "before"]
)


@settings(max_examples=200, deadline=None)
@given(
    parts=st.lists(st.tuples(WORDS, TAGS, DEPS, st.integers(0, 30)), min_size=1, max_size=14),
    trigger=st.integers(0, 13),
)
def test_any_tree(parts, trigger, calendar):
    """Any tree of any labels: no error, no endless loop, days in order."""
    text, tokens, children = "", [], [[] for _ in parts]
    for i, (word, (pos, tag), dep, head) in enumerate(parts):
        start = len(text)
        text += word + " "
        tokens.append(Token(i, start, start + len(word), word, word.lower(), pos, tag, dep, min(head % len(parts), i)))
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    sentence = Sentence(start=0, end=len(text), turn=0, tokens=tuple(tokens), children=tuple(map(tuple, children)))
    timexes = find(text, DAY, calendar, tense_of=tenses((sentence,), calendar))
    got = when(timexes, sentence, trigger % len(parts), DAY, calendar)
    assert got is None or got.start <= got.end
