"""The state of a phrase that names none, as the encoder sees it: *the teachers whom Minsk has put under arrest*.

The rules take such a state from what the article speaks of; the encoder has read how the words of the sentence go
together. It is followed where it is sure of a state that the sentence names, and finds that of the rules unlikely.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facta.records import Hints, Mention, Sentence

#: Rules that take the state from around the phrase.
GUESSED = frozenset(("context", "craft"))
#: How likely the encoder must find another state, and how unlikely that of the rules; set on ``corpus/dev``.
SURE, UNLIKELY = 0.4, 0.4


def owned(
    mentions: Sequence[Mention], sentences: Sequence[Sentence], hints: Sequence[Hints | None]
) -> tuple[Mention, ...]:
    """Return the mentions with such states put right; ``hints`` follow the sentences, None where none are."""
    return tuple(
        mention if hint is None or mention.rule not in GUESSED or len(mention.actors) != 1
        else _owned(mention, sentences[mention.sentence], hint)
        for mention, hint in ((m, hints[m.sentence]) for m in mentions)
    )


def _owned(mention: Mention, sentence: Sentence, hints: Hints) -> Mention:
    inside = sentence.within(mention.start, mention.end)
    likely: dict[str, float] = {}
    for k, code in hints.states.items():
        likely[code] = max([likely.get(code, 0.0), *(hints.owners[i][k] for i in inside)])
    best = max(likely, key=likely.__getitem__, default=None)
    old = mention.actors[0]
    if best is None or likely[best] < SURE or likely.get(old.code or "", 0.0) >= UNLIKELY:
        return mention
    return replace(mention, actors=(replace(old, code=best, name=None, id=None),), rule="owned")
