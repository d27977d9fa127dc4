"""Filling an empty role of an act, never with somebody who already stands in the other one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from facta.events.drafts import Draft
from facta.events.roles import modifiers
from facta.records import Mention, Participant


def given(
    draft: Draft, why: str, *, actors: Sequence[Participant] = (), recipients: Sequence[Participant] = ()
) -> Draft:
    """Return the draft with an empty role filled; those who already hold the other role are left out."""
    if actors and not draft.actors:
        draft = replace(draft, actors=unheld(actors, draft.recipients), rule=f"{draft.rule}; actor {why}")
    if recipients and not draft.recipients and not draft.rule.startswith(("reciprocal", "no recipient")):
        draft = replace(draft, recipients=unheld(recipients, draft.actors), rule=f"{draft.rule}; recipient {why}")
    return draft


#: Organs whose deeds are laid at their government's door.
_ORGANS = frozenset(("MIL", "COP", "SPY"))


def answerable(doers: Sequence[Participant], draft: Draft) -> tuple[Participant, ...]:
    """Return those whom another state holds to account: a government for what its soldiers or police did."""
    own = {p.code for p in draft.actors}
    return tuple(
        replace(p, sector="GOV") if p.sector in _ORGANS and p.code and p.code not in own else p for p in doers
    )


def unheld(found: Sequence[Participant], held: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return those found who hold no role yet."""
    taken = {(p.code, p.sector) for p in held}
    return tuple(p for p in found if (p.code, p.sector) not in taken)


def actors_at(draft: Draft, found: Sequence[int]) -> list[Mention]:
    """Return the actors at these words, or those whose nationality modifies them ("Iranian test")."""
    out = []
    for k in found:
        for i in (k, *modifiers(draft.sentence, k)):
            mention = draft.mention_at(i)
            if mention is not None and mention.rule != "place":
                out.append(mention)
                break
    return out
