"""Whose a bare role is, where the encoder is sure of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facta.actors import owned
from facta.records import Actor, Hints, Mention, MentionKind, Sentence, Token

WORDS = ("Poland", "hailed", "teachers", "jailed", "by", "Minsk")
POLAND, TEACHERS, MINSK = 0, 2, 5


def sentence() -> Sentence:
    """Return the words as a sentence."""
    tokens, at = [], 0
    for i, word in enumerate(WORDS):
        tokens.append(Token(i, at, at + len(word), word, word, "NOUN", "NN", "dep", 0))
        at += len(word) + 1
    return Sentence(start=0, end=at - 1, turn=0, tokens=tuple(tokens), children=((),) * len(WORDS))


def run(rule: str, *, poland: float, minsk: float) -> Mention:
    """Return the mention of the teachers, whom the rules give to Poland, after the encoder was heard."""
    token = sentence().tokens[TEACHERS]
    mention = Mention(
        sentence=0, head=TEACHERS, start=token.start, end=token.end, text=token.text, kind=MentionKind.DESCRIPTION,
        actors=(Actor(code="POL", sector="EDU"),), rule=rule,
    )
    owners = [[0.0] * len(WORDS) for _ in WORDS]
    owners[TEACHERS][POLAND], owners[TEACHERS][MINSK] = poland, minsk
    hints = Hints(
        names=("",), mode_names=(), sector_names=(), states={POLAND: "POL", MINSK: "BLR"}, types=(), peaks=(), modes=(),
        actors=(), recipients=(), sectors=(), owners=owners,
    )
    [found] = owned((mention,), (sentence(),), (hints,))
    assert owned((mention,), (sentence(),), (None,)) == (mention,)
    return found


def test_a_guess_gives_way_to_a_state_that_the_encoder_is_sure_of():
    """The state changes, the sector stays, and the rule says who decided."""
    found = run("context", poland=0.1, minsk=0.9)
    assert found.actors == (Actor(code="BLR", sector="EDU"),)
    assert found.rule == "owned"


@pytest.mark.parametrize(
    ("rule", "poland", "minsk"), [("described", 0.1, 0.9), ("context", 0.1, 0.3), ("context", 0.6, 0.9)]
)
def test_what_the_text_says_or_the_encoder_doubts_stays(rule, poland, minsk):
    """A state named in the phrase, one that the encoder is unsure of, and one that it finds likely too."""
    found = run(rule, poland=poland, minsk=minsk)
    assert found.rule == rule
    assert found.actors == replace(found, actors=(Actor(code="POL", sector="EDU"),)).actors
