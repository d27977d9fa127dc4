"""The words that the encoder reads: those of the sentence, with a stand-in for every name of a state.

>>> from facta.resources.roster import load_roster
>>> from facta.records import Sentence, Token
>>> words = (("South", 0), ("Korea", 6), ("met", 12), ("Togo", 16))
>>> tokens = tuple(Token(i, at, at + len(w), w, w, "PROPN", "NNP", "dep", 0) for i, (w, at) in enumerate(words))
>>> sentence = Sentence(start=0, end=20, turn=0, tokens=tokens, children=((), (), (), ()))
>>> plain(sentence, named("South Korea met Togo", sentence, load_roster()), {"name": "france"})
['france', None, 'met', 'france']
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from facta.records import Sentence
from facta.resources.roster import Roster


class Named(NamedTuple):
    """A state named in a sentence: by the words ``first`` to ``last``, in which form."""

    first: int
    last: int
    form: str
    code: str


def named(text: str, sentence: Sentence, roster: Roster) -> list[Named]:
    """Return the names of states in a sentence, in its order; of two at one place the longer."""
    out: list[Named] = []
    covered = -1
    for token in sentence.tokens:
        if token.start < covered:
            out[-1] = out[-1]._replace(last=token.i)
        elif token.text[0].isupper():
            for name, refs in roster.at(text, token.start, token.text):
                ref = refs[0]
                if ref.entry.kind == "state" and not _goes_on(text, token.start + len(name)):
                    out.append(Named(token.i, token.i, ref.form, ref.entry.code))
                    covered = token.start + len(name)
                    break
    return out


def plain(sentence: Sentence, states: Sequence[Named], stand_in: Mapping[str, str]) -> list[str | None]:
    """Return a word for each token, or None for those that the stand-in before them covers too."""
    out: list[str | None] = [token.text for token in sentence.tokens]
    for state in states:
        if state.form in stand_in:
            out[state.first] = stand_in[state.form]
            out[state.first + 1 : state.last + 1] = [None] * (state.last - state.first)
    return out


def _goes_on(text: str, end: int) -> bool:
    """Say whether the word goes on behind a name ("Chadians" behind "Chad")."""
    return end < len(text) and text[end].isalpha()
