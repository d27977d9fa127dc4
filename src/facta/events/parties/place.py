"""Acts that infringe a state, or help it, are done to the state in which they are done."""

from __future__ import annotations

from dataclasses import replace

from facta.events.drafts import Draft, participants
from facta.events.parties.given import given
from facta.records import Mention

_INFRINGING = frozenset(("ASSAULT", "COERCE", "THREATEN", "AID"))


def in_place(draft: Draft, where: Mention | None) -> Draft:
    """Return the draft with the state in which it is done as recipient ("retook a village in Chad")."""
    if where is not None and not draft.actors and not draft.recipients:
        return _nobody_named(draft, where)
    if draft.recipients or not draft.actors or where is None or draft.code.type not in _INFRINGING:
        return draft
    own = {p.code for p in draft.actors}
    found = tuple(replace(p, sector="GOV") for p in participants((where,)) if p.code and p.code not in own)
    return given(draft, "where it is done", recipients=found) if None not in own else draft


def _nobody_named(draft: Draft, where: Mention) -> Draft:
    """In "a bomb went off in Lagos" and "riots in Dhaka" people of that place suffer, or act."""
    people = tuple(replace(p, sector="CVL") for p in participants((where,)) if p.code)
    if draft.code.type == "ASSAULT":
        return given(draft, "who live where it is done", recipients=people)
    return given(draft, "who live where it is held", actors=people) if draft.code.type == "PROTEST" else draft
