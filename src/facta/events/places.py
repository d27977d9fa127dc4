"""Where an act happened: the nearest place named in a phrase of its clause."""

from __future__ import annotations

from facta.events.match import Finder
from facta.records import Mention, Participant, Sentence

_LOCATIVE = frozenset(("in", "at", "near", "outside", "inside", "off", "around", "across", "over", "along", "on"))
_MAX_STEPS = 3


def place(sentence: Sentence, i: int, mention_at: Finder) -> Mention | None:
    """Return the place in a locative phrase of the act's word or of the words right above it, or None."""
    at: int | None = i
    for _ in range(_MAX_STEPS):
        if at is None:
            return None
        phrases = (t for t in sentence.dependents(at, "prep") if t.lemma == "of")
        inner = [k.i for t in phrases for k in sentence.dependents(t.i, "pobj")]
        for owner in (at, *(t.i for t in sentence.dependents(at, "dobj", "nsubjpass")), *inner):
            found = _phrase(sentence, owner, mention_at)
            if found is not None:
                return found
        token = sentence.tokens[at]
        up = token.head != at and token.dep in ("dobj", "conj", "xcomp", "pobj", "prep", "nsubjpass")
        at = token.head if up else None
    return None


def _phrase(sentence: Sentence, i: int, mention_at: Finder) -> Mention | None:
    for prep in sentence.dependents(i, "prep"):
        if prep.text.lower() in _LOCATIVE:
            for word in sentence.dependents(prep.i, "pobj"):
                found = mention_at(word.i)
                if found is not None and found.rule == "place":
                    return found
                for owner in sentence.dependents(word.i, "compound", "amod", "poss"):  # at the Sudanese border
                    state = mention_at(owner.i)
                    if state is not None and state.rule == "modifier":
                        return state
    return None


def as_participant(mention: Mention) -> Participant:
    """Return a place as it stands in a record."""
    actor = mention.actors[0] if mention.actors else None
    return Participant(
        text=mention.text, start=mention.start, end=mention.end, code=actor.code if actor else None, sector=None,
        name=actor.name if actor else None, id=actor.id if actor else None,
    )
