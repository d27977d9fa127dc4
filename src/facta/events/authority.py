"""Agentless passives of acts that only public authority can do: the state where it happens did them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from facta.events.drafts import Draft
from facta.records import Mention, Participant
from facta.resources.ontology import Ontology

#: A state must have at least this share of all mentions of states to be where an article plays.
HOME_SHARE = 0.6


def main_country(mentions: Sequence[Mention]) -> str | None:
    """Return the state that most mentions of an article belong to, if one stands out."""
    counts = Counter(actor.code for m in mentions for actor in m.actors if actor.code and len(actor.code) == 3)
    if not counts:
        return None
    code, most = counts.most_common(1)[0]
    return code if most >= HOME_SHARE * counts.total() else None


def fill(draft: Draft, place: Mention | None, home: str | None, ontology: Ontology) -> Draft:
    """Return the draft with the state as actor when an act of public authority names nobody."""
    sector = ontology.authority.get(draft.hit.pattern.sense)
    if draft.actors or sector is None or not (draft.hit.slots.passive or draft.hit.slots.is_noun):
        return draft
    if draft.hit.slots.is_noun and not draft.recipients:
        return draft
    code = next((a.code for a in place.actors if a.code), None) if place else home
    if code is None:
        return draft
    text = place.text if place else ""
    agent = Participant(
        text=text, start=place.start if place else None, end=place.end if place else None, code=code, sector=sector
    )
    return replace(draft, actors=(agent,), rule=f"{draft.rule}; public authority where it happens")
