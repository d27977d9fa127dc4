"""Protests and the demands they are held for: one act, against those whom the demand addresses."""

from __future__ import annotations

from collections.abc import Sequence

from facta.events.clauses import support
from facta.events.drafts import Draft
from facta.events.parties.given import given

#: What a protest says is no act beside it.
_DEMANDS = frozenset(("REQUEST", "ACCUSE"))
_REACH = 6


def fold(found: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without the demands that protests are held for; whom these address, the protest addresses.

    "Marched to demand that Chad free the crew" is one act against Chad (ANNOTATION: demands inside a protest).
    """
    out: dict[int, Draft] = dict(enumerate(found))
    for k, demand in enumerate(found):
        if demand.code.type not in _DEMANDS:
            continue
        for n in range(max(0, k - _REACH), min(len(found), k + _REACH)):
            protest = found[n]
            if protest.number == demand.number and protest.code.type == "PROTEST" and _held_for(protest, demand):
                out[n] = given(out[n], "whom its demand addresses", recipients=demand.recipients)
                out.pop(k, None)
    return list(out.values())


def _held_for(protest: Draft, demand: Draft) -> bool:
    """Say whether a demand or complaint is said by the protest itself: by its infinitive, participle or occasion."""
    sentence, top = protest.sentence, protest.hit.i
    if protest.hit.slots.is_noun:
        top = support(sentence, top) or top
    i = demand.hit.i
    for _ in range(_REACH):
        token = sentence.tokens[i]
        if token.head == i or (token.dep in ("conj", "ccomp", "relcl") and token.pos in ("VERB", "AUX")):
            return False
        i = token.head
        if i in (top, protest.hit.i):
            return True
    return False
